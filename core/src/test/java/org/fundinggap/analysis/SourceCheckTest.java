package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Draws;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a check works out of the readings that it is given. */
class SourceCheckTest {
  private static final FinancialYear FIRST = FinancialYear.parse("2023-24");

  /** GBP 1,900m in 2019-20. */
  private static Figure claim;

  private static Draws draws;

  @BeforeAll
  static void load() {
    EvidenceBase evidence = EvidenceBase.load();
    claim = evidence.figure("seed-gap-2019-20");
    Draws referrals =
        Simulation.of(Baseline.referrals(evidence, YearRange.inclusive(FIRST, FIRST.plus(1))))
            .keeping(Referrals.REFERRALS)
            .run(Settings.of(1, 999))
            .of(Referrals.REFERRALS)
            .in(FIRST.plus(1));
    // About the claim, so that a share of draws below it is neither 0 nor 1.
    draws = referrals.plus(-referrals.quantile(0.3)).plus(claim.value());
  }

  private static SourceCheck check(Reading calibrated, Reading... outturns) {
    return new SourceCheck(
        claim, "one reading", Reading.of("path", 1900), calibrated, List.of(outturns), "");
  }

  @Test
  void errorIsClaimOverFirstOutturnLessOne() {
    Reading none = Reading.none("no model");
    assertEquals(0.25, check(none, Reading.of("a", 1520), Reading.of("b", 1000)).error(), 1e-12);
    assertEquals(-0.05, check(none, Reading.of("a", 2000)).error(), 1e-12);
  }

  @Test
  void errorIsNotANumber_whenNothingHappened() {
    assertEquals(Double.NaN, check(Reading.none("no model")).error());
    assertEquals(Double.NaN, check(Reading.none("no model"), Reading.none("not yet")).error());
  }

  @Test
  void shareBelowCountsTheDraws() {
    SourceCheck check = check(Reading.of("model", draws));
    long below = Arrays.stream(draws.values()).filter(v -> v <= claim.value()).count();
    assertEquals(below / 999.0, check.shareOfDrawsBelow(), 1e-12);
    assertEquals(0.3, check.shareOfDrawsBelow(), 0.002);
  }

  @Test
  void shareBelowIsNotANumber_whenThereIsNoDistribution() {
    assertEquals(Double.NaN, check(Reading.none("no model")).shareOfDrawsBelow());
    assertEquals(Double.NaN, check(Reading.of("one number", 1800)).shareOfDrawsBelow());
  }

  @Test
  void readingOfDrawsHasTheirMedian() {
    Reading reading = Reading.of("model", draws);
    assertEquals(draws.quantile(0.5), reading.value());
    assertEquals(draws, reading.draws());
    assertTrue(reading.hasValue());
  }

  @Test
  void readingSaysWhyThereIsNoNumber() {
    Reading none = Reading.none("the year has not passed");
    assertFalse(none.hasValue());
    assertEquals("the year has not passed", none.what());
    assertTrue(Reading.of("one number", 0).hasValue());
  }

  @Test
  void outturnsAreCopied() {
    List<Reading> given = new ArrayList<>(List.of(Reading.of("a", 1000)));
    SourceCheck check =
        new SourceCheck(claim, "r", Reading.none("x"), Reading.none("y"), given, "");
    given.clear();
    assertEquals(1, check.outturns().size());
    assertThrows(RuntimeException.class, () -> check.outturns().clear());
  }

  @Test
  void textIsRefused_whenBlank() {
    Reading none = Reading.none("x");
    assertThrows(IllegalArgumentException.class, () -> Reading.none(" "));
    assertThrows(IllegalArgumentException.class, () -> Reading.of("", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SourceCheck(claim, " ", none, none, List.of(), "note"));
  }
}
