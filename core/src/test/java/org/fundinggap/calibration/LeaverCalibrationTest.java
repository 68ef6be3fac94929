package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Care leavers of a base year")
class LeaverCalibrationTest {
  private static void assertOneYearOfD8b(FinancialYear year) {
    EvidenceBase evidence = England.evidence();
    LeaverCalibration leavers = new LeaverCalibration(new BaseYearEvidence(evidence, year));
    double[] stock = new double[1];
    double[] average = new double[1];
    StockFlow.year(
        new double[] {leavers.stock(year.plus(-1)).value()},
        new double[] {leavers.entrants(year).value()},
        new double[] {1 / evidence.prior("care-leaver-support-years").centre()},
        stock,
        average,
        1);
    Inputs inputs = Baseline.england(evidence, year).with(FundingRule.CASH_FLAT).inputs();
    assertOpens(stock[0], inputs, CareLeavers.STOCK);
    assertOpens(average[0], inputs, CareLeavers.AVERAGE);
  }

  private static void assertOpens(double expected, Inputs inputs, Variable variable) {
    double opening = inputs.opening(variable).orElseThrow();
    assertEquals(expected, opening, 1e-12 * expected, variable + " in " + inputs.years().first());
  }

  @Test
  @DisplayName("are those of the year before, a year of D8b on, and so is their average")
  void yearBeforeLeadsToTheBaseYear() {
    England.baseYears().forEach(LeaverCalibrationTest::assertOneYearOfD8b);
  }

  private static double aged17(String baseYear, String year) {
    return Baseline.england(England.evidence(), FinancialYear.parse(baseYear))
        .with(FundingRule.CASH_FLAT)
        .inputs()
        .schedule(CareLeavers.AGED_17, FinancialYear.parse(year));
  }

  @Test
  @DisplayName("turn 18 as the ages of children are projected, by hand from the workbook")
  void agesFollowTheProjection() {
    assertEquals(1, aged17("2024-25", "2024-25"), 1e-15);
    assertEquals(
        736_766.0 / 11_607_056 / (687_870.0 / 11_930_176), aged17("2024-25", "2029-30"), 1e-12);
    assertEquals(1.0768, aged17("2024-25", "2034-35"), 1e-4);
  }

  @Test
  @DisplayName("turn 18 at the ages of the base year where no projection had been published")
  void agesStayWhereNoProjectionIsKnown() {
    assertEquals(1, aged17("2022-23", "2032-33"), 1e-15);
    assertEquals(
        687_870.0 / 11_930_176 / (668_915.0 / 11_922_600), aged17("2023-24", "2024-25"), 1e-12);
  }
}
