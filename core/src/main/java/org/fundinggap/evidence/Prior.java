package org.fundinggap.evidence;

import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.Unit;

/**
 * A model parameter that no series gives, with what is known of it before any data.
 *
 * @param id lower-case letters, digits and hyphens
 * @param label what it is, for tables
 * @param distribution the shape
 * @param centre the value, mean or mode; the middle of the bounds for {@link PriorShape#UNIFORM}
 * @param spread the standard deviation of {@link PriorShape#NORMAL}, positive; 0 for other shapes
 * @param lower the least value; negative infinity where there is none
 * @param upper the greatest value; positive infinity where there is none
 * @param massAtZero the probability that the quantity is exactly zero, 0 to below 1; the rest has
 *     the distribution, which must lie on one side of zero if this is positive
 * @param unit the unit of centre, spread and bounds
 * @param provenance where it comes from
 * @param whyFixed why a {@link PriorShape#FIXED} quantity has no distribution; empty for others
 */
public record Prior(
    String id,
    String label,
    PriorShape distribution,
    double centre,
    double spread,
    double lower,
    double upper,
    double massAtZero,
    Unit unit,
    Provenance provenance,
    String whyFixed) {
  /**
   * Checks that the numbers make a distribution of the shape.
   *
   * @param id as described above
   * @param label as described above
   * @param distribution as described above
   * @param centre as described above
   * @param spread as described above
   * @param lower as described above
   * @param upper as described above
   * @param massAtZero as described above
   * @param unit as described above
   * @param provenance as described above
   * @param whyFixed as described above
   * @throws IllegalArgumentException if a number is NaN, the centre is infinite or outside the
   *     bounds, the bounds are out of order or missing where the shape needs them, or the spread,
   *     the mass at zero or the reason does not fit the shape
   */
  public Prior {
    Checks.notBlank(id, "id");
    boolean fixed = distribution == PriorShape.FIXED;
    if (!(fixed ? lower <= upper : lower < upper)) {
      throw new IllegalArgumentException(
          "lower must be below upper " + upper + ", was " + lower + "; swap the two");
    }
    if (distribution == PriorShape.TRIANGULAR || distribution == PriorShape.UNIFORM) {
      Checks.finite(lower, "lower");
      Checks.finite(upper, "upper");
    }
    Checks.finite(centre, "centre");
    Checks.within(centre, lower, upper, "centre", "move the centre or widen lower and upper");
    boolean spreadFits =
        distribution == PriorShape.NORMAL
            ? spread > 0 && spread < Double.POSITIVE_INFINITY
            : spread == 0;
    if (!spreadFits) {
      throw new IllegalArgumentException(
          "spread must be positive for normal and 0 for other shapes, was "
              + spread
              + " for "
              + distribution
              + "; give a standard deviation to normal only");
    }
    checkMass(massAtZero, !fixed && (lower >= 0 || upper <= 0));
    if (fixed == whyFixed.isBlank()) {
      throw new IllegalArgumentException(
          "whyFixed must be given for fixed and be empty for other shapes, was \""
              + whyFixed
              + "\" for "
              + distribution
              + "; say why the quantity has no distribution");
    }
  }

  private static void checkMass(double massAtZero, boolean oneSided) {
    if (!(massAtZero >= 0 && massAtZero < 1)) {
      throw new IllegalArgumentException(
          "massAtZero must be at least 0 and below 1, was "
              + massAtZero
              + "; write 0.25 for one in four");
    }
    if (massAtZero > 0 && !oneSided) {
      throw new IllegalArgumentException(
          "massAtZero must be 0 for fixed and where lower is below 0 and upper above, was "
              + massAtZero
              + "; give the shape a lower end of at least 0, or an upper end of at most 0");
    }
  }
}
