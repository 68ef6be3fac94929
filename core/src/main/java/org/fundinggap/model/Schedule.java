package org.fundinggap.model;

import java.util.Objects;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.Unit;

/**
 * A number known for every year and the same in every draw, such as a published schedule.
 *
 * @param name unique in its model
 * @param label what it is, in a few words
 * @param unit in what it is counted
 */
public record Schedule(String name, String label, Unit unit) implements Quantity {
  /**
   * Checks the texts.
   *
   * @param name as described above
   * @param label as described above
   * @param unit as described above
   * @throws IllegalArgumentException if a text is blank
   */
  public Schedule {
    Checks.notBlank(name, "name");
    Checks.notBlank(label, "label");
    Objects.requireNonNull(unit, () -> "unit of " + name + " must be given, was null");
  }
}
