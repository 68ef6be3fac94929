package org.fundinggap.internal;

/** Probabilities of the standard normal distribution: the same bits on every JVM. */
public final class NormalProbability {
  /*
   * Layout. For x >= 0 the upper tail is density(x) times Mills' ratio M(x). (1 + x) M(x) is smooth
   * and bounded from 0 to infinity; in t = (x - 4.5) / (x + 4.5), which maps that range to [-1, 1), it
   * is a Chebyshev series of 26 terms, summed by Clenshaw's recurrence. The other tail by symmetry.
   *
   * Reason. Both tails keep their relative precision down to 1e-300, so a truncated normal is right
   * in its tails too. In the density x is split into a 24-bit head, whose square is exact, and a rest:
   * otherwise the rounding of x^2 would cost x^2 / 2 ulp.
   *
   * Error. The series leaves out 2e-17. With rounding, both tails are within 6 ulp down to 1e-300 and
   * the density within 4: the most seen was 4.8 and 2.9, over 20,000 random points each in 40-digit
   * arithmetic (NormalProbabilityTest repeats a part).
   *
   * Reference. The transformation is that of M. M. Shepherd and J. G. Laframboise, Chebyshev
   * Approximation of (1 + 2x) exp(x^2) erfc x, Mathematics of Computation 36 (1981), 249-253; the
   * coefficients were computed for this form in 60-digit arithmetic.
   */
  private static final double[] SERIES = {
    1.1622890943668538,
    -0.16244622078463714,
    -0.0204420878340828,
    0.03153832633685455,
    -0.014396293456628505,
    0.004174355739111582,
    -0.0007986591609294063,
    7.909827811208719e-5,
    4.839998445548529e-6,
    -2.6875369141045505e-6,
    1.8469327970966853e-7,
    6.065118777046067e-8,
    -1.0348101767189742e-8,
    -1.3782705896431845e-9,
    4.1438506799746544e-10,
    3.82129211147382e-11,
    -1.608166208256312e-11,
    -1.4793610582723638e-12,
    6.341710473685976e-13,
    7.63822929407988e-14,
    -2.4847197145454417e-14,
    -4.4899732086149836e-15,
    8.977340218480423e-16,
    2.6763696237508087e-16,
    -2.4120044880240295e-17,
    -1.5162266967670302e-17
  };

  private static final double CENTRE = 4.5;

  /** From here on the tail is below the smallest number. */
  private static final double END = 39.0;

  private static final double ONE_OVER_SQRT_TWO_PI = 0x1.9884533d43651p-2;

  private NormalProbability() {}

  /**
   * Returns the probability that a standard normal variable is at most {@code z}.
   *
   * @param z any number
   * @return P(Z &lt;= z), in [0, 1]; NaN for NaN
   */
  public static double below(double z) {
    double tail = upperTail(Math.abs(z));
    return z <= 0.0 ? tail : 1.0 - tail;
  }

  /**
   * Sets {@code out[i]} to the probability that a standard normal variable is at most {@code z[i]}
   * for the first {@code count} elements; the same bits as {@link #below(double)}.
   *
   * @param z any numbers
   * @param out where the answers go; may be {@code z} itself
   * @param count how many elements, at most the length of either array
   */
  public static void below(double[] z, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = below(z[i]);
    }
  }

  /**
   * Returns the standard normal density at {@code z}.
   *
   * @param z any number
   * @return exp(-z^2 / 2) / sqrt(2 pi); NaN for NaN
   */
  public static double density(double z) {
    if (Math.abs(z) >= END) {
      return 0.0;
    }
    double head = (float) z;
    double rest = (z - head) * (z + head);
    return ONE_OVER_SQRT_TWO_PI * Exp.exp(-0.5 * head * head) * Exp.exp(-0.5 * rest);
  }

  private static double upperTail(double x) {
    // At zero rounding could leave more than a half, and the two tails would not meet.
    return x >= END ? 0.0 : Math.min(0.5, density(x) * (series(x) / (1.0 + x)));
  }

  private static double series(double x) {
    double t = (x - CENTRE) / (x + CENTRE);
    double later = 0.0;
    double last = 0.0;
    for (int i = SERIES.length - 1; i > 0; i--) {
      double next = 2.0 * t * last - later + SERIES[i];
      later = last;
      last = next;
    }
    return t * last - later + SERIES[0];
  }
}
