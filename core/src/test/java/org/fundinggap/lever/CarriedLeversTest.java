package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.StockAccounts;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lever moves people and their cost the same way, or is refused by name")
class CarriedLeversTest {
  private static final String EVIDENCE = "spend-gross";
  private static final FinancialYear START = year(2026);
  private static final FinancialYear LATER = year(2029);
  private static final Scenario SCENARIO = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Inputs BASE = SCENARIO.inputs();
  private static final CentralPath WITHOUT = CentralPath.of(BASE);

  /** Stocks of people that all flows make up. */
  private static final List<Variable> PEOPLE =
      List.of(
          Placements.LOOKED_AFTER,
          ChildrenInNeed.STOCK,
          CareLeavers.STOCK,
          Protection.PLANS,
          CareEntries.ASYLUM_STOCK);

  /** What each kind of change that raises a target, or lowers it, is. */
  private static Map<String, BiFunction<Variable, Boolean, Lever>> kinds() {
    Map<String, BiFunction<Variable, Boolean, Lever>> kinds = new LinkedHashMap<>();
    kinds.put("multiply", kind((l, x, v, up) -> l.multiply(x, fixed(up ? 0.1 : -0.1), EVIDENCE)));
    kinds.put("shift", kind((l, x, v, up) -> l.shift(x, fixed(v * (up ? 0.1 : -0.1)), EVIDENCE)));
    kinds.put("set", kind((l, x, v, up) -> l.set(x, fixed(v * (up ? 1.1 : 0.9)), EVIDENCE)));
    kinds.put("floor", kind((l, x, v, up) -> l.floor(x, fixed(v * 1.1), EVIDENCE)));
    kinds.put("cap", kind((l, x, v, up) -> l.cap(x, fixed(v * 0.9), EVIDENCE)));
    kinds.put(
        "rule",
        kind((l, x, v, up) -> l.rule(x, CarriedLeversTest::by, fixed(up ? 0.1 : -0.1), EVIDENCE)));
    kinds.put("set by year", kind(CarriedLeversTest::setByYear));
    return kinds;
  }

  private static double by(double x, double size, double strength) {
    return x * (1 + strength * size);
  }

  private static void setByYear(LeverBuilder lever, Variable target, double about, boolean up) {
    Map<FinancialYear, Double> values = Map.of(START, about * (up ? 1.1 : 0.9));
    if (target.unit().isMoney()) {
      lever.set(target, values, PriceBasis.real(BASE.years().first()), EVIDENCE);
    } else {
      lever.set(target, values, EVIDENCE);
    }
  }

  private interface Kind {
    void on(LeverBuilder lever, Variable target, double about, boolean up);
  }

  private static BiFunction<Variable, Boolean, Lever> kind(Kind kind) {
    return (target, up) -> {
      LeverBuilder lever = Lever.named("x").from(START);
      double later = WITHOUT.at(target, LATER);
      kind.on(lever, target, later, up);
      return lever.build();
    };
  }

  private static Distribution fixed(double value) {
    return Distribution.fixed(value);
  }

  /** Levers that would be refused for what they would do to a report alone. */
  private static List<String> refusals(Lever lever) {
    return LeverChecks.problems(BASE, List.of(lever)).stream()
        .filter(each -> each.contains("must not be changed by itself") || each.contains("neither"))
        .toList();
  }

  @Test
  @DisplayName("for every variable of England's model and every kind of change")
  void everyVariableAndEveryKind() {
    List<String> wrong = new ArrayList<>();
    for (Variable target : BASE.model().variables()) {
      kinds()
          .forEach(
              (kind, make) -> {
                for (boolean up : new boolean[] {true, false}) {
                  check(kind + " " + target.name(), make.apply(target, up), target, wrong);
                }
              });
      for (Variable other : List.of(CareEntries.ENTRIES, Cost.SPENDING, Placements.LOOKED_AFTER)) {
        checkMove(target, other, wrong);
        checkAlsoShifted(other, target, wrong);
      }
      checkOffset(target, wrong);
    }
    assertEquals(List.of(), wrong);
  }

