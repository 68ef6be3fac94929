package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An appraisal")
class AppraisalTest {
  private static final Settings SETTINGS = Settings.of(1, 50);

  /** Factors 1, 0.8, 0.64, 0.512. */
  private static final DiscountSchedule QUARTER = DiscountSchedule.of("quarter", Map.of(1, 0.25));

  private static Appraiser plain() {
    return Appraiser.of(QUARTER, OptimismBias.none());
  }

  private static Ledger prices(Ledger ledger) {
    return ledger.with(Inflation.DEFLATOR, 1, 1.25, 1.25, 2);
  }

  private static Scenario baseline() {
    return prices(Ledger.of("base", 4))
        .with(Cost.SPENDING, 100, 125, 150, 240)
        .with(Funding.FUNDING, 90, 90, 90, 90)
        .with(Funding.UNTIED, 80, 80, 80, 80)
        .build();
  }

  /*
   * In cash spending changes by 0, 25, -50, -80, of which own costs to councils are 10 in year 1; funding
   * by 0, 17.5, 0, 0, of which 5 are general and 12.5 tied; government has own costs of 5 in year 1,
   * partners of 12.5 in year 2. In real terms:
   *   year 1: spending 20 (services 12, own 8), general 4, tied 10, government 4
   *   year 2: spending -40, partners 10
   *   year 3: spending -40
   * Net benefit 0, -(20 + 10 + 4) = -34, 40 - 10 = 30, 40.
   */
  private static Ledger policy() {
    return prices(Ledger.of("policy", 4))
        .with(Cost.SPENDING, 100, 150, 100, 160)
        .with(Payer.COUNCILS.cost(), 0, 10, 0, 0)
        .with(Payer.GOVERNMENT.cost(), 0, 5, 0, 0)
        .with(Payer.PARTNERS.cost(), 0, 0, 12.5, 0)
        .with(Funding.FUNDING, 90, 107.5, 90, 90)
        .with(Funding.UNTIED, 80, 85, 80, 80);
  }

  private static Appraisal appraise(Scenario base, Scenario alternative) {
    return plain().appraise(new ScenarioPair(base, alternative), SETTINGS);
  }

  private static double[] means(RealFlow flow) {
    return flow.years().years().stream().mapToDouble(year -> flow.in(year).mean()).toArray();
  }

  private static double value(Appraisal appraisal, RealFlow flow) {
    return flow.presentValue(appraisal.schedule()).mean();
  }

  @Test
  @DisplayName("counts resources in real terms, discounted, as worked out by hand")
  void byHand() {
    Appraisal found = appraise(baseline(), policy().build());
    assertArrayEquals(new double[] {0, -34, 30, 40}, means(found.netBenefit()), 1e-12);
    assertArrayEquals(new double[] {0, 22, 10, 0}, means(found.costs()), 1e-12);
    assertArrayEquals(new double[] {0, -12, 40, 40}, means(found.benefits()), 1e-12);
    // 0, -34 x 0.8 = -27.2, + 30 x 0.64 = -8, + 40 x 0.512 = 12.48
    assertArrayEquals(new double[] {0, -27.2, -8, 12.48}, means(found.cumulative()), 1e-12);
    assertEquals(12.48, found.netPresentValue().mean(), 1e-12);
    // 0.8 + 0.64 + 0.512 = 1.952
    assertEquals(12.48 / 1.952, found.equivalentAnnual().mean(), 1e-12);
    // (-12 x 0.8 + 40 x 0.64 + 40 x 0.512) / (22 x 0.8 + 10 x 0.64) = 36.48 / 24
    assertEquals(1.52, found.benefitCostRatio().orElseThrow().value(), 1e-12);
    assertEquals(Optional.of(year(2027)), found.payback().medianYear());
  }

  @Test
  @DisplayName("says what each party gains, as worked out by hand")
  void partiesByHand() {
    Appraisal found = appraise(baseline(), policy().build());
    // Councils spend 20 more and get 4 in year 1, spend 40 less in years 2 and 3.
    assertArrayEquals(
        new double[] {0, -16, 40, 40}, means(found.netBenefit(Payer.COUNCILS)), 1e-12);
    // Government gives 4 and 10 and pays 4.
    assertArrayEquals(
        new double[] {0, -18, 0, 0}, means(found.netBenefit(Payer.GOVERNMENT)), 1e-12);
    assertArrayEquals(new double[] {0, 0, -10, 0}, means(found.netBenefit(Payer.PARTNERS)), 1e-12);
  }

