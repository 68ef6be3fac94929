package org.fundinggap.draws;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws know their run, and")
class RunTest {
  private static final Sampling ALONE = Sampling.independent();

  private static Draws of(Run run) {
    return new Draws(new double[] {1, 2}, run);
  }

  private static void assertRefused(Run one, Run other, String... words) {
    String message = refusal(() -> of(one).combine(of(other), Double::sum));
    assertHolds(message, words);
    assertHolds(message, "combine draws of one run");
  }

  @Test
  @DisplayName("are combined with those of the same seeds and sampling")
  void sameRunCombines() {
    Draws sum = of(Run.of(1, 2, ALONE, 0)).combine(of(Run.of(1, 2, ALONE, 0)), Double::sum);
    assertEquals(6, sum.mean() * 2);
    assertEquals(Run.of(1, 2, ALONE, 0), sum.run());
    assertEquals(sum.run(), sum.map(x -> -x).run());
    assertEquals(sum.run(), new Draws(new double[] {7, 8}, sum.run()).times(3).run());
  }

  @Test
  @DisplayName("refuse those of another seed, luck, sampling or stretch, naming both")
  void otherRunsAreRefused() {
    Run run = Run.of(1, 1, ALONE, 0);
    assertRefused(
        run, Run.of(2, 2, ALONE, 0), "of a run with seed 1,", "were of a run with seed 2;");
    assertRefused(run, Run.of(1, 2, ALONE, 0), "were of a run with seed 1, shock seed 2");
    assertRefused(
        run,
        Run.of(1, 1, Sampling.sobol(2), 0),
        "were of a run with seed 1, Sobol points in 2 replicates");
    assertRefused(run, Run.of(1, 1, ALONE, 1024), "were of a run with seed 1, from draw 1024 on");
  }

  @Test
  @DisplayName("are joined with what follows in their run, and with nothing else")
  void onlyWhatFollowsIsJoined() {
    Draws first = of(Run.of(1, 1, ALONE, 1024));
    Draws next = of(Run.of(1, 1, ALONE, 1026));
    Draws all = Draws.joined(List.of(first, next));
    assertArrayEquals(new double[] {1, 2, 1, 2}, all.values());
    assertEquals(first.run(), all.run());
    assertHolds(
        refusal(() -> Draws.joined(List.of(first, first))),
        "part draws must be of a run with seed 1, from draw 1026 on, were of a run with seed 1,"
            + " from draw 1024 on; join parts of one run in order, each once");
    assertHolds(refusal(() -> Draws.joined(List.of(next, first))), "from draw 1028 on, were of");
    assertHolds(
        refusal(() -> Draws.joined(List.of(first, of(Run.of(2, 2, ALONE, 1026))))), "seed 2");
    assertHolds(
        refusal(() -> Draws.joined(List.of(first, of(Run.of(1, 1, Sampling.sobol(2), 1026))))),
        "Sobol points in 2 replicates");
    Draws own = new Draws(new double[] {7}, ALONE);
    assertEquals(2, Draws.joined(List.of(own, own)).size());
    assertHolds(refusal(() -> Draws.joined(List.of(own, next))), "were of a run with seed 1");
    assertHolds(refusal(() -> Draws.joined(List.of())), "number of parts", "give one at least");
  }

  @Test
  @DisplayName("refuse numbers of one's own unless these are said to be of the run")
  void ownNumbersAreNoRun() {
    Run run = Run.of(1, 1, ALONE, 0);
    assertRefused(run, new Draws(new double[] {1, 2}, ALONE).run(), "were of no run");
    Draws own = new Draws(new double[] {1, 2}, ALONE);
    assertEquals(3, own.combine(own, Double::sum).mean());
    assertHolds(refusal(() -> Run.of(1, 1, ALONE, -1)), "firstDraw", "-1");
    assertHolds(refusal(() -> new Run(" ", ALONE, 0)), "name must not be blank");
  }
}
