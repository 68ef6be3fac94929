package org.fundinggap.model;

/**
 * What can be run: a name, and a model with its numbers. The engine knows no more of what it runs;
 * a policy scenario is one.
 */
public interface Option {
  /**
   * What it is called.
   *
   * @return unique in a run
   */
  String name();

  /**
   * The model and all its numbers.
   *
   * @return the inputs
   */
  Inputs inputs();

  /**
   * An option of a name and numbers alone.
   *
   * @param name unique in a run
   * @param inputs the model and all its numbers
   * @return the option
   * @throws IllegalArgumentException if the name is blank
   */
  static Option of(String name, Inputs inputs) {
    return new NamedInputs(name, inputs);
  }
}