  @Test
  @DisplayName("raises the policy's costs by the optimism bias, each at who pays it")
  void optimismBiasByHand() {
    Appraisal found =
        appraise(baseline(), policy().build())
            .withOptimismBias(OptimismBias.onCosts(0.5, "half as much again"));
    // Costs are worth 24 and become 36; the net value falls by 12.
    assertEquals(36, value(found, found.costs()), 1e-12);
    assertEquals(0.48, found.netPresentValue().mean(), 1e-12);
    assertEquals(36.48 / 36, found.benefitCostRatio().orElseThrow().value(), 1e-12);
    assertArrayEquals(
        new double[] {0, -20, 40, 40}, means(found.netBenefit(Payer.COUNCILS)), 1e-12);
    assertArrayEquals(
        new double[] {0, -25, 0, 0}, means(found.netBenefit(Payer.GOVERNMENT)), 1e-12);
    assertArrayEquals(new double[] {0, 0, -15, 0}, means(found.netBenefit(Payer.PARTNERS)), 1e-12);
  }

  @Test
  @DisplayName("is zero to the bit where nothing changes")
  void nothingChanges() {
    Ledger same = prices(Ledger.of("same", 4)).with(Cost.SPENDING, 100, 125, 150, 240);
    same.with(Funding.FUNDING, 90, 90, 90, 90).with(Funding.UNTIED, 80, 80, 80, 80);
    Appraisal found = appraise(baseline(), same.build());
    for (RealFlow flow :
        List.of(
            found.netBenefit(),
            found.netBenefit(Payer.COUNCILS),
            found.netBenefit(Payer.GOVERNMENT),
            found.netBenefit(Payer.PARTNERS))) {
      for (double each : flow.presentValue(QUARTER).values()) {
        assertEquals(0.0, each);
      }
    }
    assertEquals(Optional.empty(), found.benefitCostRatio());
    assertEquals(Double.NaN, found.payback().probability());
    assertHolds(found.toString(), "no costs of its own");
  }

  @Test
  @DisplayName("takes general grants for transfers, whose last digits are no cost")
  void transfers() {
    // 0.3 - 0.1 and 0.7 - 0.5 differ in their last digits.
    Ledger before = Ledger.of("before", 2).with(Cost.SPENDING, 10, 10);
    before.with(Funding.FUNDING, 0.3, 0.3).with(Funding.UNTIED, 0.1, 0.1);
    Ledger after = Ledger.of("after", 2).with(Cost.SPENDING, 10, 10);
    after.with(Funding.FUNDING, 0.3, 0.7).with(Funding.UNTIED, 0.1, 0.5);
    Appraisal found = appraise(before.build(), after.build());
    assertEquals(0.0, found.netPresentValue().mean());
    assertEquals(Optional.empty(), found.benefitCostRatio());
    assertEquals(0.32, value(found, found.netBenefit(Payer.COUNCILS)), 1e-12); // 0.4 x 0.8
    assertEquals(-0.32, value(found, found.netBenefit(Payer.GOVERNMENT)), 1e-12);
  }

  @Test
  @DisplayName("takes a bill that partners take over for a transfer, net of income, in no ratio")
  void takeovers() {
    Scenario base = Ledger.of("base", 2).with(Cost.SPENDING, 100, 100).build();
    // Own cost 10 saves 20; in the second case partners also pay 30 of what councils paid.
    Ledger plain = Ledger.of("plain", 2).with(Cost.SPENDING, 100, 80);
    Ledger taken = Ledger.of("taken", 2).with(Cost.SPENDING, 100, 50);
    plain.with(Payer.GOVERNMENT.cost(), 0, 10);
    taken.with(Payer.GOVERNMENT.cost(), 0, 10).with(Payer.PARTNERS.cost(), 0, 30);
    taken.with(Payer.PARTNERS.takenOver(), 0, 30);
    Appraisal without = appraise(base, plain.build());
    Appraisal with = appraise(base, taken.build());
    assertEquals(8, without.netPresentValue().mean(), 1e-12); // (20 - 10) x 0.8
    assertEquals(8, with.netPresentValue().mean(), 1e-12);
    assertEquals(2, without.benefitCostRatio().orElseThrow().value(), 1e-12); // 20 / 10
    assertEquals(2, with.benefitCostRatio().orElseThrow().value(), 1e-12);
    assertArrayEquals(new double[] {0, 50}, means(with.netBenefit(Payer.COUNCILS)), 1e-12);
    assertArrayEquals(new double[] {0, -30}, means(with.netBenefit(Payer.PARTNERS)), 1e-12);
    assertArrayEquals(new double[] {0, 30}, means(with.takenOver()), 1e-12);
    assertHolds(with.toString(), "worth 24.0 at the mean, are transfers");
    assertFalse(without.toString().contains("transfers"));
    // A bias raises own costs, not bills.
    Appraisal biased = with.withOptimismBias(OptimismBias.onCosts(1, "twice"));
    assertEquals(0, biased.netPresentValue().mean(), 1e-12);
  }

