package org.fundinggap.evidence;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The slope of spending on volume with an effect of each year, by ordinary least squares, and its
 * standard error where changes of one authority depend on each other in any way.
 *
 * <p>With both less their means of the year, x and y, the slope is b = sum(xy) / sum(x²); with the
 * residuals e = y - bx and s the sum of xe over the changes of an authority, the variance is c
 * sum(s²) / sum(x²)², where c = G / (G - 1) (N - 1) / (N - K) for G authorities, N changes and K
 * coefficients, the effects among them. It is the same as of a regression on indicators of years.
 *
 * @param slope b
 * @param error the root of the variance
 * @param authorities G
 * @param changes N
 */
record ClusteredSlope(double slope, double error, int authorities, int changes) {
  static ClusteredSlope of(List<AuthorityChanges.Change> changes) {
    double[] x = lessYear(changes, AuthorityChanges.Change::volume);
    double[] y = lessYear(changes, AuthorityChanges.Change::spending);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += x[i] * x[i];
      products += x[i] * y[i];
    }
    double slope = products / squares;
    Map<String, Double> scores = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      scores.merge(changes.get(i).authority(), x[i] * (y[i] - slope * x[i]), Double::sum);
    }
    double meat = scores.values().stream().mapToDouble(score -> score * score).sum();
    double clusters = scores.size();
    double coefficients =
        1 + changes.stream().map(AuthorityChanges.Change::year).distinct().count();
    double correction = clusters / (clusters - 1) * (x.length - 1) / (x.length - coefficients);
    double error = Math.sqrt(correction * meat) / squares;
    return new ClusteredSlope(slope, error, scores.size(), x.length);
  }

  private static double[] lessYear(
      List<AuthorityChanges.Change> changes, ToDoubleFunction<AuthorityChanges.Change> value) {
    Map<Integer, Double> means =
        changes.stream().collect(groupingBy(AuthorityChanges.Change::year, averagingDouble(value)));
    return changes.stream()
        .mapToDouble(
            change -> value.applyAsDouble(change) - means.getOrDefault(change.year(), Double.NaN))
        .toArray();
  }
}