  /** A move is refused if either of its ends is. */
  private static void checkMove(Variable source, Variable target, List<String> wrong) {
    if (source.equals(target) || !source.unitText().equals(target.unitText())) {
      return;
    }
    Lever move = Lever.named("x").from(START).move(source, target, fixed(0.1), EVIDENCE).build();
    boolean refused = !refusals(move).isEmpty();
    if (refused != (isRefused(source) || isRefused(target))) {
      wrong.add("move from " + source.name() + " to " + target.name());
    }
  }

  /** An amount that is added to a second target too is refused if either may not be changed. */
  private static void checkAlsoShifted(Variable first, Variable also, List<String> wrong) {
    if (first.equals(also) || !first.unitText().equals(also.unitText())) {
      return;
    }
    Lever shift =
        Lever.named("x").from(START).shift(first, fixed(10), EVIDENCE).alsoShift(also).build();
    if (refusals(shift).isEmpty() == (isRefused(first) || isRefused(also))) {
      wrong.add("shift of " + first.name() + " and " + also.name());
    }
  }

  /** What offsets a change is refused if it may not be changed. */
  private static void checkOffset(Variable target, List<String> wrong) {
    Lever offset =
        Lever.named("x")
            .from(START)
            .multiply(CostLine.HOMES.unitCost(), fixed(0.1), EVIDENCE)
            .offsetBy(target, fixed(0.5), EVIDENCE)
            .build();
    if (refusals(offset).isEmpty() == isRefused(target)) {
      wrong.add("offset by " + target.name());
    }
  }

  private static boolean isRefused(Variable target) {
    return !refusals(Lever.named("x").from(START).multiply(target, fixed(0.1), EVIDENCE).build())
        .isEmpty();
  }

  private static void check(String what, Lever lever, Variable target, List<String> wrong) {
    List<String> refusals = refusals(lever);
    if (!refusals.isEmpty()) {
      boolean named =
          refusals.get(0).contains(target.name()) && refusals.get(0).contains("change ");
      if (!named) {
        wrong.add(what + " is refused without a name: " + refusals.get(0));
      }
      return;
    }
    CentralPath with = CentralPath.of(LeverEquations.on(BASE, List.of(lever), true));
    if (change(with, target) == 0) {
      return; // nothing moved, which the trial of draws refuses
    }
    moved(what, with, wrong);
  }

  /** Each volume and its cost, and all volumes and all cost, go one way; something moves at all. */
  private static void moved(String what, CentralPath with, List<String> wrong) {
    boolean workforce = change(with, Workforce.IN_POST) != 0;
    double up = 0;
    double down = 0;
    boolean prices = false;
    for (CostLine line : CostLine.values()) {
      double volume = change(with, line.volume());
      double cost = change(with, line.need());
      up = Math.max(up, volume);
      down = Math.min(down, volume);
      prices |= volume == 0 && cost != 0;
      boolean staffed = line == CostLine.SAFEGUARDING && workforce;
      if (volume != 0 && volume * cost <= 0 && !staffed) {
        wrong.add(what + ": " + line + " by " + volume + " and its cost by " + cost);
      }
    }
    double need = change(with, Cost.NEED);
    if (!prices && up > 0 && down == 0 && need <= 0) {
      wrong.add(what + ": more people, need by " + need);
    }
    if (!prices && up == 0 && down < 0 && need >= 0) {
      wrong.add(what + ": fewer people, need by " + need);
    }
    if (!anyMoves(with)) {
      wrong.add(what + " moves neither people nor money");
    }
    stocksAndAverages(what, with, wrong);
  }

  private static void stocksAndAverages(String what, CentralPath with, List<String> wrong) {
    for (Variable stock : PEOPLE) {
      double average = change(with, average(stock));
      // A path that a value crosses is raised in one year and lowered in another.
      if (!what.startsWith("set") && change(with, stock) * average < 0) {
        wrong.add(what + ": " + stock.name() + " against its average");
      }
    }
  }

  /** In any year: what follows last year's value moves a year later. */
  private static boolean anyMoves(CentralPath with) {
    Stream<Variable> all =
        Stream.of(
                PEOPLE.stream(),
                Stream.of(Workforce.IN_POST, Cost.NEED, Cost.SPENDING, Funding.FUNDING),
                Arrays.stream(Gap.values()).map(Gap::cash))
            .flatMap(each -> each);
    return all.anyMatch(
        each -> BASE.years().years().stream().anyMatch(year -> change(with, each, year) != 0));
  }

