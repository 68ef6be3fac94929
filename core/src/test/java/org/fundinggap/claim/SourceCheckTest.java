package org.fundinggap.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
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
            .outcome(Referrals.REFERRALS)
            .in(FIRST.plus(1));
    // About the claim, so that a share of draws below it is neither 0 nor 1.
    draws = referrals.plus(-referrals.quantile(0.3)).plus(claim.value());
  }

  private static SourceCheck check(ClaimReading calibrated, ClaimReading... outturns) {
    return new SourceCheck(
        claim, "one reading", ClaimReading.of("path", 1900), calibrated, List.of(outturns), "");
  }

  @Test
  void errorIsClaimOverFirstOutturnLessOne() {
    ClaimReading none = ClaimReading.none("no model");
    assertEquals(
        0.25, check(none, ClaimReading.of("a", 1520), ClaimReading.of("b", 1000)).error(), 1e-12);
    assertEquals(-0.05, check(none, ClaimReading.of("a", 2000)).error(), 1e-12);
  }

  @Test
  void errorIsNotANumber_whenNothingHappened() {
    assertEquals(Double.NaN, check(ClaimReading.none("no model")).error());
    assertEquals(
        Double.NaN, check(ClaimReading.none("no model"), ClaimReading.none("not yet")).error());
  }

  @Test
  void shareBelowCountsTheDraws() {
    SourceCheck check = check(ClaimReading.of("model", draws));
    long below = Arrays.stream(draws.values()).filter(v -> v <= claim.value()).count();
    assertEquals(below / 999.0, check.shareOfDrawsBelow(), 1e-12);
    assertEquals(0.3, check.shareOfDrawsBelow(), 0.002);
  }

  @Test
  void shareBelowIsNotANumber_whenThereIsNoDistribution() {
    assertEquals(Double.NaN, check(ClaimReading.none("no model")).shareOfDrawsBelow());
    assertEquals(Double.NaN, check(ClaimReading.of("one number", 1800)).shareOfDrawsBelow());
  }

  @Test
  void readingOfDrawsHasTheirMedian() {
    ClaimReading reading = ClaimReading.of("model", draws);
    assertEquals(draws.quantile(0.5), reading.value());
    assertEquals(draws, reading.draws());
    assertTrue(reading.hasValue());
  }

  @Test
  void readingSaysWhyThereIsNoNumber() {
    ClaimReading none = ClaimReading.none("the year has not passed");
    assertFalse(none.hasValue());
    assertEquals("the year has not passed", none.what());
    assertTrue(ClaimReading.of("one number", 0).hasValue());
  }

  @Test
  void outturnsAreCopied() {
    List<ClaimReading> given = new ArrayList<>(List.of(ClaimReading.of("a", 1000)));
    SourceCheck check =
        new SourceCheck(claim, "r", ClaimReading.none("x"), ClaimReading.none("y"), given, "");
    given.clear();
    assertEquals(1, check.outturns().size());
    assertThrows(RuntimeException.class, () -> check.outturns().clear());
  }

  @Test
  void textIsRefused_whenBlank() {
    ClaimReading none = ClaimReading.none("x");
    assertThrows(IllegalArgumentException.class, () -> ClaimReading.none(" "));
    assertThrows(IllegalArgumentException.class, () -> ClaimReading.of("", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SourceCheck(claim, " ", none, none, List.of(), "note"));
  }
}
