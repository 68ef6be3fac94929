package org.fundinggap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.lever.ChangeParts;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.lever.RandomLevers;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Levers over the model beside those of a second one written from what levers say")
@Tag("medium")
class ReferenceLeverTest {
  private static final String EVIDENCE = "spend-gross";
  private static final ReferenceCase ENGLAND = RandomCases.everyRule(7, false);

  private static LeverBuilder lever(String name) {
    return Lever.named(name).from(FinancialYear.parse("2026-27"));
  }

  private static void assertSameBits(Lever... levers) {
    LeverCase withLevers = LeverCase.of(ENGLAND, List.of(levers));
    for (ModelDraw draw : withLevers.draws(20, 1)) {
      assertEquals(List.of(), withLevers.differencesInBits(draw));
      assertEquals(List.of(), withLevers.differencesFromDraws(draw));
    }
  }

  @Test
  @DisplayName(
      "what another body takes over is carried to the net basis by scope and income of the"
          + " year")
  void partTakenOverIsNet_whereLeversChangeScopeAndIncome() {
    assertSameBits(
        lever("share")
            .share(CostLine.HOMES, Payer.GOVERNMENT, Distribution.uniform(0.1, 0.3), EVIDENCE)
            .build(),
        lever("income").set(Cost.INCOME, Distribution.fixed(0.2), EVIDENCE).build(),
        lever("scope").set(Cost.SCOPE, Distribution.fixed(0.1), EVIDENCE).build());
  }

  @Test
  @DisplayName("premium, cost of churn and newly qualified starters of the base year stay theirs")
  void baseYearStaysAsItIs_whereLeversChangeTheWorkforce() {
    assertSameBits(
        lever("cap")
            .cap(SocialWorkCost.AGENCY_PREMIUM, Distribution.fixed(5_000), EVIDENCE)
            .build(),
        lever("churn")
            .multiply(SocialWorkCost.CHURN_COST, Distribution.fixed(0.4), EVIDENCE)
            .build(),
        lever("starters")
            .shift(Workforce.NEWLY_QUALIFIED, Distribution.fixed(700), EVIDENCE)
            .lag(2)
            .build());
  }

  @Test
  @DisplayName("has a place for every kind of change")
  void kindsAreAllThere() {
    assertEquals(ChangeParts.kinds(), Set.copyOf(ReferenceStep.KINDS).size());
  }

  @Test
  @DisplayName("every kind at once on one quantity, by several levers, in the order of kinds")
  void manyChangesOfOneQuantity() {
    var target = ChildrenInNeed.STARTED;
    assertSameBits(
        lever("z").multiply(target, Distribution.uniform(-0.1, 0.3), EVIDENCE).ramp(2).build(),
        lever("a")
            .rule(
                target,
                (x, e, s) -> x + s * e * Math.sqrt(Math.abs(x)),
                Distribution.fixed(2),
                EVIDENCE)
            .multiply(target, Distribution.uniform(-0.3, 0.3), EVIDENCE)
            .build(),
        lever("m")
            .shift(target, Distribution.uniform(-9_000, 9_000), EVIDENCE)
            .floor(target, Distribution.uniform(300_000, 600_000), EVIDENCE)
            .cap(target, Distribution.uniform(350_000, 650_000), EVIDENCE)
            .build(),
        lever("k").cap(target, Distribution.uniform(300_000, 500_000), EVIDENCE).build());
  }

  @Test
  @DisplayName("a net amount goes to gross by scope and income as another lever has them")
  void netAmountsGoByChangedScope() {
    assertSameBits(
        lever("more").spendMore(CostLine.OTHER, Distribution.fixed(90), EVIDENCE).build(),
        lever("wider").multiply(Cost.SCOPE, Distribution.uniform(-0.2, 0.2), EVIDENCE).build());
  }

