package org.fundinggap.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.fundinggap.scoring.Forecaster.Truth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scores on a simulated truth: a perfect forecaster is found perfect, and others each for what is
 * wrong with them. Seeds are fixed, so a test passes always or never; rates are over all seeds.
 */
@DisplayName("On simulated truth")
class RecognitionStatisticalTest {
  private static final int CASES = 3_000;

  /** How often each alarm may be false. */
  private static final double FALSE_ALARMS = 1e-6;

  /** A normal variable is farther out than this once in 1.7 million times. */
  private static final double FAR = 5;

  private static final Truth[] TRUTHS = Truth.simulated(new SplittableRandom(20261130), CASES);

  /** Enough to tell mean scores apart that differ by 0.02. */
  private static final Truth[] MANY = Truth.simulated(new SplittableRandom(2), 20_000);

  private static final Map<Forecaster, ScoreSummary> NORMAL = new EnumMap<>(Forecaster.class);
  private static final Map<Forecaster, ScoreSummary> SAMPLED = new EnumMap<>(Forecaster.class);

  private static ScoreSummary of(Map<Forecaster, ScoreSummary> scored, Forecaster forecaster) {
    return Objects.requireNonNull(scored.get(forecaster));
  }

  @BeforeAll
  static void score() {
    SplittableRandom random = new SplittableRandom(1);
    for (Forecaster each : Forecaster.values()) {
      NORMAL.put(each, Forecaster.scored(TRUTHS, each::of));
      SAMPLED.put(each, Forecaster.scored(TRUTHS, truth -> each.sampled(truth, random, 299)));
    }
  }

  /**
   * Of 20 alarms of perfect forecasters one is false in 50,000 seeds; the others are not missed.
   */
  @ParameterizedTest
  @EnumSource(Forecaster.class)
  @DisplayName("each forecaster is found for what it is, by normals and by draws")
  void forecastersAreRecognised(Forecaster forecaster) {
    Set<Alarm> expected =
        switch (forecaster) {
          case PERFECT -> EnumSet.noneOf(Alarm.class);
          // A band that is beside the mark holds less too.
          case BIASED -> EnumSet.of(Alarm.TOO_HIGH, Alarm.TOO_NARROW, Alarm.UNEVEN);
          case NARROW -> EnumSet.of(Alarm.TOO_NARROW, Alarm.UNEVEN);
          case WIDE -> EnumSet.of(Alarm.TOO_WIDE, Alarm.UNEVEN);
        };
    assertEquals(expected, Alarm.of(of(NORMAL, forecaster), CASES, FALSE_ALARMS));
    assertEquals(expected, Alarm.of(of(SAMPLED, forecaster), CASES, FALSE_ALARMS));
  }

  @Test
  @DisplayName("a forecaster that is too low is not taken for one that is too high")
  void signOfBiasIsSeen() {
    ScoreSummary low =
        Forecaster.scored(
            TRUTHS, truth -> NormalForecast.of(truth.mean() - 0.5, truth.deviation()));
    Set<Alarm> raised = Alarm.of(low, CASES, FALSE_ALARMS);
    assertTrue(raised.contains(Alarm.TOO_LOW) && !raised.contains(Alarm.TOO_HIGH), "" + raised);
    assertTrue(low.bias() > 0 && of(NORMAL, Forecaster.BIASED).bias() < 0);
    assertTrue(low.pit() > 0.5 && of(NORMAL, Forecaster.BIASED).pit() < 0.5);
  }

  @ParameterizedTest
  @EnumSource(Forecaster.class)
  @DisplayName("each forecaster's coverage and CRPS are those worked out, and not another's")
  void figuresAreThoseOfTheory(Forecaster forecaster) {
    for (Forecaster other : Forecaster.values()) {
      assertEquals(forecaster == other, isMeanCrps(forecaster, other), "CRPS of " + other);
      boolean alike =
          Arrays.stream(Band.values())
              .allMatch(
                  band ->
                      of(NORMAL, forecaster)
                          .coverage(band)
                          .interval(1 - FALSE_ALARMS)
                          .contains(other.expectedCoverage(band)));
      assertEquals(forecaster == other, alike, "coverage of " + other);
    }
  }

