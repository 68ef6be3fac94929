package org.fundinggap.own;

/** Something of a user's own that is laid over a model by {@link Additions}. Immutable. */
public sealed interface Addition permits OwnLine, OwnFunding, OwnEquations {
  /**
   * The word for it in names.
   *
   * @return such as {@code shortBreaks}; unique among what is added to a scenario
   */
  String id();

  /**
   * What it is, in a few words.
   *
   * @return such as {@code short breaks}; not blank
   */
  String label();
}
