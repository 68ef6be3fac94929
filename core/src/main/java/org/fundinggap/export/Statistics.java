package org.fundinggap.export;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Summary;
import org.fundinggap.draws.WithError;

/** The statistics of some draws that a table gives, each with its Monte Carlo standard error. */
final class Statistics {
  static final List<Integer> PERCENTILES = List.of(5, 10, 25, 50, 75, 90, 95);
  private static final String ERROR = "_error";

  /** Takes a statistic and its value. */
  @FunctionalInterface
  interface Taker {
    TidyRow row(String statistic, double value);
  }

  private Statistics() {}

  /** Mean, standard deviation and percentiles, and how many draws there were. */
  static List<TidyRow> of(Summary draws, Taker taker) {
    List<TidyRow> rows = new ArrayList<>();
    rows.add(taker.row("draws", draws.size()).in("draws", ""));
    rows.add(taker.row("mean", draws.mean()));
    rows.add(taker.row("mean" + ERROR, draws.meanError()));
    rows.add(taker.row("sd", draws.standardDeviation()));
    for (int percent : PERCENTILES) {
      double probability = percent / 100.0;
      String name = percentile(percent);
      rows.add(taker.row(name, draws.quantile(probability)));
      rows.add(taker.row(name + ERROR, draws.quantileError(probability)));
    }
    return rows;
  }

  /** Such as {@code p05} and {@code p50}, so that they sort. */
  static String percentile(int percent) {
    return percent < 10 ? "p0" + percent : "p" + percent;
  }

  /** A figure and its error. */
  static List<TidyRow> of(String name, WithError figure, Taker taker) {
    return List.of(
        taker.row(name, figure.value()), taker.row(name + ERROR, figure.standardError()));
  }

  /** Every draw by its number, from 0 on. */
  static List<TidyRow> draws(Draws draws, int first, Taker taker) {
    List<TidyRow> rows = new ArrayList<>();
    double[] values = draws.values();
    for (int i = 0; i < values.length; i++) {
      rows.add(taker.row("draw " + (first + i), values[i]));
    }
    return rows;
  }
}