  /** Whether the mean score, in units of the spread, is within five errors of another's. */
  private static boolean isMeanCrps(Forecaster forecaster, Forecaster other) {
    double[] scores =
        Arrays.stream(MANY)
            .mapToDouble(each -> forecaster.of(each).crps(each.outcome()) / each.deviation())
            .toArray();
    return Math.abs(errorsFrom(other.expectedCrps(), scores)) < FAR;
  }

  /** How many standard errors the mean of numbers is above a value. */
  private static double errorsFrom(double value, double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(each -> (each - mean) * (each - mean)).sum();
    return (mean - value) / Math.sqrt(squares / (numbers.length - 1) / numbers.length);
  }

  @ParameterizedTest
  @EnumSource(value = Forecaster.class, names = "PERFECT", mode = EnumSource.Mode.EXCLUDE)
  @DisplayName("the perfect forecaster scores best, beyond chance, by both scores")
  void perfectForecasterScoresBest(Forecaster wrong) {
    for (Map<Forecaster, ScoreSummary> all : Stream.of(NORMAL, SAMPLED).toList()) {
      ScoreSummary best = of(all, Forecaster.PERFECT);
      ScoreSummary worse = of(all, wrong);
      assertTrue(Skill.of(best, worse).value() > 0.02, wrong + ": " + Skill.of(best, worse));
      assertTrue(Skill.of(worse, best).value() < 0, wrong.toString());
      double[] crps = new double[CASES];
      double[] intervals = new double[CASES];
      for (int i = 0; i < CASES; i++) {
        Score its = worse.scores().get(i);
        Score perfects = best.scores().get(i);
        crps[i] = its.crps() - perfects.crps();
        intervals[i] = its.intervalScore() - perfects.intervalScore();
      }
      assertTrue(errorsFrom(0, crps) > FAR, wrong + " by CRPS");
      assertTrue(errorsFrom(0, intervals) > FAR, wrong + " by interval score");
    }
  }

  @Test
  @DisplayName("alarms of perfect forecasters are no more often false than stated, and not never")
  void falseAlarmsAreAsStated() {
    int runs = 800;
    double stated = 0.05;
    Map<Alarm, Integer> raised = new EnumMap<>(Alarm.class);
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < runs; run++) {
      Truth[] truths = Truth.simulated(random, 60);
      ScoreSummary scores = Forecaster.scored(truths, Forecaster.PERFECT::of);
      Alarm.of(scores, 60, stated).forEach(alarm -> raised.merge(alarm, 1, Integer::sum));
    }
    int most = mostOf(runs, stated);
    for (Alarm alarm : Alarm.values()) {
      int count = raised.getOrDefault(alarm, 0);
      assertTrue(count >= 5 && count <= most, alarm + ": " + count + ", at most " + most);
    }
  }

  /** What a count of runs exceeds once in a million times, if each has the probability. */
  private static int mostOf(int runs, double probability) {
    return new BinomialDistribution(null, runs, probability)
        .inverseCumulativeProbability(1 - FALSE_ALARMS);
  }

  @Test
  @DisplayName("cases that come five alike raise false alarms, unless counted for what they tell")
  void alikeCasesCountForFewer() {
    int runs = 400;
    double stated = 0.05;
    int naive = 0;
    int effective = 0;
    SplittableRandom random = new SplittableRandom(8);
    for (int run = 0; run < runs; run++) {
      Truth[] truths =
          Arrays.stream(Truth.simulated(random, 20))
              .flatMap(each -> Stream.of(each, each, each, each, each))
              .toArray(Truth[]::new);
      ScoreSummary scores = Forecaster.scored(truths, Forecaster.PERFECT::of);
      Coverage held = scores.coverage(Band.FOUR_FIFTHS);
      naive += held.interval(100, 1 - 2 * stated).upper() < 0.8 ? 1 : 0;
      effective += held.interval(20, 1 - 2 * stated).upper() < 0.8 ? 1 : 0;
    }
    int most = mostOf(runs, stated);
    assertTrue(effective <= most, effective + " false alarms, at most " + most);
    assertTrue(naive > most, naive + " false alarms were to be more than " + most);
  }
}
