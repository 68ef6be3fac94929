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
      "6266a1e3d7faa36f1c2da40396d1f2345e9de2f489e38e26fddd9561aba82f80";
  private static final String MANY_BLOCKS =
      "f7d9a1c8715e00779e56b2d0b1bfd7fe6a4cdad14da4ee1c5f16114d0c095617";
  private static final String ENGLAND =
      "20a3d54afb2d89d8eeaaab38551d01d7e4b24c1a43c5dd5725351b0031f78853";

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
