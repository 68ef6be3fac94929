package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Pieces;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The years of an appraisal")
class AppraisalYearsTest {
  /** Factors 1, 0.8, 0.64, 0.512. */
  private static final DiscountSchedule QUARTER = DiscountSchedule.of("quarter", Map.of(1, 0.25));

  private static Appraiser plain() {
    return Appraiser.of(QUARTER, OptimismBias.none());
  }

  private static Ledger prices(String name) {
    return Ledger.of(name, 4).with(Inflation.DEFLATOR, 1, 1.25, 1.25, 2);
  }

  /*
   * In real terms of 2024-25 the policy uses 40 of partners in 2025-26 and saves councils 0, 0, 30, 50:
   * net benefit 0, -40, 30, 50, worth -32 + 19.2 + 25.6 = 12.8 in 2024-25.
   */
  private static Appraisal appraise() {
    Scenario base = prices("base").with(Cost.SPENDING, 100, 125, 125, 200).build();
    Ledger policy = prices("policy").with(Cost.SPENDING, 100, 125, 87.5, 100);
    policy.with(Payer.PARTNERS.cost(), 0, 50, 0, 0);
    return plain().appraise(new ScenarioPair(base, policy.build()), Settings.of(1, 20));
  }

  private static double[] means(RealFlow flow) {
    return flow.years().years().stream().mapToDouble(year -> flow.in(year).mean()).toArray();
  }

  @Test
  @DisplayName("are the base year unless another is named")
  void baseYear() {
    Appraisal found = appraise();
    assertEquals(12.8, found.netPresentValue().mean(), 1e-12);
    assertEquals(year(2024), found.years().first());
    assertEquals(PriceBasis.real(year(2024)), found.basis());
    assertEquals(0, found.leftOutAsSunk().mean());
    Appraisal named = found.withYears(AppraisalYears.of(year(2024)));
    assertEquals(found.toString(), named.toString());
    assertFalse(found.toString().contains("Sunk"));
  }

  @Test
  @DisplayName("may be a later year, worked out by hand in prices of the base year and of its own")
  void laterYear() {
    AppraisalYears from2025 = AppraisalYears.of(year(2025));
    Appraisal old = appraise().withYears(from2025.inPricesOf(year(2024)));
    // -40 + 30 x 0.8 + 50 x 0.64 = 16 = 12.8 / 0.8
    assertEquals(16, old.netPresentValue().mean(), 1e-12);
    assertArrayEquals(new double[] {-40, -16, 16}, means(old.cumulative()), 1e-12);
    assertEquals(16 / 1.44, old.equivalentAnnual().mean(), 1e-12); // 0.8 + 0.64
    Appraisal own = appraise().withYears(from2025);
    assertEquals(20, own.netPresentValue().mean(), 1e-12); // 16 x 1.25
    assertArrayEquals(new double[] {50, 0, 0}, means(own.costs()), 1e-12);
    assertArrayEquals(new double[] {0, 37.5, 62.5}, means(own.benefits()), 1e-12);
    assertArrayEquals(new double[] {-50, 0, 0}, means(own.netBenefit(Payer.PARTNERS)), 1e-12);
    assertHolds(own.toString(), "real 2025-26, discounted to 2025-26");
    assertHolds(old.toString(), "real 2024-25, discounted to 2025-26");
  }

  @Test
  @DisplayName("leave ratio and payback as they are in whatever prices")
  void priceYear() {
    Appraisal found = appraise();
    Appraisal dear = found.withYears(AppraisalYears.ofBaseYear().inPricesOf(year(2027)));
    assertEquals(25.6, dear.netPresentValue().mean(), 1e-12); // 12.8 x 2
    assertEquals(1.4, dear.benefitCostRatio().orElseThrow().value(), 1e-12); // 44.8 / 32
    assertEquals(found.benefitCostRatio(), dear.benefitCostRatio());
    assertEquals(Optional.of(year(2027)), dear.payback().medianYear());
    assertHolds(dear.toString(), "real 2027-28, discounted to 2024-25");
  }

  @Test
  @DisplayName("carry money to other prices by each draw's own deflator")
  void eachDraw() {
    Ledger before = Ledger.of("before", 2).with(Cost.SPENDING, 100, 0).luck(luck());
    before.with(Inflation.DEFLATOR, 1, 1).withLuck(Inflation.DEFLATOR, 0, 1);
    Ledger after = Ledger.of("after", 2).with(Cost.SPENDING, 100, -6).luck(luck());
    after.with(Inflation.DEFLATOR, 1, 1).withLuck(Inflation.DEFLATOR, 0, 1);
    ScenarioPair pair = new ScenarioPair(before.build(), after.build());
    Appraisal old = plain().appraise(pair, Settings.of(3, 50));
    Appraisal late = old.withYears(AppraisalYears.ofBaseYear().inPricesOf(year(2025)));
    double[] real = old.netPresentValue().values();
    double[] cash = late.netPresentValue().values();
    for (int i = 0; i < real.length; i++) {
      assertEquals(4.8, cash[i], 1e-12); // 6 in cash of that year, x 0.8
    }
    assertEquals(true, real[0] != real[1], "prices differ between draws");
  }

