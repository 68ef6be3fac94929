package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.SwitchingSearch;
import org.fundinggap.search.SwitchingValue;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An appraisal of levers")
@Tag("medium")
class LeverAppraisalTest {
  private static final Settings SETTINGS = Settings.of(6, 200);

  private static final Scenario BASE = England.baseline().with(FundingRule.CASH_FLAT);

  private static DiscountSchedule standard() {
    return GreenBook.standard(England.evidence());
  }

  private static Appraiser appraiser() {
    return Appraiser.of(standard(), OptimismBias.none());
  }

  /** In force in all projected years, 2025-26 to 2034-35. */
  private static LeverBuilder lever(String name) {
    return Lever.named(name).from(year(2025));
  }

  private static Appraisal appraise(LeverBuilder lever) {
    return appraiser()
        .appraise(new ScenarioPair(BASE, BASE.with("policy", lever.build())), SETTINGS);
  }

  private static Draws worth(Appraisal appraisal, Payer payer) {
    return appraisal.netBenefit(payer).presentValue(standard());
  }

  private static void assertAll(double expected, Draws draws, double tolerance) {
    for (double each : draws.values()) {
      assertEquals(expected, each, tolerance);
    }
  }

  @Test
  @DisplayName("makes an own cost, carried by prices, its annuity in every draw, at who pays it")
  void ownCosts() {
    for (Payer payer : Payer.values()) {
      Appraisal found = appraise(lever("office").cost(payer, Distribution.fixed(50), EVIDENCE));
      double cost = 50 * standard().annuity(10);
      assertAll(-cost, found.netPresentValue(), 1e-8);
      assertAll(-50, found.equivalentAnnual(), 1e-9);
      assertAll(-cost, worth(found, payer), 1e-8);
      assertAll(cost, found.costs().presentValue(standard()), 1e-8);
      BenefitCostRatio ratio = found.benefitCostRatio().orElseThrow();
      assertEquals(0, ratio.value(), 1e-12);
      assertEquals(0, found.payback().probability());
    }
  }

  @Test
  @DisplayName("spreads a cost over the ten years of the run, or over the nine of the lever")
  void levelAmounts() {
    Distribution fifty = Distribution.fixed(50);
    Appraisal found =
        appraise(lever("office").from(year(2026)).cost(Payer.PARTNERS, fifty, EVIDENCE));
    double cost = 50 * (standard().annuity(10) - standard().annuity(1));
    assertAll(-cost / standard().annuity(10), found.equivalentAnnual(), 1e-9);
    assertAll(-50, found.equivalentAnnual(found.yearsOfChange().orElseThrow()), 1e-9);
    assertEquals(9, found.yearsOfChange().orElseThrow().length());
  }

  @Test
  @DisplayName("takes a share of a bill for a transfer, exactly")
  void shares() {
    Distribution third = Distribution.uniform(0.2, 0.4);
    Appraisal found =
        appraise(lever("health pays").share(CostLine.HOMES, Payer.PARTNERS, third, EVIDENCE));
    assertAll(0, found.netPresentValue(), 0);
    assertEquals(Optional.empty(), found.benefitCostRatio());
    double gain = worth(found, Payer.COUNCILS).mean();
    assertTrue(gain > 1_000, "a third of the bill for homes is billions, was " + gain);
    assertEquals(-gain, worth(found, Payer.PARTNERS).mean(), 1e-7);
    assertEquals(gain, found.takenOver().presentValue(standard()).mean(), 1e-7);
  }

  @Test
  @DisplayName("takes bills net of the income that levers leave")
  void sharesOfIncomeWithLevers() {
    Appraisal found =
        appraise(
            lever("health pays, and more income")
                .share(CostLine.HOMES, Payer.PARTNERS, Distribution.uniform(0.2, 0.4), EVIDENCE)
                .multiply(Cost.INCOME, Distribution.fixed(0.5), EVIDENCE));
    // More income is councils' gain and nobody's cost; what partners pay is what councils save, at
    // the average cost at which they are billed.
    Appraisal income =
        appraise(lever("more income").multiply(Cost.INCOME, Distribution.fixed(0.5), EVIDENCE));
    assertEquals(
        income.withSavings(Savings.AT_AVERAGE_COST).netPresentValue().mean(),
        found.withSavings(Savings.AT_AVERAGE_COST).netPresentValue().mean(),
        1e-6);
    assertEquals(Optional.empty(), found.benefitCostRatio());
  }

