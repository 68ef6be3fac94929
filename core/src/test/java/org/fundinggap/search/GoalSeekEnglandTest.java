package org.fundinggap.search;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.draws.WithError;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What closes England's gap")
@Tag("medium")
class GoalSeekEnglandTest {
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final Statistic GAP = Statistic.of(Gap.STAND_STILL.cash(), LAST);
  private static final Settings SETTINGS = Settings.of(1, 600);

  private static Draws gap(Scenario scenario, Settings settings) {
    return Simulation.of(scenario)
        .keeping(Gap.STAND_STILL.cash())
        .run(settings)
        .outcome(Gap.STAND_STILL.cash())
        .in(LAST);
  }

  private static Scenario fixed(Scenario scenario, Parameter parameter, double value) {
    Inputs inputs =
        scenario.inputs().toBuilder()
            .parameter(parameter, Distribution.fixed(value), EVIDENCE)
            .build();
    return new Scenario("fixed", "one parameter fixed", inputs);
  }

  /** Closed on the draws of the search; on others but for what the standard errors allow. */
  private static void assertCloses(Scenario closed, GoalSolution found) {
    assertEquals(0, gap(closed, SETTINGS).mean(), 1e-3);
    Draws other = gap(closed, Settings.of(2, 600));
    double error = found.reached().output().standardError();
    assertEquals(error, found.standardError() * Math.abs(found.slope()), 1e-9 * error);
    double most = 4 * Math.sqrt(error * error + other.meanError() * other.meanError());
    assertEquals(0, other.mean(), most); // wrong once in 16,000 seeds
  }

  @Test
  @DisplayName("in 2034-35 is core funding that grows by a rate that a run confirms")
  void fundingGrowthCloses() {
    FundingStream core = FundingStream.core(FundingRule.CONSTANT_GROWTH);
    Inputs inputs =
        England.withStreams(
                List.of(
                    core,
                    FundingStream.asylum(),
                    FundingStream.familiesFirst(),
                    FundingStream.transformation()))
            .parameter(core.growth(), Distribution.fixed(0.02), EVIDENCE)
            .build();
    Scenario england = new Scenario("growing", "core funding grows", inputs);
    GoalSolution found = GoalSeek.of(england, core.growth()).solve(GAP, 0, SETTINGS);
    double growth = found.value().orElseThrow();
    assertTrue(growth > 0.03 && growth < 0.09, "growth of " + growth);
    assertEquals(1, found.crossings());
    assertCloses(fixed(england, core.growth(), growth), found);
  }

  @Test
  @DisplayName("is entries to care that fall, if council tax grows and not if funding is flat")
  void entriesClose() {
    Scenario taxed = England.baseline().with(FundingRule.COUNCIL_TAX);
    GoalSolution found = GoalSeek.of(taxed, CareEntries.DRIFT).solve(GAP, 0, SETTINGS);
    double drift = found.value().orElseThrow();
    assertTrue(drift < 0, "drift of " + drift);
    assertCloses(fixed(taxed, CareEntries.DRIFT, drift), found);
    Scenario flat = England.baseline().with(FundingRule.CASH_FLAT);
    GoalSolution none = GoalSeek.of(flat, CareEntries.DRIFT).solve(GAP, 0, SETTINGS);
    assertTrue(none.value().isEmpty());
    assertEquals(CareEntries.DRIFT.lower(), none.reached().x());
    assertTrue(none.reached().output().value() > 1_000);
  }

  @Test
  @DisplayName("is new money as a lever, of which none at all is the baseline")
  void newMoneyCloses() {
    Scenario flat = England.baseline().with(FundingRule.CASH_FLAT);
    GoalSolution found =
        GoalSeek.between(0, 30_000, x -> x == 0 ? flat : flat.with(newMoney(x)))
            .solve(GAP, 0, SETTINGS);
    assertCloses(flat.with(newMoney(found.value().orElseThrow())), found);
    assertEquals(gap(flat, SETTINGS).mean(), found.atLower().output().value());
  }

  private static Lever newMoney(double millions) {
    return Lever.named("new money")
        .from(year(2026))
        .shift(Funding.FUNDING, Distribution.fixed(millions), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("is narrowed by the best levers that councils can afford")
  void leversAreChosen() {
    Scenario flat = England.baseline().with(FundingRule.CASH_FLAT);
    Lever help =
        Lever.named("help")
            .from(year(2026))
            .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.15, -0.05), EVIDENCE)
            .cost(Payer.COUNCILS, Distribution.fixed(50), EVIDENCE)
            .build();
    Lever more = drift("more", -0.06, 100);
    Lever less = drift("less", -0.03, 20);
    Portfolio portfolio =
        Portfolio.of(flat, help, more, less)
            .costing(Statistic.ownCosts(flat.inputs().years(), Payer.COUNCILS));
    PortfolioResult result = portfolio.budget(800).minimise(GAP, SETTINGS);
    assertEquals(List.of("help", "less"), result.best().orElseThrow().options());
    assertEquals(
        List.of(List.of("more", "less"), List.of("help", "more", "less")),
        result.refused().stream().map(PortfolioResult.Refused::options).toList());
    // Two ways to have fewer children enter care do less together than the sum.
    assertTrue(result.best().orElseThrow().interaction().value() < 0);
    PortfolioChoice nothing = result.doingNothing();
    assertEquals(gap(flat, SETTINGS).mean(), nothing.objective().value());
    assertEquals("0 (MC s.e. 0)", nothing.cost().toString());
    PortfolioChoice best = result.best().orElseThrow();
    assertEquals(gap(flat.with(help, less), SETTINGS).mean(), best.objective().value());
    assertTrue(best.cost().value() > 8 * 70 && best.cost().value() <= 800);
    assertTrue(best.gain().standardError() < best.objective().standardError() / 2);
    assertHolds(result.toString(), "Best: help + less", "own costs to [councils]", "Left out");
  }

  private static Lever drift(String name, double drift, double millions) {
    return Lever.named(name)
        .from(year(2026))
        .set(CareEntries.DRIFT, Distribution.fixed(drift), EVIDENCE)
        .cost(Payer.COUNCILS, Distribution.fixed(millions), EVIDENCE)
        .build();
  }
}
