package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Placement;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The base year against the figures as published: written here again, not read from a register. */
@DisplayName("The base year 2024-25 has the published figures")
@Tag("medium")
class BaselineTest {
  /** What the published counts, rounded to 10, allow. */
  private static final double ROUNDING = 1e-9;

  private final Baseline baseline = England.baseline();
  private final FinancialYear base = baseline.baseYear();
  private final TracedRun run = TracedRun.of(England.inputs(FundingRule.COUNCIL_TAX), 3, 1);

  private void assertPublished(String variable, double published) {
    for (int draw = 0; draw < run.draws(); draw++) {
      double found = run.at(run.variable(variable), base, draw);
      assertEquals(published, found, ROUNDING * published, variable);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "children, 12183016",
    "referrals, 632830",
    "childrenInNeedStarted, 396870",
    "childrenInNeed, 402400",
    // Opening 399,460 + started 396,870 - closing 402,400.
    "childrenInNeedEnded, 393930",
    "childrenInNeedEndedAsPublished, 353720",
    "section47Enquiries, 230590",
    "initialConferences, 72100",
    "plansStarted, 61840",
    "plans, 49420",
    "asylumEntries, 6780",
    "asylumLookedAfter, 6540",
    // All who started, 32,270, less asylum-seeking children.
    "careEntries, 25490",
    "lookedAfterStarted, 32270",
    "lookedAfterCeased, 34450",
    "lookedAfter, 81770",
    "placed.foster, 54820",
    "placed.homes, 9480",
    "placed.supported, 7520",
    "placed.adoption, 1660",
    "placed.parents, 4970",
    // Other residential 1,170, residential schools 100, other 2,050.
    "placed.other, 3320",
  })
  void childrenAreThoseCounted(String variable, double published) {
    assertPublished(variable, published);
  }

  @ParameterizedTest(name = "{0}: {1} million")
  @CsvSource({
    "homes, 3810",
    "fostering, 2161",
    "leavingCare, 817.159484",
    // All of looked-after care, 8,955.421269, less the three lines above.
    "otherLookedAfter, 2167.261785",
    "safeguarding, 3586.90094",
    "familySupport, 1902.330547",
    "youngPeople, 455.974318",
    "earlyYears, 588.374535",
    "youthJustice, 359.863194",
    "other, 163.491089",
  })
  void everyCostLineIsSection251(String line, double published) {
    assertPublished("need." + line, published);
    assertPublished("spending." + line, published);
  }

  @Test
  void totalsAreThePublishedOnes() {
    assertEquals(16_012.355, run.at(Cost.GROSS_NEED, base), 0.01);
    assertPublished("need", 15_556);
    assertPublished("spending", 15_556);
    assertPublished("funding", 14_100);
    assertPublished("standStillGap", 1_456);
    assertPublished("budgetGap", 1_456);
    assertEquals(1_456, run.at(Gap.STAND_STILL.real(base), base), 1e-6);
    assertEquals(1_456, run.at(Gap.BUDGET.real(base), base), 1e-6);
    assertEquals(14_100, run.at(Funding.FUNDING, base), 1e-9);
  }

  @Test
  @DisplayName("and volume times unit cost misses them by the named reconciliations alone")
  void reconciliationsAreWhatTheStudyFound() {
    assertReconciliation(CostLine.HOMES, 3_810 - 9_480 * 7_385 * 52.14 / 1e6, 159.7);
    assertReconciliation(CostLine.FOSTERING, 2_161 - 54_820 * 765 * 52.14 / 1e6, -25.6);
    assertReconciliation(CostLine.SAFEGUARDING, 3_586.90094 - 402_400 * 170 * 52.14 / 1e6, 20.1);
    for (CostLine line : CostLine.values()) {
      if (line != CostLine.HOMES && line != CostLine.FOSTERING && line != CostLine.SAFEGUARDING) {
        assertEquals(0, run.at(line.reconciliation(), base, 0), line.id());
      }
    }
  }

  private void assertReconciliation(CostLine line, double exact, double rounded) {
    double explained = run.at(line.need(), base) / (1 + run.at(line.reconciliation(), base, 0));
    assertEquals(exact, run.at(line.reconciliation(), base, 0) * explained, 1e-6, line.id());
    assertEquals(rounded, exact, 0.06, line.id());
  }

  @Test
  @DisplayName("on scope and income as the revenue outturn has them: 16,879 gross, 1,323 income")
  void scopeAndIncomeAreThePublishedOnes() {
    double gross = run.at(Cost.GROSS_NEED, base) * (1 + run.at(Cost.SCOPE, base, 0));
    assertEquals(16_879, gross, 1e-6);
    assertEquals(1_323, gross * run.at(Cost.INCOME, base, 0), 1e-6);
  }

  @Test
  void everyRuleStartsFromTheSameYear() {
    for (FundingRule rule :
        new FundingRule[] {
          FundingRule.CASH_FLAT,
          FundingRule.REAL_FLAT,
          FundingRule.COUNCIL_TAX,
          FundingRule.FOLLOWS_OUTTURN,
          FundingRule.FOLLOWS_NEED
        }) {
      TracedRun other = TracedRun.central(England.inputs(rule));
      assertEquals(14_100, other.at(Funding.FUNDING, base), rule.label());
      assertEquals(1_456, other.at(Gap.STAND_STILL.cash(), base), 1e-8, rule.label());
    }
  }

  @Test
  void demandAndNeedAreTheSameUnderEveryRule() {
    TracedRun one = TracedRun.central(England.inputs(FundingRule.CASH_FLAT));
    TracedRun other = TracedRun.central(England.inputs(FundingRule.FOLLOWS_OUTTURN));
    for (FinancialYear year : baseline.years().years()) {
      assertEquals(one.at(Cost.NEED, year), other.at(Cost.NEED, year));
    }
  }

  @Test
  @DisplayName(
      "averages are those of the same chain as later years: cost does not step at the base")
  void averagesLieBetweenTheStocksOfTheYear() {
    // Without shocks: one of the placements of a draw may well move by a tenth in a year.
    CentralPath path = CentralPath.of(England.inputs(FundingRule.COUNCIL_TAX));
    for (Placement placement : Placement.values()) {
      // Adoption placements fell by 22% within the year, so averages step where stocks do not.
      double next = path.at(placement.average(), base.plus(1));
      assertEquals(1, next / path.at(placement.stock(), base), 0.1, placement.id());
      double stock = path.at(placement.stock(), base.plus(1));
      assertEquals(1, next / stock, 0.1, placement.id());
    }
    double homes = path.at(Placement.HOMES.average(), base);
    assertTrue(homes > 8_710 && homes < 9_480, () -> "homes " + homes);
    double foster = path.at(Placement.FOSTER.average(), base);
    assertTrue(foster > 54_820 && foster < 55_960, () -> "foster " + foster);
  }
}
