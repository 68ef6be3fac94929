package org.fundinggap.scenario;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What lies at the edge is said there")
@Tag("medium")
class HorizonTest {
  @Test
  @DisplayName("a last year beyond the path of prices, or before the base year, when it is given")
  void lastYear() {
    Baseline england = England.baseline();
    FinancialYear most = FinancialYear.parse("2083-84");
    assertEquals(most, england.to(most).with(FundingRule.REAL_FLAT).inputs().years().last());
    assertHolds(
        refusal(() -> england.to(most.plus(1))),
        "last must be from the base year 2024-25 to 2083-84, the last year of the path of prices,"
            + " was 2084-85; project to 2083-84 or before");
    assertHolds(
        refusal(() -> england.to(england.baseYear().plus(-1))), "was 2023-24", "2025-26 or later");
  }

  @Test
  @DisplayName("a report of a base year alone, before it is run")
  void noProjectedYear() {
    Baseline alone = England.baseline().to(England.baseline().baseYear());
    assertHolds(
        refusal(() -> EnglandReport.run(England.evidence(), alone, Settings.of(1, 10))),
        "projected years of the baseline must be at least 1, was 0",
        "2024-25 alone has no projection");
  }

  @Test
  @DisplayName("shares of referrals stay shares on a long horizon")
  void shares() {
    Scenario far =
        England.baseline().to(FinancialYear.parse("2083-84")).with(FundingRule.REAL_FLAT);
    Variable[] shares = {ChildrenInNeed.NO_FURTHER_ACTION, ChildrenInNeed.NOT_IN_NEED};
    Projection run = Simulation.of(far).keeping(shares).run(Settings.of(7, 5_000));
    for (Variable share : shares) {
      double[] last = run.outcome(far.name(), share).in(far.inputs().years().last()).values();
      for (double value : last) {
        assertEquals(Math.min(Math.max(value, 0), 1), value, share.name());
      }
    }
  }

  @Test
  @DisplayName("correlations on the edge get a way out that holds something")
  void correlations() {
    double[][] edge = {{1, -0.5, -0.5}, {-0.5, 1, -0.5}, {-0.5, -0.5, 1}};
    String said = refusal(() -> Correlation.of(List.of("a", "b", "c"), edge));
    assertHolds(said, "it lies on the edge of what is valid: move its correlations towards 0");
    assertEquals(-1, said.indexOf("or less: "), said);
  }

  @Test
  @DisplayName("numbers that no table can show in digits")
  void numbers() {
    assertEquals("0.0000", NumberText.fixed("%.4f", -0.00001));
    assertEquals("1.000e+300", NumberText.fixed("%,.2f", 1e300));
    assertEquals("unknown", NumberText.fixed("%,.2f", Double.NaN));
    assertEquals("\u22121.000e+300", NumberText.label(-1e300, 0));
  }
}
