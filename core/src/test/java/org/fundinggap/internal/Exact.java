package org.fundinggap.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Slow, plain functions in 75-digit arithmetic, against which the kernels are measured. */
final class Exact {
  static final MathContext DIGITS = new MathContext(75);

  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899863");

  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-70");

  private static final int HALVINGS = 20;

  private Exact() {}

  /** The Taylor series at x / 2^20, squared 20 times. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(new BigDecimal(1 << HALVINGS), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 28; n++) {
      term = term.multiply(small, DIGITS).divide(new BigDecimal(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** The logarithm of x, from a double close to it by two steps of Newton's method on exp. */
  static BigDecimal log(double x, double nearby) {
    BigDecimal y = new BigDecimal(nearby);
    for (int step = 0; step < 2; step++) {
      BigDecimal ratio = new BigDecimal(x).multiply(exp(y.negate()), DIGITS);
      y = y.add(ratio.subtract(BigDecimal.ONE), DIGITS);
    }
    return y;
  }

  static BigDecimal normalDensity(BigDecimal z) {
    BigDecimal root = PI.multiply(BigDecimal.valueOf(2)).sqrt(DIGITS);
    return exp(z.multiply(z, DIGITS).divide(BigDecimal.valueOf(-2), DIGITS)).divide(root, DIGITS);
  }

  /** P(Z <= z) for |z| up to 12: 1/2 + density (z + z^3 / 3 + z^5 / (3 5) + ...). */
  static BigDecimal normalBelow(BigDecimal z) {
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal term = z;
    BigDecimal sum = z;
    for (int n = 3; term.abs().compareTo(NEGLIGIBLE) > 0; n += 2) {
      term = term.multiply(square, DIGITS).divide(new BigDecimal(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return normalDensity(z).multiply(sum, DIGITS).add(new BigDecimal("0.5"), DIGITS);
  }

  /** The distance of a double from the exact value, in units in the last place of that value. */
  static double ulps(double value, BigDecimal exact) {
    double unit = Math.ulp(exact.doubleValue());
    return new BigDecimal(value)
        .subtract(exact)
        .abs()
        .divide(new BigDecimal(unit), DIGITS)
        .doubleValue();
  }
}
