package org.fundinggap.hindcast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.demand.Children;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;

/**
 * Scores what a past run said of each year against what was published.
 *
 * @param whole the whole register: what came
 * @param came the deflator as it came
 * @param run the run
 */
record CaseScorer(EvidenceBase whole, Deflator came, PastRun run) {
  private static final double HALF = 0.5;
  private static final double LEAST = 1e-6;

  static CaseScorer of(EvidenceBase whole, PastRun run) {
    return new CaseScorer(whole, Deflators.latest(whole), run);
  }

  private FinancialYear base() {
    return run.base();
  }

  /**
   * Whether the quantity itself was published of the base year, and not only what the model works
   * it out from: else outcome and forecast would be on two bases.
   */
  boolean hasBase(Published quantity) {
    return History.log(quantity, run.known(), base()).isPresent();
  }

  /** The score of a number; empty if it was not published, or has no base. */
  Optional<ScoredCase> score(Published quantity, Terms terms, FinancialYear target) {
    if (!hasBase(quantity)) {
      return Optional.empty();
    }
    return History.log(quantity, whole, target)
        .map(cash -> cash - (terms == Terms.REAL ? logOfPricesThatCame(target) : 0))
        .map(outcome -> score(quantity, terms, target, outcome));
  }

  private ScoredCase score(Published quantity, Terms terms, FinancialYear target, double outcome) {
    Draws said = run.said().draws(quantity, terms, target);
    return new ScoredCase(
        quantity,
        terms,
        new Window(run.origin(), target),
        !History.isComparable(quantity, whole, base(), target),
        Exp.exp(outcome),
        SaidRange.of(said),
        Score.of(ofLogs(said), outcome),
        benchmarks(quantity, terms, target, outcome));
  }

  /** Draws on the log scale; what is nil or less counts as a millionth of the median. */
  static SampledForecast ofLogs(Draws draws) {
    double[] logs = draws.values();
    double least = LEAST * draws.quantile(HALF);
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.max(logs[i], least);
    }
    Log.log(logs, logs, logs.length);
    return SampledForecast.of(logs);
  }

  private Map<Benchmark, Score> benchmarks(
      Published quantity, Terms terms, FinancialYear target, double outcome) {
    Map<Benchmark, Score> scores = new EnumMap<>(Benchmark.class);
    Optional<Deflator> real =
        terms == Terms.REAL ? Optional.of(Deflators.of(run.known(), base())) : Optional.empty();
    int years = base().yearsUntil(target);
    double carried = carried(quantity, terms, target);
    History history = History.of(quantity, run.known(), base(), real).orElseThrow();
    for (Benchmark each : Benchmark.values()) {
      scores.put(each, Score.of(each.forecast(history, carried, years), outcome));
    }
    return scores;
  }

  /** What the sector's method adds: children and prices as the model's middle has them. */
  private double carried(Published quantity, Terms terms, FinancialYear target) {
    double children = run.said().draws(Children.CHILDREN, target).quantile(HALF);
    double prices = terms == Terms.REAL ? 1 : run.said().prices(target).quantile(HALF);
    return History.expected(quantity, run.known(), base(), children, prices);
  }

  private double logOfPricesThatCame(FinancialYear year) {
    return Log.log(came.index(year) / came.index(base()));
  }
}