  @Test
  @DisplayName("sizes that belong together: offsets, shares of effects and costs, divided costs")
  void sizesThatBelongTogether() {
    assertSameBits(
        lever("together")
            .ramp(2)
            .lag(1)
            .multiply(Referrals.REFERRALS, Distribution.uniform(-0.3, 0.3), EVIDENCE)
            .inPart("part", Distribution.uniform(0.2, 0.9), EVIDENCE)
            .offsetBy(ChildrenInNeed.STARTED, Distribution.uniform(0, 1), EVIDENCE)
            .alsoOffsetBy(Protection.ENQUIRY_RATE)
            .costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, Distribution.fixed(90), EVIDENCE)
            .alsoInPart()
            .cost(Payer.COUNCILS, Distribution.uniform(-30, 90), EVIDENCE)
            .splitWith(Payer.PARTNERS, Distribution.uniform(0, 1), EVIDENCE)
            .build(),
        lever("beside")
            .multiply(ChildrenInNeed.STARTED, Distribution.uniform(-0.1, 0.3), EVIDENCE)
            .build());
  }

  @Test
  @DisplayName("money in cash: amounts go with prices, and councils' own costs come last of all")
  void moneyIsCarriedByTheDeflator() {
    assertSameBits(
        lever("pay")
            .cost(Payer.COUNCILS, Distribution.uniform(-30, 90), EVIDENCE)
            .costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, Distribution.fixed(90), EVIDENCE)
            .lag(1)
            .build(),
        lever("limit")
            .cap(Cost.NEED, Distribution.uniform(9_000, 12_000), EVIDENCE)
            .floor(Cost.SPENDING, Distribution.uniform(9_000, 14_000), EVIDENCE)
            .shift(Funding.FUNDING, Distribution.uniform(-300, 900), EVIDENCE)
            .ramp(3)
            .build());
  }

  @Test
  @DisplayName(
      "a share of one placement goes to another, out of what was there before other levers")
  void movesTakeFromTheUnchangedSource() {
    assertSameBits(
        lever("b")
            .move(
                Placement.HOMES.entryShare(),
                Placement.FOSTER.entryShare(),
                Distribution.uniform(0.1, 0.4),
                EVIDENCE)
            .build(),
        lever("a")
            .multiply(Placement.HOMES.entryShare(), Distribution.fixed(-0.5), EVIDENCE)
            .move(
                CareLeavers.TURNED_EIGHTEEN,
                CareLeavers.JOINED,
                Distribution.uniform(0.1, 0.4),
                EVIDENCE)
            .build());
  }

  private static Map<FinancialYear, Double> known(double... values) {
    Map<FinancialYear, Double> byYear = new TreeMap<>();
    for (double value : values) {
      byYear.put(FinancialYear.starting(2025 + byYear.size()), value);
    }
    return byYear;
  }

  @Test
  @DisplayName("known values hand over to the variable's own equation; other levers change them")
  void knownValuesHandOver() {
    int realFlat = List.of(FundingRule.values()).indexOf(FundingRule.REAL_FLAT);
    String stream =
        FundingStream.of("stream" + realFlat, "x", FundingRule.REAL_FLAT, false).amount().name();
    Variable amount =
        ENGLAND.inputs().model().variables().stream()
            .filter(each -> each.name().equals(stream))
            .findFirst()
            .orElseThrow();
    LeverBuilder facts = Lever.named("facts").from(FinancialYear.parse("2025-26"));
    assertSameBits(
        facts
            .known(ChildrenInNeed.STOCK, known(400_000, 410_000), EVIDENCE)
            .known(Protection.ENQUIRY_RATE, known(0.4), EVIDENCE)
            .known(Workforce.IN_POST, known(35_000), EVIDENCE)
            .known(PriceIndex.HOMES.price(), known(1.1, 1.2), EVIDENCE)
            .known(amount, known(900, 950), PriceBasis.cash(), EVIDENCE)
            .build(),
        lever("less").multiply(ChildrenInNeed.STARTED, Distribution.fixed(-0.1), EVIDENCE).build());
  }

  @Test
  @DisplayName("children looked after are known: the chain goes on from stocks in the same mix")
  void lookedAfterHandOver() {
    Lever facts =
        Lever.named("facts")
            .from(FinancialYear.parse("2025-26"))
            .known(Placements.LOOKED_AFTER, known(80_000, 79_000), EVIDENCE)
            .build();
    LeverCase withLevers = LeverCase.of(ENGLAND, List.of(facts));
    for (ModelDraw draw : withLevers.draws(20, 1)) {
      assertEquals(List.of(), withLevers.differencesFromDraws(draw));
    }
  }

  @Test
  @DisplayName("both write a variable by the equation of the same number")
  void equationsHaveTheSameNumbers() {
    LeverCase withLevers = LeverCase.of(ENGLAND, new RandomLevers(ENGLAND.inputs(), 3).upTo(40));
    Map<String, String> ofTheModel = new TreeMap<>();
    for (Equation equation : withLevers.inputs().model().equations()) {
      String number = equation.id().replaceFirst("\\..*", "");
      equation.writes().forEach(variable -> ofTheModel.put(variable.name(), number));
    }
    assertTrue(ofTheModel.values().containsAll(List.of("L1", "L2")));
    for (ReferenceYear year : withLevers.withModelsChain(withLevers.draws(1, 1).get(0))) {
      assertEquals(ofTheModel, new TreeMap<>(year.equations()));
    }
  }

  @Test
  @DisplayName("a lever that one of the two lacks is found")
  void differenceIsFound_whenTheReferenceLacksALever() {
    Lever lever = lever("x").multiply(Cost.INCOME, Distribution.fixed(-1e-12), EVIDENCE).build();
    LeverCase withLevers = LeverCase.of(ENGLAND, List.of(lever));
    ModelDraw draw = withLevers.draws(1, 1).get(0);
    LeverCase late = new LeverCase(ENGLAND, List.of(lever.delayed(1)), withLevers.inputs());
    Agreement.Difference first = late.differencesInBits(draw).get(0);
    assertEquals("incomeShare.withLevers in 2026-27", first.variable() + " in " + first.year());
  }

  @Test
  @DisplayName("levers by chance are of all kinds, over parameters and variables")
  void leversByChanceAreOfAllKinds() {
    Set<String> kinds = new TreeSet<>();
    Set<String> targets = new TreeSet<>();
    Set<Payer> payers = EnumSet.noneOf(Payer.class);
    for (long seed = 0; seed < 60; seed++) {
      for (Lever lever : new RandomLevers(ENGLAND.inputs(), seed).upTo(6)) {
        lever.changes().forEach(change -> kinds.add(change.kind()));
        lever.changes().forEach(change -> targets.add(change.target().getClass().getSimpleName()));
        lever.costs().forEach(cost -> payers.add(cost.payer()));
      }
    }
    Set<String> steps = new TreeSet<>(ReferenceStep.KINDS);
    steps.remove("known"); // from the first projected year alone, and not of every variable
    assertEquals(steps, kinds);
    assertEquals(Set.of("Parameter", "Schedule", "Variable"), targets);
    assertEquals(EnumSet.allOf(Payer.class), payers);
    assertNotEquals(
        new RandomLevers(ENGLAND.inputs(), 1).upTo(6).toString(),
        new RandomLevers(ENGLAND.inputs(), 2).upTo(6).toString());
  }
}
