package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fundinggap.Thorough;
import org.fundinggap.cost.Inflation;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sets of levers that nobody would write, with hostile numbers among their sizes and years: each is
 * refused by name, or does what a plain calculation says. {@code -Pthorough} tries ten times as
 * many.
 */
@DisplayName("Levers by chance with hostile numbers")
@Tag("slow")
class LeverFuzzTest {
  private static final int SETS = Thorough.isAsked() ? 10_000 : 1_000;
  private static final Settings SETTINGS = Settings.of(5, 8);
  private static final double SECONDS = 60;

  private final Scenario england =
      England.baseline().to(England.baseline().baseYear().plus(3)).with(FundingRule.REAL_FLAT);
  private final Projection without = Simulation.of(england).run(SETTINGS);
  private int accepted;
  private int compared;

  @Test
  @DisplayName("are refused by name, or do what a plain calculation says, without a NaN")
  void everySet() {
    for (int seed = 0; seed < SETS; seed++) {
      long from = System.nanoTime();
      tryOne(seed);
      double took = (System.nanoTime() - from) / 1e9;
      assertTrue(took < SECONDS, "set " + seed + " took " + took + " s");
    }
    assertTrue(accepted > SETS / 10, accepted + " of " + SETS + " were accepted");
    assertTrue(compared > SETS / 20, compared + " of " + SETS + " were compared");
  }

  void tryOne(int seed) {
    HostileLevers hostile = new HostileLevers(england.inputs(), seed);
    Scenario with;
    try {
      List<Lever> levers = hostile.some();
      with = england.with("hostile " + seed, levers.toArray(Lever[]::new));
    } catch (IllegalArgumentException refused) {
      requireNamed(seed, hostile, String.valueOf(refused.getMessage()));
      return;
    } catch (RuntimeException | StackOverflowError crash) {
      throw new AssertionError("set " + seed + ": " + hostile, crash);
    }
    accepted++;
    Projection run = Simulation.of(with).run(SETTINGS);
    requireFinite(seed, run, with);
    requireNothingBefore(seed, run, with);
    Optional<PlainLever> plain = hostile.plain();
    if (plain.isPresent()) {
      compare(seed, run, with, plain.get());
      compared++;
    }
  }

  /** Of a number that a distribution refuses the argument; of all else lever or scenario. */
  private static void requireNamed(int seed, HostileLevers hostile, String message) {
    String what = "set " + seed + " of " + hostile + ": " + message;
    boolean named =
        hostile.isBuilding()
            ? message.contains("must") || message.contains("lever \"")
            : message.contains("\"hostile " + seed + "\"") && message.contains("lever");
    assertTrue(named, what);
  }

  private static void requireFinite(int seed, Projection run, Scenario with) {
    for (Variable variable : run.variables(with.name())) {
      for (FinancialYear year : run.outcome(with.name(), variable).years().years()) {
        for (double value : run.outcome(with.name(), variable).in(year).values()) {
          assertTrue(Double.isFinite(value), "set " + seed + ": " + variable + " in " + year);
        }
      }
    }
  }

  private void requireNothingBefore(int seed, Projection run, Scenario with) {
    FinancialYear start =
        with.levers().stream()
            .map(lever -> lever.timetable().start())
            .min(FinancialYear::compareTo)
            .orElseThrow();
    for (Variable variable : without.variables(england.name())) {
      for (FinancialYear year : with.inputs().years().years()) {
        if (year.compareTo(start) < 0) {
          assertEquals(
              List.of(boxed(without.outcome(england.name(), variable), year)),
              List.of(boxed(run.outcome(with.name(), variable), year)),
              "set " + seed + ": " + variable + " in " + year);
        }
      }
    }
  }

  private static List<Double> boxed(Outcome outcome, FinancialYear year) {
    return java.util.Arrays.stream(outcome.in(year).values()).boxed().toList();
  }

  /** Beside what the variable's own equation writes, worked out in place. */
  private static void compare(int seed, Projection run, Scenario with, PlainLever plain) {
    Outcome before = run.outcome(with.name(), LeverEquations.own(plain.target()));
    Outcome after = run.outcome(with.name(), plain.target());
    Outcome deflator = run.outcome(with.name(), Inflation.DEFLATOR);
    for (FinancialYear year : before.years().years()) {
      double[] x = before.in(year).values();
      double[] y = after.in(year).values();
      double[] d = deflator.in(year).values();
      for (int i = 0; i < x.length; i++) {
        double expected = plain.apply(x[i], year, d[i]);
        assertEquals(
            expected,
            y[i],
            1e-9 * Math.max(Math.abs(expected), 1e-9 + Math.abs(x[i])),
            "set " + seed + ": " + plain + " in " + year);
      }
    }
  }
}
