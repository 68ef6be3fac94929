package org.fundinggap.hindcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Log;
import org.fundinggap.published.Published;
import org.fundinggap.published.SeriesSum;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;

/**
 * What a forecaster without a model sees: the past of one quantity on the log scale, up to the base
 * year, as it was known at an origin.
 */
final class History {
  private static final String CHILDREN = "children";

  /** The rise of prices that the sector's projections assume: the Bank of England's target. */
  private static final double ASSUMED_INFLATION = 0.02;

  /** How far back a forecaster looks. */
  private static final int YEARS = 12;

  private final double[] levels;
  private final boolean[] known;
  private final double[] carried;

  /**
   * A past.
   *
   * @param levels logarithms by year, oldest first, without a gap; the last is the base year's
   * @param known by year: whether its change from the year before is of the same thing; the first
   *     is false
   * @param carried by year: what the sector's method would have added by then, in logarithms: the
   *     growth of children, and for cash the rise of prices that it assumes; NaN where the number
   *     of children is not held
   */
  History(double[] levels, boolean[] known, double[] carried) {
    this.levels = levels.clone();
    this.known = known.clone();
    this.carried = carried.clone();
  }

  static Optional<History> of(
      Published quantity, EvidenceBase evidence, FinancialYear baseYear, Optional<Deflator> real) {
    List<FinancialYear> years = years(quantity, evidence, baseYear);
    if (years.isEmpty()) {
      return Optional.empty();
    }
    Published children = Published.named(CHILDREN);
    int n = years.size();
    double[] levels = new double[n];
    boolean[] known = new boolean[n];
    double[] carried = new double[n];
    for (int i = 0; i < n; i++) {
      FinancialYear year = years.get(i);
      levels[i] = level(quantity, evidence, year) - logPrices(real, baseYear, year);
      known[i] = isComparable(quantity, evidence, year);
      double inflation = quantity.isMoney() && real.isEmpty() ? ASSUMED_INFLATION * i : 0;
      double number =
          quantity.per().isEmpty() ? log(children, evidence, year).orElse(Double.NaN) : 0;
      carried[i] = number + inflation;
    }
    return Optional.of(new History(levels, known, carried));
  }

  /** The logarithm of a year; of a missing one between two that are there, their middle. */
  private static double level(Published quantity, EvidenceBase evidence, FinancialYear year) {
    return log(quantity, evidence, year)
        .orElseGet(
            () ->
                (log(quantity, evidence, year.plus(-1)).orElseThrow()
                        + log(quantity, evidence, year.plus(1)).orElseThrow())
                    / 2);
  }

  /**
   * What the sector's method adds from the base year to a target, in logarithms.
   *
   * @param children how many are expected in the target year
   * @param prices of the target year over those of the base year, as expected; 1 in real terms
   */
  static double expected(
      Published quantity,
      EvidenceBase evidence,
      FinancialYear baseYear,
      double children,
      double prices) {
    double number = 0;
    if (quantity.per().isEmpty()) {
      double now = log(Published.named(CHILDREN), evidence, baseYear).orElseThrow();
      number = Log.log(children) - now;
    }
    return number + (quantity.isMoney() ? Log.log(prices) : 0);
  }

  private static List<FinancialYear> years(
      Published quantity, EvidenceBase evidence, FinancialYear baseYear) {
    List<FinancialYear> years = new ArrayList<>();
    FinancialYear year = baseYear;
    while (years.size() < YEARS
        && (log(quantity, evidence, year).isPresent()
            || (!years.isEmpty() && log(quantity, evidence, year.plus(-1)).isPresent()))) {
      years.add(0, year);
      year = year.plus(-1);
    }
    return years;
  }

  static Optional<Double> log(Published quantity, EvidenceBase evidence, FinancialYear year) {
    return quantity.at(evidence, year).map(Cited::value).filter(value -> value > 0).map(Log::log);
  }

  /** Prices of a year over those of the base year; nil for cash. */
  private static double logPrices(
      Optional<Deflator> real, FinancialYear baseYear, FinancialYear year) {
    return real.map(deflator -> Log.log(deflator.index(year) / deflator.index(baseYear)))
        .orElse(0.0);
  }

  /** Whether nothing breaks after one year, up to a later one. */
  static boolean isComparable(
      Published quantity, EvidenceBase evidence, FinancialYear from, FinancialYear to) {
    for (FinancialYear year = from; year.compareTo(to) < 0; year = year.plus(1)) {
      if (!isComparable(quantity, evidence, year.plus(1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a year counts the same as the one before, or as the one before a missing one. */
  private static boolean isComparable(
      Published quantity, EvidenceBase evidence, FinancialYear year) {
    boolean here = log(quantity, evidence, year).isPresent();
    boolean before = log(quantity, evidence, year.plus(-1)).isPresent();
    if (here && before) {
      return sums(quantity).allMatch(sum -> sum.isComparable(evidence, year));
    }
    FinancialYear next = here ? year : year.plus(1);
    return sums(quantity)
        .flatMap(sum -> sum.series().stream())
        .map(evidence::series)
        .allMatch(series -> series.has(next) && !series.observation(next).breakBefore());
  }

  private static Stream<SeriesSum> sums(Published quantity) {
    return Stream.concat(Stream.of(quantity.series()), quantity.perSeries().stream());
  }

  int length() {
    return levels.length;
  }

  double level(int year) {
    return levels[year];
  }

  /** What the sector's method would have added from one year to a later one. */
  double carried(int from, int to) {
    return carried[to] - carried[from];
  }

  /** Whether all changes from one year to a later one are of the same thing. */
  boolean isKnown(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (!known[i]) {
        return false;
      }
    }
    return true;
  }

  /** Changes up to a year, oldest first. */
  List<Double> changes(int upTo) {
    List<Double> changes = new ArrayList<>();
    for (int i = 1; i <= upTo; i++) {
      if (known[i]) {
        changes.add(levels[i] - levels[i - 1]);
      }
    }
    return changes;
  }
}
