package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Care leavers of a base year")
class LeaverCalibrationTest {
  private static final String COUNT = "care-leavers";
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final double SUPPORT = EVIDENCE.prior("care-leaver-support-years").centre();

  private static Inputs inputs(EvidenceBase evidence, FinancialYear year) {
    return Baseline.england(evidence, year).with(FundingRule.CASH_FLAT).inputs();
  }

  /** Care leavers a year on, by D8b and D8c. */
  private static double next(Inputs inputs, double stock, double turnedEighteen) {
    double each =
        inputs.distribution(CareLeavers.RISE).mean()
            + inputs.distribution(CareLeavers.RATIO).mean() / SUPPORT;
    return StockFlow.closing(stock, turnedEighteen * each, 1 / SUPPORT);
  }

  private static double opening(Inputs inputs, Variable variable) {
    return inputs.opening(variable).orElseThrow();
  }

  private static void assertOneYearOfD8(FinancialYear year) {
    LeaverCalibration leavers = new LeaverCalibration(new BaseYearEvidence(EVIDENCE, year));
    Inputs inputs = inputs(EVIDENCE, year);
    double before = leavers.stock(year.plus(-1)).value();
    double stock = opening(inputs, CareLeavers.STOCK);
    double average = opening(inputs, CareLeavers.AVERAGE);
    // Who leaves is the average over years of support; the rest of the change has joined.
    double joined = stock - before + average / SUPPORT;
    assertEquals(stock, StockFlow.closing(before, joined, 1 / SUPPORT), 1e-9 * stock);
    assertTrue((before < average) == (average < stock), year + ": " + average);
    if (!EVIDENCE.series(COUNT).has(year.plus(-1))) {
      double turned = leavers.entrants(year).value();
      assertEquals(stock, next(inputs, before, turned), 1e-9 * stock, "base year " + year);
    }
  }

  @Test
  @DisplayName("are those of the year before, a year of D8 on, and so is their average")
  void yearBeforeLeadsToTheBaseYear() {
    England.baseYears().forEach(LeaverCalibrationTest::assertOneYearOfD8);
  }

  @Test
  @DisplayName("are as many as were counted, where they were, and else as past leavers give")
  void stockOpensAtTheCount() {
    for (FinancialYear year : England.baseYears()) {
      double stock = opening(inputs(EVIDENCE, year), CareLeavers.STOCK);
      if (EVIDENCE.series(COUNT).has(year)) {
        assertEquals(EVIDENCE.series(COUNT).at(year), stock, "base year " + year);
      } else {
        double turned =
            new LeaverCalibration(new BaseYearEvidence(EVIDENCE, year)).entrants(year).value();
        assertEquals(SUPPORT, stock / turned, 0.4, "base year " + year);
      }
    }
  }

  @Test
  @DisplayName("as modelled from the count of 2020-21 are within 1% of those of 2021-22 to 2024-25")
  void modelFollowsTheCounts() {
    FinancialYear base = FinancialYear.parse("2024-25");
    LeaverCalibration leavers = new LeaverCalibration(new BaseYearEvidence(EVIDENCE, base));
    Inputs inputs = inputs(EVIDENCE, base);
    double stock = EVIDENCE.series(COUNT).at(base.plus(-4));
    List<Long> modelled = new ArrayList<>();
    for (FinancialYear year : YearRange.inclusive(base.plus(-3), base).years()) {
      stock = next(inputs, stock, leavers.entrants(year).value());
      modelled.add(Math.round(stock));
      assertEquals(EVIDENCE.series(COUNT).at(year), stock, 0.01 * stock, "in " + year);
    }
    assertEquals(List.of(45_930L, 48_149L, 50_741L, 53_296L), modelled);
  }

  private static double after(Inputs inputs, FinancialYear year) {
    return CentralPath.of(inputs).at(CareLeavers.STOCK, year);
  }

  @Test
  @DisplayName("do not jump if support lasts longer: in the inputs and in the register alike")
  void yearsOfSupportMoveTheDelayAlone(@TempDir Path directory) {
    FinancialYear base = FinancialYear.parse("2024-25");
    Inputs four = inputs(EVIDENCE, base);
    Inputs given =
        four.toBuilder()
            .parameter(
                CareLeavers.SUPPORT_YEARS, Distribution.fixed(7), "care-leaver-support-years")
            .build();
    Inputs registered =
        inputs(
            ChangedRegister.in(directory)
                .replace("priors.csv", "after 18,fixed,4,", "after 18,fixed,7,")
                .load(),
            base);
    for (int ahead : new int[] {1, 5, 10}) {
      double one = after(given, base.plus(ahead));
      double other = after(registered, base.plus(ahead));
      assertEquals(other, one, 0.002 * other, ahead + " years on");
      assertEquals(after(four, base.plus(ahead)), one, 0.1 * one, ahead + " years on");
    }
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
