package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.nowcast.MadeUpYear;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Funding from a base year whose budget holds the Families First grant. */
@DisplayName("From a made-up 2025-26, a twentieth dearer than the year before,")
class NextYearsFundingTest {
  private static final FinancialYear BASE = FinancialYear.parse("2025-26");
  private static final double BUDGET = 15_500;
  private static final double GRANT_OF_BASE = 541.5;
  private static final double GRANT_AFTER = 523 + 547.0 / 3;
  private static final double PENNY = 1e-8;

  @TempDir private static Path directory;
  private static Baseline baseline;
  private static CentralPath path;

  @BeforeAll
  static void makeUp() {
    EvidenceBase evidence = MadeUpYear.in(directory).complete();
    baseline = Baseline.england(evidence);
    path = CentralPath.of(baseline.with(FundingPlan.HEADLINE).inputs());
  }

  @Test
  @DisplayName("funding of the base year is the published budget, all streams together")
  void fundingIsThePublishedBudget() {
    assertEquals(BASE, baseline.baseYear());
    assertEquals(BUDGET, baseline.baseFunding().millions());
    assertEquals(BUDGET, path.at(Funding.FUNDING, BASE), PENNY);
    assertEquals(BUDGET, path.at(Funding.UNTIED, BASE), PENNY);
  }

  @Test
  @DisplayName("early help opens at the base year's level, and the need gap counts the grant once")
  void earlyHelpOpensAtItsLevel() {
    assertEquals(0, path.at(EarlyHelp.LEVEL, BASE), 1e-12);
    assertEquals(
        path.at(Cost.NEED, BASE) + path.at(Cost.RESTORATION, BASE) - BUDGET,
        path.at(Gap.NEED.cash(), BASE),
        PENNY);
  }

  @Test
  @DisplayName("the grant is new only beyond what the base year's budget holds")
  void grantIsNewBeyondTheBaseYears() {
    FundingStream grant = FundingStream.familiesFirst();
    assertEquals(0, path.at(grant.amount(), BASE), PENNY);
    assertEquals(GRANT_AFTER - GRANT_OF_BASE, path.at(grant.amount(), BASE.plus(1)), PENNY);
    assertEquals(523 - GRANT_OF_BASE, path.at(grant.amount(), BASE.plus(4)), PENNY);
    assertEquals(
        path.at(Funding.FUNDING, BASE.plus(4)), path.at(Funding.UNTIED, BASE.plus(4)), PENNY);
  }

  @Test
  @DisplayName("published plans go on from the budget, and hold what is new of the grant")
  void plansGoOnFromTheBudget() {
    double settled = BUDGET * 1.058;
    assertEquals(
        settled - (GRANT_AFTER - GRANT_OF_BASE), path.at(Funding.UNTIED, BASE.plus(1)), PENNY);
    double fund = path.at(FundingStream.transformation().amount(), BASE.plus(1));
    assertEquals(settled + fund, path.at(Funding.FUNDING, BASE.plus(1)), PENNY);
  }

  @Test
  @DisplayName("the gap opens at what was spent beyond the budget, or at nil where closed")
  void gapOpensAtTheOverspend() {
    double spent = 15_556 * 1.05;
    assertEquals(spent - BUDGET, path.at(Gap.STAND_STILL.cash(), BASE), 1);
    CentralPath closed =
        CentralPath.of(baseline.with(FundingPlan.HEADLINE.openingAt(Opening.CLOSED)).inputs());
    assertEquals(0, closed.at(Gap.STAND_STILL.cash(), BASE), 1e-6);
  }
}
