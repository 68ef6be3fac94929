package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;

/** What a {@link SpreadStudy} found. Not for sharing by threads. */
final class SpreadErrors {
  private final int seeds;
  private final Map<Case, List<Double>> squares = new LinkedHashMap<>();
  private final Map<Timed, Double> best = new LinkedHashMap<>();

  private record Case(Spread spread, Figure figure, int log) {}

  private record Timed(Spread spread, int log) {}

  /**
   * A number with its standard error over seeds.
   *
   * @param value the number
   * @param error its standard error
   */
  record Uncertain(double value, double error) {}

  SpreadErrors(int seeds) {
    this.seeds = seeds;
  }

  int seeds() {
    return seeds;
  }

  /** Takes note of the mean square error that 2^log draws have in one more seed. */
  void add(Spread spread, Figure figure, int log, double meanSquare) {
    squares
        .computeIfAbsent(new Case(spread, figure, log), none -> new ArrayList<>())
        .add(meanSquare);
  }

  /** Takes note of a time; the best counts, as what else a machine does can only slow it. */
  void addTime(Spread spread, int log, double milliseconds) {
    best.merge(new Timed(spread, log), milliseconds, Math::min);
  }

  double milliseconds(Spread spread, int log) {
    return best.getOrDefault(new Timed(spread, log), Double.NaN);
  }

  /** The root of the mean square error of 2^log draws. */
  double rootMeanSquare(Spread spread, Figure figure, int log) {
    return Math.sqrt(meanSquare(spread, figure, log).value);
  }

  /** How many times as large the mean square error of as many independent draws is. */
  Uncertain gain(Spread spread, Figure figure, int log) {
    Uncertain independent = meanSquare(Spread.INDEPENDENT, figure, log);
    Uncertain own = meanSquare(spread, figure, log);
    double ratio = independent.value / own.value;
    double relative = Math.hypot(independent.error / independent.value, own.error / own.value);
    return new Uncertain(ratio, spread == Spread.INDEPENDENT ? 0 : ratio * relative);
  }

  /** The gain for the same time rather than the same draws. */
  double gainForTheTime(Spread spread, Figure figure, int log) {
    return gain(spread, figure, log).value
        * milliseconds(Spread.INDEPENDENT, log)
        / milliseconds(spread, log);
  }

  /**
   * Mean squares of independent draws fall with the number of draws, those of a mean exactly and
   * those of a percentile within a part in a thousand, so the many short stretches say best what
   * they are for long ones.
   */
  private Uncertain meanSquare(Spread spread, Figure figure, int log) {
    if (spread != Spread.INDEPENDENT || log == SpreadStudy.FEWEST) {
      return measured(spread, figure, log);
    }
    Uncertain few = measured(spread, figure, SpreadStudy.FEWEST);
    double share = Math.scalb(1.0, SpreadStudy.FEWEST - log);
    return new Uncertain(share * few.value, share * few.error);
  }

  private Uncertain measured(Spread spread, Figure figure, int log) {
    List<Double> all = squares.getOrDefault(new Case(spread, figure, log), List.of());
    double mean = all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double sum = all.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    return new Uncertain(mean, Math.sqrt(sum / (all.size() - 1) / all.size()));
  }
}
