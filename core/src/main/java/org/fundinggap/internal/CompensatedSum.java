package org.fundinggap.internal;

/**
 * A running sum that carries its own rounding error, so a mean of a million draws is right to the
 * last digit or two. Not safe for use by several threads.
 */
public final class CompensatedSum {
  /*
   * Reason. The rounding error of sum + x is itself a double; adding these errors up apart and once at
   * the end gives an error of one rounding plus n 2^-105 times the sum of |x| (Neumaier 1974). The error
   * is taken with Knuth's six operations, which need no branch on which of the two is larger. The
   * answer depends on the order of the additions, so callers add in draw order.
   *
   * Reference. A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
   * ZAMM 54 (1974), 39-51. D. E. Knuth, The Art of Computer Programming, vol. 2, section 4.2.2.
   */
  private double sum;
  private double errors;

  /** Makes a sum of nothing, which is zero. */
  public CompensatedSum() {}

  /**
   * Returns the compensated sum of part of an array.
   *
   * @param values the numbers
   * @param from index of the first, inclusive
   * @param to index after the last
   * @return their sum; 0 if there are none
   */
  public static double sum(double[] values, int from, int to) {
    CompensatedSum total = new CompensatedSum();
    total.add(values, from, to);
    return total.value();
  }

  /**
   * Adds a number.
   *
   * @param x any number
   */
  public void add(double x) {
    double next = sum + x;
    double shareOfX = next - sum;
    errors += (sum - (next - shareOfX)) + (x - shareOfX);
    sum = next;
  }

  /**
   * Adds part of an array, in index order; the same bits as adding one by one.
   *
   * @param values the numbers
   * @param from index of the first, inclusive
   * @param to index after the last
   */
  public void add(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      add(values[i]);
    }
  }

  /**
   * Returns the sum so far.
   *
   * @return the sum; infinite or NaN as the plain sum would be
   */
  public double value() {
    // Once the sum is infinite its errors are NaN and say nothing.
    return Double.isInfinite(sum) ? sum : sum + errors;
  }
}
