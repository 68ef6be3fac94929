package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run of a block")
class BlockStepperTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable STOCK = number("stock");
  private static final Variable COST = number("cost");
  private static final Variable NORM = number("norm");
  private static final Parameter PRICE = parameter("price");
  private static final Shock LUCK = shock("luck");
  private static final Schedule PLAN = path("plan");

  /** Which equation ran in which year. */
  private final List<String> calls = new ArrayList<>();

  /** stock grows by 1 a year; cost = stock x price + plan + luck; norm is 1 unless opened. */
  private Model model() {
    return Model.of(
        "test",
        List.of(
            Equation.of("stock", "stock = last year's + 1")
                .readsLastYear(STOCK)
                .writes(STOCK)
                .as(
                    block -> {
                      calls.add("stock " + block.year());
                      for (int i = 0; i < block.draws(); i++) {
                        block.column(STOCK)[i] = block.lastYear(STOCK)[i] + 1;
                      }
                    }),
            Equation.of("cost", "cost = stock x price + plan + luck")
                .reads(STOCK)
                .uses(PRICE, LUCK, PLAN)
                .writes(COST)
                .as(
                    block -> {
                      calls.add("cost " + block.year());
                      for (int i = 0; i < block.draws(); i++) {
                        block.column(COST)[i] =
                            block.column(STOCK)[i] * block.column(PRICE)[i]
                                + block.value(PLAN)
                                + block.column(LUCK)[i];
                      }
                    }),
            Equation.of("norm", "1")
                .writes(NORM)
                .as(
                    block -> {
                      calls.add("norm " + block.year());
                      Arrays.fill(block.column(NORM), 0, block.draws(), 1);
                    })));
  }

  private InputsBuilder inputs() {
    TreeMap<FinancialYear, Double> plan = new TreeMap<>();
    YEARS.years().forEach(year -> plan.put(year, 100.0 * YEARS.indexOf(year)));
    return Inputs.builder(model(), YEARS)
        .parameter(PRICE, Distribution.fixed(2), EVIDENCE)
        .schedule(PLAN, plan, EVIDENCE)
        .opening(STOCK, 10, EVIDENCE);
  }

  @Test
  @DisplayName("runs an equation in the base year exactly when its outputs have no opening value")
  void baseYearRunsWhatIsNotGiven() {
    BlockStepper run = new BlockStepper(inputs().opening(NORM, 7, EVIDENCE).build());
    run.open(1);
    assertEquals(List.of("cost 2024-25"), calls);
    assertEquals(7, run.column(NORM)[0]);
    run.step();
    assertEquals(List.of("cost 2024-25", "stock 2025-26", "cost 2025-26", "norm 2025-26"), calls);
    assertEquals(1, run.column(NORM)[0]);
  }

  @Test
  @DisplayName("has no shocks in the base year, not even those of the block before")
  void baseYearHasNoShocks() {
    BlockStepper run = new BlockStepper(inputs().build());
    Arrays.fill(run.column(PRICE), 2);
    for (int block = 0; block < 2; block++) {
      run.open(Block.SIZE);
      assertEquals(20, run.column(COST)[Block.SIZE - 1]);
      Arrays.fill(run.column(LUCK), 0.5);
      run.step();
      assertEquals(122.5, run.column(COST)[Block.SIZE - 1]);
    }
  }

  @Test
  @DisplayName("starts afresh with every block")
  void blocksDoNotTouch() {
    BlockStepper run = new BlockStepper(inputs().build());
    double[] price = run.column(PRICE);
    for (int draws : new int[] {Block.SIZE, 1, 600}) {
      Arrays.fill(price, 0, draws, draws);
      run.open(draws);
      assertEquals(YEARS.first(), run.year());
      for (int year = 1; year < YEARS.length(); year++) {
        run.step();
        assertEquals(YEARS.first().plus(year), run.year());
        double[] expected = new double[draws];
        Arrays.fill(expected, (10.0 + year) * draws + 100.0 * year);
        double[] cost = run.column(COST);
        assertEquals(0, Arrays.compare(expected, Arrays.copyOf(cost, draws)), "year " + year);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Block.SIZE + 1, Integer.MAX_VALUE})
  @DisplayName("holds 1 to 1,024 draws")
  void sizesOutOfBoundsAreRefused(int draws) {
    BlockStepper run = new BlockStepper(inputs().build());
    assertHolds(refusal(() -> run.open(draws)), "draws", "blocks");
    assertEquals(List.of(), calls);
  }

  @Test
  @DisplayName("knows no quantity of another model")
  void strangersAreRefused() {
    BlockStepper run = new BlockStepper(inputs().build());
    for (String message :
        List.of(
            refusal(() -> run.column(number("stranger"))),
            refusal(() -> run.column(parameter("stranger"))),
            refusal(() -> run.column(shock("stranger"))))) {
      assertHolds(message, "model test", "stranger");
    }
  }

  @Test
  @DisplayName("does not step before it is opened or past its last year")
  void stepsOutOfBoundsAreRefused() {
    BlockStepper run = new BlockStepper(inputs().build());
    assertHolds(stepRefused(run), "must follow open", "was before open");
    run.open(1);
    run.step();
    run.step();
    assertEquals(year(2026), run.year());
    assertHolds(stepRefused(run), "2026-27", "was after it");
    assertEquals(year(2026), run.year());
    run.open(1);
    run.step();
    assertEquals(year(2025), run.year());
  }

  private static String stepRefused(BlockStepper run) {
    return String.valueOf(assertThrows(IllegalStateException.class, run::step).getMessage());
  }

  @Test
  @DisplayName("does not step at all when the base year is its only year")
  void oneYearIsAllowed() {
    BlockStepper run =
        new BlockStepper(
            Inputs.builder(Model.of("short", List.of(Pieces.ones("E1", NORM))), years(2024, 2024))
                .build());
    run.open(1);
    assertEquals(1, run.column(NORM)[0]);
    assertHolds(stepRefused(run), "2024-25");
  }
}
