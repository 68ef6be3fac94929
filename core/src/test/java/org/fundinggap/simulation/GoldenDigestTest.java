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
      "123e6f75ef3ee1bc7374e20a005c411968cb599bdca76e7b0d1ebdd22c031e0a";
  private static final String MANY_BLOCKS =
      "851d9be5992794efb46b11d4f49f6de6027c6426663f497bd1d6b73ffd080ca1";
  private static final String ENGLAND =
      "99a53912d47893dbbb35006af4e75b3a346728218657dd33be46c46c7b2a3bde";

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
      assertEquals(MANY_BLOCKS, simulation.run(MANY, DrawRange.all(MANY), order).digest());
    }
  }
}