  @Test
  @DisplayName("counts a tied grant that ends, and a cost that falls, as benefits")
  void savings() {
    Ledger before = Ledger.of("before", 2).with(Cost.SPENDING, 100, 100);
    before.with(Funding.FUNDING, 50, 50).with(Payer.GOVERNMENT.cost(), 0, 8);
    Ledger after = Ledger.of("after", 2).with(Cost.SPENDING, 100, 105);
    after.with(Funding.FUNDING, 50, 30).with(Payer.COUNCILS.cost(), 0, 5);
    Appraisal found = appraise(before.build(), after.build());
    assertArrayEquals(new double[] {0, 5}, means(found.costs()), 1e-12);
    assertArrayEquals(new double[] {0, 28}, means(found.benefits()), 1e-12); // 20 and 8
    assertArrayEquals(new double[] {0, -5}, means(found.netBenefit(Payer.COUNCILS)), 1e-12);
    assertArrayEquals(new double[] {0, 28}, means(found.netBenefit(Payer.GOVERNMENT)), 1e-12);
    // A bias raises the cost of 5 and lets savings be.
    Appraisal biased = found.withOptimismBias(OptimismBias.onCosts(1, "twice"));
    assertArrayEquals(new double[] {0, 18}, means(biased.netBenefit()), 1e-12);
  }

  @Test
  @DisplayName("of a level flow has an equivalent annual value of the flow")
  void levelFlow() {
    Scenario base = Ledger.of("base", 5).with(Cost.SPENDING, 100, 100, 100, 100, 100).build();
    Scenario less = Ledger.of("less", 5).with(Cost.SPENDING, 100, 93, 93, 93, 93).build();
    assertEquals(7, appraise(base, less).equivalentAnnual().mean(), 1e-12);
    DiscountSchedule kinked = DiscountSchedule.of("kinked", Map.of(1, 0.035, 3, 0.2));
    assertEquals(7, appraise(base, less).withSchedule(kinked).equivalentAnnual().mean(), 1e-12);
  }

  @Test
  @DisplayName("has the bands of its draws, and a paired error of its ratio")
  void uncertainty() {
    // Cost 10 and benefit 20 + 5 luck in year 1: NPV 0.8 (10 + 5 luck), ratio 2 + mean luck / 2.
    Scenario base = Ledger.of("base", 2).with(Cost.SPENDING, 100, 100).build();
    Ledger policy = Ledger.of("policy", 2).with(Cost.SPENDING, 100, 80);
    policy.withLuck(Cost.SPENDING, 0, -5).with(Payer.GOVERNMENT.cost(), 0, 10);
    ScenarioPair pair = new ScenarioPair(base, policy.build());
    Appraisal found = plain().appraise(pair, Settings.of(3, 10_000));
    Draws npv = found.netPresentValue();
    // Standard normal luck: mean 8, standard error 4 / 100, 97.7% above zero; 5 errors of each.
    assertEquals(0.04, npv.meanError(), 0.002);
    assertEquals(8, npv.mean(), 0.2);
    assertEquals(8 - 4 * 1.2816, npv.quantile(0.1), 0.4);
    assertEquals(0.9772, npv.probabilityAbove(0), 0.0075);
    BenefitCostRatio ratio = found.benefitCostRatio().orElseThrow();
    assertEquals(1 + npv.mean() / 8, ratio.value(), 1e-12);
    assertEquals(npv.meanError() / 8, ratio.error(), 1e-12); // the cost does not vary
    Interval interval = ratio.interval();
    assertEquals(ratio.value() - ratio.reach() * ratio.error(), interval.lower(), 1e-12);
    assertEquals(ratio.value() + ratio.reach() * ratio.error(), interval.upper(), 1e-12);
  }

