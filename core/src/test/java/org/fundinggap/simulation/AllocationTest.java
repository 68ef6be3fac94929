package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much blocks make that is thrown away, as the JVM counts it on the thread that works; what is
 * kept of results is left out. All that a block needs is made once a worker, so blocks should make
 * next to nothing.
 */
@DisplayName("A worker")
@Tag("medium")
class AllocationTest {
  private static final int BLOCKS = 200;

  /** England's blocks take long until they are compiled, and make as much before as after. */
  private static final int FEW_BLOCKS = 20;

  /** Bytes a draw; a column that each block made anew would take eight. */
  private static final double NOTHING = 1.0;

  /** Measured: 133, most of it arrays that the logarithm of one equation works in. */
  private static final double WHOLE_MODEL = 150.0;

  private static final Variable WALK = number("walk");
  private static final Variable IDLE = number("idle");
  private static final Parameter DRIFT = parameter("drift");
  private static final Shock STEP = shock("step");
  private static final Shock OTHER_STEP = shock("other step");

  private static double bytesPerDraw(Inputs inputs, int warmUp, int blocks) {
    Sink none = (run, year, first, draws) -> {};
    BlockWorker worker =
        new BlockWorker(
            Chance.of(Settings.of(1, 1 << 30)), List.of(Option.of("s", inputs)), List.of(none));
    for (int block = 0; block < warmUp; block++) {
      worker.run(block * Block.SIZE, Block.SIZE);
    }
    long before = allocated();
    for (int block = warmUp; block < warmUp + blocks; block++) {
      worker.run(block * Block.SIZE, Block.SIZE);
    }
    return (allocated() - before) / (double) (blocks * Block.SIZE);
  }

  private static long allocated() {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "this JVM does not count what a thread allocates");
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** A walk by shocks with a drift; its formula makes a column anew if it is told to. */
  private static Inputs walk(boolean isWasteful) {
    Equation equation =
        Equation.of("E1", "last year's + drift + shock")
            .readsLastYear(WALK)
            .uses(DRIFT, STEP)
            .writes(WALK)
            .as(
                block -> {
                  double[] out = isWasteful ? new double[Block.SIZE] : block.column(WALK);
                  double[] before = block.lastYear(WALK);
                  double[] drift = block.column(DRIFT);
                  double[] step = block.column(STEP);
                  for (int i = 0; i < block.draws(); i++) {
                    out[i] = before[i] + drift[i] + step[i];
                  }
                  System.arraycopy(out, 0, block.column(WALK), 0, block.draws());
                });
    List<String> together = List.of(STEP.name(), OTHER_STEP.name());
    return Inputs.builder(Model.of("walk", List.of(equation, idle())), years(2024, 2034))
        .opening(WALK, 100.0, EVIDENCE)
        .parameter(DRIFT, Distribution.uniform(0.0, 1.0), EVIDENCE)
        .correlation(Correlation.of(together, new double[][] {{1, 0.5}, {0.5, 1}}), EVIDENCE)
        .build();
  }

  /** Takes part for its shock, which is correlated with the walk's. */
  private static Equation idle() {
    return Equation.of("E2", "shock")
        .uses(OTHER_STEP)
        .writes(IDLE)
        .as(b -> System.arraycopy(b.column(OTHER_STEP), 0, b.column(IDLE), 0, b.draws()));
  }

  @Test
  @DisplayName("makes nothing for the draws of a walk by shocks")
  void walkMakesNothing() {
    double bytes = bytesPerDraw(walk(false), 10 * BLOCKS, BLOCKS);
    assertTrue(bytes < NOTHING, bytes + " bytes a draw");
  }

  @Test
  @DisplayName("that makes one column a block and year would be seen")
  void columnForEachBlockIsSeen() {
    double bytes = bytesPerDraw(walk(true), 10 * BLOCKS, BLOCKS);
    assertTrue(bytes >= 80.0, bytes + " bytes a draw");
  }

  @Test
  @DisplayName("makes nothing for a small model with one of every shape")
  void allShapesMakeNothing() {
    double bytes = bytesPerDraw(AllShapes.scenario(years(2024, 2034)).inputs(), BLOCKS, BLOCKS);
    assertTrue(bytes < NOTHING, bytes + " bytes a draw");
  }

  @Test
  @DisplayName("makes nothing for parameters that move together, whatever their distributions")
  void correlatedParametersMakeNothing() {
    List<Distribution> distributions =
        List.of(
            Distribution.normal(0, 1),
            Distribution.logNormal(1, 0.2),
            Distribution.pert(0, 1, 3),
            Distribution.elicited(1, 2, 4),
            Distribution.zeroOr(0.2, Distribution.logNormal(1, 0.2)),
            Distribution.truncatedNormal(0, 1, -1, 3));
    double[][] matrix = new double[6][6];
    for (int i = 0; i < 6; i++) {
      Arrays.fill(matrix[i], 0.5);
      matrix[i][i] = 1;
    }
    Inputs inputs =
        Together.inputs(distributions)
            .correlation(Together.correlation(matrix, 0, 1, 2, 3, 4, 5), EVIDENCE)
            .build();
    double bytes = bytesPerDraw(inputs, 10 * BLOCKS, BLOCKS);
    assertTrue(bytes < NOTHING, bytes + " bytes a draw");
  }

  @Test
  @DisplayName("makes little for England beside its results")
  void englandMakesLittle() {
    double bytes = bytesPerDraw(England.inputs(FundingRule.CASH_FLAT), FEW_BLOCKS / 2, FEW_BLOCKS);
    assertTrue(bytes < WHOLE_MODEL, bytes + " bytes a draw");
  }
}
