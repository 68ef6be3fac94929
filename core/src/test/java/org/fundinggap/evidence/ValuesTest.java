package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records refuse what makes no sense, whoever makes them. */
class ValuesTest {
  private static final Source SOURCE =
      source("S-1", "Title", "Publisher", LocalDate.of(2020, 1, 31), "none");
  private static final Provenance PROVENANCE =
      new Provenance(EvidenceKind.OUTTURN, Quality.GREEN, SOURCE, "", SOURCE.published(), "");

  private static Source source(
      String id, String title, String publisher, LocalDate published, String licence) {
    return new Source(
        id, title, publisher, published, "", Optional.empty(), "made up", licence, "", "");
  }

  private static Prior prior(
      PriorShape shape, double centre, double spread, double lower, double upper) {
    String whyFixed = shape == PriorShape.FIXED ? "a convention" : "";
    return new Prior(
        "p", "P", shape, centre, spread, lower, upper, 0, Unit.RATIO, PROVENANCE, whyFixed);
  }

  private static Figure figure(OptionalDouble value, Optional<Range> range, Unit unit) {
    return new Figure(
        "f", "F", value, range, unit, Optional.of(PriceBasis.cash()), "", "E92000001", PROVENANCE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void notANumberIsRefused_whenGivenToAnyRecord(double bad) {
    assertMessage("value must be finite", () -> new Observation(bad, false, false, PROVENANCE));
    assertMessage(
        "value must be finite", () -> figure(OptionalDouble.of(bad), Optional.empty(), Unit.GBP));
    assertMessage("low must be finite", () -> new Range(bad, 1, Range.Meaning.BOUNDS));
    assertMessage("high must be finite", () -> new Range(1, bad, Range.Meaning.BOUNDS));
    assertMessage("centre must be", () -> prior(PriorShape.NORMAL, bad, 1, 0, 1));
    assertMessage("spread must be positive", () -> prior(PriorShape.NORMAL, 0.5, bad, 0, 1));
    assertMessage("must be", () -> prior(PriorShape.UNIFORM, 0.5, 0, bad, 1));
    assertMessage("must be", () -> prior(PriorShape.UNIFORM, 0.5, 0, 0, bad));
  }

  @Test
  void figureIsRefused_whenValueRangeOrBasisDoNotFit() {
    Range range = new Range(1, 2, Range.Meaning.P10_P90);
    assertMessage(
        "value must be in [1.0, 2.0], was 3.0",
        () -> figure(OptionalDouble.of(3), Optional.of(range), Unit.GBP));
    assertMessage(
        "value must be given", () -> figure(OptionalDouble.empty(), Optional.empty(), Unit.GBP));
    assertMessage(
        "price_basis must be empty for years",
        () -> figure(OptionalDouble.of(3), Optional.empty(), Unit.YEARS));
  }

  @Test
  void rangeMayBeAPoint_whenItsEndsAreEqual() {
    assertEquals(1, new Range(1, 1, Range.Meaning.BOUNDS).high());
    assertMessage("low must not be above high", () -> new Range(2, 1, Range.Meaning.BOUNDS));
  }

  @Test
  void fixedPriorMayHaveEqualBounds_whenOthersMayNot() {
    assertEquals(1, prior(PriorShape.FIXED, 1, 0, 1, 1).centre());
    assertMessage("lower must be below upper", () -> prior(PriorShape.UNIFORM, 1, 0, 1, 1));
    assertMessage("centre must be in", () -> prior(PriorShape.TRIANGULAR, 3, 0, 1, 2));
    assertMessage("spread must be positive", () -> prior(PriorShape.NORMAL, 1, -1, 0, 2));
    assertMessage("spread must be positive", () -> prior(PriorShape.UNIFORM, 1, 1, 0, 2));
  }

  private static Prior effect(PriorShape shape, double lower, double massAtZero, String whyFixed) {
    return new Prior("p", "P", shape, 1, 0, lower, 2, massAtZero, Unit.RATIO, PROVENANCE, whyFixed);
  }

  @Test
  void priorMayHaveMassAtZero_whenItHasADistributionOnOneSideOfZero() {
    assertEquals(0.25, effect(PriorShape.TRIANGULAR, 0, 0.25, "").massAtZero());
    assertEquals(0.25, effect(PriorShape.UNIFORM, 0.5, 0.25, "").massAtZero());
    for (double bad : new double[] {Double.NaN, -0.1, 1, Double.POSITIVE_INFINITY}) {
      assertMessage(
          "massAtZero must be at least 0 and below 1, was " + bad,
          () -> effect(PriorShape.TRIANGULAR, 0, bad, ""));
    }
    assertMessage("lower is below 0", () -> effect(PriorShape.TRIANGULAR, -0.1, 0.25, ""));
    Prior lowers =
        new Prior("p", "P", PriorShape.TRIANGULAR, -1, 0, -2, 0, 0.25, Unit.RATIO, PROVENANCE, "");
    assertEquals(0.25, lowers.massAtZero());
    assertMessage("must be 0 for fixed", () -> effect(PriorShape.FIXED, 0, 0.25, "a convention"));
  }

  @Test
  void priorSaysWhyItIsFixed_andOnlyThen() {
    assertEquals("a rule", effect(PriorShape.FIXED, 0, 0, "a rule").whyFixed());
    assertMessage("whyFixed must be given for fixed", () -> effect(PriorShape.FIXED, 0, 0, " "));
    assertMessage(
        "whyFixed must be given for fixed and be empty for other shapes, was \"known\" for uniform",
        () -> effect(PriorShape.UNIFORM, 0, 0, "known"));
  }

  @Test
  void sourceIsRefused_whenItCannotBeCited() {
    LocalDate day = SOURCE.published();
    assertMessage("id must not be blank", () -> source("", "T", "P", day, "none"));
    assertMessage("title must not be blank", () -> source("S", " ", "P", day, "none"));
    assertMessage("publisher must not be blank", () -> source("S", "T", "", day, "none"));
    assertMessage("licence must not be blank", () -> source("S", "T", "P", day, " "));
  }

  @Test
  void citationHasNoLocation_whenItIsEmpty() {
    assertEquals("S-1 (Publisher, January 2020)", PROVENANCE.citation());
    assertTrue(PROVENANCE.knownBy(LocalDate.of(2020, 1, 31)));
    assertFalse(PROVENANCE.knownBy(LocalDate.of(2020, 1, 30)));
  }

  @Test
  void timingGivesTheLastDayDescribed_whenYearIsFinancial() {
    FinancialYear year = FinancialYear.starting(2024);
    assertEquals(LocalDate.of(2025, 3, 31), Timing.FINANCIAL_YEAR.endOf(year));
    assertEquals(LocalDate.of(2025, 3, 31), Timing.AT_31_MARCH.endOf(year));
    assertEquals(LocalDate.of(2024, 6, 30), Timing.MID_YEAR.endOf(year));
    assertEquals(LocalDate.of(2024, 9, 30), Timing.AT_30_SEPTEMBER.endOf(year));
    assertMessage("give a calendar year such as 2024", () -> Timing.CALENDAR_YEAR.endOf(year));
  }

  @Test
  void timingGivesTheLastDayDescribed_whenYearIsCalendar() {
    assertEquals(LocalDate.of(2024, 12, 31), Timing.CALENDAR_YEAR.endOf(2024));
    assertMessage("give a financial year such as 2024-25", () -> Timing.MID_YEAR.endOf(2024));
  }

  @Test
  void wordsAreThoseOfTheRegister_whenWritten() {
    assertEquals("at-31-march", Timing.AT_31_MARCH.toString());
    assertEquals("p10-p90", Range.Meaning.P10_P90.toString());
    assertEquals("ci95", Range.Meaning.CI95.toString());
    assertEquals("outturn", EvidenceKind.OUTTURN.toString());
    assertEquals("amber", Quality.AMBER.toString());
    assertEquals("triangular", PriorShape.TRIANGULAR.toString());
  }
}
