package org.fundinggap.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.MarginalCost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A difference at the margin")
@Tag("medium")
class MarginTest {
  private static final String MINE = "my-judgement";
  private static final Settings SETTINGS = Settings.of(4, 256);
  private static final FinancialYear START = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final Variable CASH = Gap.STAND_STILL.cash();
  private static final Scenario BASE = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Variable REAL = Gap.STAND_STILL.real(BASE.inputs().years().first());

  private static final Lever FEWER =
      Lever.named("fewer enter")
          .from(START)
          .multiply(CareEntries.HAZARD_LEVEL, Distribution.fixed(-0.1), MINE)
          .build();
  private static final Lever ROUTED =
      Lever.named("fewer in homes")
          .from(START)
          .move(
              Placement.HOMES.destinationShare(),
              Placement.FOSTER.destinationShare(),
              Distribution.fixed(0.1),
              MINE)
          .build();
  private static final Lever CHEAPER =
      Lever.named("cheaper homes")
          .from(START)
          .multiply(CostLine.HOMES.unitCost(), Distribution.fixed(-0.05), MINE)
          .build();
  private static final Lever OWN_COST =
      Lever.named("office").from(START).cost(Payer.COUNCILS, Distribution.fixed(10), MINE).build();

  private static Projection run(Scenario... scenarios) {
    List<Variable> kept = new ArrayList<>(Margin.variables());
    kept.addAll(List.of(CASH, REAL, Cost.NEED, Cost.SPENDING, Inflation.DEFLATOR));
    kept.add(Placements.LOOKED_AFTER);
    return Simulation.of(scenarios).keeping(kept.toArray(Variable[]::new)).run(SETTINGS);
  }

  /** Every line saves so much of average cost at once, and avoided children live as all others. */
  private static Scenario saving(Scenario scenario, double speed, double inTheEnd) {
    Scenario fixed = scenario.fixing(MarginalCost.AVOIDED_IN_HOMES, 1);
    for (CostLine line : MarginalCost.lines()) {
      fixed = fixed.fixing(line.savingSpeed(), speed).fixing(line.savedInTheEnd(), inTheEnd);
    }
    return fixed.named(scenario.name());
  }

  private static double mean(Differences differences, FinancialYear year) {
    return differences.in(year).draws().mean();
  }

  @Test
  @DisplayName("is that at average cost where all of it is saved at once")
  void allAtOnce() {
    Scenario with = BASE.with("policy", FEWER, OWN_COST);
    Comparison comparison = Comparison.of(run(saving(BASE, 1, 1), saving(with, 1, 1)), BASE.name());
    for (Variable variable : List.of(CASH, REAL, Cost.NEED, Cost.SPENDING)) {
      double[] atMargin = comparison.atMargin("policy", variable).in(LAST).draws().values();
      double[] atAverage = comparison.differences("policy", variable).in(LAST).draws().values();
      for (int i = 0; i < atMargin.length; i++) {
        assertEquals(atAverage[i], atMargin[i], 1e-6 * Math.abs(atAverage[i]));
      }
    }
  }

  @Test
  @DisplayName("is the policy's own cost alone where nothing is ever saved")
  void nothingSaved() {
    Scenario with = BASE.with("policy", FEWER, OWN_COST);
    Projection run = run(saving(BASE, 0.5, 0), saving(with, 0.5, 0));
    Comparison comparison = Comparison.of(run, BASE.name());
    double[] atMargin = comparison.atMargin("policy", CASH).in(LAST).draws().values();
    double[] prices = run.outcome(BASE.name(), Inflation.DEFLATOR).in(LAST).values();
    for (int i = 0; i < atMargin.length; i++) {
      assertEquals(10 * prices[i], atMargin[i], 1e-5);
    }
  }

