package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The past that a forecaster without a model looks at")
class HistoryTest {
  private static final double EXACT = 1e-12;
  private static final EvidenceBase EVIDENCE = PastCase.EVIDENCE;
  private static final FinancialYear LAST = PastCase.LAST;

  private static Published named(String id) {
    return Published.named(id);
  }

  private static History of(String quantity, FinancialYear base) {
    return History.of(named(quantity), EVIDENCE, base, Optional.empty()).orElseThrow();
  }

  private static double log(String series, FinancialYear year) {
    return StrictMath.log(EVIDENCE.series(series).at(year));
  }

  @Test
  @DisplayName("is twelve years long at most, and ends in the base year")
  void length() {
    History lookedAfter = of("looked-after", LAST);
    assertEquals(12, lookedAfter.length());
    assertEquals(log("looked-after", LAST), lookedAfter.level(11), EXACT);
    assertEquals(log("looked-after", LAST.plus(-11)), lookedAfter.level(0), EXACT);
    List<Double> changes = lookedAfter.changes(11);
    assertEquals(11, changes.size());
    assertEquals(
        log("looked-after", LAST) - log("looked-after", LAST.plus(-1)), changes.get(10), EXACT);
    assertEquals(10, lookedAfter.changes(10).size());
  }

  @Test
  @DisplayName("is empty where the base year was not published, and short where it begins late")
  void shortPasts() {
    assertEquals(
        Optional.empty(),
        History.of(named("looked-after"), EVIDENCE, LAST.plus(1), Optional.empty()));
    // Spending on looked-after care begins in 2008-09 and lacks 2014-15.
    History care = of("spending-looked-after", FinancialYear.parse("2010-11"));
    assertEquals(3, care.length());
    assertTrue(care.isKnown(1, 2));
    assertFalse(care.isKnown(0, 1), "it breaks before 2009-10");
    assertFalse(care.isKnown(0, 2));
    assertTrue(care.isKnown(0, 0), "nothing lies between");
    assertEquals(1, care.changes(2).size());
  }

  @Test
  @DisplayName("carries children on, and 2% of prices a year for money in cash")
  void whatTheSectorCarries() {
    double children = log("children-0-17", LAST) - log("children-0-17", LAST.plus(-2));
    assertEquals(children, of("looked-after", LAST).carried(9, 11), EXACT);
    assertEquals(children + 0.04, of("spending-looked-after", LAST).carried(9, 11), EXACT);
    // A unit cost is of a child: prices alone move it.
    assertEquals(0.04, of("unit-cost-looked-after", LAST).carried(9, 11), EXACT);
    Deflator deflator = Deflators.latest(EVIDENCE);
    History real =
        History.of(named("spending-looked-after"), EVIDENCE, LAST, Optional.of(deflator))
            .orElseThrow();
    assertEquals(children, real.carried(9, 11), EXACT);
    double prices = StrictMath.log(deflator.index(LAST) / deflator.index(LAST.plus(-2)));
    assertEquals(log("spend-looked-after-gross", LAST.plus(-2)) + prices, real.level(9), EXACT);
    assertEquals(log("spend-looked-after-gross", LAST), real.level(11), EXACT);
  }

  @Test
  @DisplayName("expects children and prices to move what they move")
  void whatIsExpected() {
    double number = 2 * EVIDENCE.series("children-0-17").at(LAST);
    double twice = StrictMath.log(2);
    double prices = StrictMath.log(1.5);
    assertEquals(
        twice, History.expected(named("looked-after"), EVIDENCE, LAST, number, 1.5), EXACT);
    assertEquals(
        twice + prices,
        History.expected(named("spending-gross"), EVIDENCE, LAST, number, 1.5),
        EXACT);
    assertEquals(
        prices,
        History.expected(named("unit-cost-looked-after"), EVIDENCE, LAST, number, 1.5),
        EXACT);
  }

  @Test
  @DisplayName("is comparable from one year to a later one if no year on the way breaks")
  void comparable() {
    FinancialYear from = FinancialYear.parse("2019-20");
    Published supported = named("homes-and-supported");
    assertTrue(History.isComparable(supported, EVIDENCE, from, from));
    assertTrue(History.isComparable(supported, EVIDENCE, from, from.plus(3)));
    assertFalse(History.isComparable(supported, EVIDENCE, from, from.plus(4)), "2023-24 breaks");
    assertFalse(History.isComparable(supported, EVIDENCE, from.plus(-1), from.plus(1)));
    // Of a cost of a child both sides count: children looked after never broken, spending so.
    Published cost = named("unit-cost-looked-after");
    FinancialYear broken = FinancialYear.parse("2012-13");
    assertFalse(History.isComparable(cost, EVIDENCE, broken.plus(-1), broken));
    assertTrue(History.isComparable(cost, EVIDENCE, broken, broken.plus(1)));
    // 2014-15 is missing; nothing breaks after it.
    assertTrue(History.isComparable(cost, EVIDENCE, broken, broken.plus(3)));
  }

  @Test
  @DisplayName("has no logarithm of what is not published")
  void logs() {
    assertEquals(Optional.empty(), History.log(named("looked-after"), EVIDENCE, LAST.plus(1)));
    assertEquals(
        log("looked-after", LAST),
        History.log(named("looked-after"), EVIDENCE, LAST).orElseThrow(),
        EXACT);
  }

  @Test
  @DisplayName("takes the middle of both years beside one that is missing")
  void missingYears() {
    History care = of("spending-looked-after", LAST);
    // 2014-15 lies between 2013-14, the first of the twelve, and 2015-16.
    double before = log("spend-looked-after-gross", LAST.plus(-11));
    double after = log("spend-looked-after-gross", LAST.plus(-9));
    assertEquals(before, care.level(0), EXACT);
    assertEquals((before + after) / 2, care.level(1), EXACT);
    assertTrue(care.isKnown(0, 2));
  }

  @Test
  @DisplayName("is not comparable across a missing year after which a series breaks")
  void breaksAfterMissingYears(@TempDir Path directory) {
    String row = "spend-looked-after-gross,2015-16,3941.586826,green,";
    EvidenceBase changed =
        ChangedRegister.in(directory).replace("observations/spending.csv", row, row + "yes").load();
    Published care = named("spending-looked-after");
    FinancialYear first = FinancialYear.parse("2013-14");
    assertTrue(History.isComparable(care, EVIDENCE, first, first.plus(2)));
    assertFalse(History.isComparable(care, changed, first, first.plus(2)));
    assertFalse(History.isComparable(care, changed, first, first.plus(1)));
  }
}
