package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Projection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Known values of the first years, from which the projection goes on")
class KnownYearsTest {
  private static final String EVIDENCE = "looked-after";
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Variable CORE = FundingStream.core(FundingRule.REAL_FLAT).amount();
  private static final int DRAWS = 60;

  private static Map<FinancialYear, Double> from(int first, double... values) {
    Map<FinancialYear, Double> byYear = new TreeMap<>();
    for (double value : values) {
      byYear.put(year(first + byYear.size()), value);
    }
    return byYear;
  }

  private static LeverBuilder facts() {
    return Lever.named("facts").from(year(2025));
  }

  private static Projection run(Lever... levers) {
    return LeverRuns.alone(ENGLAND.with("known", levers), 1, DRAWS);
  }

  private static double[] values(Projection run, Variable variable, int year) {
    return LeverRuns.values(run, variable, year(year));
  }

  private static List<String> problems(Consumer<LeverBuilder> change) {
    LeverBuilder lever = facts();
    change.accept(lever);
    return assertThrows(InvalidInputException.class, () -> ENGLAND.with(lever.build())).problems();
  }

  private static void assertRefused(Consumer<LeverBuilder> change, String problem) {
    List<String> all = problems(change);
    assertEquals(1, all.size(), all.toString());
    assertTrue(all.get(0).contains(problem), all.get(0));
  }

