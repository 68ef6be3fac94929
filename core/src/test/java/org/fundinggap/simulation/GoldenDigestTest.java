package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntUnaryOperator;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Digests of results as they were when these lines were written. They are the same on every machine
 * and JDK; whoever changes a bit of what the engine or the model gives changes them here, and says
 * in the changelog that results have moved and why.
 */
@DisplayName("Results to the bit")
class GoldenDigestTest {
  private static final String ALL_SHAPES =
      "c8646c0800883725b86c45061209269e1f813a231b3c1580bf4e9911589f1e4c";
  private static final String MANY_BLOCKS =
      "3d995df2ff00e52eacf6e0c6d15c6dd08937ddddeb292ffdb5561f5f445e9ce6";
  private static final String ENGLAND =
      "92d2e68fd9d528cc0d104790dfac046b5493a03a3e482401a6ae22ec4c3f9298";

  private static final Scenario SHAPES = AllShapes.scenario(years(2024, 2029));
  private static final int BLOCKS = 71;
  private static final Settings MANY = Settings.of(7, BLOCKS * 1_024 - 300);

  @Test
  @DisplayName("are as they were for a small model with one of every shape")
  void allShapesKeepTheirBits() {
    assertEquals(ALL_SHAPES, Simulation.of(SHAPES).run(Settings.of(2026, 3_000)).digest());
  }

  @Test
  @DisplayName("are as they were for England under two funding rules")
  void englandKeepsItsBits() {
    Scenario flat = England.baseline().with(FundingRule.CASH_FLAT);
    Scenario need = England.baseline().with(FundingRule.FOLLOWS_NEED);
    assertEquals(ENGLAND, Simulation.of(flat, need).run(Settings.of(2026, 3_000)).digest());
  }

  @Test
  @DisplayName("are as they were on 1, 2, 7 and 64 threads")
  void manyBlocksKeepTheirBits_onAnyNumberOfThreads() {
    for (int threads : new int[] {1, 2, 7, 64}) {
      Simulation simulation = Simulation.of(SHAPES).on(Execution.ofThreads(threads));
      assertEquals(MANY_BLOCKS, simulation.run(MANY).digest(), threads + " threads");
    }
  }

  @Test
  @DisplayName("are as they were with blocks from the last to the first, and strewn")
  void manyBlocksKeepTheirBits_inAnyOrder() {
    // Twenty-nine has no divisor in common with 71, so every block has its turn.
    for (IntUnaryOperator order :
        new IntUnaryOperator[] {i -> BLOCKS - 1 - i, i -> i * 29 % BLOCKS}) {
      Simulation simulation = Simulation.of(SHAPES).on(Execution.ofThreads(2));
      assertEquals(MANY_BLOCKS, simulation.run(MANY, Stretch.all(MANY), order).digest());
    }
  }
}
