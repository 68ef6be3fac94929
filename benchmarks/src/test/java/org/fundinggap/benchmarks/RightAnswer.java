package org.fundinggap.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whether a sample's mean and spread of the last year's gap are right for its size. */
final class RightAnswer {
  /*
   * Five standard errors of a mean are exceeded by chance once in 1.7 million; those of a standard
   * deviation, near sd sqrt(0.5 / n) for a distribution close to the normal, about as seldom. The
   * right values themselves are known to about 0.05.
   */
  private static final double STANDARD_ERRORS = 5;

  private static final double ROUNDING = 0.05;

  private RightAnswer() {}

  static void check(double mean, double standardDeviation, int draws) {
    double error = ReferenceWorkload.STANDARD_DEVIATION / Math.sqrt(draws);
    assertEquals(
        ReferenceWorkload.MEAN, mean, STANDARD_ERRORS * error + ROUNDING, "mean of the last year");
    assertEquals(
        ReferenceWorkload.STANDARD_DEVIATION,
        standardDeviation,
        STANDARD_ERRORS * error * Math.sqrt(0.5) * 1.1 + ROUNDING,
        "standard deviation of the last year");
  }
}