  @Test
  @DisplayName("is half of that at average cost where half is saved at once")
  void half() {
    Scenario with = BASE.with("policy", FEWER);
    Comparison comparison =
        Comparison.of(run(saving(BASE, 1, 0.5), saving(with, 1, 0.5)), BASE.name());
    double atMargin = mean(comparison.atMargin("policy", Cost.NEED), LAST);
    double atAverage = mean(comparison.differences("policy", Cost.NEED), LAST);
    assertEquals(0.5, atMargin / atAverage, 1e-9);
  }

  @Test
  @DisplayName("counts people more at average cost: there is room for none of them")
  void more() {
    Lever more =
        Lever.named("more enter")
            .from(START)
            .multiply(CareEntries.HAZARD_LEVEL, Distribution.fixed(0.1), MINE)
            .build();
    Comparison comparison = Comparison.of(run(BASE, BASE.with("policy", more)), BASE.name());
    double atAverage = mean(comparison.differences("policy", CASH), LAST);
    assertTrue(atAverage > 100, "more children cost hundreds of millions, was " + atAverage);
    assertEquals(atAverage, mean(comparison.atMargin("policy", CASH), LAST), 1e-6);
  }

  @Test
  @DisplayName("has a part of the difference between a home and foster care for who is fostered")
  void moved() {
    Scenario with = BASE.with("policy", ROUTED);
    double share = 0.4;
    Projection run =
        run(
            saving(BASE, 1, 1).fixing(MarginalCost.SAVED_BY_MOVE, share),
            saving(with, 1, 1).fixing(MarginalCost.SAVED_BY_MOVE, share));
    Comparison comparison = Comparison.of(run, BASE.name());
    double[] found = comparison.atMargin("policy", Cost.NEED).in(LAST).draws().values();
    double[] average = comparison.differences("policy", Cost.NEED).in(LAST).draws().values();
    for (int i : new int[] {0, 17, 255}) {
      double fewer = -change(run, CostLine.HOMES.volume(), i);
      double fostered = change(run, CostLine.FOSTERING.volume(), i);
      assertTrue(fewer > 0 && fostered > 0, fewer + " and " + fostered);
      double difference = cost(run, CostLine.HOMES, i) - cost(run, CostLine.FOSTERING, i);
      double paper = (1 - share) * Math.min(fewer, fostered) * difference;
      assertEquals(average[i] + paper, found[i], 1e-6 * Math.abs(average[i]));
    }
  }

  @Test
  @DisplayName("follows the steps of the page, worked out by hand from what a run kept")
  void byHand() {
    Scenario with = BASE.with("policy", FEWER);
    Projection run = run(BASE, with);
    double[] found =
        Comparison.of(run, BASE.name()).atMargin("policy", CASH).in(LAST).draws().values();
    double[] average =
        Comparison.of(run, BASE.name()).differences("policy", CASH).in(LAST).draws().values();
    for (int i : new int[] {0, 17, 255}) {
      double paper = 0;
      for (CostLine line : MarginalCost.lines()) {
        double people = change(run, line.volume(), i) - change(run, line.followed(), i);
        paper += Math.min(people * cost(run, line, i), 0);
      }
      double notInHomes = change(run, MarginalCost.NOT_IN_HOMES, i) * cost(run, CostLine.HOMES, i);
      double instead =
          change(run, MarginalCost.FOSTERED_INSTEAD, i) * cost(run, CostLine.FOSTERING, i);
      paper += Math.min(notInHomes - instead, 0);
      assertTrue(paper < -1, "most of it is on paper, was " + paper);
      assertEquals(average[i] - paper, found[i], 1e-8);
    }
  }

  private static double change(Projection run, Variable variable, int draw) {
    return run.outcome("policy", variable).in(LAST).values()[draw]
        - run.outcome(BASE.name(), variable).in(LAST).values()[draw];
  }

  private static double cost(Projection run, CostLine line, int draw) {
    double with = run.outcome("policy", line.costOfEach()).in(LAST).values()[draw];
    double without = run.outcome(BASE.name(), line.costOfEach()).in(LAST).values()[draw];
    return (with + without) / 2e6;
  }

