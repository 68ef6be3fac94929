package org.fundinggap.benchmarks;

import static org.fundinggap.benchmarks.ReferenceWorkload.GAP;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.draws.Summary;
import org.fundinggap.model.Block;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Runs the reference workload with more draws than memory holds, stops it half-way, and puts a run
 * together from parts; fails if any of that gives a wrong answer.
 */
public final class HundredMillionDraws {
  private static final int DRAWS = 100_000_000;
  private static final int PARTS = 5;
  private static final int DRAWS_OF_PARTS = 1_000_000;

  /** The budget for kept draws: far less than the heap that this is meant for. */
  private static final long MEMORY = 128L << 20;

  /** Half of the last digit that is stated of the right mean, GBP million. */
  private static final double ROUNDING = 0.05;

  private HundredMillionDraws() {}

  /**
   * Runs it on all processors.
   *
   * @param arguments the number of draws, if not 100,000,000
   * @throws IllegalStateException if an answer is wrong
   */
  public static void main(String[] arguments) {
    int draws = arguments.length == 0 ? DRAWS : Integer.parseInt(arguments[0]);
    Settings settings = Settings.of(42, draws).withMemory(MEMORY);
    System.out.printf(
        Locale.ROOT,
        "%,d draws on %d threads, heap %,d MB%n",
        draws,
        Execution.ofAllProcessors().threads(),
        Runtime.getRuntime().maxMemory() >> 20);
    checkWhole(settings);
    checkStopped(settings);
    checkParts(settings.withDraws(Math.min(draws, DRAWS_OF_PARTS)));
  }

  /** Prints how far a run is after each tenth of it. */
  private static Execution told() {
    long[] tenths = {0};
    return Execution.ofAllProcessors()
        .reporting(
            progress -> {
              long done = 10L * progress.draws() / progress.limit();
              if (done > tenths[0]) {
                tenths[0] = done;
                System.out.println("  " + progress);
              }
            },
            System::nanoTime);
  }

  private static Summary lastGap(Projection projection) {
    return projection.outcome(GAP).summary(ReferenceWorkload.YEARS.last());
  }

  private static void checkWhole(Settings settings) {
    long start = System.nanoTime();
    Projection projection = ReferenceWorkload.simulation().on(told()).run(settings);
    double seconds = (System.nanoTime() - start) * 1e-9;
    Summary gap = lastGap(projection);
    System.out.printf(Locale.ROOT, "Took %.1f s; the last year's gap, GBP million:%n", seconds);
    System.out.printf(
        Locale.ROOT, "  mean  %10.3f, standard error %.4f%n", gap.mean(), gap.meanError());
    for (int percent : new int[] {10, 50, 90}) {
      System.out.printf(
          Locale.ROOT,
          "  %d%%   %10.3f, standard error %.4f%n",
          percent,
          gap.quantile(percent / 100.0),
          gap.quantileError(percent / 100.0));
    }
    double off = Math.abs(gap.mean() - ReferenceWorkload.MEAN);
    double allowed = 5 * gap.meanError() + ROUNDING;
    require(
        off <= allowed,
        "mean must be within " + allowed + " of " + ReferenceWorkload.MEAN + ", was " + gap.mean());
  }

  /** Asks whether to stop before each block; half of the questions must be followed by a block. */
  private static void checkStopped(Settings settings) {
    int half = Math.max(1, settings.draws() / Block.SIZE / 2);
    AtomicInteger asked = new AtomicInteger();
    Execution stopping = told().stoppingWhen(() -> asked.incrementAndGet() > half);
    Projection stopped = ReferenceWorkload.simulation().on(stopping).run(settings);
    int done = stopped.settings().draws();
    require(
        Math.abs(done - half * Block.SIZE) <= Block.SIZE * stopping.threads(),
        "a run stopped half-way must hold " + half * Block.SIZE + " draws or so, held " + done);
    boolean kept = stopped.outcome(GAP).hasDraws();
    Settings again = stopped.settings().withMemory(kept ? MEMORY : 0);
    requireSame(ReferenceWorkload.simulation().on(told()).run(again), stopped, "stopped half-way");
  }

  private static void checkParts(Settings settings) {
    Simulation simulation = ReferenceWorkload.simulation();
    for (Settings each : List.of(settings, settings.withMemory(0))) {
      List<Projection> parts = new ArrayList<>();
      for (int part = PARTS - 1; part >= 0; part--) {
        parts.add(simulation.runPart(each, part, PARTS));
      }
      String what = "in " + PARTS + " parts, " + (each.memory() == 0 ? "histograms" : "draws");
      requireSame(simulation.run(each), Projection.joined(parts), what);
    }
  }

  private static void requireSame(Projection expected, Projection actual, String what) {
    require(
        expected.digest().equals(actual.digest()),
        "a run " + what + " must have the bits of one that goes through, has others");
    System.out.printf(
        Locale.ROOT, "The same bits: %,d draws %s.%n", actual.settings().draws(), what);
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException(otherwise);
    }
  }
}
