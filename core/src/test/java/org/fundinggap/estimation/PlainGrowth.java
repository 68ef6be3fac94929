package org.fundinggap.estimation;

/**
 * Growth that returns to a mean, estimated with plain loops from the formulas that {@link
 * YearlySeries} documents: an autoregression of the first order, its persistence, spread and mean
 * each pooled with a belief.
 *
 * @param last growth of the last year
 * @param mean the mean that it returns to
 * @param persistence what is left of the distance a year later
 */
public record PlainGrowth(double last, double mean, double persistence) {

  /**
   * Estimates it.
   *
   * @param levels yearly numbers, not their logarithms; five or more
   * @param mean belief about the mean, with its standard deviation
   * @param persistence belief about persistence, with its standard deviation
   * @param shocks belief about the spread of shocks, with the years that it counts for
   */
  public static PlainGrowth of(
      double[] levels, double[] mean, double[] persistence, double[] shocks) {
    int n = levels.length - 1;
    double[] growth = new double[n];
    double average = 0;
    for (int i = 0; i < n; i++) {
      growth[i] = StrictMath.log(levels[i + 1] / levels[i]);
      average += growth[i] / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      squares += (growth[i] - average) * (growth[i] - average);
      products += i == 0 ? 0 : (growth[i] - average) * (growth[i - 1] - average);
    }
    double sample = products / squares;
    double most = 1 - 1.0 / n;
    double corrected = Math.max(-most, Math.min(most, sample + (1 + 3 * sample) / n));
    double error = (1 + 3.0 / n) * Math.sqrt((1 - sample * sample) / n);
    double r = pooled(corrected, Math.max(error, 2.0 / n), persistence);
    double spread = spread(n, squares, r, shocks[0] / Math.sqrt(1 - r * r), shocks[1]);
    double inflation = r > 0 ? Math.min(n, (1 + r) / (1 - r)) : sumOfPowers(n, r) / n;
    return new PlainGrowth(
        growth[n - 1], pooled(average, spread * Math.sqrt(inflation / n), mean), r);
  }

  private static double pooled(double value, double error, double[] belief) {
    double ofData = 1 / (error * error);
    double ofBelief = 1 / (belief[1] * belief[1]);
    return (ofData * value + ofBelief * belief[0]) / (ofData + ofBelief);
  }

  private static double spread(int n, double squares, double r, double believed, double years) {
    double expected = n - sumOfPowers(n, r) / n;
    double freedom = expected * (1 - r * r) / (1 + r * r);
    return Math.sqrt(
        (squares * freedom / expected + years * believed * believed) / (freedom + years));
  }

  /** The sum of all r^|i - j|. */
  private static double sumOfPowers(int n, double r) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += StrictMath.pow(r, Math.abs(i - j));
      }
    }
    return sum;
  }

  /** The sum of growth over some years, by the closed form of a geometric series. */
  public double over(int years) {
    double left = persistence * (1 - StrictMath.pow(persistence, years)) / (1 - persistence);
    return years * mean + (last - mean) * left;
  }
}
