package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * What the model would have said of each claim on the day it was made: a run as of each date, from
 * the latest base year of which everything was known. Immutable.
 */
public final class ModelsThen {
  private final ImmutableMap<String, Draws> drawsByClaim;

  private ModelsThen(ImmutableMap<String, Draws> drawsByClaim) {
    this.drawsByClaim = drawsByClaim;
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
    ImmutableMap.Builder<String, Draws> draws = ImmutableMap.builder();
    byDate.forEach((date, made) -> run(date, made, evidence, settings, draws));
    return new ModelsThen(draws.buildOrThrow());
  }

  private static void run(
      LocalDate date,
      List<ProjectionClaim> claims,
      EvidenceBase evidence,
      Settings settings,
      ImmutableMap.Builder<String, Draws> draws) {
    EvidenceBase known = evidence.asOf(date);
    Optional<FinancialYear> base = Calibration.latestBaseYear(known);
    if (base.isEmpty()) {
      return;
    }
    FinancialYear last =
        claims.stream().map(ProjectionClaim::target).max(FinancialYear::compareTo).orElseThrow();
    Set<Variable> kept = new LinkedHashSet<>();
    claims.forEach(claim -> kept.addAll(claim.needed()));
    // Without cuts for a gap, the funding rule moves neither demand nor cost.
    Scenario scenario = Baseline.england(known, base.get()).to(last).with(FundingRule.REAL_FLAT);
    Projection run = Simulation.of(scenario).keeping(kept.toArray(Variable[]::new)).run(settings);
    for (ProjectionClaim claim : claims) {
      draws.put(claim.id(), claim.draws(evidence, run, scenario.inputs()));
    }
  }

  /**
   * The draws of a claim.
   *
   * @param claim one of those it ran for
   * @return empty if no base year was known on its date, or it was not among them
   */
  public Optional<Draws> of(ProjectionClaim claim) {
    return Optional.ofNullable(drawsByClaim.get(claim.id()));
  }

  /** The claims that have draws. */
  @Override
  public String toString() {
    return "Models as of the dates of " + drawsByClaim.keySet();
  }
}
