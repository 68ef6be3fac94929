package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChainByMatrix;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What calibration solved for, put back into the equations; and estimates beside the study's. */
@DisplayName("Calibrated numbers of 2024-25")
class CalibrationTest {
  private final Inputs inputs = England.inputs(FundingRule.CASH_FLAT);

  private double opening(Variable variable) {
    return inputs.opening(variable).orElseThrow();
  }

  private double mean(Parameter parameter) {
    return inputs.distribution(parameter).mean();
  }

  private double level(Parameter atBase, Parameter level) {
    return mean(atBase) * StrictMath.exp(mean(level));
  }

  private double[] each(ToDoubleFunction<Placement> value) {
    return Arrays.stream(Placement.values()).mapToDouble(value).toArray();
  }

  @Test
  @DisplayName("hazards carry the stocks of one March to the next")
  void hazardsLeadFromStockToStock() {
    assertEquals(
        402_400, StockFlow.closing(399_460, 396_870, opening(ChildrenInNeed.HAZARD)), 1e-6);
    assertEquals(49_420, StockFlow.closing(49_900, 61_840, opening(Protection.HAZARD)), 1e-7);
    assertEquals(6_540, StockFlow.closing(7_440, 6_780, opening(CareEntries.ASYLUM_HAZARD)), 1e-7);
  }

  @Test
  @DisplayName(
      "exit rates and destinations carry the stocks of 2024 to those of 2025, placement by"
          + " placement")
  void chainLeadsFromStockToStock() {
    // Supported and other placements break in 2024-25: their sum is kept, their shares are its
    // end's.
    double other = 1_170 + 100 + 2_050;
    double regrouped = (6_080 + 1_170 + 90 + 4_020) / (7_520 + other);
    double[] before = {55_960, 8_710, 7_520 * regrouped, 2_120, 5_390, other * regrouped};
    double sum = Arrays.stream(before).sum();
    // Published flows of the year fell 420 children short: 83,530 + 32,270 + 420 - 34,450.
    double[] inflow = each(placement -> mean(placement.entryShare()) * (25_490 + 420));
    Placement.weighted().forEach(placement -> assertEquals(1, opening(placement.weight())));
    double factor = StrictMath.exp(opening(Placements.EXIT_DEVIATION));
    double[] after =
        ChainByMatrix.over(
                1,
                each(
                    placement ->
                        before[List.of(Placement.values()).indexOf(placement)] * 83_530 / sum
                            - mean(placement.asylumShare()) * 7_440),
                inflow,
                each(placement -> factor * mean(placement.exitRate())),
                each(placement -> mean(placement.moveRate())),
                each(placement -> mean(placement.destinationShare())))
            .closing();
    double[] published = {54_820, 9_480, 7_520, 1_660, 4_970, other};
    double all = Arrays.stream(published).sum();
    for (Placement placement : Placement.values()) {
      int state = List.of(Placement.values()).indexOf(placement);
      double asylum = mean(placement.asylumShare()) * 6_540;
      assertEquals(published[state] * 81_770 / all - asylum, after[state], 1e-6, placement.id());
    }
  }

  @Test
  @DisplayName("entries follow children in need at the published number of the base year")
  void entryHazardGivesPublishedEntries() {
    double perChild = 25_490 / opening(ChildrenInNeed.AVERAGE);
    assertEquals(perChild, opening(CareEntries.HAZARD_LEVEL), 1e-15);
    // The study: 0.0644 in 2023-24, between 0.064 and 0.070 before.
    assertEquals(0.064, perChild, 0.001);
  }

  @Test
  @DisplayName("estimates are those that the study found from the same series")
  void estimatesAreNearTheStudys() {
    assertEquals(1.015, level(ChildrenInNeed.HAZARD_AT_BASE, ChildrenInNeed.HAZARD_LEVEL), 0.02);
    assertEquals(0.104, mean(ChildrenInNeed.REMOVED_BETWEEN_RETURNS), 0.008);
    assertEquals(1.27, level(Protection.HAZARD_AT_BASE, Protection.HAZARD_LEVEL), 0.02);
    assertEquals(605, mean(Placements.FLOW_SHORTFALL), 127);
    // The study's mean of 6.4%, pooled with a belief of 1.5%.
    assertEquals(0.034, mean(PriceIndex.HOMES.recentDrift()), 0.002);
    assertEquals(16_879.0 / 16_012.356 - 1, mean(Cost.SCOPE), 1e-6);
    assertEquals(1_323.0 / 16_879, mean(Cost.INCOME), 1e-12);
  }

  @Test
  @DisplayName(
      "exit rates of all children together are the study's: net of asylum-seeking ones, less")
  void exitRatesAreNetOfAsylumSeekingChildren() {
    // Asylum-seeking child-years and exits of 2020-21 to 2022-23, from their published stocks and
    // entries: 4,615 + 4,915 + 6,545 and 15,410 - 7,410 + 5,080.
    assertExit(Placement.FOSTER, 0.23, 170_935);
    assertExit(Placement.HOMES, 0.15, 22_610);
    assertExit(Placement.SUPPORTED, 1.11, 21_105);
    assertExit(Placement.ADOPTION, 1.23, 7_065);
    assertExit(Placement.PARENTS, 0.67, 17_460);
    assertTrue(mean(Placement.FOSTER.exitRate()) < 0.215);
  }

  private void assertExit(Placement placement, double study, double childYears) {
    double share = mean(placement.asylumShare());
    double others = mean(placement.exitRate()) * (childYears - share * 16_075);
    assertEquals(
        study, (others + share * 13_080) / childYears, 0.01 * study + 0.005, placement.id());
  }

  @Test
  @DisplayName("drifts are shrunk: between zero and the mean yearly change of nine years")
  void driftsAreShrunkTowardsZero() {
    double enquiries = StrictMath.log((230_590.0 / 632_830) / (172_500.0 / 621_470)) / 9;
    assertShrunk(enquiries, mean(Protection.ENQUIRY_DRIFT));
  }

  @Test
  @DisplayName("the need share is what no further action and not in need leave, with no drift")
  void oneNeedShare() {
    double share = 1 - (41_340 + 194_620) / 632_830.0;
    assertEquals(share, opening(ChildrenInNeed.NEED_SHARE), 1e-12);
    assertEquals(
        41_340 / (41_340 + 194_620.0), opening(ChildrenInNeed.NO_FURTHER_ACTION_SPLIT), 1e-12);
    CentralPath path = CentralPath.of(inputs);
    assertEquals(share, path.at(ChildrenInNeed.NEED_SHARE, FinancialYear.parse("2034-35")), 1e-12);
  }

  private static void assertShrunk(double change, double drift) {
    double weight = drift / change;
    assertEquals(0.75, weight, 0.2, () -> "drift " + drift + " of " + change);
  }
}
