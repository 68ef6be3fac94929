package org.fundinggap.model;

import org.fundinggap.internal.Checks;

/**
 * A standard normal number drawn anew for every draw and year; zero in the base year.
 *
 * <p>Shocks are independent of each other unless the inputs hold a correlation for them.
 *
 * @param name unique in its model; also the name of its random stream
 * @param label what it stands for, in a few words
 */
public record Shock(String name, String label) implements Quantity {
  /**
   * Checks the texts.
   *
   * @param name as described above
   * @param label as described above
   * @throws IllegalArgumentException if a text is blank
   */
  public Shock {
    Checks.notBlank(name, "name");
    Checks.notBlank(label, "label");
  }
}
