package org.fundinggap.scenario;

import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.fundinggap.random.Correlation;

/**
 * Estimates from short series: 3 to 12 yearly numbers, pooled with a prior so that a lucky sample
 * is not taken for knowledge.
 */
final class Changes {
  /** Two points make a line without residuals: below three, slope and spread are the prior's. */
  private static final int FEWEST_FOR_A_LINE = 3;

  /** How many further years the prior spread counts for. */
  private static final int PRIOR_YEARS = 4;

  private Changes() {}

  static double mean(double[] sample) {
    return new Mean().evaluate(sample);
  }

  /** Standard deviation of a sample pooled with a prior one. */
  static double spread(double[] sample, double prior) {
    double squares = sample.length < 2 ? 0 : new Variance().evaluate(sample) * (sample.length - 1);
    int freedom = Math.max(sample.length - 1, 0);
    return Math.sqrt((squares + PRIOR_YEARS * prior * prior) / (freedom + PRIOR_YEARS));
  }

  /** Standard error of the mean of a sample whose spread is pooled. */
  static double error(double[] sample, double prior) {
    return spread(sample, prior) / Math.sqrt(Math.max(sample.length, 1));
  }

  /** Standard error of the mean of a sample that needs no prior. */
  static double standardError(double[] sample) {
    return Math.sqrt(new Variance().evaluate(sample) / sample.length);
  }

  /** A recent yearly drift and its standard error. */
  record Drift(double mean, double error) {}

  /**
   * The mean of yearly changes, shrunk towards nil: with standard error s and prior spread r it is
   * multiplied by {@code r^2 / (r^2 + s^2)}.
   */
  static Drift drift(double[] changes, double priorDriftSpread, double priorSpread) {
    double error = error(changes, priorSpread);
    double prior = priorDriftSpread * priorDriftSpread;
    double weight = prior / (prior + error * error);
    return new Drift(weight * mean(changes), Math.sqrt(weight) * error);
  }

  /** A straight line through yearly values, its slope shrunk towards nil. */
  record Line(double valueAtEnd, double slope, double slopeError, double spread) {}

  /**
   * Ridge regression on time, the last value at time 0: with error s of the unshrunk slope and
   * prior spread r, the slope is multiplied by {@code r^2 / (r^2 + s^2)}.
   */
  static Line line(double[] values, double priorSlopeSpread, double priorSpread) {
    int years = values.length;
    if (years < FEWEST_FOR_A_LINE) {
      return new Line(values[years - 1], 0, priorSlopeSpread, priorSpread);
    }
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < years; i++) {
      regression.addData(i - (years - 1), values[i]);
    }
    double[] residuals = new double[years];
    for (int i = 0; i < years; i++) {
      residuals[i] = values[i] - regression.predict(i - (years - 1));
    }
    double spread = spread(residuals, priorSpread);
    double error = spread / Math.sqrt(regression.getXSumSquares());
    double prior = priorSlopeSpread * priorSlopeSpread;
    double weight = prior / (prior + error * error);
    double slope = weight * regression.getSlope();
    double valueAtEnd = mean(values) + slope * (years - 1) / 2;
    return new Line(valueAtEnd, slope, Math.sqrt(weight) * error, spread);
  }

  /**
   * Sample correlations of some yearly shocks, multiplied by a weight off the diagonal.
   *
   * @param samples one row a shock, in the order of the names, all of the same years
   */
  static Correlation correlation(List<String> names, double[][] samples, double weight) {
    int size = names.size();
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double sample = new PearsonsCorrelation().correlation(samples[i], samples[j]);
        matrix[i][j] = weight * sample;
        matrix[j][i] = matrix[i][j];
      }
    }
    return Correlation.of(names, matrix);
  }

  /** The same correlation between any two of some shocks. */
  static Correlation equal(List<String> names, double correlation) {
    int size = names.size();
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 1 : correlation;
      }
    }
    return Correlation.of(names, matrix);
  }
}
