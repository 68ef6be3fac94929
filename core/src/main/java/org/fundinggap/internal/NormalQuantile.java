package org.fundinggap.internal;

/** The quantile function of the standard normal distribution: the same bits on every JVM. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients with the digits of the paper
public final class NormalQuantile {
  /*
   * Layout. Wichura's algorithm AS 241 (PPND16), with q = u - 1/2 and r = sqrt(-ln min(u, 1 - u)):
   *   centre   |q| <= 0.425   q times a ratio of polynomials in 0.425^2 - q^2 (85% of uniforms)
   *   middle   r <= 5         a ratio of polynomials in r - 1.6
   *   far      r > 5          a ratio of polynomials in r - 5 (3 uniforms in 10^11)
   *
   * Reason for the vector form. One loop with a branch that is taken 15% of the time at random is
   * mispredicted and can't be vectorised. So it works in chunks: copy the outer elements out without
   * a branch, run the central formula over all elements, the middle one over the few copied, and put
   * those back. Polynomials are sums of Math.fma, which rounds once by definition (see NormalPairs).
   * With scratch memory at hand it takes 3.8 ns a number on JDK 17 and 3.4 on JDK 25; making the
   * memory for each call costs 2 more.
   *
   * Error. At most 6 ulp for u from 1e-300 to 1 - 1e-16: the most seen was 4.5, over 100,000 random
   * points in 40-digit arithmetic (NormalQuantileTest repeats a part). So z may fall by an ulp or two
   * from one u to the very next, but not over steps of 2e-15 (1 + z^2) min(u, 1 - u) or more.
   *
   * Reference. M. J. Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution,
   * Applied Statistics 37 (1988), 477-484.
   */
  private static final double CENTRE = 0.425;
  private static final double CENTRE_SQUARED = 0.180625;

  /** e^-25, where r = 5. */
  private static final double FAR_TAIL = 0x1.e8a37a45fc32ep-37;

  private NormalQuantile() {}

  /**
   * Returns the standard normal quantile of {@code u}.
   *
   * @param u a probability
   * @return z with P(Z &lt;= z) = u; minus infinity at 0, infinity at 1, NaN outside [0, 1] and for
   *     NaN
   */
  public static double quantile(double u) {
    double q = u - 0.5;
    return Math.abs(q) > CENTRE ? outer(u) : central(q);
  }

  /**
   * Sets {@code out[i]} to the standard normal quantile of {@code u[i]} for the first {@code count}
   * elements; the same bits as {@link #quantile(double)}.
   *
   * @param u probabilities
   * @param out where the answers go; may be {@code u} itself
   * @param count how many elements, at most the length of either array
   */
  public static void quantile(double[] u, double[] out, int count) {
    quantile(u, out, count, new Scratch(Math.min(count, Scratch.LITTLE)));
  }

  /**
   * The same, making no arrays.
   *
   * @param u probabilities
   * @param out where the answers go; may be {@code u} itself
   * @param count how many elements, at most the length of either array
   * @param scratch to work in
   */
  public static void quantile(double[] u, double[] out, int count, Scratch scratch) {
    double[] outer = scratch.outer;
    double[] work = scratch.radii;
    int[] where = scratch.places;
    int size = outer.length;
    for (int from = 0; from < count; from += size) {
      int to = Math.min(from + size, count);
      int outerCount = collectOuter(u, from, to, outer, where);
      for (int i = from; i < to; i++) {
        out[i] = central(u[i] - 0.5);
      }
      middle(outer, work, outerCount, scratch);
      for (int j = 0; j < outerCount; j++) {
        double z = isMiddle(outer[j]) ? work[j] : far(outer[j]);
        out[where[j]] = Math.copySign(z, outer[j] - 0.5);
      }
    }
  }

  /** Sizes of the quantiles by the middle formula, in loops that HotSpot vectorises. */
  private static void middle(double[] u, double[] size, int count, Scratch scratch) {
    for (int j = 0; j < count; j++) {
      size[j] = Math.min(u[j], 1.0 - u[j]);
    }
    Log.log(size, size, count, scratch);
    for (int j = 0; j < count; j++) {
      size[j] = middle(Math.sqrt(-size[j]) - 1.6);
    }
  }

  /** Copies the elements outside the centre, and their places, and returns how many there are. */
  private static int collectOuter(double[] u, int from, int to, double[] outer, int[] where) {
    int n = 0;
    for (int i = from; i < to; i++) {
      outer[n] = u[i];
      where[n] = i;
      // The sign bit, in place of a comparison, keeps the loop free of branches.
      n += (int) (Double.doubleToRawLongBits(CENTRE - Math.abs(u[i] - 0.5)) >>> 63);
    }
    return n;
  }

  private static double outer(double u) {
    double size = isMiddle(u) ? middle(radius(u) - 1.6) : far(u);
    return Math.copySign(size, u - 0.5);
  }

  private static boolean isMiddle(double u) {
    return u > FAR_TAIL && 1.0 - u > FAR_TAIL;
  }

  private static double radius(double u) {
    return Math.sqrt(-Log.log(Math.min(u, 1.0 - u)));
  }

  private static double central(double q) {
    double r = Math.fma(-q, q, CENTRE_SQUARED);
    double top =
        polynomial(
            r,
            2.5090809287301226727e3,
            3.3430575583588128105e4,
            6.7265770927008700853e4,
            4.5921953931549871457e4,
            1.3731693765509461125e4,
            1.9715909503065514427e3,
            1.3314166789178437745e2,
            3.3871328727963666080);
    double bottom =
        polynomial(
            r,
            5.2264952788528545610e3,
            2.8729085735721942674e4,
            3.9307895800092710610e4,
            2.1213794301586595867e4,
            5.3941960214247511077e3,
            6.8718700749205790830e2,
            4.2313330701600911252e1,
            1.0);
    return q * top / bottom;
  }

  private static double middle(double r) {
    double top =
        polynomial(
            r,
            7.74545014278341407640e-4,
            2.27238449892691845833e-2,
            2.41780725177450611770e-1,
            1.27045825245236838258,
            3.64784832476320460504,
            5.76949722146069140550,
            4.63033784615654529590,
            1.42343711074968357734);
    double bottom =
        polynomial(
            r,
            1.05075007164441684324e-9,
            5.47593808499534494600e-4,
            1.51986665636164571966e-2,
            1.48103976427480074590e-1,
            6.89767334985100004550e-1,
            1.67638483018380384940,
            2.05319162663775882187,
            1.0);
    return top / bottom;
  }

  private static double far(double u) {
    double r = radius(u) - 5.0;
    if (r == Double.POSITIVE_INFINITY) {
      return r;
    }
    double top =
        polynomial(
            r,
            2.01033439929228813265e-7,
            2.71155556874348757815e-5,
            1.24266094738807843860e-3,
            2.65321895265761230930e-2,
            2.96560571828504891230e-1,
            1.78482653991729133580,
            5.46378491116411436990,
            6.65790464350110377720);
    double bottom =
        polynomial(
            r,
            2.04426310338993978564e-15,
            1.42151175831644588870e-7,
            1.84631831751005468180e-5,
            7.86869131145613259100e-4,
            1.48753612908506148525e-2,
            1.36929880922735805310e-1,
            5.99832206555887937690e-1,
            1.0);
    return top / bottom;
  }

  /** Arguments and not an array, because HotSpot keeps these in registers and vectorises. */
  private static double polynomial(
      double r,
      double c7,
      double c6,
      double c5,
      double c4,
      double c3,
      double c2,
      double c1,
      double c0) {
    double p = Math.fma(c7, r, c6);
    p = Math.fma(p, r, c5);
    p = Math.fma(p, r, c4);
    p = Math.fma(p, r, c3);
    p = Math.fma(p, r, c2);
    p = Math.fma(p, r, c1);
    return Math.fma(p, r, c0);
  }
}
