package org.fundinggap.lever;

import static org.fundinggap.lever.HandModel.PEOPLE;
import static org.fundinggap.lever.HandModel.STAFF;
import static org.fundinggap.lever.HandModel.STOCK;
import static org.fundinggap.lever.HandModel.assertPath;
import static org.fundinggap.lever.HandModel.fixed;
import static org.fundinggap.lever.HandModel.inputs;
import static org.fundinggap.lever.HandModel.lever;
import static org.fundinggap.lever.HandModel.with;
import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What levers say of themselves, leave in a model and let be fixed")
class LeverTracesTest {
  @Test
  @DisplayName("an equation says which levers change its quantity, and that costs are added")
  void texts() {
    Lever lever =
        lever(
            each ->
                each.multiply(Cost.NEED, fixed(0.1), EVIDENCE)
                    .shift(Cost.NEED, fixed(1), EVIDENCE)
                    .cost(Payer.COUNCILS, fixed(1), EVIDENCE));
    assertEquals(
        List.of(
            Cost.NEED.label()
                + " with levers: multiply by x, shift by x; plus own costs of councils",
            Cost.SPENDING.label() + " with levers: plus own costs of councils"),
        LeverEquations.on(inputs(), List.of(lever), true).model().equations().stream()
            .filter(equation -> equation.id().startsWith("L1."))
            .map(Equation::text)
            .toList());
  }

  @Test
  @DisplayName("what levers left in a model is found: equations, known values and paths")
  void traces() {
    assertEquals(List.of(), Levers.traces(inputs()));
    Lever lever =
        lever(
            each ->
                each.multiply(PEOPLE, fixed(0.1), EVIDENCE)
                    .known(STOCK, Map.of(year(2025), 70.0), EVIDENCE)
                    .set(GivenModel.path(STAFF), Map.of(year(2025), 9.0), EVIDENCE)
                    .cost(Payer.PARTNERS, fixed(1), EVIDENCE));
    assertEquals(
        List.of("L1.people", "L2.partners", "path.staff", "stock"),
        Levers.traces(LeverEquations.on(inputs(), List.of(lever), true)).stream()
            .sorted()
            .toList());
  }

  @Test
  @DisplayName("a size can be fixed in every change and cost that has it, and in no other")
  void fixing() {
    Lever lever =
        lever(
            each ->
                each.multiply(PEOPLE, Distribution.uniform(0, 1), EVIDENCE)
                    .inPart("some", Distribution.uniform(0, 1), EVIDENCE)
                    .cost(Payer.PARTNERS, Distribution.uniform(0, 9), EVIDENCE));
    List<Change.Size> sizes = lever.sizes();
    assertEquals(
        List.of("x: multiply people", "x: some", "x: cost to partners"),
        sizes.stream().map(size -> size.parameter().name()).toList());
    Lever last = lever;
    for (double value : new double[] {0.5, 0.25, 4}) {
      Parameter next =
          last.sizes().stream()
              .filter(size -> !size.distribution().isFixed())
              .findFirst()
              .orElseThrow()
              .parameter();
      last = Levers.fixing(List.of(last), next, fixed(value), Origin.given("mine")).get(0);
    }
    TracedRun run = with(last);
    assertPath(run, PEOPLE, 100, 225, 337.5);
    assertPath(run, Payer.PARTNERS.cost(), 0, 5, 6);
    assertEquals(fixed(4), last.costs().get(0).amount());
    assertEquals(List.of("mine"), last.costs().get(0).origin().evidence());
    assertEquals(List.of("mine"), last.changes().get(0).origin().evidence());
  }

  @Test
  @DisplayName("words of levers in the making, of costs and of parts")
  void words() {
    LeverBuilder making = Lever.named("x");
    assertEquals("x, so far 0 changes", making.toString());
    making.from(year(2025)).multiply(PEOPLE, fixed(0.1), EVIDENCE);
    assertEquals("x from 2025-26, so far 1 change", making.toString());
    assertEquals(false, making.build().isBeyondUsual());
    assertEquals(true, making.beyondUsual().build().isBeyondUsual());
    Lever lever =
        lever(
            each ->
                each.costEach(Payer.GOVERNMENT, PEOPLE, fixed(8), EVIDENCE)
                    .splitWith(Payer.PARTNERS, fixed(0.25), "other"));
    assertEquals(
        List.of(
            "Fixed[value=8.0] times 1 - share that partners pay Fixed[value=0.25] GBP for each of"
                + " people a year, paid by government",
            "Fixed[value=8.0] times share that partners pay Fixed[value=0.25] GBP for each of"
                + " people a year, paid by partners"),
        lever.costs().stream().map(OwnCost::toString).toList());
    assertEquals(List.of(EVIDENCE, "other"), lever.costs().get(0).origin().evidence());
  }
}
