package org.fundinggap.model;

import java.util.Objects;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.Unit;

/**
 * A number that is drawn once for each draw and then holds in every year.
 *
 * <p>Parameters are independent of each other unless the inputs hold a correlation for them.
 *
 * @param name unique in its model; also the name of its random stream
 * @param label what it is, in a few words
 * @param unit in what it is counted
 * @param lower the least value that makes sense
 * @param upper the greatest value that makes sense
 */
public record Parameter(String name, String label, Unit unit, double lower, double upper)
    implements Quantity {
  /**
   * Checks the texts and the order of the bounds.
   *
   * @param name as described above
   * @param label as described above
   * @param unit as described above
   * @param lower as described above
   * @param upper as described above
   * @throws IllegalArgumentException if a text is blank or not {@code lower < upper}
   */
  public Parameter {
    Checks.notBlank(name, "name");
    Checks.notBlank(label, "label");
    Objects.requireNonNull(unit, () -> "unit of " + name + " must be given, was null");
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "bounds of " + name + " must be lower < upper, were [" + lower + ", " + upper + "]");
    }
  }
}
