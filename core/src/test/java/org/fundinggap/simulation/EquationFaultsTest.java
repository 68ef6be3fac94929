package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An equation that fails, or does what it must not")
class EquationFaultsTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final int DRAWS = 5_000;
  private static final Variable STOCK = number("stock");
  private static final Variable READ = number("read");
  private static final Variable OUT = number("out");
  private static final Variable OTHER = number("other");
  private static final Parameter RATE = parameter("rate");
  private static final Shock STEP = shock("step");

  /** A formula that does something to a block after it has filled the output as it should. */
  private static Formula and(Formula more) {
    return block -> {
      double[] rate = block.column(RATE);
      double[] out = block.column(OUT);
      for (int i = 0; i < block.draws(); i++) {
        out[i] = rate[i] + block.column(READ)[i] + block.column(STEP)[i];
      }
      more.apply(block);
    };
  }

  /** Equation X1 in scenario "mine", beside a scenario of the same name of parameter without it. */
  private static List<Option> options(Formula formula) {
    Equation read = Pieces.ones("E1", READ);
    Equation tried =
        Equation.of("X1", "out = rate + read + step")
            .reads(READ)
            .readsLastYear(STOCK)
            .uses(RATE, STEP)
            .writes(OUT, STOCK)
            .as(
                block -> {
                  Arrays.fill(block.column(STOCK), 0, block.draws(), block.year().startYear());
                  formula.apply(block);
                });
    Equation other = Pieces.ones("E2", OTHER);
    Inputs with =
        Inputs.builder(Model.of("m", List.of(read, tried, other)), YEARS)
            .opening(STOCK, 1.0, EVIDENCE)
            .opening(OUT, 1.0, EVIDENCE)
            .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
            .build();
    Inputs without = Inputs.builder(Model.of("n", List.of(read, other)), YEARS).build();
    return List.of(Option.of("plain", without), Option.of("mine", with));
  }

  private static Formula.Failure failure(
      Supplier<Formula> formula, int threads, boolean isChecked) {
    Simulation plain =
        Simulation.of(options(formula.get())).on(Execution.ofThreads(threads)).keeping(READ, OUT);
    Simulation simulation = isChecked ? plain.checked() : plain;
    return assertThrows(Formula.Failure.class, () -> simulation.run(Settings.of(1, DRAWS)));
  }

  private static String said(Formula.Failure failure) {
    return String.valueOf(failure.getMessage());
  }

  /** What is caught whether asked for or not: the formula, and words of what is said. */
  record Fault(String name, Supplier<Formula> formula, List<String> words) {
    Fault(String name, Supplier<Formula> formula, String... words) {
      this(name, formula, List.of(words));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Keeps a number from call to call. */
  private static Formula counting() {
    int[] calls = new int[1];
    return block -> Arrays.fill(block.column(OUT), 0, block.draws(), calls[0]++);
  }

  /** Keeps the column that it was given first. */
  private static Formula hoarding() {
    double[][] hoard = new double[1][];
    return block -> {
      if (hoard[0] == null) {
        hoard[0] = block.column(RATE);
      }
      System.arraycopy(hoard[0], 0, block.column(OUT), 0, block.draws());
    };
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("throws", () -> block -> unknown(), "no price"),
        new Fault(
            "divides by zero",
            () ->
                and(
                    block ->
                        block.column(OUT)[0] = Math.floorDiv(1, block.year().startYear() - 2025)),
            "/ by zero"),
        new Fault(
            "writes a shock",
            () -> and(block -> block.column(STEP)[1] += 1),
            "must not write",
            "shock step",
            "scratch"),
        new Fault(
            "writes a parameter",
            () -> and(block -> block.column(RATE)[1] += 1),
            "must not write",
            "parameter rate"),
        new Fault(
            "writes a variable that it reads",
            () -> and(block -> block.column(READ)[1] += 1),
            "must not write",
            "variable read"),
        new Fault(
            "writes last year's variable",
            () -> and(block -> block.lastYear(STOCK)[1] += 1),
            "must not write",
            "last year's variable stock"));
  }

  private static Stream<Fault> otherFaults() {
    return Stream.of(
        new Fault(
            "reads what it does not declare",
            () -> and(block -> block.column(OTHER)[0] += 1),
            "must declare other",
            "add it to reads"),
        new Fault(
            "leaves its output unwritten",
            () -> block -> {},
            "must write every draw of variable out",
            "block.draws()"),
        new Fault(
            "leaves the last draw of its output unwritten",
            () -> block -> Arrays.fill(block.column(OUT), 0, block.draws() - 1, 1.0),
            "must write every draw of variable out"),
        new Fault("counts its calls", EquationFaultsTest::counting, "same for the same inputs"),
        new Fault("keeps a column", EquationFaultsTest::hoarding, "same for the same inputs"),
        new Fault(
            "reads scratch that it has not written",
            () -> and(block -> block.column(OUT)[3] = block.scratch(2)[3]),
            "scratch"),
        new Fault(
            "reads its output before it writes it",
            () -> block -> Arrays.setAll(block.column(OUT), i -> block.column(OUT)[i] + 1),
            "output"),
        new Fault(
            "reads beyond the last draw",
            () -> and(block -> block.column(OUT)[0] = block.column(RATE)[Block.SIZE - 1]),
            "same for the same inputs"));
  }

  /** Fails in whole blocks. */
  private static final Formula PAST_TRIAL =
      and(
          block -> {
            if (block.draws() == Block.SIZE) {
              unknown();
            }
          });

  private static void unknown() {
    throw new ArithmeticException("no price");
  }

  @ParameterizedTest
  @MethodSource({"faults", "otherFaults"})
  @DisplayName("is named with scenario, year and draws, whatever the threads")
  void everyFaultIsNamed(Fault fault) {
    for (boolean isChecked : new boolean[] {false, true}) {
      // The fault that reads beyond the draws is none in a whole block.
      if (isChecked && fault.name.contains("beyond")) {
        continue;
      }
      String one = said(failure(fault.formula, 1, isChecked));
      assertHolds(
          one, "equation X1 (out = rate + read + step) of scenario \"mine\" failed in 2025");
      assertHolds(one, fault.words.toArray(String[]::new));
      for (int threads = 2; threads <= 8; threads++) {
        assertEquals(one, said(failure(fault.formula, threads, isChecked)));
      }
    }
  }

  @Test
  @DisplayName("of which a formula throws keeps what was thrown, and gives each of its coordinates")
  void accessors() {
    Formula.Failure thrown = failure(() -> PAST_TRIAL, 2, true);
    assertEquals("X1", thrown.equation().id());
    assertEquals("mine", thrown.scenario());
    assertEquals(year(2025), thrown.year());
    assertEquals(0, thrown.firstDraw());
    assertEquals(1023, thrown.lastDraw());
    assertEquals(Optional.empty(), thrown.variable());
    assertEquals(
        "equation X1 (out = rate + read + step) of scenario \"mine\" failed in 2025-26, draws 0 to"
            + " 1,023: no price",
        thrown.getMessage());
    assertInstanceOf(ArithmeticException.class, thrown.getCause());
    assertNull(failure(() -> block -> {}, 2, true).getCause());
  }

  @Test
  @DisplayName("late is told of the first block in which it does, whatever the threads")
  void firstBlockIsTold() {
    // 0.9995 is passed in some blocks, and in none of the first draws.
    Formula formula =
        and(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                if (block.column(RATE)[i] > 0.9995) {
                  unknown();
                }
              }
            });
    double[] rates =
        Simulation.of(options(and(block -> {})))
            .run(Settings.of(1, DRAWS))
            .draws("mine", RATE)
            .values();
    int first = 0;
    while (rates[first] <= 0.9995) {
      first++;
    }
    assertTrue(first > Block.SIZE, "draw " + first);
    for (int threads = 1; threads <= 8; threads++) {
      Formula.Failure thrown = failure(() -> formula, threads, false);
      assertEquals(first / Block.SIZE * Block.SIZE, thrown.firstDraw());
    }
  }

  @Test
  @DisplayName("in few draws is found by a checked run, which names the draw")
  void checkedRunLooksAtEveryDraw() {
    Formula formula =
        and(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                if (block.column(RATE)[i] > 0.9995) {
                  block.column(STEP)[i] = 0;
                }
              }
            });
    Simulation simulation = Simulation.of(options(formula)).keeping(OUT, READ);
    assertEquals(DRAWS, simulation.run(Settings.of(1, DRAWS)).settings().draws());
    assertHolds(said(failure(() -> formula, 2, true)), "shock step");
    assertThrows(Formula.Failure.class, () -> simulation.checked().means(Settings.of(1, DRAWS)));
    assertHolds(simulation.checked().toString(), ", checked");
  }

  @Test
  @DisplayName("is found once more after it was found once")
  void faultIsFoundAgain() {
    Simulation simulation = Simulation.of(options(and(block -> block.column(STEP)[0] = 1)));
    for (int i = 0; i < 2; i++) {
      assertThrows(Formula.Failure.class, () -> simulation.run(Settings.of(1, 10)));
    }
  }

  @Test
  @DisplayName("is told with its scenario and draw where a single draw is asked for")
  void singleDraw() {
    Simulation simulation = Simulation.of(options(block -> unknown()));
    Settings settings = Settings.of(1, DRAWS);
    Formula.Failure thrown =
        assertThrows(Formula.Failure.class, () -> simulation.draw(settings, 3_000));
    assertEquals(2_048, thrown.firstDraw());
    Formula.Failure path =
        assertThrows(
            Formula.Failure.class,
            () -> CentralPath.of(options(block -> unknown()).get(1).inputs()));
    assertHolds(String.valueOf(path.getMessage()), "scenario \"central path of m\"");
  }

  @Test
  @DisplayName("by an error keeps the error, which tells where it was")
  void errors() {
    Error error = new StackOverflowError();
    Simulation simulation =
        Simulation.of(
            options(
                block -> {
                  throw error;
                }));
    assertEquals(error, assertThrows(Error.class, () -> simulation.run(Settings.of(1, 10))));
    Formula.Failure where = assertInstanceOf(Formula.Failure.class, error.getSuppressed()[0]);
    assertHolds(String.valueOf(where.getMessage()), "X1", "mine", "StackOverflowError");
  }
}
