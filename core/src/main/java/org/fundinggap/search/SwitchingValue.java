package org.fundinggap.search;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The value of a number at which the mean net present value of a policy is zero, if there is one.
 *
 * @param name what the number is
 * @param value the switching value; empty if the net present value was on one side of zero wherever
 *     it was looked at
 * @param error its Monte Carlo standard error; NaN if there is no value, the net present value
 *     jumps there, or draws have no error; infinite where it is flat
 * @param lower the least value looked at
 * @param upper the greatest value looked at
 * @param atLower mean net present value at {@code lower}, GBP million
 * @param atUpper mean net present value at {@code upper}, GBP million
 * @param residual mean net present value at the switching value: next to zero, unless it jumps
 *     there; NaN if there is none
 */
public record SwitchingValue(
    String name,
    OptionalDouble value,
    double error,
    double lower,
    double upper,
    double atLower,
    double atUpper,
    double residual) {

  /** The value, or that none switches, and what the policy is worth at both bounds. */
  @Override
  public String toString() {
    String ends =
        String.format(
            Locale.ROOT,
            "mean net present value is GBP %,.1fm at %.6g and GBP %,.1fm at %.6g",
            atLower,
            lower,
            atUpper,
            upper);
    if (value.isEmpty()) {
      return "no value of " + name + " between these switches: " + ends;
    }
    return String.format(
        Locale.ROOT,
        "%s switches at %.6g (MC s.e. %.2g): %s",
        name,
        value.getAsDouble(),
        error,
        ends);
  }
}
