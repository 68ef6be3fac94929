package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Option;
import org.fundinggap.model.Pieces;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A printed projection of Sobol draws")
class SobolAdviceTest {
  /** Four strands draw a dozen streams and more. */
  private static final Option MANY = new Strands(3, 4).scenario("s", years(2024, 2027));

  private static final List<StreamId> ALL = LeadingStreams.of(MANY);

  private static String advice(Option option, int draws, Sampling sampling) {
    Settings settings = Settings.of(1, draws).withSampling(sampling);
    String text = Simulation.of(option).run(settings).toString();
    assertEquals(
        text.lines().count() == 2, !LeadingStreams.advice(settings, List.of(option)).isEmpty());
    return text.lines().skip(1).findFirst().orElse("");
  }

  @Test
  @DisplayName("says that none leads where there are many streams")
  void noneLeads() {
    assertHolds(
        advice(MANY, 1_024, Sampling.sobol(4)),
        "none of " + ALL.size() + " Sobol streams leads",
        "less precise than of independent draws",
        "withLeading");
    assertEquals("", advice(MANY, 1_024, Sampling.independent()));
    assertEquals("", advice(OneVariable.by(ones(), years(2024, 2025)), 64, Sampling.sobol(4)));
  }

  private static Formula ones() {
    return block -> Arrays.fill(block.column(Pieces.number("x")), 0, block.draws(), 1);
  }

  @Test
  @DisplayName("says that draws a replicate are few, up to 4,095")
  void fewDraws() {
    Sampling four = Sampling.sobol(4).withLeading(ALL);
    assertHolds(
        advice(MANY, 4 * 4_095, four),
        "4,095 Sobol draws a replicate are few for " + ALL.size() + " streams that lead",
        "correlated",
        "take 4,096 a replicate");
    assertEquals("", advice(MANY, 4 * 4_096, four));
  }
}
