package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.internal.NumberText;

/**
 * How much, with the evidence that it comes from and how it was worked out. Arithmetic is of known
 * numbers alone, so that every size can be followed: an uncertain factor stands behind a size of a
 * lever with a draw of its own.
 *
 * @param distribution how much
 * @param evidence ids of figures, series and priors
 * @param formula the same in terms of ids of the register, values of series such as {@code
 *     cases[2024-25]}, the index of prices of a year such as {@code prices(2024-25)} and plain
 *     numbers
 */
record Size(Distribution distribution, Set<String> evidence, String formula) {
  Size {
    evidence = ImmutableSet.copyOf(evidence);
  }

  /** A plain number, such as of years in words of a programme. */
  static Size number(double value) {
    return new Size(Distribution.fixed(value), Set.of(), NumberText.exact(value));
  }

  String[] ids() {
    return evidence.toArray(String[]::new);
  }

  /** The number, if it is a known one. */
  double value() {
    if (!distribution.isFixed()) {
      throw new IllegalArgumentException(
          "size " + formula + " must be a known number, was " + distribution + "; draw it apart");
    }
    return distribution.mean();
  }

  Size plus(Size other) {
    return of(value() + other.value(), other, "(" + formula + " + " + other.formula + ")");
  }

  Size minus(Size other) {
    return of(value() - other.value(), other, "(" + formula + " - " + other.formula + ")");
  }

  Size times(Size other) {
    return of(value() * other.value(), other, formula + " x " + other.asFactor());
  }

  Size times(double factor) {
    return times(number(factor));
  }

  Size over(Size other) {
    return of(value() / other.value(), other, formula + " / " + other.asFactor());
  }

  Size over(double divisor) {
    return over(number(divisor));
  }

  /** In brackets if it is more than one number. */
  String asFactor() {
    boolean isProduct = formula.contains(" x ") || formula.contains(" / ");
    boolean isBracketed = formula.startsWith("(") && formula.indexOf(')') == formula.length() - 1;
    return isProduct && !isBracketed ? "(" + formula + ")" : formula;
  }

  private Size of(double result, Size other, String text) {
    Set<String> both = Sets.union(evidence, other.evidence);
    return Culprits.naming(both, () -> new Size(Distribution.fixed(result), both, text));
  }
}
