package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.demand.Children;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Exp;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * What the model would have said of each claim on the day it was made: a run as of each date, from
 * the latest base year of which everything was known. Immutable.
 */
public final class ModelsThen {
  private static final double HALF = 0.5;

  private final ImmutableMap<String, Said> saidByClaim;

  private ModelsThen(ImmutableMap<String, Said> saidByClaim) {
    this.saidByClaim = saidByClaim;
  }

  /**
   * What was said of a claim on the day.
   *
   * @param model draws of the model, in the unit and prices of the claim
   * @param benchmarks the middle of each benchmark, in the same; none for a claim in real terms, or
   *     of a quantity that had not been published
   */
  public record Said(Draws model, Map<Benchmark, Double> benchmarks) {
    /**
     * Copies the map.
     *
     * @param model as described above
     * @param benchmarks as described above
     */
    public Said {
      Objects.requireNonNull(model, "model");
      benchmarks = ImmutableMap.copyOf(benchmarks);
    }
  }

  /**
   * Runs the model as of the date of every claim, once a date.
   *
   * @param claims the claims
   * @param evidence the whole register
   * @param settings seed and number of draws
   * @return their draws; a claim that was made before any base year was known has none
   */
  public static ModelsThen run(
      List<ProjectionClaim> claims, EvidenceBase evidence, Settings settings) {
    Map<LocalDate, List<ProjectionClaim>> byDate = new LinkedHashMap<>();
    for (ProjectionClaim claim : claims) {
      byDate.computeIfAbsent(claim.madeOn(evidence), date -> new ArrayList<>()).add(claim);
    }
    ImmutableMap.Builder<String, Said> said = ImmutableMap.builder();
    byDate.forEach((date, made) -> run(date, made, evidence, settings, said));
    return new ModelsThen(said.buildOrThrow());
  }

  private static void run(
      LocalDate date,
      List<ProjectionClaim> claims,
      EvidenceBase evidence,
      Settings settings,
      ImmutableMap.Builder<String, Said> said) {
    EvidenceBase known = evidence.asOf(date);
    Optional<FinancialYear> base = Calibration.latestBaseYear(known);
    if (base.isEmpty()) {
      return;
    }
    FinancialYear last =
        claims.stream().map(ProjectionClaim::target).max(FinancialYear::compareTo).orElseThrow();
    BaselineRun run =
        BaselineRun.run(
            Baseline.england(known, base.get()).to(last), settings, Execution.ofThreads(1));
    for (ProjectionClaim claim : claims) {
      Draws model = claim.draws(evidence, run.projection(), run.inputs());
      said.put(claim.id(), new Said(model, benchmarks(claim, evidence, known, run)));
    }
  }

  private static Map<Benchmark, Double> benchmarks(
      ProjectionClaim claim, EvidenceBase evidence, EvidenceBase known, BaselineRun run) {
    FinancialYear base = run.baseline().baseYear();
    Map<Benchmark, Double> middles = new EnumMap<>(Benchmark.class);
    Optional<History> history = History.of(claim.modelled(), known, base, Optional.empty());
    if (history.isEmpty() || !claim.isInCash()) {
      return middles;
    }
    int years = base.yearsUntil(claim.target());
    double children = run.draws(Children.CHILDREN, claim.target()).quantile(HALF);
    double prices = run.prices(claim.target()).quantile(HALF);
    double carried = History.expected(claim.modelled(), known, base, children, prices);
    for (Benchmark each : Benchmark.values()) {
      double middle = Exp.exp(each.forecast(history.get(), carried, years).median());
      middles.put(each, middle * claim.perModelled(evidence));
    }
    return middles;
  }

  /**
   * What was said of a claim.
   *
   * @param claim one of those it ran for
   * @return empty if no base year was known on its date, or it was not among them
   */
  public Optional<Said> of(ProjectionClaim claim) {
    return Optional.ofNullable(saidByClaim.get(claim.id()));
  }

  /** The claims of which something was said. */
  @Override
  public String toString() {
    return "Models as of the dates of " + saidByClaim.keySet();
  }
}
