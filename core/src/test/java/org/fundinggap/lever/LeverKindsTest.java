package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "The kinds of change are a closed set, each a value that knows its words and its place")
class LeverKindsTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final LeverRule RULE = (x, e, s) -> x * (1 - s * e);

  /** One of each step; what it holds is made anew each time, but for the rule. */
  private static Lever everyKind(LeverRule rule) {
    return Lever.named("every kind")
        .from(year(2026))
        .share(CostLine.HOMES, Payer.PARTNERS, Distribution.uniform(0, 0.2), EVIDENCE)
        .rule(Referrals.RATE, rule, TENTH, EVIDENCE)
        .cap(CareEntries.ENTRIES, Distribution.fixed(90_000), EVIDENCE)
        .floor(CareEntries.ENTRIES, Distribution.fixed(9_000), EVIDENCE)
        .set(CostLine.OTHER.policy(), Map.of(year(2026), 0.9), EVIDENCE)
        .set(Cost.INCOME, TENTH, EVIDENCE)
        .shift(ChildrenInNeed.STARTED, Distribution.uniform(0, 9_000), EVIDENCE)
        .move(CareLeavers.TURNED_EIGHTEEN, CareLeavers.JOINED, TENTH, EVIDENCE)
        .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.2, 0.1), EVIDENCE)
        .offsetBy(ChildrenInNeed.STARTED, TENTH, EVIDENCE)
        .costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, Distribution.uniform(0, 9), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("all of them can be built, and are applied in the order of the page of equations")
  void kindsAreInTheOrderOfThePage() {
    List<Action> actions = everyKind(RULE).actions();
    Set<Object> kinds = actions.stream().map(Object::getClass).collect(Collectors.toSet());
    kinds.add(Known.class); // it is no step, and from the first projected year on
    assertEquals(Set.of(Action.class.getPermittedSubclasses()), kinds);
    assertEquals(
        List.of(
            "multiply",
            "offset",
            "move",
            "shift",
            "set",
            "set by year",
            "at least",
            "at most",
            "rule",
            "share"),
        actions.stream().sorted(Comparator.comparingInt(Action::order)).map(Change::kind).toList());
    assertEquals(actions.size(), actions.stream().mapToInt(Action::order).distinct().count());
  }

  @Test
  @DisplayName("changes that are made apart are equal, and so are equations with them")
  void equalLeversHaveEqualEquations() {
    assertEquals(everyKind(RULE), everyKind(RULE));
    assertEquals(formulas(everyKind(RULE)), formulas(everyKind(RULE)));
    assertNotEquals(formulas(everyKind(RULE)), formulas(everyKind(RULE).delayed(1)));
  }

  @Test
  @DisplayName("rules are equal by identity, and alike if they were written in one place")
  void rulesAreAlike_ifWrittenInOnePlace() {
    assertNotEquals(everyKind(byPart(0.5)), everyKind(byPart(0.5)));
    assertNotEquals(formulas(everyKind(byPart(0.5))), formulas(everyKind(byPart(0.5))));
    assertTrue(rule(byPart(0.5)).isLike(rule(byPart(0.5))));
    assertFalse(rule(byPart(0.5)).isLike(rule(RULE)));
    assertFalse(rule(RULE).isLike(everyKind(RULE).changes().get(0)));
  }

  /** A rule that is another object each time. */
  private static LeverRule byPart(double part) {
    return (x, e, s) -> x * (1 - part * s * e);
  }

  private record Threshold(double most) implements LeverRule {
    @Override
    public double apply(double value, double size, double strength) {
      return value > most ? value + strength * size : value;
    }
  }

  @Test
  @DisplayName("a rule that is a value is like its equals alone")
  void rulesThatAreValuesAreCompared() {
    assertTrue(rule(new Threshold(10)).isLike(rule(new Threshold(10))));
    assertFalse(rule(new Threshold(10)).isLike(rule(new Threshold(20))));
  }

  private static Change rule(LeverRule rule) {
    return everyKind(rule).changes().get(1);
  }

  /** By the equation's number: L1 and L2. */
  private static Map<String, Equation> formulas(Lever lever) {
    Inputs england = England.baseline().with(FundingRule.REAL_FLAT).inputs();
    Map<String, Equation> formulas =
        LeverEquations.on(england, List.of(lever), true).model().equations().stream()
            .filter(equation -> equation.id().startsWith("L"))
            .collect(Collectors.toMap(Equation::id, equation -> equation));
    assertEquals(12, formulas.size(), formulas.keySet().toString());
    return formulas;
  }

  @Test
  @DisplayName("each says in words what it does, and that by the names it is given")
  void kindsHaveWords() {
    assertEquals(
        List.of(
            "share of <need.homes> that partners pay",
            "<referralRate>, rule",
            "<careEntries>, at most",
            "<careEntries>, at least",
            "<policy.other>, set by year",
            "<incomeShare>, set",
            "<childrenInNeedStarted>, added, number",
            "share of <turnedEighteenInCare> that goes to <careLeaversJoined>",
            "<careEntries>, relative change",
            "share of the change of <careEntries> that <childrenInNeedStarted> does not offset"),
        everyKind(RULE).changes().stream()
            .map(change -> change.describe(quantity -> "<" + quantity.name() + ">"))
            .toList());
  }

  @Test
  @DisplayName("only a move changes two quantities, and only values by year have no size")
  void mostKindsHaveOneTargetAndASize() {
    for (Change change : everyKind(RULE).changes()) {
      List<Quantity> expected =
          change.kind().equals("move")
              ? List.of(CareLeavers.JOINED, CareLeavers.TURNED_EIGHTEEN)
              : List.of(change.target());
      assertEquals(expected, change.changed());
      assertEquals(!change.kind().equals("set by year"), change.size().isPresent());
      assertEquals(List.of(EVIDENCE), change.origin().evidence());
    }
  }

  private static boolean mayRaise(Consumer<LeverBuilder> change) {
    LeverBuilder lever = Lever.named("x").from(year(2026));
    change.accept(lever);
    return lever.build().changes().get(0).mayRaise();
  }

  @Test
  @DisplayName("a cap and a share can only lower; what multiplies or adds, by its mean")
  void kindsThatCannotRaise() {
    assertEquals(
        Set.of("share", "at most", "multiply"),
        everyKind(RULE).changes().stream()
            .filter(change -> !change.mayRaise())
            .map(Change::kind)
            .collect(Collectors.toSet()));
    Quantity rate = Referrals.RATE;
    Distribution up = Distribution.uniform(-0.1, 0.3);
    Distribution down = Distribution.uniform(-0.3, 0.1);
    assertTrue(mayRaise(lever -> lever.multiply(rate, up, EVIDENCE)));
    assertFalse(mayRaise(lever -> lever.multiply(rate, down, EVIDENCE)));
    assertTrue(mayRaise(lever -> lever.shift(rate, up, EVIDENCE)));
    assertFalse(mayRaise(lever -> lever.shift(rate, down, EVIDENCE)));
    Distribution level = Distribution.uniform(-0.5, 0.5);
    assertFalse(mayRaise(lever -> lever.multiply(rate, level, EVIDENCE)));
    assertFalse(mayRaise(lever -> lever.shift(rate, level, EVIDENCE)));
  }
}
