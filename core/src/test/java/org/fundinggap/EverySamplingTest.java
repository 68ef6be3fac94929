package org.fundinggap;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.analysis.Audit;
import org.fundinggap.analysis.Auditor;
import org.fundinggap.analysis.VarianceByPart;
import org.fundinggap.analysis.VarianceShare;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.bridge.BridgeDriver;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Regret;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.GoalSeek;
import org.fundinggap.search.GoalSolution;
import org.fundinggap.search.Portfolio;
import org.fundinggap.search.PortfolioChoice;
import org.fundinggap.search.PortfolioResult;
import org.fundinggap.search.Statistic;
import org.fundinggap.simulation.LeadingStreams;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is worked out from runs says the same of independent and of Sobol draws, to within the
 * errors that both state; and of a single replicate it says that the error is unknown.
 */
@DisplayName("Every analysis")
@Tag("slow")
class EverySamplingTest {
  private static final Settings SETTINGS = Settings.of(2025, 4_096);
  private static final Scenario BASE = England.underLaw().with(FundingRule.REAL_FLAT);
  private static final Lever VISITS = measure("stable-homes-2");
  private static final Lever CONFERENCES = measure("family-group-conferences");
  private static final Scenario POLICY = BASE.with("policy", VISITS, CONFERENCES);
  private static final FinancialYear LAST = BASE.inputs().years().last();
  private static final Variable GAP = Gap.STAND_STILL.cash();

  private static Map<String, WithError> alone;

  /** The first lever of a measure. */
  private static Lever measure(String id) {
    return PolicyCatalogue.of(England.evidence(), BASE.inputs().years().first())
        .measure(id)
        .levers()
        .get(0);
  }

  @BeforeAll
  static void runIndependently() {
    alone = figures(SETTINGS);
  }

  static Stream<Sampling> samplings() {
    return Stream.of(1, 4, 16)
        .flatMap(
            replicates -> {
              Sampling sobol = Sampling.sobol(replicates);
              return Stream.of(sobol, sobol.withLeading(LeadingStreams.of(BASE)));
            });
  }

  @ParameterizedTest
  @MethodSource("samplings")
  @DisplayName("agrees with independent draws to within the errors that both state")
  void agrees(Sampling sampling) {
    Map<String, WithError> spread = figures(SETTINGS.withSampling(sampling));
    assertEquals(alone.keySet(), spread.keySet());
    assertAll(
        spread.entrySet().stream()
            .map(each -> () -> assertAgrees(each.getKey(), each.getValue(), sampling)));
  }

  private static void assertAgrees(String name, WithError figure, Sampling sampling) {
    WithError other = Objects.requireNonNull(alone.get(name));
    if (name.startsWith("share of ")) {
      // An audit takes them from independent draws, whatever the settings.
      assertEquals(other, figure, name);
      return;
    }
    boolean saysNothingOfQuantiles = name.startsWith("gain of ") && sampling.replicates() < 8;
    if (sampling.replicates() == 1 || saysNothingOfQuantiles) {
      assertTrue(Double.isNaN(figure.standardError()), name + " " + figure);
      assertEquals(Interval.UNKNOWN, figure.interval());
      return;
    }
    assertTrue(figure.standardError() > 0, name + " " + figure);
    // 2.5 intervals of 95% of both: about 5 standard errors, more of few replicates as theirs have
    // tails.
    double most =
        2.5 * Math.hypot(figure.reach() * figure.standardError(), 2 * other.standardError());
    assertTrue(
        Math.abs(figure.value() - other.value()) <= most, name + ": " + figure + ", not " + other);
  }

  private static Map<String, WithError> figures(Settings settings) {
    Map<String, WithError> figures = new LinkedHashMap<>();
    compare(settings, figures);
    split(settings, figures);
    PortfolioResult sets =
        Portfolio.of(BASE, VISITS, CONFERENCES)
            .minimise(Statistic.of(GAP, LAST).quantile(0.5), settings);
    for (PortfolioChoice choice : sets.choices()) {
      if (!choice.options().isEmpty()) {
        figures.put("gain of " + choice.name(), choice.gain());
      }
    }
    Portfolio.of(BASE, VISITS, CONFERENCES)
        .minimise(Statistic.of(GAP, LAST), settings)
        .choices()
        .stream()
        .filter(choice -> !choice.options().isEmpty())
        .forEach(choice -> figures.put("mean gain of " + choice.name(), choice.gain()));
    GoalSolution closed =
        GoalSeek.of(BASE, CareEntries.DRIFT).solve(Statistic.of(GAP, LAST), 3_000, settings);
    figures.put(
        "goal",
        new WithError(
            closed.reached().x(), closed.standardError(), closed.reached().output().reach()));
    return figures;
  }

  private static void compare(Settings settings, Map<String, WithError> figures) {
    Appraiser appraiser = Appraiser.of(GreenBook.standard(England.evidence()), OptimismBias.none());
    Appraisal appraisal = appraiser.appraise(new ScenarioPair(BASE, POLICY), settings);
    figures.put("net present value", WithError.meanOf(appraisal.netPresentValue()));
    Projection run = Simulation.of(BASE, POLICY).keeping(kept()).run(settings);
    Draws difference = Comparison.of(run, BASE.name()).differences("policy", GAP).in(LAST).draws();
    figures.put("difference", WithError.meanOf(difference));
    figures.put("median of the difference", WithError.quantileOf(difference, 0.5));
    Regret regret =
        Regret.of(
            "gap",
            ImmutableMap.of(
                "as it is", run.outcome(BASE.name(), GAP).in(LAST).plus(250),
                "policy", run.outcome("policy", GAP).in(LAST)),
            Direction.LOWER);
    figures.put("regret", WithError.meanOf(regret.choosing("as it is")));
    Bridge bridge =
        Bridge.of(
            new BridgeCell(run, BASE.name(), LAST.plus(-5)), new BridgeCell(run, "policy", LAST));
    figures.put("unit cost", WithError.meanOf(bridge.contribution(BridgeDriver.UNIT_COST)));
    VarianceByPart parts =
        VarianceByPart.of(
            run.outcome("policy", Cost.GROSS_NEED),
            Stream.of(CostLine.values()).map(line -> run.outcome("policy", line.need())).toList(),
            LAST);
    parts.parts().forEach(part -> figures.put(part.variable().name(), error(part.share())));
  }

  private static Variable[] kept() {
    return Stream.of(
            Stream.of(Bridge.variables()),
            Stream.of(GAP, Cost.GROSS_NEED),
            Stream.of(CostLine.values()).map(CostLine::need))
        .flatMap(each -> each)
        .distinct()
        .toArray(Variable[]::new);
  }

  private static void split(Settings settings, Map<String, WithError> figures) {
    Audit audit = Auditor.of(BASE, settings, England.evidence()).audit(GAP, LAST);
    figures.put("parameters", error(audit.split().parameters()));
    figures.put("shocks", error(audit.split().shocks()));
    figures.put("joint", error(audit.split().joint()));
    audit
        .parameters()
        .forEach(carrier -> figures.put("share of " + carrier.name(), error(carrier.share())));
  }

  private static WithError error(VarianceShare share) {
    return new WithError(share.value(), share.standardError(), share.reach());
  }
}
