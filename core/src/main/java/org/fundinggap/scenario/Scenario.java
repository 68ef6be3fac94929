package org.fundinggap.scenario;

import org.fundinggap.internal.Checks;
import org.fundinggap.model.Inputs;

/**
 * One policy alternative: a model, its numbers, and a name. Not random: chance is in the draws,
 * which all scenarios of a run share.
 *
 * @param name unique in a run, such as {@code real-flat}
 * @param description what it assumes, in a sentence
 * @param inputs the model and all its numbers
 */
public record Scenario(String name, String description, Inputs inputs) {
  /**
   * Checks the texts.
   *
   * @param name as described above
   * @param description as described above
   * @param inputs as described above
   * @throws IllegalArgumentException if a text is blank
   */
  public Scenario {
    Checks.notBlank(name, "name");
    Checks.notBlank(description, "description");
  }

  /** The name, the model and the years. */
  @Override
  public String toString() {
    return name + ": " + inputs.model() + ", " + inputs.years();
  }
}