  @Test
  @DisplayName("funding of four years holds to the bit, and grows from the fourth by its own rule")
  void fundingHandsOver() {
    double[] settled = {14_000.5, 14_700, 15_100, 15_600};
    Projection run =
        run(facts().known(CORE, from(2025, settled), PriceBasis.cash(), EVIDENCE).build());
    for (int i = 0; i < settled.length; i++) {
      for (double value : values(run, CORE, 2025 + i)) {
        assertEquals(settled[i], value);
      }
    }
    double[] before = values(run, Inflation.DEFLATOR, 2028);
    double[] after = values(run, Inflation.DEFLATOR, 2029);
    double[] funding = values(run, CORE, 2029);
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(15_600 * after[i] / before[i], funding[i], 1e-8);
    }
  }

  @Test
  @DisplayName("where set(...) goes back to the path that it left, known(...) goes on")
  void setGoesBackAndKnownGoesOn() {
    CentralPath path = CentralPath.of(ENGLAND.inputs());
    Variable rate = Protection.PLAN_RATE;
    double more = 1.1 * path.at(rate, year(2025));
    Lever set = facts().through(year(2025)).set(rate, from(2025, more), EVIDENCE).build();
    Lever known = facts().known(rate, from(2025, more), EVIDENCE).build();
    double[] without = values(LeverRuns.alone(ENGLAND, 1, DRAWS), rate, 2026);
    assertArrayEquals(without, values(run(set), rate, 2026));
    double[] on = values(run(known), rate, 2026);
    for (int i = 0; i < DRAWS; i++) {
      assertTrue(on[i] != without[i]);
    }
  }

  @Test
  @DisplayName("a stock's average moves by half, and endings still make up opening to closing")
  void stocksStayInBalance() {
    Projection without = LeverRuns.alone(ENGLAND, 1, DRAWS);
    Projection run =
        run(facts().known(ChildrenInNeed.STOCK, from(2025, 410_000), EVIDENCE).build());
    double[] average = values(run, ChildrenInNeed.AVERAGE, 2025);
    double[] averageBefore = values(without, ChildrenInNeed.AVERAGE, 2025);
    double[] closingBefore = values(without, ChildrenInNeed.STOCK, 2025);
    for (int i = 0; i < DRAWS; i++) {
      double moved = (410_000 - closingBefore[i]) / 2;
      assertEquals(averageBefore[i] + moved, average[i], 1e-6);
    }
    for (int y = 2025; y < 2030; y++) {
      double[] opening = values(run, ChildrenInNeed.STOCK, y - 1);
      double[] closing = values(run, ChildrenInNeed.STOCK, y);
      double[] started = values(run, ChildrenInNeed.STARTED, y);
      double[] ended = values(run, ChildrenInNeed.ENDED, y);
      for (int i = 0; i < DRAWS; i++) {
        assertEquals(closing[i], opening[i] + started[i] - ended[i], 1e-6);
      }
    }
  }

  @Test
  @DisplayName("children looked after: placements add up to the known number, in the mix they had")
  void lookedAfterHandsOver() {
    Projection without = LeverRuns.alone(ENGLAND, 1, DRAWS);
    Projection run =
        run(facts().known(Placements.LOOKED_AFTER, from(2025, 84_000), EVIDENCE).build());
    double[] total = new double[DRAWS];
    for (Placement placement : Placement.values()) {
      double[] stock = values(run, placement.stock(), 2025);
      Arrays.setAll(total, i -> total[i] + stock[i]);
    }
    double[] mix = ratio(run, 2025);
    double[] mixBefore = ratio(without, 2025);
    double[] before = values(without, Placements.LOOKED_AFTER, 2025);
    double[] next = values(run, Placements.LOOKED_AFTER, 2026);
    double[] nextBefore = values(without, Placements.LOOKED_AFTER, 2026);
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(84_000, values(run, Placements.LOOKED_AFTER, 2025)[i], 1e-8);
      assertEquals(84_000, total[i], 1e-8);
      assertEquals(mixBefore[i], mix[i], 1e-12);
      assertEquals(Math.signum(84_000 - before[i]), Math.signum(next[i] - nextBefore[i]));
    }
  }

  /** Children in homes over those fostered, asylum-seeking children apart. */
  private static double[] ratio(Projection run, int year) {
    double[] homes = values(run, Placement.HOMES.othersStock(), year);
    double[] foster = values(run, Placement.FOSTER.othersStock(), year);
    double[] ratio = new double[DRAWS];
    Arrays.setAll(ratio, i -> homes[i] / foster[i]);
    return ratio;
  }

  @Test
  @DisplayName("rates, prices and workers in post go on from what is known")
  void otherVariablesHandOver() {
    Map<Variable, Double> known =
        Map.of(
            Protection.ENQUIRY_RATE,
            0.45,
            CareEntries.HAZARD_LEVEL,
            0.07,
            PriceIndex.HOMES.price(),
            1.2,
            Workforce.IN_POST,
            36_000.0,
            Children.CHILDREN,
            12_100_000.0);
    known.forEach(
        (variable, value) -> {
          Projection run = run(facts().known(variable, from(2025, value), EVIDENCE).build());
          for (double held : values(run, variable, 2025)) {
            assertEquals(value, held, variable.name());
          }
          double[] next = values(run, variable, 2026);
          double[] without = values(LeverRuns.alone(ENGLAND, 1, DRAWS), variable, 2026);
          for (int i = 0; i < DRAWS; i++) {
            assertTrue(next[i] != without[i], variable.name());
          }
        });
  }

  @Test
  @DisplayName("base-year prices are carried to cash by each draw, and go on from there")
  void realValuesAreCarried() {
    PriceBasis real = PriceBasis.real(year(2024));
    Projection run = run(facts().known(CORE, from(2025, 14_000), real, EVIDENCE).build());
    for (int y : new int[] {2025, 2026, 2034}) {
      double[] deflator = values(run, Inflation.DEFLATOR, y);
      double[] funding = values(run, CORE, y);
      for (int i = 0; i < DRAWS; i++) {
        assertEquals(14_000 * deflator[i], funding[i], 1e-7);
      }
    }
  }

  @Test
  @DisplayName("another lever on what is known does not compound, and order makes no difference")
  void otherLeversDoNotCompound() {
    Lever facts = facts().known(Protection.PLAN_RATE, from(2025, 0.9), EVIDENCE).build();
    Lever less =
        Lever.named("a less")
            .from(year(2025))
            .multiply(Protection.PLAN_RATE, Distribution.fixed(-0.1), EVIDENCE)
            .build();
    Projection both = run(facts, less);
    LeverRuns.assertSame(both, run(less, facts));
    Projection alone = run(facts);
    for (FinancialYear year : LeverRuns.years(both).subList(1, 11)) {
      double[] known = LeverRuns.values(alone, Protection.PLAN_RATE, year);
      double[] own = LeverRuns.own(both, Protection.PLAN_RATE, year);
      double[] seen = LeverRuns.values(both, Protection.PLAN_RATE, year);
      assertArrayEquals(known, own);
      for (int i = 0; i < DRAWS; i++) {
        assertEquals(known[i] * 0.9, seen[i], 1e-9);
      }
    }
    double[] first = LeverRuns.own(both, Protection.PLAN_RATE, year(2025));
    assertEquals(0.9, first[0]);
  }

  @Test
  @DisplayName("a lever that knows what the model says anyway changes nothing, and is refused")
  void knowingWhatIsSoIsSilent() {
    Scenario certain = ENGLAND.fixing(DriftFade.HALF_LIFE, 5);
    double fade = CentralPath.of(certain.inputs()).at(DriftFade.FADE, year(2025));
    Lever lever = facts().known(DriftFade.FADE, from(2025, fade), EVIDENCE).build();
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> certain.with(lever));
    assertTrue(e.problems().get(0).contains("must change something"), e.toString());
  }

  @Test
  @DisplayName("nothing before its start changes, and other draws do not move")
  void baseYearStaysAsItIs() {
    Projection run = run(facts().known(Protection.PLANS, from(2025, 60_000), EVIDENCE).build());
    LeverRuns.assertSame(LeverRuns.alone(ENGLAND, 1, DRAWS), run, year(2024));
    assertArrayEquals(
        values(LeverRuns.alone(ENGLAND, 1, DRAWS), Referrals.REFERRALS, 2034),
        values(run, Referrals.REFERRALS, 2034));
  }

  @Test
  @DisplayName("what is worked out anew each year is refused: there is nothing to hand over")
  void productsAreRefused() {
    assertRefused(
        lever -> lever.known(Referrals.REFERRALS, from(2025, 600_000), EVIDENCE),
        "referrals must go on from its last year's value to be known, but is worked out anew each"
            + " year (D3), so that there is nothing to hand over; use set(...), whose last value"
            + " holds on, or give known values of what carries on, one of [children]");
    assertRefused(
        lever -> lever.known(Funding.FUNDING, from(2025, 15_000), PriceBasis.cash(), EVIDENCE),
        "one of [funding.core");
    assertRefused(
        lever -> lever.known(Placement.HOMES.stock(), from(2025, 9_000), EVIDENCE),
        "one of [lookedAfter]");
    assertRefused(
        lever -> lever.known(Cost.NEED, from(2025, 15_000), PriceBasis.cash(), EVIDENCE),
        "nothing to hand over");
  }

  @Test
  @DisplayName("funding that a plan gives by year is refused: the plan's next year would undo it")
  void settledFundingIsRefused() {
    Scenario planned = England.baseline().with(FundingPlan.HEADLINE);
    Lever lever =
        Lever.named("known")
            .from(FinancialYear.parse("2025-26"))
            .known(CORE, from(2025, 14_000), PriceBasis.cash(), EVIDENCE)
            .build();
    String refused = Refused.message(() -> planned.with(lever));
    assertTrue(refused.contains("must not be known where a plan gives it by year"), refused);
    assertTrue(refused.contains("FundingPlan.cashSettlement"), refused);
  }

  @Test
  @DisplayName("what its equation works out together with others that would not fit is refused")
  void jointEquationsAreRefused() {
    assertRefused(
        lever -> lever.known(Placement.HOMES.othersStock(), from(2025, 9_000), EVIDENCE),
        "give known values of lookedAfter, all together");
    assertRefused(
        lever -> lever.known(Inflation.DEFLATOR, from(2025, 1.1), EVIDENCE),
        "deflator must not be known by itself, for its equation (C2a) also writes"
            + " inflationDeviation, inflation, which would no longer fit");
    assertRefused(
        lever -> lever.known(EarlyHelp.ONE_YEAR_AGO, from(2025, 0.1), EVIDENCE),
        "must not be known by itself");
  }

  @Test
  @DisplayName("years must begin with the first projected one, without a gap, in full force")
  void yearsMustBeTheFirstOnes() {
    assertRefused(
        lever -> lever.known(Protection.PLANS, from(2026, 60_000), EVIDENCE),
        "known years of plans must begin with 2025-26, the first projected year, began with"
            + " 2026-27; for later years alone use set(...)");
    assertRefused(
        lever -> lever.known(Protection.PLANS, Map.of(year(2025), 6e4, year(2027), 6e4), EVIDENCE),
        "known years of plans must follow on each other, were [2025-26, 2027-28]; fill the gap");
    for (Consumer<LeverBuilder> slowly :
        List.<Consumer<LeverBuilder>>of(
            lever -> lever.ramp(1),
            lever -> lever.lag(1),
            lever -> lever.coverage(0.5),
            lever -> lever.from(year(2026)))) {
      assertRefused(
          lever -> {
            slowly.accept(lever);
            lever.known(Protection.PLANS, from(2025, 60_000), EVIDENCE);
          },
          "in full force in all of England, was not in 2025-26; say from(2025-26) without ramp,"
              + " lag or coverage");
    }
  }

  @Test
  @DisplayName("numbers that cannot be, and two levers that know the same, are refused")
  void nonsenseIsRefused() {
    assertRefused(
        lever -> lever.known(Protection.PLANS, from(2025, -1), EVIDENCE),
        "plans in 2025-26 must be at least 0, was -1.0");
    assertRefused(
        lever -> lever.known(Protection.PLANS, Map.of(), EVIDENCE), "must hold at least one year");
    assertRefused(
        lever -> lever.known(Placements.LOOKED_AFTER, from(2025, 400_000), EVIDENCE),
        "must leave lookedAfterCeased at least zero");
    Lever one = facts().known(Protection.PLANS, from(2025, 60_000), EVIDENCE).build();
    Lever two =
        Lever.named("two")
            .from(year(2025))
            .known(Protection.PLANS, from(2025, 61_000), EVIDENCE)
            .build();
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ENGLAND.with(one, two));
    assertEquals(
        List.of(
            "levers \"facts\" and \"two\" must not both give known values of plans; give all of"
                + " them in one lever"),
        e.problems());
  }

  @Test
  @DisplayName("set and known of one variable may be in different years")
  void setMayFollowKnown() {
    Lever known = facts().known(Protection.PLAN_RATE, from(2025, 0.9), EVIDENCE).build();
    Lever set =
        Lever.named("later")
            .from(year(2030))
            .set(Protection.PLAN_RATE, from(2030, 0.8), EVIDENCE)
            .build();
    Projection run = run(known, set);
    assertEquals(0.9, values(run, Protection.PLAN_RATE, 2025)[0]);
    assertEquals(0.8, values(run, Protection.PLAN_RATE, 2031)[0]);
  }

  @Test
  @DisplayName("it is listed among what a lever changes, with its evidence, and equal by value")
  void itIsAChangeLikeOthers() {
    Lever lever = facts().known(CORE, from(2025, 14_000), PriceBasis.cash(), EVIDENCE).build();
    Change change = lever.changes().get(0);
    assertEquals("known", change.kind());
    assertEquals(List.of(EVIDENCE), change.origin().evidence());
    assertEquals("known funding.core {2025-26=14000.0}, cash", change.toString());
    assertEquals(
        lever, facts().known(CORE, from(2025, 14_000), PriceBasis.cash(), EVIDENCE).build());
  }
}
