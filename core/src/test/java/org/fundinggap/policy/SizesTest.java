package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.Prior;
import org.fundinggap.lever.Change;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A size")
class SizesTest {
  private static final Sizes SIZES =
      new Sizes(Catalogues.evidence(), Catalogues.baseline().baseYear());

  @Test
  @DisplayName("that is a prior times a number has each quantile of it times the number")
  void scaledPriorKeepsItsShape() {
    Prior prior = Catalogues.evidence().prior("measure-plans-discount");
    Distribution plain = Calibration.distribution(prior);
    Size scaled = SIZES.prior(prior.id(), SIZES.known("family-safeguarding-plans-change"));
    assertEquals(Set.of(prior.id(), "family-safeguarding-plans-change"), scaled.evidence());
    assertEquals(-0.3 * plain.mean(), scaled.distribution().mean(), 1e-12);
    assertEquals(-0.3, scaled.distribution().lower(), 1e-15);
    assertEquals(0, scaled.distribution().upper());
    for (int i = 1; i < 64; i++) {
      double p = i / 64.0;
      assertEquals(-0.3 * plain.quantile(p), scaled.distribution().quantile(1 - p), 1e-12);
    }
  }

  @Test
  @DisplayName("that is worked out of known numbers says how, and names what it comes from")
  void arithmeticSaysHow() {
    Size shift = SIZES.known("seed-family-help-shift");
    Size years = SIZES.known("measure-care-review-years");
    Size all = SIZES.known("care-review-investment").minus(shift).over(years.times(2));
    assertEquals((2600 - 1000) / 8.0, all.value());
    assertEquals(
        "(care-review-investment - seed-family-help-shift) / (measure-care-review-years x 2)",
        all.formula());
    assertEquals(
        Set.of("care-review-investment", "seed-family-help-shift", "measure-care-review-years"),
        all.evidence());
    assertEquals("1 + 2", Size.number(1).plus(Size.number(2)).formula().replaceAll("[()]", ""));
  }

  @Test
  @DisplayName("that is uncertain is no factor: it is drawn apart")
  void uncertainFactorsAreRefused() {
    Size uncertain = SIZES.prior("measure-profit-cap");
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SIZES.prior("measure-turnover", uncertain))
                .getMessage());
    assertTrue(message.contains("measure-profit-cap must be a known number"), message);
  }

  @Test
  @DisplayName("that is a prior times nothing is refused by the product that came to 0")
  void nothingIsNoFactor() {
    Size years = SIZES.known("measure-care-review-years");
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SIZES.prior("measure-profit-cap", years.minus(years)))
                .getMessage());
    assertEquals(
        "what multiplies prior measure-profit-cap must not be 0, was (measure-care-review-years -"
            + " measure-care-review-years) = 0; look at the numbers of that product; made from"
            + " measure-profit-cap, measure-care-review-years",
        message);
  }

  @Test
  @DisplayName("in old real prices comes to base-year prices, cash stays as it stands")
  void moneyComesToBaseYearPrices() {
    double then = Catalogues.evidence().figure("social-worker-hour-client-related").value();
    double multiplier = Catalogues.evidence().figure("deflator-multiplier-2013-14").value();
    double now = SIZES.money("social-worker-hour-client-related").value();
    // The published multiplier is of a later vintage than the series, which is within 0.4%.
    assertEquals(then * multiplier, now, 0.005 * now);
    assertEquals(45, SIZES.money("seed-pathfinders").value());
    assertEquals(2600, SIZES.money("care-review-investment").value());
  }

  @Test
  @DisplayName("that the register does not hold is refused with the nearest names")
  void unknownIdIsRefused() {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> SIZES.number("authoritis"))
                .getMessage());
    assertTrue(message.contains("no figure \"authoritis\""), message);
    assertTrue(message.contains("authorities"), message);
  }

  @Test
  @DisplayName("of family group conferences is the trial's, times who is reached")
  void conferencesAreThoseOfTheTrial() {
    Change change =
        Catalogues.shipped().measure("family-group-conferences").levers().get(0).changes().get(0);
    assertEquals(CareEntries.HAZARD_LEVEL, change.target());
    Change.Size size = change.size().orElseThrow();
    assertTrue(size.distribution().upper() <= 0);
    assertEquals(-0.086 / 0.448, size.distribution().mean(), 0.005);
    // 8.6 points of 44.8 are 19.2%, of which a mean of 0.183 is reached: 3.5% fewer entries.
    Distribution reached = Objects.requireNonNull(size.part()).of().distribution();
    assertEquals((0.03 + 0.12 + 0.4) / 3, reached.mean(), 1e-3);
    // The trial's authors claim more than 2,000 children a year if every authority did it: within
    // the range, at its far end, for most of what they count is not new.
    double entries =
        Catalogues.evidence().series("looked-after-started").at(FinancialYear.parse("2024-25"))
            - Catalogues.evidence()
                .series("asylum-seeking-started")
                .at(FinancialYear.parse("2023-24"));
    double claimed =
        -Catalogues.evidence().figure("fgc-national-entries-avoided").value() / entries;
    double atLeastSoMany = 0;
    int points = 200;
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        double fewer =
            size.distribution().quantile((i + 0.5) / points) * reached.quantile((j + 0.5) / points);
        atLeastSoMany += fewer <= claimed ? 1.0 / (points * points) : 0;
      }
    }
    assertTrue(0.001 < atLeastSoMany && atLeastSoMany < 0.1, "probability " + atLeastSoMany);
  }
}
