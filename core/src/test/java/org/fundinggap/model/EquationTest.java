package org.fundinggap.model;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An equation")
class EquationTest {
  private static final Variable STOCK = number("stock");
  private static final Variable FLOW = number("flow");

  @Test
  @DisplayName("knows what it reads and writes")
  void declarationsAreKept() {
    Equation equation =
        Equation.of("D1", "stock = last year's + flow x rate")
            .readsLastYear(STOCK)
            .reads(FLOW)
            .uses(parameter("rate"), shock("luck"), path("plan"))
            .writes(STOCK)
            .as(block -> {});
    assertEquals("D1", equation.id());
    assertEquals("stock = last year's + flow x rate", equation.text());
    assertEquals(Set.of(STOCK), equation.writes());
    assertEquals(Set.of(STOCK), equation.readsLastYear());
    assertEquals(Set.of(FLOW), equation.reads());
    assertEquals(Set.of(parameter("rate"), shock("luck"), path("plan")), equation.uses());
    assertEquals("D1: stock = last year's + flow x rate", equation.toString());
  }

  @Test
  @DisplayName("cannot have its declarations changed from outside")
  void declarationsAreImmutable() {
    Equation equation = Pieces.ones("D1", STOCK);
    assertThrows(RuntimeException.class, () -> equation.writes().add(FLOW));
    assertThrows(RuntimeException.class, () -> equation.reads().add(FLOW));
    assertThrows(RuntimeException.class, () -> equation.readsLastYear().add(FLOW));
    assertThrows(RuntimeException.class, () -> equation.uses().add(parameter("rate")));
    assertEquals(Set.of(STOCK), equation.writes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  @DisplayName("must have a number and a text")
  void blankTextsAreRefused(String blank) {
    assertHolds(refusal(() -> Equation.of(blank, "text")), "id", "blank");
    assertHolds(refusal(() -> Equation.of("D1", blank)), "text", "blank");
  }

  @Test
  @DisplayName("must write something")
  void nothingWrittenIsRefused() {
    assertOneProblem(
        () -> Equation.of("D1", "nothing").reads(FLOW).as(block -> {}), "writes", "had none");
  }

  @Test
  @DisplayName("must not read of the same year what it writes")
  void readingItsOutputIsRefused() {
    assertOneProblem(
        () -> Equation.of("D1", "stock = stock").reads(STOCK, FLOW).writes(STOCK).as(block -> {}),
        "stock",
        "readsLastYear");
  }

  @Test
  @DisplayName("must not name a variable where parameters go")
  void variableUnderUsesIsRefused() {
    assertOneProblem(
        () -> Equation.of("D1", "stock = flow").uses(FLOW).writes(STOCK).as(block -> {}),
        "uses",
        "variable flow");
  }

  @Test
  @DisplayName("reports all of its problems at once, under its number")
  void allProblemsAreListed() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () ->
                Equation.of("D7", "all wrong")
                    .reads(STOCK, FLOW)
                    .uses(number("other"))
                    .writes(STOCK, FLOW)
                    .as(block -> {}));
    List<String> problems = refused.problems();
    assertEquals(3, problems.size(), problems.toString());
    assertHolds(problems.get(0), "had stock");
    assertHolds(problems.get(1), "had flow");
    assertHolds(problems.get(2), "had variable other");
    assertHolds(String.valueOf(refused.getMessage()), "equation D7");
  }

  /** Multiplies a flow: a formula that is a value. */
  private record Times(double factor) implements Formula {
    @Override
    public void apply(Block block) {
      for (int i = 0; i < block.draws(); i++) {
        block.column(STOCK)[i] = factor * block.column(FLOW)[i];
      }
    }
  }

  private static Equation.Builder product(String id, String text) {
    return Equation.of(id, text).reads(FLOW).writes(STOCK);
  }

  private static void assertDiffers(Equation other) {
    Equation equation = product("D1", "stock = 2 x flow").as(new Times(2));
    assertNotEquals(equation, other);
    assertNotEquals(other, equation);
  }

