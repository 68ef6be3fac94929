package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cut of benefits of assumed size")
class BenefitCutTest {
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final Settings SETTINGS = Settings.of(1, 20);

  /** A red prior and a green figure. */
  private static final String RED = "measure-plans-discount";

  private static final String GREEN = "optimism-bias-standard-buildings-capex";

  /** Factors 1, 0.8, 0.64, 0.512, of which the last three sum to 1.952. */
  private static Appraiser plain() {
    return Appraiser.of(DiscountSchedule.of("quarter", Map.of(1, 0.25)), OptimismBias.none());
  }

  private static BenefitCut half() {
    return BenefitCut.onAssumedSizes(EVIDENCE, 0.5, "half of such savings came");
  }

  private static Scenario base() {
    return Ledger.of("base", 4).with(Cost.SPENDING, 100, 100, 100, 100).build();
  }

  /** Saves 20 a year of 100, for 5 that partners pay. */
  private static LeverBuilder saving(String... evidence) {
    return Lever.named("office")
        .from(year(2025))
        .multiply(Cost.SPENDING, Distribution.fixed(-0.2), evidence)
        .cost(Payer.PARTNERS, Distribution.fixed(5), RED);
  }

  private static Appraisal appraise(Scenario baseline, LeverBuilder... levers) {
    Lever[] all = List.of(levers).stream().map(LeverBuilder::build).toArray(Lever[]::new);
    ScenarioPair pair = new ScenarioPair(baseline, baseline.with("policy", all));
    return plain().withBenefitCut(half()).appraise(pair, SETTINGS);
  }

  private static double worth(RealFlow flow) {
    return flow.presentValue(plain().schedule()).mean();
  }

  private static double[] means(RealFlow flow) {
    return flow.years().years().stream().mapToDouble(year -> flow.in(year).mean()).toArray();
  }

  @Test
  @DisplayName("takes the share off what is saved, not off costs, as worked out by hand")
  void byHand() {
    Appraisal found = appraise(base(), saving(GREEN, RED));
    assertArrayEquals(new double[] {0, 10, 10, 10}, means(found.benefits()), 1e-12);
    assertArrayEquals(new double[] {0, 10, 10, 10}, means(found.benefitsCutOff()), 1e-12);
    assertArrayEquals(new double[] {0, 5, 5, 5}, means(found.costs()), 1e-12);
    assertEquals(5 * 1.952, found.netPresentValue().mean(), 1e-12); // 9.76
    assertEquals(2, found.benefitCostRatio().orElseThrow().value(), 1e-12);
    assertEquals(10 * 1.952, worth(found.netBenefit(Payer.COUNCILS)), 1e-12);
    assertEquals(-5 * 1.952, worth(found.netBenefit(Payer.PARTNERS)), 1e-12);
    assertEquals(0, worth(found.netBenefit(Payer.GOVERNMENT)), 1e-12);
    assertHolds(
        found.toString(),
        "Benefits of assumed size cut by 50% (half of such savings came)",
        "Worth 19.5 at the mean are taken off. Assumed sizes:",
        "- office: spending",
        "(measure-plans-discount: red)");
    Appraisal whole = found.withBenefitCut(BenefitCut.none());
    assertEquals(15 * 1.952, whole.netPresentValue().mean(), 1e-12);
    assertEquals(List.of(), whole.assumedSizes());
    assertFalse(whole.toString().contains("assumed size"), whole.toString());
  }

  @Test
  @DisplayName("takes what no register holds for assumed, and spares what was seen")
  void qualities() {
    Appraisal own = appraise(base(), saving("my-own"));
    assertEquals(5 * 1.952, own.netPresentValue().mean(), 1e-12);
    assertHolds(own.assumedSizes().toString(), "my-own: not registered");
    Appraisal seen = appraise(base(), saving(GREEN));
    assertEquals(15 * 1.952, seen.netPresentValue().mean(), 1e-12);
    assertHolds(seen.toString(), "None is cut: no effect", "of assumed size");
    // Of the two series each value is green in one, and one value is red in the other.
    assertEquals(List.of(), appraise(base(), saving("looked-after")).assumedSizes());
    assertEquals(
        List.of("office: spending, relative change (referrals: red)"),
        appraise(base(), saving("looked-after", "referrals")).assumedSizes());
  }

