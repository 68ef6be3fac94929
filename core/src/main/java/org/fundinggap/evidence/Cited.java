package org.fundinggap.evidence;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/**
 * A number with the ids of the evidence that it was made from.
 *
 * <p>Arithmetic joins the ids of both sides, so a number that is worked out names all that was read
 * for it, and nobody types an id twice. A constant has none and adds none. Immutable.
 *
 * @param value the number, finite; in the unit of what it was read from, or as worked out
 * @param ids ids of figures, series and priors, in the order in which they were read; empty for a
 *     constant
 * @param asItStands whether it is still the one number of the register that it was read as, and not
 *     worked out
 */
public record Cited(double value, Set<String> ids, boolean asItStands) {

  /**
   * Checks the number and copies the ids.
   *
   * @param value as described above
   * @param ids as described above
   * @param asItStands as described above
   * @throws IllegalArgumentException if the number is not finite, or as it stands from other than
   *     one id
   */
  public Cited {
    ids = ImmutableSet.copyOf(ids);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "number made from " + ids + " must be finite, was " + value + "; check what it rests on");
    }
    if (asItStands && ids.size() != 1) {
      throw new IllegalArgumentException(
          "a number as it stands must have one id, had " + ids + "; say that it was worked out");
    }
  }

  /**
   * A constant: no evidence, because it is part of a formula and not of the world.
   *
   * @param value finite
   * @return the number without ids
   */
  public static Cited of(double value) {
    return new Cited(value, ImmutableSet.of(), false);
  }

  /**
   * A number as the register holds it.
   *
   * @param value finite
   * @param id the figure, series or prior
   * @return the number, as it stands
   */
  public static Cited of(double value, String id) {
    return new Cited(value, ImmutableSet.of(id), true);
  }

  /**
   * A number worked out by other means than the arithmetic here, such as a solver.
   *
   * @param value finite
   * @param from what it was worked out from
   * @return the number with the ids of all of them
   */
  public static Cited from(double value, Cited... from) {
    return from(value, List.of(from));
  }

  /**
   * A number worked out by other means than the arithmetic here, such as a solver.
   *
   * @param value finite
   * @param from what it was worked out from
   * @return the number with the ids of all of them
   */
  public static Cited from(double value, Collection<Cited> from) {
    return new Cited(value, idsOf(from), false);
  }

  /**
   * The ids of several numbers.
   *
   * @param numbers the numbers
   * @return each id once, in the order of the numbers; immutable
   */
  public static Set<String> idsOf(Collection<Cited> numbers) {
    return numbers.stream()
        .flatMap(number -> number.ids().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Both of two sets of ids.
   *
   * @param one some ids
   * @param other more ids
   * @return each id once, the first set's first; immutable
   */
  public static Set<String> joined(Set<String> one, Set<String> other) {
    return one.containsAll(other)
        ? ImmutableSet.copyOf(one)
        : Sets.union(one, other).immutableCopy();
  }

  private Cited with(Cited other, double result) {
    return new Cited(result, joined(ids, other.ids), false);
  }

  /**
   * The sum.
   *
   * @param other in the same unit
   * @return {@code this + other}
   */
  public Cited plus(Cited other) {
    return with(other, value + other.value);
  }

  /**
   * The difference.
   *
   * @param other in the same unit
   * @return {@code this - other}
   */
  public Cited minus(Cited other) {
    return with(other, value - other.value);
  }

  /**
   * The product.
   *
   * @param other the factor
   * @return {@code this * other}
   */
  public Cited times(Cited other) {
    return with(other, value * other.value);
  }

  /**
   * The product with a constant.
   *
   * @param factor the factor
   * @return {@code this * factor}
   */
  public Cited times(double factor) {
    return times(of(factor));
  }

  /**
   * The quotient.
   *
   * @param other the divisor
   * @return {@code this / other}
   * @throws IllegalArgumentException if that is not finite
   */
  public Cited over(Cited other) {
    return with(other, value / other.value);
  }

  /**
   * The quotient by a constant.
   *
   * @param divisor the divisor
   * @return {@code this / divisor}
   * @throws IllegalArgumentException if that is not finite
   */
  public Cited over(double divisor) {
    return over(of(divisor));
  }

  /**
   * The number, or a bound if it lies below.
   *
   * @param bound the least value
   * @return the greater of the two
   */
  public Cited atLeast(double bound) {
    return new Cited(Math.max(bound, value), ids, false);
  }

  /**
   * The natural logarithm.
   *
   * @return the same bits on every machine
   * @throws IllegalArgumentException if the number is not positive
   */
  public Cited log() {
    return new Cited(Log.log(value), ids, false);
  }

  /**
   * The exponential.
   *
   * @return the same bits on every machine
   * @throws IllegalArgumentException if it is too large for a double
   */
  public Cited exp() {
    return new Cited(Exp.exp(value), ids, false);
  }

  /** Such as {@code 0.8 from cases, case-holders}. */
  @Override
  public String toString() {
    return value + (ids.isEmpty() ? "" : " from " + String.join(", ", ids));
  }
}
