package org.fundinggap.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Runs with Sobol draws")
@Tag("medium")
class SobolRunStatisticalTest {
  private final Scenario england = England.baseline().with(FundingRule.CASH_FLAT);
  private final List<StreamId> leading = LeadingStreams.of(england);

  @Test
  @DisplayName("are far more precise about England's gap, and know how precise they are")
  void meansAreFarMorePrecise_andIntervalsCover() {
    int seeds = 40;
    int replicates = 8;
    double[] means = new double[seeds];
    double[] errors = new double[seeds];
    double independent = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Draws draws = lastGap(sobol(seed, 1 << 12, replicates), 2);
      means[seed] = draws.mean();
      errors[seed] = draws.meanError();
      independent += Math.pow(draws.standardDeviation(), 2) / draws.size() / seeds;
    }
    double mean = Arrays.stream(means).average().orElseThrow();
    double variance = 0;
    int covered = 0;
    double factor = new TDistribution(null, replicates - 1).inverseCumulativeProbability(0.95);
    for (int seed = 0; seed < seeds; seed++) {
      variance += Math.pow(means[seed] - mean, 2) / (seeds - 1);
      covered += Math.abs(means[seed] - mean) <= factor * errors[seed] ? 1 : 0;
    }
    // The ratio is 8.5, and has a relative error of 0.23 over 40 seeds: below 3.6 by chance in
    // 1e-4.
    assertTrue(variance < independent / 3.6, "ratio " + independent / variance);
    // 90% intervals: fewer than 28 of 40 is a chance of 1.5e-4 (binomial).
    assertTrue(covered >= 28, covered + " of 40 intervals cover the mean of all seeds");
  }

  @Test
  @DisplayName("give the same bits on any threads, and more draws keep the first ones")
  void runsKeepTheLaws() {
    Draws one = lastGap(sobol(3, 4_096, 4), 1);
    Draws two = lastGap(sobol(3, 4_096, 4), 2);
    Draws more = lastGap(sobol(3, 8_192, 4), 2);
    assertArrayEquals(one.values(), two.values());
    assertArrayEquals(one.values(), Arrays.copyOf(more.values(), 4_096));
    assertNotEquals(one.mean(), lastGap(Settings.of(3, 4_096), 2).mean());
  }

  @Test
  @DisplayName("state errors that are the spread of their replicates")
  void errorsAreTheSpreadOfReplicates() {
    // Replicates (1, 3, 8) and (2, 10, 6).
    Draws draws = new Draws(new double[] {1, 2, 3, 10, 8, 6}, inReplicates(2));
    assertEquals(2, draws.replicates());
    assertEquals(1, draws.meanError(), 1e-15);
    assertTrue(Double.isNaN(draws.quantileError(0.5))); // too few to give its interval an end
    assertEquals(1.0 / 6, draws.probabilityAboveError(1.5), 1e-15);
    assertEquals(2, draws.times(2).meanError(), 1e-15);
    assertEquals(2, draws.combine(draws, Double::sum).meanError(), 1e-15);
    assertTrue(Double.isNaN(new Draws(new double[] {1, 2, 3}, inReplicates(4)).meanError()));
    Draws others = new Draws(new double[] {1, 2, 3, 10, 8, 6}, Sampling.independent());
    assertEquals(1, others.replicates());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> draws.combine(others, Double::sum));
    assertEquals(
        "other draws must be of no run, Sobol points in 2 replicates, were of no run; combine draws"
            + " of one run, which met the same luck",
        refused.getMessage());
  }

  private static Sampling inReplicates(int number) {
    return Sampling.sobol(number);
  }

  @Test
  @DisplayName("of one replicate state no errors, and don't stop at a precision")
  void oneReplicateStatesNoErrors() {
    Settings settings = sobol(3, 2_048, 1);
    Draws gap = lastGap(settings, 2);
    assertEquals(1, gap.replicates());
    assertTrue(Double.isNaN(gap.meanError()));
    assertTrue(Double.isNaN(gap.quantileError(0.9)));
    assertTrue(Double.isNaN(gap.probabilityAboveError(6_000)));
    assertTrue(Double.isNaN(gap.times(2).meanError()));
    assertThrows(IllegalArgumentException.class, () -> gap.quantileError(1));
    Draws independent = lastGap(Settings.of(3, 2_048), 2);
    assertThrows(IllegalArgumentException.class, () -> gap.combine(independent, Double::sum));
    Precision precision =
        Precision.ofMean(
            england.name(), Gap.STAND_STILL.cash(), england.inputs().years().last(), 1);
    Simulation simulation = Simulation.of(england).keeping(Gap.STAND_STILL.cash());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> simulation.run(settings, precision));
    assertEquals(
        "replicates must be at least 16 to stop at a precision, was 1, whose standard error is none"
            + " or too rough to stop by; use Sampling.sobol(16), or run without a precision",
        refused.getMessage());
    Projection run = simulation.run(sobol(3, 2_048, 16), precision);
    assertEquals(2_048, run.settings().draws());
    assertTrue(settings.toString().contains("sampling=sobol(1 replicate, "));
  }

  @Test
  @DisplayName("are refused a number of draws that their replicates can't share")
  void drawsAreAMultipleOfReplicates() {
    Settings settings = Settings.of(1, 1_001);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> settings.withSampling(Sampling.sobol(8)));
    assertEquals(
        "draws must be a multiple of the 8 replicates, was 1001; take 1008, or better a power of"
            + " two",
        refused.getMessage());
    Settings little = Settings.of(1, 1_024).withMemory(1_000).withSampling(Sampling.sobol(8));
    IllegalArgumentException tooLittle =
        assertThrows(IllegalArgumentException.class, () -> lastGap(little, 1));
    assertTrue(
        String.valueOf(tooLittle.getMessage())
            .startsWith("memory must be at least 90112 for Sobol draws, which can't be"));
    Settings sobol = Settings.of(1, 1_008).withSampling(Sampling.sobol(8));
    assertEquals(
        "Settings[seed=1, draws=1008, sampling=sobol(8 replicates, 0 leading)]", sobol.toString());
    assertEquals(Sampling.sobol(8), sobol.withShockSeed(2).sampling());
    assertEquals(Settings.of(1, 1_008), sobol.withSampling(Sampling.independent()));
  }

  @Test
  @DisplayName("lead with every uncertain stream once, whatever the order of scenarios")
  void leadingStreamsAreAllStreams() {
    Scenario other = England.baseline().with(FundingRule.FOLLOWS_OUTTURN);
    assertEquals(LeadingStreams.of(england, other), LeadingStreams.of(other, england));
    assertEquals(leading.size(), leading.stream().distinct().count());
    assertTrue(leading.containsAll(List.of(Chance.stream("homesWeightDrift"))));
    assertTrue(leading.contains(Chance.stream("inflationShock", england.inputs().years().last())));
    assertTrue(
        leading.stream()
            .noneMatch(id -> id.year() == england.inputs().years().first().startYear()));
  }

  private Settings sobol(long seed, int draws, int replicates) {
    return Settings.of(seed, draws).withSampling(Sampling.sobol(replicates).withLeading(leading));
  }

  private Draws lastGap(Settings settings, int threads) {
    return Simulation.of(england)
        .keeping(Gap.STAND_STILL.cash())
        .on(Execution.ofThreads(threads))
        .run(settings)
        .outcome(Gap.STAND_STILL.cash())
        .in(england.inputs().years().last());
  }
}
