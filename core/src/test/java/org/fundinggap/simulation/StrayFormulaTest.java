package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A formula that does what it must not reaches no other block")
class StrayFormulaTest {
  private static final int DRAWS = 10_000;
  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable OUT = number("out");

  private static Scenario of(Equation equation, Parameter parameter) {
    Inputs inputs =
        Inputs.builder(Model.of("stray", List.of(equation)), YEARS)
            .parameter(parameter, Distribution.fixed(1), EVIDENCE)
            .build();
    return new Scenario("stray", "for a test", inputs);
  }

  /** What a formula does on the few draws on which it is tried first is refused. */
  private static boolean isTrial(Block block) {
    return block.draws() < Block.SIZE;
  }

  @Test
  void sameBitsOnAnyThreads_whenAFormulaWritesToAFixedParameter() {
    Parameter rate = parameter("rate");
    Equation equation =
        Equation.of("E1", "out = rate, and rate is spoilt")
            .uses(rate)
            .writes(OUT)
            .as(
                block -> {
                  double[] rates = block.column(rate);
                  double[] out = block.column(OUT);
                  for (int i = 0; i < block.draws(); i++) {
                    out[i] = rates[i];
                    rates[i] += isTrial(block) ? 0 : 1;
                  }
                });
    Simulation simulation = Simulation.of(of(equation, rate));
    String one = simulation.on(Execution.ofThreads(1)).run(Settings.of(1, DRAWS)).digest();
    for (int threads : new int[] {2, 7}) {
      Projection run = simulation.on(Execution.ofThreads(threads)).run(Settings.of(1, DRAWS));
      assertEquals(one, run.digest(), () -> threads + " threads");
    }
  }

  @Test
  void unwrittenOutputShows_andHoldsNoOldNumbers() {
    Parameter rate = parameter("rate");
    Equation equation =
        Equation.of("E1", "out = rate, for the first draw alone")
            .uses(rate)
            .writes(OUT)
            .as(
                block -> {
                  int count = isTrial(block) ? block.draws() : 1;
                  System.arraycopy(block.column(rate), 0, block.column(OUT), 0, count);
                });
    Projection run = Simulation.of(of(equation, rate)).run(Settings.of(1, Block.SIZE));
    double[] last = run.outcome(OUT).in(YEARS.last()).values();
    assertEquals(1, last[0]);
    assertTrue(Double.isNaN(last[1]) && Double.isNaN(last[2]));
  }
}
