package org.fundinggap.model;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.ones;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A model")
class ModelTest {
  private static final Variable A = number("a");
  private static final Variable B = number("b");
  private static final Variable C = number("c");

  private static Equation.Builder equation(String id) {
    return Equation.of(id, "text of " + id);
  }

  /** An equation of the id, by which {@code to} follows from {@code from} of the same year. */
  private static Equation arrow(String id, Variable from, Variable to) {
    return equation(id).reads(from).writes(to).as(block -> {});
  }

  private static Model model(Equation... equations) {
    return Model.of("test", List.of(equations));
  }

  @Test
  @DisplayName("lists its parts in the order of its equations")
  void partsAreListed() {
    Equation first =
        equation("E1").readsLastYear(A, B).uses(parameter("p"), shock("s")).writes(B).as(x -> {});
    Equation second = equation("E2").reads(B).uses(path("h"), parameter("q")).writes(A).as(x -> {});
    Model model = model(first, second);
    assertEquals("test", model.name());
    assertEquals(List.of(first, second), model.equations());
    assertEquals(List.of(B, A), List.copyOf(model.variables()));
    assertEquals(Set.of(B), model.states());
    assertEquals(List.of(parameter("p"), parameter("q")), List.copyOf(model.parameters()));
    assertEquals(Set.of(shock("s")), model.shocks());
    assertEquals(Set.of(path("h")), model.schedules());
    assertEquals("test (2 equations, 2 variables)", model.toString());
  }

  @Test
  @DisplayName("does not change with the list that it was made of, nor by its own lists")
  void partsAreImmutable() {
    List<Equation> equations = new ArrayList<>(List.of(ones("E1", A)));
    Model model = Model.of("test", equations);
    equations.add(ones("E2", B));
    assertEquals(Set.of(A), model.variables());
    assertThrows(RuntimeException.class, () -> model.equations().clear());
    assertThrows(RuntimeException.class, () -> model.variables().clear());
    assertThrows(RuntimeException.class, () -> model.states().add(A));
    assertEquals(1, model.equations().size());
  }

  @Test
  @DisplayName("must have a name and an equation")
  void emptyModelIsRefused() {
    assertHolds(refusal(() -> Model.of(" ", List.of(ones("E1", A)))), "name", "blank");
    assertOneProblem(() -> Model.of("test", List.of()), "at least one equation", "had none");
  }

  @Test
  @DisplayName("must have one equation for a variable")
  void twoWritersAreRefused() {
    assertOneProblem(
        () -> model(ones("E1", A), ones("E2", B, A)), "variable a", "by E1 and E2", "remove one");
  }

  @Test
  @DisplayName("must write what it reads, of this year and the last")
  void missingInputIsNamed() {
    assertOneProblem(
        () -> model(arrow("E1", B, A)), "variable b", "read by equation E1", "by none");
    assertOneProblem(
        () -> model(equation("E1").readsLastYear(C).writes(A).as(block -> {})),
        "variable c",
        "read by equation E1",
        "by none");
  }

  @Test
  @DisplayName("must not go in a circle within a year")
  void cycleIsNamed() {
    assertOneProblem(
        () ->
            model(
                ones("start", number("x")),
                equation("E2").reads(B, number("x")).writes(A).as(block -> {}),
                arrow("E1", C, B),
                arrow("E3", A, C),
                arrow("end", C, number("y"))),
        "cycle among E1, E2, E3;",
        "last year's");
  }

  @Test
  @DisplayName("may go in a circle by way of last year's value")
  void cycleThroughLastYearIsAllowed() {
    Model model =
        model(
            equation("E1").readsLastYear(B).writes(A).as(block -> {}),
            equation("E2").reads(A).writes(B).as(block -> {}));
    assertEquals(Set.of(A), model.states());
  }

  @Test
  @DisplayName("must have its equations in an order in which they can run")
  void wrongOrderIsNamed() {
    assertOneProblem(
        () -> model(ones("E1", A), arrow("E3", B, C), arrow("E2", A, B)),
        "equation E3 must come after E2",
        "whose b it reads",
        "move it down");
  }

  @Test
  @DisplayName("must mean one thing by a name, whatever the kinds of the two")
  void oneNameForTwoThingsIsRefused() {
    Variable other = Variable.of("a", "a share", Unit.SHARE);
    assertOneProblem(
        () -> model(ones("E1", A), ones("E2", other)), "name a", "mean one thing", "equation E2");
    for (Quantity twin : List.of(parameter("a"), shock("a"), path("a"))) {
      assertOneProblem(
          () -> model(equation("E1").uses(twin).writes(A).as(block -> {})),
          "name a",
          twin.toString(),
          A.toString());
    }
    assertOneProblem(
        () ->
            model(
                equation("E1").uses(parameter("p")).writes(A).as(block -> {}),
                equation("E2").uses(Pieces.share("p")).writes(B).as(block -> {})),
        "name p",
        "rename one");
  }

  @Test
  @DisplayName("may use one parameter in many equations")
  void sharedParameterIsAllowed() {
    Model model =
        model(
            equation("E1").uses(parameter("p")).writes(A).as(block -> {}),
            equation("E2").uses(parameter("p")).writes(B).as(block -> {}));
    assertEquals(Set.of(parameter("p")), model.parameters());
  }

  @Test
  @DisplayName("must number its equations differently")
  void duplicateIdsAreRefused() {
    assertOneProblem(() -> model(ones("E1", A), ones("E1", B)), "unique", "twice E1");
  }

  @Test
  @DisplayName("reports all of its problems at once, under its name")
  void allProblemsAreListed() {
    List<Equation> equations =
        List.of(
            ones("E1", A),
            ones("E1", A),
            arrow("E2", number("nowhere"), B),
            equation("E3").uses(shock("b")).writes(C).as(block -> {}),
            arrow("E4", number("e"), number("d")),
            arrow("E5", number("d"), number("e")));
    List<String> problems = problems(() -> Model.of("broken", equations));
    assertEquals(5, problems.size(), problems.toString());
    String all = String.join("\n", problems);
    assertHolds(all, "twice E1", "name b", "by E1 and E1", "variable nowhere", "among E4, E5;");
    String message =
        String.valueOf(
            assertThrows(InvalidInputException.class, () -> Model.of("broken", equations))
                .getMessage());
    assertHolds(message, "model broken: 5 problems");
  }
}