  @Test
  @DisplayName("spares money that is given, and what saves nothing")
  void spared() {
    LeverBuilder grant = Lever.named("grant").from(year(2025));
    grant.shift(Funding.FUNDING, Distribution.fixed(10), RED);
    assertEquals(List.of(), appraise(base(), grant).assumedSizes());
    LeverBuilder general = Lever.named("general").from(year(2025));
    general.shift(Funding.UNTIED, Distribution.fixed(10), RED);
    assertEquals(List.of(), appraise(base(), general).assumedSizes());
    LeverBuilder dear = Lever.named("dear").from(year(2025));
    dear.multiply(Cost.SPENDING, Distribution.fixed(0.2), RED);
    Appraisal found = appraise(base(), dear);
    assertEquals(-20 * 1.952, found.netPresentValue().mean(), 1e-12);
    assertHolds(found.toString(), "None is cut: by the mean, the policy saves nothing");
  }

  @Test
  @DisplayName("tells money that is given from what is assumed of children, in England")
  void ofEngland() {
    Scenario england = England.baseline().with(FundingRule.CASH_FLAT);
    LeverBuilder help = Lever.named("help").from(year(2026));
    help.shift(FundingStream.familiesFirst().amount(), Distribution.fixed(10), RED);
    help.multiply(CareEntries.ENTRIES, Distribution.fixed(-0.01), GREEN, RED);
    List<AssumedSizes.Effect> effects =
        AssumedSizes.effects(england, england.with("policy", help.build()));
    assertEquals(1, effects.size());
    assertEquals(
        "help: careEntries, relative change (measure-plans-discount: red)",
        effects.get(0).text(EVIDENCE));
  }

  @Test
  @DisplayName("spares what baseline and alternative share, so that two steps cut a part")
  void twoSteps() {
    LeverBuilder seen = Lever.named("seen").from(year(2025));
    seen.shift(Cost.SPENDING, Distribution.fixed(-8), GREEN);
    LeverBuilder assumed = Lever.named("assumed").from(year(2025));
    assumed.shift(Cost.SPENDING, Distribution.fixed(-20), RED);
    Appraisal atOnce = appraise(base(), seen, assumed);
    assertEquals(14 * 1.952, atOnce.netPresentValue().mean(), 1e-12);
    Scenario first = base().with("seen", seen.build());
    Appraisal one = appraise(base(), seen);
    Appraisal two =
        plain()
            .withBenefitCut(half())
            .appraise(new ScenarioPair(first, first.with("both", assumed.build())), SETTINGS);
    assertEquals(8 * 1.952, one.netPresentValue().mean(), 1e-12);
    assertEquals(10 * 1.952, two.netPresentValue().mean(), 1e-12);
    // The other way round the assumed size is in both, and the seen one is not cut.
    Scenario other = base().with("assumed", assumed.build());
    Appraisal last =
        plain()
            .withBenefitCut(half())
            .appraise(new ScenarioPair(other, other.with("both", seen.build())), SETTINGS);
    assertEquals(8 * 1.952, last.netPresentValue().mean(), 1e-12);
    assertEquals(List.of(), last.assumedSizes());
  }

  @Test
  @DisplayName("says where a part of the costs is cut with the benefits")
  void dearer() {
    LeverBuilder rise = Lever.named("rise").from(year(2025));
    rise.shift(Cost.SPENDING, Distribution.fixed(4), GREEN);
    Appraisal found = appraise(base(), saving(RED), rise);
    assertHolds(found.toString(), "too little, for rise makes cost lines dearer");
  }

  @Test
  @DisplayName("is a share with a reason, or registered")
  void choices() {
    assertHolds(BenefitCut.none().toString(), "not cut");
    assertHolds(half().toString(), "cut by 50% (half of such savings came)");
    assertEquals(Optional.empty(), half().evidence());
    BenefitCut registered = BenefitCut.onAssumedSizes(EVIDENCE, "cases-share-of-children-in-need");
    assertEquals(0.8, registered.share());
    assertHolds(registered.toString(), "cut by 80%", "cases-share-of-children-in-need");
    assertHolds(plain().withBenefitCut(half()).toString(), "cut by 50%");
  }

  @Test
  @DisplayName("refuses shares out of bounds, no reason, no register and shares of costs")
  void refusals() {
    assertHolds(refusal(() -> BenefitCut.onAssumedSizes(EVIDENCE, 40, "40%")), "share", "40.0");
    assertHolds(refusal(() -> BenefitCut.onAssumedSizes(EVIDENCE, -0.1, "x")), "share", "-0.1");
    assertHolds(refusal(() -> BenefitCut.onAssumedSizes(EVIDENCE, 0.1, " ")), "why", "blank");
    assertHolds(
        refusal(() -> new BenefitCut(0.1, "x", Optional.empty(), Optional.empty())), "register");
    assertHolds(refusal(() -> BenefitCut.onAssumedSizes(EVIDENCE, GREEN)), "share of benefits");
    assertHolds(
        refusal(() -> BenefitCut.onAssumedSizes(EVIDENCE, "discount-rate-standard-0-30")),
        "per year");
  }
}
