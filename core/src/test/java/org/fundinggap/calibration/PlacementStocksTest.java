package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Placements a year before, where statistics break")
class PlacementStocksTest {
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final List<Placement> PLACEMENTS = List.of(Placement.values());

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static PlacementStocks stocks(String year) {
    return new PlacementStocks(new BaseYearEvidence(EVIDENCE, year(year)));
  }

  private static double before(String year, Placement placement) {
    return stocks(year).before(year(year)).get(PLACEMENTS.indexOf(placement)).value();
  }

  /**
   * Children of the year before in foster care, homes, supported, adoptive, parents' and other
   * placements, before they are scaled to the published total.
   */
  private static void assertBefore(String year, double... expected) {
    double total = EVIDENCE.series("looked-after").at(year(year).plus(-1));
    double scale = total / Arrays.stream(expected).sum();
    // Rounded counts and those who are nowhere make less than half a percent.
    assertEquals(1, scale, 0.005);
    Placement[] order = {
      Placement.FOSTER,
      Placement.HOMES,
      Placement.SUPPORTED,
      Placement.ADOPTION,
      Placement.PARENTS,
      Placement.OTHER
    };
    for (int i = 0; i < order.length; i++) {
      assertEquals(
          scale * expected[i],
          before(year, order[i]),
          1e-9 * expected[i],
          order[i] + " of " + year);
    }
  }

  private static void assertRegrouped(String year, Placement... regrouped) {
    assertEquals(List.of(regrouped), stocks(year).regrouped(year(year)), year);
  }

  @Test
  @DisplayName("2015-16: homes, supported and other keep 10,670 children of 2015")
  void of2015() {
    assertRegrouped("2015-16", Placement.HOMES, Placement.SUPPORTED, Placement.OTHER);
    double then = 6_570 + 2_280 + 1_080 + 670 + 70;
    // A registered 24% of homes are semi-independent places.
    double homes = 0.76 * 7_600;
    double supported = 3_040 + 0.24 * 7_600;
    double other = 960 + 140 + 100;
    double each = then / (homes + supported + other);
    assertBefore("2015-16", 52_050, homes * each, supported * each, 3_320, 3_510, other * each);
  }

  @Test
  @DisplayName("2018-19: homes and supported keep their sum: semi-independent places come to light")
  void of2018() {
    assertRegrouped("2018-19", Placement.HOMES, Placement.SUPPORTED);
    double each = (8_530 + 3_100) / (10_050.0 + 3_020);
    assertBefore(
        "2018-19",
        55_200,
        (10_050 - 3_190) * each,
        (3_020 + 3_190) * each,
        2_230,
        4_700,
        1_230 + 130 + 300);
  }

  @Test
  @DisplayName("2019-20: homes and supported keep their sum of 13,070")
  void of2019() {
    assertRegrouped("2019-20", Placement.HOMES, Placement.SUPPORTED);
    double each = (10_050 + 3_020) / (7_100.0 + 6_510);
    assertBefore("2019-20", 55_760, 7_100 * each, 6_510 * each, 2_470, 5_320, 1_010 + 110 + 400);
  }

  @Test
  @DisplayName("2023-24: supported and other keep their sum of 11,060, as supported is registered")
  void of2023() {
    assertRegrouped("2023-24", Placement.SUPPORTED, Placement.OTHER);
    double other = 1_170 + 90 + 4_020;
    double each = (8_620 + 1_170 + 90 + 1_180) / (6_080 + other);
    assertBefore("2023-24", 56_610, 8_020, 6_080 * each, 2_230, 5_830, other * each);
  }

  @Test
  @DisplayName("2024-25: supported and other keep their sum of 11,360")
  void of2024() {
    assertRegrouped("2024-25", Placement.SUPPORTED, Placement.OTHER);
    double other = 1_170 + 100 + 2_050;
    double each = (6_080 + 1_170 + 90 + 4_020) / (7_520 + other);
    assertBefore("2024-25", 55_960, 8_710, 7_520 * each, 2_120, 5_390, other * each);
  }

  @Test
  @DisplayName("2021-22: all are as published, for nothing breaks")
  void of2021() {
    assertRegrouped("2021-22");
    assertBefore("2021-22", 56_990, 7_440, 6_070, 2_490, 6_070, 1_010 + 120 + 600);
  }

  @Test
  @DisplayName("are as the year's own where none were published a year before")
  void sharesAreTheYears_whenNothingIsHeldBefore() {
    double homes = 0.76 * 5_890;
    double supported = 2_460 + 0.24 * 5_890;
    double[] now = {48_530, homes, supported, 2_450, 3_970, 1_050 + 970 + 90};
    double total = EVIDENCE.series("looked-after").at(year("2009-10"));
    double scale = total / Arrays.stream(now).sum();
    assertEquals(scale * now[0], before("2010-11", Placement.FOSTER), 1e-7);
    assertEquals(scale * now[1], before("2010-11", Placement.HOMES), 1e-7);
    assertEquals(scale * now[5], before("2010-11", Placement.OTHER), 1e-7);
  }
}
