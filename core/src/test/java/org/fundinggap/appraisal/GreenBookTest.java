package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Green Book's discount schedules")
class GreenBookTest {
  private static final EvidenceBase EVIDENCE = England.evidence();

  @Test
  @DisplayName("have the published rates from the published years")
  void publishedRates() {
    DiscountSchedule standard = GreenBook.standard(EVIDENCE);
    assertEquals(0.035, standard.rate(1));
    assertEquals(0.035, standard.rate(30));
    assertEquals(0.03, standard.rate(31));
    assertEquals(0.03, standard.rate(75));
    assertEquals(0.025, standard.rate(76));
    assertEquals(0.02, standard.rate(126));
    assertEquals(0.015, standard.rate(201));
    assertEquals(0.01, standard.rate(301));
    assertEquals(0.35628, standard.factor(30), 5e-6); // as published
    assertEquals(0.34590, standard.factor(31), 5e-6);
    assertEquals(0.015, GreenBook.health(EVIDENCE).rate(30));
    assertEquals(0.0129, GreenBook.health(EVIDENCE).rate(31));
    assertEquals(0.03, GreenBook.lower(EVIDENCE).rate(30));
    assertEquals(0.0257, GreenBook.lower(EVIDENCE).rate(31));
  }

  @Test
  @DisplayName("name their vintage and their figures")
  void vintageAndEvidence() {
    DiscountSchedule standard = GreenBook.standard(EVIDENCE);
    assertHolds(standard.name(), "Green Book", "standard", "2026-02-05");
    assertEquals(6, standard.evidence().size());
    assertTrue(standard.evidence().stream().allMatch(EVIDENCE::knows), "all registered");
    assertEquals("discount-rate-2026-standard-0-30", standard.evidence().get(0));
    assertEquals("discount-rate-2026-standard-301-1000", standard.evidence().get(5));
    assertHolds(GreenBook.lower(EVIDENCE).name(), "lower");
  }

  @Test
  @DisplayName("are those that had been published, or are refused with the date")
  void asOfADate() {
    EvidenceBase then = EVIDENCE.asOf(LocalDate.of(2026, 2, 4));
    assertHolds(GreenBook.standard(then).name(), "2022-11-01");
    assertEquals("discount-rate-standard-0-30", GreenBook.standard(then).evidence().get(0));
    assertHolds(GreenBook.standard(EVIDENCE.asOf(LocalDate.of(2026, 2, 5))).name(), "2026-02-05");
    // The edition of 2026 left every rate as it was.
    assertEquals(GreenBook.standard(EVIDENCE).rates(), GreenBook.standard(then).rates());
    assertEquals(GreenBook.health(EVIDENCE).rates(), GreenBook.health(then).rates());
    assertEquals(GreenBook.lower(EVIDENCE).rates(), GreenBook.lower(then).rates());
    EvidenceBase before = EVIDENCE.asOf(LocalDate.of(2022, 10, 31));
    assertHolds(
        refusal(() -> GreenBook.standard(before)),
        "discount-rate-standard-0-30",
        "2022-11-01",
        "2022-10-31",
        "later date");
  }

  @Test
  @DisplayName("follow the bands of another register, and refuse bands with a hole")
  void otherBands(@TempDir Path directory) {
    ChangedRegister changed = ChangedRegister.in(directory);
    changed.replace(
        "figures.csv", "discount-rate-2026-health-0-30", "discount-rate-2026-health-0-20");
    assertHolds(
        refusal(() -> GreenBook.health(EvidenceBase.load(directory))),
        "discount-rate-2026-health-31-75",
        "year 21");
    changed.replace(
        "figures.csv", "discount-rate-2026-health-31-75", "discount-rate-2026-health-21-75");
    DiscountSchedule health = GreenBook.health(EvidenceBase.load(directory));
    assertEquals(0.015, health.rate(20));
    assertEquals(0.0129, health.rate(21));
  }

  @Test
  @DisplayName("may have a band of one year, but none that ends before it starts")
  void shortBands(@TempDir Path directory) {
    ChangedRegister changed = ChangedRegister.in(directory);
    changed.replace("figures.csv", "2026-health-0-30", "2026-health-0-0");
    changed.replace("figures.csv", "2026-health-31-75", "2026-health-1-75");
    DiscountSchedule health = GreenBook.health(changed.load());
    assertEquals(0.0129, health.rate(1));
    changed.replace("figures.csv", "2026-health-1-75", "2026-health-1-0");
    changed.replace("figures.csv", "2026-health-76-", "2026-health-1-");
    assertHolds(
        refusal(() -> GreenBook.health(changed.load())),
        "discount-rate-2026-health-1-0 must start in year 1");
  }
}