  @Test
  @DisplayName("takes general money for a transfer and tied money for a cost that prevents need")
  void money() {
    Distribution hundred = Distribution.fixed(100);
    double given = 100 * standard().annuity(10);
    Appraisal general = appraise(lever("grant").shift(Funding.FUNDING, hundred, EVIDENCE));
    assertAll(0, general.netPresentValue(), 0);
    assertAll(given, worth(general, Payer.COUNCILS), 1e-7);
    assertAll(-given, worth(general, Payer.GOVERNMENT), 1e-7);
    Appraisal tied =
        appraise(lever("help").shift(FundingStream.familiesFirst().amount(), hundred, EVIDENCE));
    assertAll(given, tied.costs().presentValue(standard()), 1e-7);
    assertAll(-given, worth(tied, Payer.GOVERNMENT), 1e-7);
    double saved = tied.benefits().presentValue(standard()).mean();
    assertTrue(saved > 0 && tied.benefits().presentValue(standard()).quantile(0) >= -1e-7);
    assertEquals(saved / given, tied.benefitCostRatio().orElseThrow().value(), 1e-9);
  }

  @Test
  @DisplayName("knows what delay costs and saves")
  void delay() {
    Lever office = lever("office").cost(Payer.PARTNERS, Distribution.fixed(50), EVIDENCE).build();
    DelayCost cost = appraiser().costOfDelay(BASE, List.of(office), 2, SETTINGS);
    // Two years of a cost are saved, so delay gains: the cost of delay is negative.
    assertAll(-50 * standard().annuity(2), cost.cost(), 1e-8);
  }

  @Test
  @DisplayName("gives no ratio where a lever makes a cost line dearer, and says which")
  void noRatioWhereACostLineIsDearer() {
    Distribution tenth = Distribution.fixed(0.1);
    Distribution fifty = Distribution.fixed(50);
    Appraisal dearer =
        appraise(
            lever("allowance")
                .multiply(CostLine.FOSTERING.unitCost(), tenth, EVIDENCE)
                .cost(Payer.GOVERNMENT, fifty, EVIDENCE));
    assertEquals(Optional.empty(), dearer.benefitCostRatio());
    assertHolds(
        dearer.toString(), "benefit-cost ratio: none, for allowance makes cost lines dearer");
    Appraisal cheaper =
        appraise(
            lever("planning")
                .multiply(CostLine.FOSTERING.unitCost(), Distribution.fixed(-0.1), EVIDENCE)
                .cost(Payer.GOVERNMENT, fifty, EVIDENCE));
    assertTrue(cheaper.benefitCostRatio().orElseThrow().value() > 1);
  }

  @Test
  @DisplayName("has nothing to pay back where money only changes hands")
  void nothingToPayBack() {
    Appraisal grant =
        appraise(lever("grant").shift(Funding.FUNDING, Distribution.fixed(100), EVIDENCE));
    assertHolds(grant.payback().toString(), "nothing to pay back");
    Appraisal office =
        appraise(lever("office").cost(Payer.PARTNERS, Distribution.fixed(1), EVIDENCE));
    assertHolds(office.payback().toString(), "not within the years");
  }

  @Test
  @DisplayName("takes a lever that is put off beyond the projection for none")
  void delayBeyondTheProjection() {
    Lever late =
        Lever.named("office")
            .from(year(2030))
            .cost(Payer.PARTNERS, Distribution.fixed(50), EVIDENCE)
            .build();
    DelayCost cost = appraiser().costOfDelay(BASE, List.of(late), 9, SETTINGS);
    assertAll(0, cost.later().netPresentValue(), 0);
    assertTrue(cost.cost().mean() < 0, "nothing is paid, so that delay gains");
  }

  @Test
  @DisplayName("finds the cost at which a saving is worth nothing")
  void switching() {
    Distribution tenth = Distribution.fixed(-0.1);
    LeverBuilder saving = lever("cheaper").multiply(Cost.SPENDING, tenth, EVIDENCE);
    Scenario cheaper = BASE.with("cheaper", saving.build());
    double annual =
        appraiser().appraise(new ScenarioPair(BASE, cheaper), SETTINGS).equivalentAnnual().mean();
    SwitchingValue found =
        SwitchingSearch.of(
                "own cost, GBP million a year",
                cost ->
                    new ScenarioPair(
                        BASE,
                        cheaper.with(
                            "policy",
                            lever("office")
                                .cost(Payer.GOVERNMENT, Distribution.fixed(cost), EVIDENCE)
                                .build())))
            .between(1, 5_000)
            .run(appraiser(), SETTINGS);
    assertEquals(annual, found.value().orElseThrow(), 1e-2);
    assertHolds(found.toString(), "own cost, GBP million a year switches at");
  }
}