  @Test
  @DisplayName("counts a change of price in full")
  void prices() {
    Comparison comparison = Comparison.of(run(BASE, BASE.with("policy", CHEAPER)), BASE.name());
    double atAverage = mean(comparison.differences("policy", CASH), LAST);
    assertTrue(atAverage < -100, "cheaper homes save hundreds of millions, was " + atAverage);
    assertEquals(atAverage, mean(comparison.atMargin("policy", CASH), LAST), 1e-6);
  }

  @Test
  @DisplayName("values children at the edge of care below those whom early help keeps out of it")
  void kinds() {
    Lever help =
        Lever.named("early help")
            .from(START)
            .shift(FundingStream.familiesFirst().amount(), Distribution.fixed(400), MINE)
            .build();
    Comparison comparison =
        Comparison.of(
            run(BASE, BASE.with("fewer", FEWER), BASE.with("early help", help)), BASE.name());
    assertTrue(share(comparison, "fewer") < 0.75, "was " + share(comparison, "fewer"));
    assertTrue(share(comparison, "early help") > 0.75, "was " + share(comparison, "early help"));
    assertEquals(
        List.of(FEWER), Margin.part(BASE, BASE.with("both", FEWER, help)).orElseThrow().levers());
  }

  private static double share(Comparison comparison, String policy) {
    return mean(comparison.atMargin(policy, CASH), LAST)
        / mean(comparison.differences(policy, CASH), LAST);
  }

