package org.fundinggap.model;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.fundinggap.quantity.InvalidInputException;
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
}