  @Test
  @DisplayName("deflate each scenario by its own prices, and restate by the baseline's")
  void pricesThatDiffer() {
    Ledger before = Ledger.of("before", 2).with(Cost.SPENDING, 100, 125);
    Ledger after = Ledger.of("after", 2).with(Cost.SPENDING, 100, 160);
    before.with(Inflation.DEFLATOR, 1, 1.25);
    after.with(Inflation.DEFLATOR, 1, 2);
    ScenarioPair pair = new ScenarioPair(before.build(), after.build());
    Appraisal old = plain().appraise(pair, Settings.of(3, 5));
    assertArrayEquals(new double[] {0, 20}, means(old.netBenefit()), 1e-12); // 100 less 80
    Appraisal late = old.withYears(AppraisalYears.ofBaseYear().inPricesOf(year(2025)));
    assertArrayEquals(new double[] {0, 25}, means(late.netBenefit()), 1e-12); // 20 x 1.25
  }

  private static Distribution luck() {
    return Distribution.uniform(0, 1);
  }

  @Test
  @DisplayName("spread a value over all of them, or over those asked for")
  void levelAmounts() {
    Appraisal found = appraise();
    assertEquals(12.8 / 1.952, found.equivalentAnnual().mean(), 1e-12);
    assertEquals(Optional.of(Pieces.years(2025, 2027)), found.yearsOfChange());
    assertEquals(
        found.equivalentAnnual().mean(),
        found.equivalentAnnual(found.yearsOfChange().orElseThrow()).mean(),
        1e-12);
    assertEquals(
        12.8 / 1.152,
        found.equivalentAnnual(Pieces.years(2026, 2027)).mean(),
        1e-12); // 0.64 + 0.512
    assertHolds(found.toString(), "Equivalent annual: a level amount in 2025-26 to 2027-28.\n");
    assertHolds(refusal(() -> found.equivalentAnnual(Pieces.years(2026, 2028))), "2028-29");
    Appraisal late = found.withYears(AppraisalYears.of(year(2025)));
    assertHolds(
        late.toString(),
        "a level amount in 2026-27 to 2027-28, though the policy changes money in 2025-26 to"
            + " 2027-28");
  }

  @Test
  @DisplayName("refuse what was before them, or leave it out and say how much")
  void sunk() {
    AppraisalYears from2026 = AppraisalYears.of(year(2026));
    assertHolds(
        refusal(() -> appraise().withYears(from2026)),
        "must not be before the appraisal year 2026-27, was 2025-26",
        "delay the levers",
        "leavingOutSunk");
    Appraisal found = appraise().withYears(from2026.leavingOutSunk());
    assertEquals(1.25 * (30 + 50 * 0.8), found.netPresentValue().mean(), 1e-12);
    assertEquals(-50, found.leftOutAsSunk().mean(), 1e-12); // 40 in prices of 2026-27
    assertEquals(Optional.empty(), found.benefitCostRatio());
    assertHolds(found.toString(), "Sunk, and left out", "before 2026-27, a net benefit of -50.0");
    assertHolds(from2026.leavingOutSunk().toString(), "2026-27 in prices of 2026-27", "sunk");
  }

  @Test
  @DisplayName("see transfers of earlier years too")
  void sunkTransfers() {
    Scenario base = Ledger.of("base", 3).build();
    Ledger grant = Ledger.of("grant", 3).with(Funding.FUNDING, 0, 5, 5);
    grant.with(Funding.UNTIED, 0, 5, 5);
    Appraisal found = plain().appraise(new ScenarioPair(base, grant.build()), Settings.of(1, 5));
    assertEquals(year(2025), found.withYears(AppraisalYears.of(year(2025))).years().first());
    Ledger later = Ledger.of("later", 4).with(Funding.FUNDING, 0, 5, 5, 0);
    later.with(Funding.UNTIED, 0, 5, 5, 0);
    Scenario longer = Ledger.of("longer", 4).build();
    Appraisal two = plain().appraise(new ScenarioPair(longer, later.build()), Settings.of(1, 5));
    assertHolds(refusal(() -> two.withYears(AppraisalYears.of(year(2026)))), "2025-26");
  }

  @Test
  @DisplayName("must be of the run, and the appraisal year before its last")
  void outsideTheRun() {
    Appraisal found = appraise();
    assertHolds(
        refusal(() -> found.withYears(AppraisalYears.of(year(2023)))),
        "appraisal year must be in [2024-25, 2026-27], was 2023-24",
        "name a year of the run before its last");
    assertHolds(refusal(() -> found.withYears(AppraisalYears.of(year(2027)))), "was 2027-28");
    AppraisalYears base = AppraisalYears.ofBaseYear();
    assertHolds(
        refusal(() -> found.withYears(base.inPricesOf(year(2028)))),
        "price year must be in [2024-25, 2027-28], was 2028-29");
    assertHolds(plain().withYears(base).toString(), "values of the base year");
  }

  @Test
  @DisplayName("cut a flow short, and keep prices apart")
  void flows() {
    RealFlow net = appraise().netBenefit();
    RealFlow late = net.from(year(2026));
    assertArrayEquals(new double[] {30, 50}, means(late), 1e-12);
    assertEquals(70, late.presentValue(QUARTER).mean(), 1e-12);
    assertHolds(refusal(() -> net.from(year(2028))), "2028-29");
    AppraisalYears dear = AppraisalYears.ofBaseYear().inPricesOf(year(2027));
    RealFlow other = appraise().withYears(dear).netBenefit();
    assertHolds(refusal(() -> net.plus(other)), "prices", "2024-25", "2027-28", "one year");
  }
}