  @Test
  @DisplayName("takes levers of both kinds apart, and asks for the part that it needs")
  void part() {
    assertEquals(Optional.empty(), Margin.part(BASE, BASE.with("fewer", FEWER, OWN_COST)));
    assertEquals(Optional.empty(), Margin.part(BASE, BASE.with("routed", ROUTED, CHEAPER)));
    Scenario both = BASE.with("both", FEWER, ROUTED, OWN_COST);
    Scenario part = Margin.part(BASE, both).orElseThrow();
    assertEquals(List.of(FEWER), part.levers());
    Projection lacking = run(BASE, both);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Comparison.of(lacking, BASE.name()).atMargin("both", CASH));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("\"both, who enters care\""),
        refused::toString);
    Comparison comparison = Comparison.of(run(BASE, both, part), BASE.name());
    double entering = mean(comparison.atMargin(part.name(), CASH), LAST);
    double all = mean(comparison.atMargin("both", CASH), LAST);
    double routed =
        mean(
            Comparison.of(run(BASE, BASE.with("routed", ROUTED)), BASE.name())
                .atMargin("routed", CASH),
            LAST);
    assertTrue(all < entering, "moving out of homes saves too");
    assertEquals(entering + routed + 10 * deflator(), all, 0.1 * Math.abs(all));
  }

  @Test
  @DisplayName("needs no part for a lever on the entries themselves")
  void entriesThemselves() {
    Lever fewer =
        Lever.named("fewer entries")
            .from(START)
            .multiply(CareEntries.ENTRIES, Distribution.fixed(-0.1), MINE)
            .build();
    Scenario with = BASE.with("entries", fewer);
    assertEquals(Optional.empty(), Margin.part(BASE, with));
    Comparison comparison = Comparison.of(run(BASE, with, BASE.with("hazard", FEWER)), BASE.name());
    assertEquals(share(comparison, "hazard"), share(comparison, "entries"), 0.02);
  }

  @Test
  @DisplayName("of one lever that does both is that of two levers")
  void oneLeverOrTwo() {
    Lever both =
        Lever.named("both in one")
            .from(START)
            .multiply(CareEntries.HAZARD_LEVEL, Distribution.fixed(-0.1), MINE)
            .move(
                Placement.HOMES.destinationShare(),
                Placement.FOSTER.destinationShare(),
                Distribution.fixed(0.1),
                MINE)
            .build();
    assertEquals(worth(BASE.with("policy", FEWER, ROUTED)), worth(BASE.with("policy", both)), 1e-6);
  }

  @Test
  @DisplayName("of two policies beside each other is the loss of one and the gain of the other")
  void besideEachOther() {
    Scenario one = BASE.with("one", FEWER);
    Scenario two = BASE.with("two", ROUTED);
    Scenario part = Margin.part(one, two).orElseThrow();
    assertEquals(List.of(), part.levers());
    double found = mean(Comparison.of(run(one, two, part), "one").atMargin("two", CASH), LAST);
    double lost = -mean(Comparison.of(run(BASE, one), BASE.name()).differences("one", CASH), LAST);
    double gained = mean(Comparison.of(run(BASE, two), BASE.name()).atMargin("two", CASH), LAST);
    assertTrue(lost > 0 && gained < 0, lost + " and " + gained);
    assertEquals(lost + gained, found, 1e-6);
  }

  @Test
  @DisplayName("knows a lever of the same name in other years from its own")
  void otherYears() {
    Scenario now = BASE.with("now", FEWER);
    Scenario late = BASE.with("late", FEWER.delayed(2), ROUTED);
    Scenario part = Margin.part(now, late).orElseThrow();
    assertEquals(List.of(FEWER.delayed(2)), part.levers());
    Comparison comparison = Comparison.of(run(now, late, part), "now");
    assertTrue(mean(comparison.atMargin("late", CASH), LAST) < 0, "fewer in homes save");
  }

  @Test
  @DisplayName("takes no other scenario of the part's name for the part")
  void wrongPart() {
    Scenario both = BASE.with("both", FEWER, ROUTED);
    Projection run = run(BASE, both, BASE.named("both, who enters care"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Comparison.of(run, BASE.name()).atMargin("both", CASH));
  }

  @Test
  @DisplayName("in real terms is that in cash over the deflator of its draw")
  void inRealTerms() {
    Projection run = run(BASE, BASE.with("policy", FEWER));
    Comparison comparison = Comparison.of(run, BASE.name());
    double[] cash = comparison.atMargin("policy", CASH).in(LAST).draws().values();
    double[] real = comparison.atMargin("policy", REAL).in(LAST).draws().values();
    double[] prices = run.outcome("policy", Inflation.DEFLATOR).in(LAST).values();
    for (int i = 0; i < cash.length; i++) {
      assertEquals(cash[i] / prices[i], real[i], 1e-6);
    }
  }

  private static double worth(Scenario policy) {
    Projection run = run(BASE, policy, Margin.part(BASE, policy).orElseThrow());
    return mean(Comparison.of(run, BASE.name()).atMargin("policy", CASH), LAST);
  }

  @Test
  @DisplayName("names all variables that a run lacks at once, and the call that has them")
  void lacking() {
    Projection run =
        Simulation.of(BASE, BASE.with("fewer", FEWER)).keeping(CASH).run(Settings.of(4, 16));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Comparison.of(run, BASE.name()).atMargin("fewer", CASH));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("Margin.variables()"), message);
    assertTrue(message.contains("notInHomes"), message);
    assertTrue(message.contains("followedVolume.homes"), message);
  }

  private static double deflator() {
    return run(BASE).outcome(BASE.name(), Inflation.DEFLATOR).in(LAST).mean();
  }

  @Test
  @DisplayName("is of need, spending and gaps alone")
  void variables() {
    Comparison comparison = Comparison.of(run(BASE, BASE.with("fewer", FEWER)), BASE.name());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> comparison.atMargin("fewer", Placements.LOOKED_AFTER));
    assertTrue(String.valueOf(refused.getMessage()).contains("lookedAfter"), refused::toString);
    assertTrue(
        String.valueOf(refused.getMessage()).contains("differences(...)"), refused::toString);
  }
}
