package org.fundinggap.model;

/** Whatever a model names: a variable, parameter, shock or path. Names are unique in a model. */
public sealed interface Quantity permits Variable, Parameter, Shock, Schedule {
  /**
   * The name that errors, tables and random streams use.
   *
   * @return not blank, unique in its model
   */
  String name();

  /**
   * What it is, in a few words.
   *
   * @return not blank
   */
  String label();
}