  private static Variable average(Variable stock) {
    Map<Variable, Variable> averages =
        Map.of(
            Placements.LOOKED_AFTER, Placements.LOOKED_AFTER_AVERAGE,
            ChildrenInNeed.STOCK, ChildrenInNeed.AVERAGE,
            CareLeavers.STOCK, CareLeavers.AVERAGE,
            Protection.PLANS, Protection.PLANS_AVERAGE,
            CareEntries.ASYLUM_STOCK, CareEntries.ASYLUM_AVERAGE);
    return Objects.requireNonNull(averages.get(stock));
  }

  /** By how much a variable is greater in a later year; rounding is no change. */
  private static double change(CentralPath with, Variable variable) {
    return change(with, variable, LATER);
  }

  private static double change(CentralPath with, Variable variable, FinancialYear in) {
    double before = WITHOUT.at(variable, in);
    double rise = with.at(variable, in) - before;
    return Math.abs(rise) <= 1e-11 * Math.abs(before) ? 0 : rise;
  }

  private static void assertRefused(Consumer<LeverBuilder> change, String... parts) {
    LeverBuilder lever = Lever.named("x").from(START);
    change.accept(lever);
    String problem = Pieces.problems(() -> SCENARIO.with(lever.build())).get(0);
    for (String part : parts) {
      assertTrue(problem.contains(part), problem);
    }
  }

  @Test
  @DisplayName("what was once accepted and moved the report alone says what to change")
  void casesOfOld() {
    assertRefused(
        lever -> lever.set(Placements.LOOKED_AFTER, fixed(76_000), EVIDENCE),
        "lookedAfter must not be changed by itself",
        "careEntries",
        "exitRate.*",
        "or give known values with known(...)");
    assertRefused(
        lever -> lever.multiply(Placement.FOSTER.stock(), fixed(-0.1), EVIDENCE),
        "placed.foster must not be changed by itself",
        "moveRate.*");
    assertRefused(
        lever -> lever.cap(Placement.HOMES.stock(), fixed(8_000), EVIDENCE),
        "placed.homes must not be changed by itself");
    assertRefused(
        lever ->
            lever.move(Placement.HOMES.average(), Placement.FOSTER.average(), fixed(0.1), EVIDENCE),
        "placedAverage.foster must not be changed by itself");
    assertRefused(
        lever -> lever.multiply(Placements.CEASED, fixed(0.1), EVIDENCE), "lookedAfterCeased");
    assertRefused(
        lever -> lever.multiply(Gap.STAND_STILL.cash(), fixed(0.1), EVIDENCE),
        "standStillGap must move people or money",
        "need, generalFunding");
  }

  @Test
  @DisplayName("stocks, averages, totals and endings are found from what equations declare")
  void outcomesAreFound() {
    StockAccounts accounts = StockAccounts.of(BASE.model());
    for (Variable each : BASE.model().variables()) {
      boolean count = each.unit() == Unit.NUMBER || each.unit() == Unit.FTE;
      if (accounts.isOutcome(each)) {
        assertTrue(count, each.name());
        assertTrue(!accounts.makers(each).isEmpty(), each.name());
      }
    }
    for (Placement placement : Placement.values()) {
      for (Variable each :
          List.of(
              placement.stock(),
              placement.average(),
              placement.othersStock(),
              placement.othersAverage())) {
        assertTrue(accounts.isOutcome(each), each.name());
      }
    }
    Set<Variable> flows =
        Set.of(
            CareEntries.ENTRIES,
            CareEntries.ASYLUM_ENTRIES,
            ChildrenInNeed.STARTED,
            Protection.PLANS_STARTED,
            CareLeavers.JOINED,
            CareLeavers.TURNED_EIGHTEEN);
    flows.forEach(each -> assertTrue(!accounts.isOutcome(each), each.name()));
    assertEquals(
        List.of("childrenInNeedStarted", "childrenInNeedHazard"),
        accounts.makers(ChildrenInNeed.STOCK));
  }
}