  @Test
  @DisplayName("equals another that says, declares and does the same")
  void equalityIsOfTextsDeclarationsAndFormula() {
    Equation equation = product("D1", "stock = 2 x flow").as(new Times(2));
    Equation again =
        Equation.of("D1", "stock = 2 x flow")
            .writes(number("stock"))
            .reads(number("flow"))
            .as(new Times(2));
    assertEquals(equation, again);
    assertEquals(equation.hashCode(), again.hashCode());
    assertDiffers(product("D2", "stock = 2 x flow").as(new Times(2)));
    assertDiffers(product("D1", "stock = flow + flow").as(new Times(2)));
    assertDiffers(product("D1", "stock = 2 x flow").as(new Times(3)));
    assertDiffers(product("D1", "stock = 2 x flow").writes(number("more")).as(new Times(2)));
    assertDiffers(product("D1", "stock = 2 x flow").reads(number("more")).as(new Times(2)));
    assertDiffers(product("D1", "stock = 2 x flow").readsLastYear(STOCK).as(new Times(2)));
    assertDiffers(product("D1", "stock = 2 x flow").uses(parameter("rate")).as(new Times(2)));
    Parameter rate = parameter("rate");
    Equation uses = product("D1", "stock").uses(rate).as(new Times(2));
    assertNotEquals(uses, product("D1", "stock").usesOfBaseYear(rate).as(new Times(2)));
  }

  @Test
  @DisplayName("on other columns equals another on the same ones")
  void equalityIsOfOtherColumnsToo() {
    Equation equation = product("D1", "stock = 2 x flow").as(new Times(2));
    Map<Variable, Variable> others = Map.of(FLOW, number("flow.changed"));
    Equation moved = equation.with(others);
    assertEquals(moved, product("D1", "stock = 2 x flow").as(new Times(2)).with(others));
    Equation declared =
        Equation.of("D1", "stock = 2 x flow")
            .reads(number("flow.changed"))
            .writes(STOCK)
            .as(new Times(2));
    assertNotEquals(moved, declared);
  }

  @Test
  @DisplayName("with a lambda equals itself alone")
  void lambdasAreEqualToThemselvesAlone() {
    Equation one = product("D1", "stock").as(block -> {});
    assertEquals(one, one);
    assertNotEquals(one, product("D1", "stock").as(block -> {}));
    Formula shared = block -> {};
    assertEquals(product("D1", "stock").as(shared), product("D1", "stock").as(shared));
  }

  @Test
  @DisplayName("that wraps another declares and gives the same, base-year parameters too")
  void wrappedEquationsGiveTheSame() {
    Parameter rate = parameter("rate");
    Variable effective = number("rate.effective");
    Equation plain =
        Equation.of("D1", "stock = rate - rate of the base year")
            .usesOfBaseYear(rate)
            .writes(STOCK)
            .as(
                block ->
                    block.column(STOCK)[0] = block.column(rate)[0] - block.baseYear(rate)[0] + 7);
    List<String> trace = new ArrayList<>();
    Equation wrapped =
        plain.wrapping(
            formula ->
                block -> {
                  formula.apply(block);
                  trace.add(block.year() + ": " + block.column(STOCK)[0]);
                });
    assertEquals(plain.toString(), wrapped.toString());
    assertEquals(plain.uses(), wrapped.uses());
    assertEquals(plain, plain.wrapping(formula -> formula));
    assertNotEquals(plain, wrapped);
    Equation changed = Equation.of("D0", "3").writes(effective).as(b -> b.column(effective)[0] = 3);
    Inputs inputs =
        Inputs.builder(Model.of("m", List.of(wrapped)), Pieces.years(2024, 2025))
            .parameter(rate, Distribution.fixed(1), Pieces.EVIDENCE)
            .build();
    CentralPath.of(Overlay.of(inputs).vary(rate, effective, changed).build());
    assertEquals(List.of("2024-25: 9.0", "2025-26: 9.0"), trace);
  }

  @Test
  @DisplayName("cannot be wrapped in nothing")
  void wrappingInNothingIsRefused() {
    @SuppressWarnings("NullAway") // what a user may do
    UnaryOperator<Formula> nothing = formula -> null;
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> Pieces.ones("D1", STOCK).wrapping(nothing));
    assertHolds(String.valueOf(refused.getMessage()), "wrapped formula");
  }
}
