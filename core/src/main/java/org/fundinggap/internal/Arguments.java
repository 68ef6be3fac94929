package org.fundinggap.internal;

/** The argument checks that the distributions and samplers share. */
public final class Arguments {

  /** Parameters stay within this, so that no quantile or moment of a distribution overflows. */
  private static final double LARGEST = 1e100;

  private static final double SMALLEST = 1e-100;

  private static final long ONE_BITS = Double.doubleToRawLongBits(1.0);

  private Arguments() {}

  public static void count(int count, int length) {
    whole(count, 0, length, "count", "give arrays that hold that many, or ask for fewer");
  }

  public static void whole(int value, int lower, int upper, String name, String fix) {
    if (value < lower || value > upper) {
      throw new IllegalArgumentException(
          name + " must be in [" + lower + ", " + upper + "], was " + value + "; " + fix);
    }
  }

  public static double probability(double p) {
    return Checks.within(p, 0.0, 1.0, "p", "write 0.9 for the 90th percentile");
  }

  public static void probabilities(double[] u, double[] out, int count) {
    count(count, Math.min(u.length, out.length));
    long outside = 0;
    for (int i = 0; i < count; i++) {
      // From 0 to 1 bits rise with numbers; sign bits keep the loop free of branches.
      long bits = Double.doubleToRawLongBits(u[i]);
      outside |= bits | (ONE_BITS - bits);
    }
    if (outside < 0) {
      eachProbability(u, count);
    }
  }

  /** A negative zero is no fault, though its sign bit is set. */
  private static void eachProbability(double[] u, int count) {
    for (int i = 0; i < count; i++) {
      if (!(u[i] >= 0.0 && u[i] <= 1.0)) {
        throw new IllegalArgumentException(
            "u[" + i + "] must be in [0, 1], was " + u[i] + "; give uniforms from a Sampler");
      }
    }
  }

  public static double place(double value, String name) {
    return Checks.within(value, -LARGEST, LARGEST, name, "give a finite number in other units");
  }

  public static double scale(double value, String name, String fix) {
    return Checks.within(value, SMALLEST, LARGEST, name, fix);
  }

  public static void ordered(double lower, double upper, String names, String fix) {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          names + " must rise, were " + lower + " and " + upper + "; " + fix);
    }
  }
}
