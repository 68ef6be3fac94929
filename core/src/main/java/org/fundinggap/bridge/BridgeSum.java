package org.fundinggap.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what each driver contributes, term by term, and both ends. */
final class BridgeSum {
  private final double[] start;
  private final double[] end;
  private final double[] largest;
  private final Map<String, double[]> contributions = new LinkedHashMap<>();

  BridgeSum(int draws) {
    start = new double[draws];
    end = new double[draws];
    largest = new double[draws];
  }

  double[] know(String driver) {
    return contributions.computeIfAbsent(driver, name -> new double[start.length]);
  }

  /** Splits a product and adds its parts. */
  void add(BridgeTerm term, int sign) {
    int factors = term.factors().size();
    double[][] from = columns(term, true);
    double[][] to = columns(term, false);
    double[][] sums =
        term.factors().stream().map(factor -> know(factor.driver())).toArray(double[][]::new);
    double[] before = new double[factors];
    double[] after = new double[factors];
    double[] changes = new double[factors];
    for (int i = 0; i < start.length; i++) {
      for (int k = 0; k < factors; k++) {
        before[k] = from[k][i];
        after[k] = to[k][i];
      }
      BridgeSplit.split(before, after, changes);
      for (int k = 0; k < factors; k++) {
        sums[k][i] += sign * changes[k];
      }
      addEnds(i, sign * BridgeSplit.product(before), sign * BridgeSplit.product(after));
    }
  }

  private static double[][] columns(BridgeTerm term, boolean from) {
    return term.factors().stream()
        .map(factor -> (from ? factor.from() : factor.to()).values())
        .toArray(double[][]::new);
  }

  /** Adds a number whose change counts to one driver. */
  void add(BridgeFactor factor, int sign) {
    double[] sum = know(factor.driver());
    double[] before = factor.from().values();
    double[] after = factor.to().values();
    for (int i = 0; i < start.length; i++) {
      sum[i] += sign * (after[i] - before[i]);
      addEnds(i, sign * before[i], sign * after[i]);
    }
  }

  private void addEnds(int i, double before, double after) {
    start[i] += before;
    end[i] += after;
    largest[i] = Math.max(largest[i], Math.max(Math.abs(before), Math.abs(after)));
  }

  /** Where products or their sums are beyond the largest double. */
  void addProblems(List<String> problems) {
    for (int i = 0; i < start.length; i++) {
      if (!(Double.isFinite(start[i]) && Double.isFinite(end[i]))) {
        problems.add(
            "terms must have a finite sum in every draw, was "
                + start[i]
                + " at the start and "
                + end[i]
                + " at the end of draw "
                + i
                + "; take a larger unit");
        return;
      }
    }
  }

  double[] start() {
    return start;
  }

  double[] end() {
    return end;
  }

  /** The size of the largest term at either end, by draw. */
  double[] largest() {
    return largest;
  }

  Map<String, double[]> contributions() {
    return contributions;
  }
}
