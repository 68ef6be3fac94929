package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.GoalSeek;
import org.fundinggap.search.Statistic;

/**
 * A program for a JVM with a small heap: asks for less and less until a run of England is not
 * refused, carries it out and reads all of it. It prints {@code refused} for each refusal and
 * {@code done} at the end; whatever else goes wrong ends it.
 */
final class HeapRun {
  private static final String REFUSAL = "memory for a run must be at most ";
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final Execution THREADS = Execution.ofThreads(2);

  /** Asks for so much less each time. */
  private static final double STEP = 0.97;

  private HeapRun() {}

  /**
   * Runs until something fits.
   *
   * @param arguments what is kept and how, and the size to begin with, which must be too much
   */
  public static void main(String... arguments) {
    int size = Integer.parseInt(arguments[1]);
    IntFunction<List<Projection>> run = run(arguments[0]);
    while (true) {
      try {
        List<Projection> held = run.apply(size);
        held.forEach(HeapRun::read);
        System.out.println("done " + size + " with " + held.size());
        return;
      } catch (IllegalArgumentException refused) {
        if (!String.valueOf(refused.getMessage()).startsWith(REFUSAL)) {
          throw refused;
        }
        System.out.println("refused " + size + ": " + refused.getMessage());
        size = (int) (size * STEP);
      }
    }
  }

  private static IntFunction<List<Projection>> run(String kind) {
    Scenario real = England.baseline().with(FundingRule.REAL_FLAT);
    Simulation two =
        Simulation.of(real, England.baseline().with(FundingRule.CASH_FLAT)).on(THREADS);
    return switch (kind) {
      case "gap" -> draws -> List.of(two.keeping(GAP).run(Settings.of(1, draws)));
      case "all" -> draws -> List.of(two.run(Settings.of(1, draws)));
      case "histograms" -> number -> List.of(keeping(two, real, number));
      case "parts" -> draws -> parts(two.keeping(GAP), draws);
      case "goal" -> draws -> seek(real, draws);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** What histograms take depends on how many numbers there are, not on draws. */
  private static Projection keeping(Simulation simulation, Scenario scenario, int number) {
    Variable[] some =
        scenario.inputs().model().variables().stream().limit(number).toArray(Variable[]::new);
    return simulation.keeping(some).run(Settings.of(1, 5_000).withMemory(0));
  }

  /** Four parts and the whole, all of them held. */
  private static List<Projection> parts(Simulation simulation, int draws) {
    List<Projection> all =
        new ArrayList<>(
            IntStream.range(0, 4)
                .mapToObj(part -> simulation.runPart(Settings.of(1, draws), part, 4))
                .toList());
    all.add(Projection.joined(all));
    return all;
  }

  /** A search, while a run of the same size is held. */
  private static List<Projection> seek(Scenario scenario, int draws) {
    Projection held = Simulation.of(scenario).keeping(GAP).on(THREADS).run(Settings.of(1, draws));
    GoalSeek.between(0.5, 2, x -> scenario)
        .tryingFirst(1)
        .on(THREADS)
        .solve(Statistic.of(GAP, scenario.inputs().years().last()), 0, Settings.of(1, draws));
    return List.of(held);
  }

  private static void read(Projection run) {
    int read = run.toString().length() + run.digest().length();
    for (Option option : run.scenarios()) {
      for (Variable variable : run.variables(option.name())) {
        Outcome outcome = run.outcome(option.name(), variable);
        read += outcome.toString().length() + outcome.quantiles(0.1, 0.5, 0.9).size();
      }
    }
    if (read == 0) {
      throw new IllegalStateException("nothing read");
    }
  }
}
