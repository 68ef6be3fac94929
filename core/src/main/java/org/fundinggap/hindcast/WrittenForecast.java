package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * A forecast written down before the fact: what a release of the library said of every quantity
 * that will be published, to be scored when it is. Immutable.
 *
 * @param head which release said it, when, of which model
 * @param quantiles by quantity and year, one for each of {@link #LEVELS}, in the quantity's unit
 */
public record WrittenForecast(Head head, Map<Key, List<Double>> quantiles) {
  /** The levels of the quantiles: those that forecast hubs ask for (Cramer and others 2022). */
  public static final List<Double> LEVELS =
      List.of(
          0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7,
          0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99);

  /** Between the levels logarithms go in straight lines; so many points of those are scored. */
  private static final int POINTS = 199;

  /**
   * Which release said it, when, of which model.
   *
   * @param release the version of the library
   * @param madeOn the date on which it was written
   * @param baseYear the base year
   * @param draws how many draws
   * @param seed their seed
   * @param fingerprint the fingerprint of the model and its inputs
   * @param digest the digest of the projection
   */
  public record Head(
      String release,
      LocalDate madeOn,
      FinancialYear baseYear,
      int draws,
      long seed,
      String fingerprint,
      String digest) {
    /**
     * Checks that nothing is missing.
     *
     * @param release as described above
     * @param madeOn as described above
     * @param baseYear as described above
     * @param draws as described above
     * @param seed as described above
     * @param fingerprint as described above
     * @param digest as described above
     */
    public Head {
      Checks.notBlank(release, "release");
      Objects.requireNonNull(madeOn, "madeOn");
      Objects.requireNonNull(baseYear, "baseYear");
      Checks.notBlank(fingerprint, "fingerprint");
      Checks.notBlank(digest, "digest");
    }
  }

  /**
   * What quantiles are of.
   *
   * @param quantity the id of a {@link Published}
   * @param year the year
   */
  public record Key(String quantity, FinancialYear year) {}

  /**
   * Copies the map.
   *
   * @param head as described above
   * @param quantiles as described above
   * @throws IllegalArgumentException if a row has another number of quantiles, or one falls
   */
  public WrittenForecast {
    Objects.requireNonNull(head, "head");
    ImmutableMap.Builder<Key, List<Double>> copy = ImmutableMap.builder();
    quantiles.forEach((key, row) -> copy.put(key, checked(key, row)));
    quantiles = copy.buildOrThrow();
  }

  private static List<Double> checked(Key key, List<Double> row) {
    if (row.size() != LEVELS.size()) {
      throw new IllegalArgumentException(
          "quantiles of "
              + key
              + " must be "
              + LEVELS.size()
              + ", were "
              + row.size()
              + "; give one for each of LEVELS");
    }
    for (int i = 1; i < row.size(); i++) {
      if (!(row.get(i) >= row.get(i - 1))) {
        throw new IllegalArgumentException(
            "quantiles of "
                + key
                + " must not fall, were "
                + row.get(i - 1)
                + ", "
                + row.get(i)
                + "; put them in the order of LEVELS");
      }
    }
    return List.copyOf(row);
  }

  /**
   * What a baseline says of all its projected years.
   *
   * @param release the version of the library
   * @param madeOn today
   * @param baseline the baseline; the funding rule moves neither demand nor cost
   * @param settings how many draws, of which seed
   * @return the forecast
   */
  public static WrittenForecast of(
      String release, LocalDate madeOn, Baseline baseline, Settings settings) {
    BaselineRun run = BaselineRun.run(baseline, settings, Execution.ofAllProcessors());
    Head head =
        new Head(
            release,
            madeOn,
            baseline.baseYear(),
            settings.draws(),
            settings.seed(),
            Fingerprint.of(run.projection().scenarios().get(0)).hex(),
            run.projection().digest());
    Map<Key, List<Double>> quantiles = new LinkedHashMap<>();
    for (Published quantity : Published.all()) {
      for (FinancialYear year : baseline.years().years()) {
        if (year.compareTo(baseline.baseYear()) > 0) {
          Draws draws = run.draws(quantity, year);
          quantiles.put(
              new Key(quantity.id(), year), LEVELS.stream().map(draws::quantile).toList());
        }
      }
    }
    return new WrittenForecast(head, quantiles);
  }

  /**
   * Scores what has been published since. What was out on the day on which the forecast was written
   * is no foresight and is left out, and so is what was not published of the base year.
   *
   * @param evidence a register that holds outturns of forecast years
   * @return a case for each quantity and year that has one, without benchmarks; empty if none has
   */
  public List<ScoredCase> scored(EvidenceBase evidence) {
    List<ScoredCase> cases = new ArrayList<>();
    ForecastOrigin origin = new ForecastOrigin(head.baseYear, head.madeOn);
    quantiles.forEach(
        (key, row) -> {
          Published quantity = Published.named(key.quantity);
          Window window = new Window(origin, key.year);
          History.log(quantity, evidence, key.year)
              .filter(outcome -> History.log(quantity, evidence, head.baseYear).isPresent())
              .filter(outcome -> isForesight(quantity, evidence, key.year))
              .ifPresent(outcome -> cases.add(scored(quantity, window, row, outcome)));
        });
    return cases;
  }

  /** Whether some series of it was published after the forecast was written. */
  private boolean isForesight(Published quantity, EvidenceBase evidence, FinancialYear year) {
    return quantity.series().series().stream()
        .map(id -> evidence.series(id).observation(year).provenance().published())
        .anyMatch(published -> published.isAfter(head.madeOn));
  }

  private static ScoredCase scored(
      Published quantity, Window window, List<Double> row, double outcome) {
    double[] points = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      points[i] = logAt((i + 0.5) / POINTS, row);
    }
    return new ScoredCase(
        quantity,
        Terms.CASH,
        window,
        false,
        Exp.exp(outcome),
        new SaidRange(at(0.1, row), at(0.25, row), at(0.5, row), at(0.75, row), at(0.9, row)),
        Score.of(SampledForecast.of(points), outcome),
        ImmutableMap.of());
  }

  private static double at(double level, List<Double> row) {
    return row.get(LEVELS.indexOf(level));
  }

  private static double logAt(double level, List<Double> row) {
    int above = 1;
    while (above < LEVELS.size() - 1 && LEVELS.get(above) < level) {
      above++;
    }
    double low = Log.log(row.get(above - 1));
    double high = Log.log(row.get(above));
    double from = LEVELS.get(above - 1);
    return low + (high - low) * (level - from) / (LEVELS.get(above) - from);
  }
}
