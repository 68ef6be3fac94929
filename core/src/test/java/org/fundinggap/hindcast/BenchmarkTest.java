package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fundinggap.scoring.Forecast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forecaster without a model")
class BenchmarkTest {
  /** Levels 0, 1, 3, 6: changes 1, 2, 3; children and prices add 0.5 a year. */
  private static History history(boolean... known) {
    return new History(new double[] {0, 1, 3, 6}, known, new double[] {0, 0.5, 1, 1.5});
  }

  private final History whole = history(false, true, true, true);

  /** The 90th percentile less the median of a normal with standard deviation one. */
  private static final double TOP = 1.2815515655446004;

  private static double median(Benchmark benchmark, History history, double carried, int years) {
    return benchmark.forecast(history, carried, years).median();
  }

  private static double spread(Benchmark benchmark, History history, int years) {
    Forecast forecast = benchmark.forecast(history, 0, years);
    return (forecast.quantile(0.9) - forecast.median()) / TOP;
  }

  @Test
  @DisplayName(
      "says no change, the mean change, a change that fades, or what children and prices add")
  void pointsAreThoseOfTheirRules() {
    assertEquals(6, median(Benchmark.RANDOM_WALK, whole, 0.7, 4), 1e-12);
    assertEquals(6 + 4 * 2, median(Benchmark.DRIFT, whole, 0.7, 4), 1e-12);
    assertEquals(6 + 2 * (0.8 + 0.64), median(Benchmark.DAMPED_TREND, whole, 0.7, 2), 1e-12);
    assertEquals(6.7, median(Benchmark.SECTOR, whole, 0.7, 4), 1e-12);
  }

  @Test
  @DisplayName("leaves changes between different things out")
  void breaksAreLeftOut() {
    History broken = history(false, true, false, true);
    assertEquals(6 + 2, median(Benchmark.DRIFT, broken, 0, 1), 1e-12);
    // The walk erred by 1 and by 3; the error of 2 is across the break.
    assertEquals(
        StrictMath.sqrt((0.0025 + 1 + 9) / 3), spread(Benchmark.RANDOM_WALK, broken, 1), 1e-9);
  }

  @Test
  @DisplayName("has a spread from its own errors at all horizons up to the one asked for")
  void spreadIsOfItsErrors() {
    double one = (0.0025 + 1 + 4 + 9) / 4;
    assertEquals(StrictMath.sqrt(one), spread(Benchmark.RANDOM_WALK, whole, 1), 1e-9);
    // Two years ahead it erred by 3 and 5 too: their squares are of two years.
    double two = 2 * (0.0025 + 1 + 4 + 9 + 9 / 2.0 + 25 / 2.0) / 6;
    assertEquals(StrictMath.sqrt(two), spread(Benchmark.RANDOM_WALK, whole, 2), 1e-9);
    // Before a first change drift knows none, so it erred by 1; then by 2 - 1 and by 3 - 1.5.
    double drift = (0.0025 + 1 + 1 + 2.25) / 4;
    assertEquals(StrictMath.sqrt(drift), spread(Benchmark.DRIFT, whole, 1), 1e-9);
    double sector = (0.0025 + 0.25 + 2.25 + 6.25) / 4;
    assertEquals(StrictMath.sqrt(sector), spread(Benchmark.SECTOR, whole, 1), 1e-9);
  }

  @Test
  @DisplayName("claims five per cent for each root of a year where nothing is known of the past")
  void firstErrorStandsForAPastOfOneYear() {
    History one = new History(new double[] {6}, new boolean[] {false}, new double[] {0});
    for (Benchmark benchmark : Benchmark.values()) {
      assertEquals(6, median(benchmark, one, 0, 4), 1e-12);
      assertEquals(0.1, spread(benchmark, one, 4), 1e-9);
    }
  }

  @Test
  @DisplayName("takes no error where the number of children is not held")
  void errorsThatCannotBeWorkedOutAreLeftOut() {
    History unknown =
        new History(
            new double[] {0, 1, 3},
            new boolean[] {false, true, true},
            new double[] {Double.NaN, 0.5, 1});
    assertEquals(StrictMath.sqrt((0.0025 + 2.25) / 2), spread(Benchmark.SECTOR, unknown, 1), 1e-9);
  }
}
