package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusalOfEquation;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A formula")
class BlockAccessTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable STOCK = number("stock");
  private static final Variable FLOW = number("flow");
  private static final Variable OTHER = number("other");
  private static final Parameter RATE = parameter("rate");
  private static final Shock LUCK = shock("luck");
  private static final Schedule PLAN = path("plan");

  /** Opens and steps a model of which only the formula of the stock is given. */
  private static void run(Formula formula) {
    Equation everything =
        Equation.of("E1", "uses all that there is")
            .readsLastYear(OTHER)
            .uses(RATE, LUCK, PLAN)
            .writes(FLOW)
            .as(block -> {});
    Equation stock =
        Equation.of("E2", "the formula").reads(FLOW).readsLastYear(OTHER).writes(STOCK).as(formula);
    Inputs inputs =
        Inputs.builder(
                Model.of("test", List.of(everything, stock, Pieces.ones("E3", OTHER))), YEARS)
            .parameter(RATE, Distribution.fixed(0.5), EVIDENCE)
            .schedule(PLAN, always(YEARS, 2), EVIDENCE)
            .opening(FLOW, 3, EVIDENCE)
            .opening(STOCK, 4, EVIDENCE)
            .build();
    BlockStepper run = new BlockStepper(inputs);
    run.open(5);
    run.step();
  }

  private static void assertRefused(Formula formula, String quantity, String declaration) {
    assertHolds(
        refusalOfEquation(() -> run(formula)),
        "equation E2 must declare " + quantity,
        "add it to " + declaration);
  }

  @Test
  @DisplayName("reaches what its equation declares")
  void declaredIsReached() {
    AtomicInteger calls = new AtomicInteger();
    run(
        block -> {
          calls.incrementAndGet();
          assertEquals(5, block.draws());
          assertEquals(Pieces.year(2025), block.year());
          assertEquals(1, block.lastYear(OTHER)[4]);
          assertEquals(Block.SIZE, block.column(FLOW).length);
          assertEquals(Block.SIZE, block.column(STOCK).length);
        });
    assertEquals(1, calls.get());
  }

  @Test
  @DisplayName("cannot reach a variable that its equation does not declare")
  void undeclaredVariableIsRefused() {
    assertRefused(block -> block.column(number("stranger")), "stranger", "reads");
    assertRefused(block -> block.lastYear(number("stranger")), "stranger", "readsLastYear");
  }

  @Test
  @DisplayName("cannot reach this year's value of what it declares for last year, nor the reverse")
  void yearsAreKeptApart() {
    assertRefused(block -> block.column(OTHER), "other", "reads");
    assertRefused(block -> block.lastYear(FLOW), "flow", "readsLastYear");
    assertRefused(block -> block.lastYear(STOCK), "stock", "readsLastYear");
  }

  @Test
  @DisplayName("cannot reach parameters, shocks and paths of other equations")
  void undeclaredNumbersAreRefused() {
    assertRefused(block -> block.column(RATE), "rate", "uses");
    assertRefused(block -> block.column(LUCK), "luck", "uses");
    assertRefused(block -> block.value(PLAN), "plan", "uses");
  }

  @Test
  @DisplayName("has scratch columns, each of its own")
  void scratchColumnsDiffer() {
    run(
        block -> {
          assertEquals(Block.SIZE, block.scratch(0).length);
          assertEquals(Block.SIZE, block.scratch(Block.SCRATCH - 1).length);
          assertNotSame(block.scratch(0), block.scratch(1));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Block.SCRATCH, Integer.MAX_VALUE, Integer.MIN_VALUE})
  @DisplayName("cannot reach scratch columns that are not there")
  void unknownScratchIsRefused(int index) {
    assertHolds(
        refusalOfEquation(() -> run(block -> block.scratch(index))), "scratch", "E2", "" + index);
  }
}
