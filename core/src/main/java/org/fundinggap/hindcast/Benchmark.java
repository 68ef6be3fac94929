package org.fundinggap.hindcast;

import java.util.List;
import org.fundinggap.scoring.Forecast;
import org.fundinggap.scoring.NormalForecast;

/**
 * Forecasters without a model, each given the same published past. On the log scale each is a
 * normal distribution about a point, with a spread from the errors that the same rule made in that
 * past: the mean of squared errors at every horizon up to the one asked for, each over its years,
 * times the years asked for. One error of {@value #FIRST_ERROR} for each root of a year is counted
 * in, so that a past of two years does not claim to know its spread.
 */
public enum Benchmark {
  /** No change: the last value, in money the last value in cash or in real terms. */
  RANDOM_WALK("random walk") {
    @Override
    double point(History history, int at, double carried, int years) {
      return history.level(at);
    }
  },
  /** The mean yearly change of the past goes on. */
  DRIFT("drift") {
    @Override
    double point(History history, int at, double carried, int years) {
      return history.level(at) + years * mean(history.changes(at));
    }
  },
  /** The mean change of the last three years goes on and fades, 0.8 of it each year. */
  DAMPED_TREND("damped trend") {
    @Override
    double point(History history, int at, double carried, int years) {
      List<Double> changes = history.changes(at);
      double change = mean(changes.subList(Math.max(0, changes.size() - RECENT), changes.size()));
      double sum = 0;
      for (int year = 0; year < years; year++) {
        change *= DAMPING;
        sum += change;
      }
      return history.level(at) + sum;
    }
  },
  /**
   * The sector's own method: the latest number for each child and the latest real cost go on, with
   * the children and prices that are expected. So do the reports of CCN and Newton.
   */
  SECTOR("sector") {
    @Override
    double point(History history, int at, double carried, int years) {
      return history.level(at) + carried;
    }
  };

  private static final int RECENT = 3;

  /** The usual parameter of a damped trend: Gardner and McKenzie 1985, Management Science 31. */
  private static final double DAMPING = 0.8;

  private static final double FIRST_ERROR = 0.05;

  private final String label;

  Benchmark(String label) {
    this.label = label;
  }

  /**
   * The point that the rule gives at a year of a past.
   *
   * @param carried what the sector's method adds from that year to the target
   */
  abstract double point(History history, int at, double carried, int years);

  /**
   * The forecast from the end of a past.
   *
   * @param history the past
   * @param carried what children and prices that are expected add, in logarithms
   * @param years how far ahead, at least 1
   */
  Forecast forecast(History history, double carried, int years) {
    double point = point(history, history.length() - 1, carried, years);
    return NormalForecast.of(point, StrictMath.sqrt(years * variance(history, years)));
  }

  /** Of one year, from errors at every horizon up to the one asked for. */
  private double variance(History history, int years) {
    double squares = FIRST_ERROR * FIRST_ERROR;
    int count = 1;
    for (int ahead = 1; ahead <= years; ahead++) {
      for (int at = 0; at + ahead < history.length(); at++) {
        double carried = history.carried(at, at + ahead);
        double error = history.level(at + ahead) - point(history, at, carried, ahead);
        // The error of a rule that would have needed a number which is not held is NaN.
        if (history.isKnown(at, at + ahead) && Double.isFinite(error)) {
          squares += error * error / ahead;
          count++;
        }
      }
    }
    return squares / count;
  }

  private static double mean(List<Double> changes) {
    return changes.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** As tables write it. */
  @Override
  public String toString() {
    return label;
  }
}