  @Test
  @DisplayName("has no error of a ratio whose benefits are in proportion to its costs")
  void pairedRatio() {
    Scenario base = Ledger.of("base", 2).with(Cost.SPENDING, 100, 100).build();
    Ledger policy = Ledger.of("policy", 2).with(Cost.SPENDING, 100, 70);
    policy.withLuck(Cost.SPENDING, 0, -3).with(Payer.PARTNERS.cost(), 0, 10);
    policy.withLuck(Payer.PARTNERS.cost(), 0, 1);
    BenefitCostRatio ratio = appraise(base, policy.build()).benefitCostRatio().orElseThrow();
    assertEquals(3, ratio.value(), 1e-12);
    assertEquals(0, ratio.error(), 1e-12);
  }

  @Test
  @DisplayName("tells which variables to keep, and which a model lacks")
  void variables() {
    assertEquals(
        List.of(
            Cost.SPENDING,
            Funding.FUNDING,
            Funding.UNTIED,
            Inflation.DEFLATOR,
            Payer.COUNCILS.cost(),
            Payer.GOVERNMENT.cost(),
            Payer.PARTNERS.cost()),
        List.of(Appraisal.variables(baseline(), policy().build())));
    Scenario poor = policy().without(Funding.UNTIED).without(Cost.SPENDING).build();
    List<String> problems = problems(() -> Appraisal.variables(poor));
    assertEquals(2, problems.size(), problems.toString());
    assertHolds(problems.toString(), "spending", "generalFunding", "RealFlow");
  }

  @Test
  @DisplayName("refuses runs that lack a scenario, a variable or years, or hold no numbers")
  void refusals() {
    Scenario base = baseline();
    Scenario policy = policy().build();
    Projection all = Simulation.of(base, policy).run(SETTINGS);
    assertHolds(
        refusal(() -> plain().appraise(all, "base", "polcy")),
        "nearest known: policy, base",
        "\"polcy\"");
    Variable[] few = {Cost.SPENDING, Funding.FUNDING, Funding.UNTIED, Inflation.DEFLATOR};
    Projection part = Simulation.of(base, policy).keeping(few).run(SETTINGS);
    assertHolds(refusal(() -> plain().appraise(part, "base", "policy")), "policyCost.councils");
    Scenario one = Ledger.of("one", 1).build();
    Scenario other = Ledger.of("other", 1).build();
    assertHolds(refusal(() -> appraise(one, other)), "number of years", "base year");
    assertHolds(refusal(() -> new ScenarioPair(base, one)), "years of one", "2027-28");
    assertHolds(refusal(() -> new ScenarioPair(base, base)), "differ", "\"base\"");
    Projection two = Simulation.of(base, one).run(SETTINGS);
    assertHolds(refusal(() -> plain().appraise(two, "base", "one")), "years", "2024-25 to 2024-25");
    Scenario broken = policy().withLuck(Cost.SPENDING, 0, 0, Double.MAX_VALUE, 0).build();
    Scenario wild = Ledger.of("wild", 4).with(Inflation.DEFLATOR, 1, 1, -1, 1).build();
    Scenario late = Ledger.of("late", 4).with(Inflation.DEFLATOR, 1.1, 1, 1, 1).build();
    assertHolds(refusal(() -> appraise(base, broken)), "spending of scenario policy", "2026-27");
    assertHolds(refusal(() -> appraise(base, wild)), "deflator", "wild", "2026-27", "-1.0");
    assertHolds(refusal(() -> appraise(base, late)), "deflator", "1 in the base year", "1.1");
  }

  @Test
  @DisplayName("refuses draws that were not kept")
  void histograms() {
    Projection small = Simulation.of(baseline(), policy().build()).run(SETTINGS.withMemory(0));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> plain().appraise(small, "base", "policy"));
    assertHolds(String.valueOf(refused.getMessage()), "withMemory");
  }

  @Test
  @DisplayName("prints what it is worth, to whom, when, and what is left out")
  void text() {
    Appraisal found = appraise(baseline(), policy().build());
    assertEquals(PriceBasis.real(year(2024)), found.basis());
    assertHolds(plain().toString(), "quarter: 25%", "optimism bias none");
    String text = found.toString();
    assertHolds(text, "policy against base", "real 2024-25", "quarter: 25%", "no residual value");
    assertHolds(text, "1.52 (MC s.e. 0.0)", "median 2027-28; by 2027-28 in 100% of draws");
    assertHolds(text, "optimism bias none", "Nothing after 2027-28");
    assertTrue(
        text.lines().anyMatch(line -> line.matches("net present value +12\\.5 +0\\.0 .* 100%")),
        text);
    assertTrue(
        text.lines()
            .anyMatch(
                line -> line.matches("2025-26 +0\\.8000 +-12\\.0 +22\\.0 +-34\\.0 +-27\\.2 .* 0%")),
        text);
  }
}
