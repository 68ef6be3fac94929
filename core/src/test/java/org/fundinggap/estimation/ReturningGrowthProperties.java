package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.evidence.Cited;

/** Laws of growth that returns to a mean. */
@Seeded
class ReturningGrowthProperties {
  private static double over(int years, double last, double mean, double persistence) {
    return new ReturningGrowth(Cited.of(last), Cited.of(mean), Cited.of(persistence))
        .over(years)
        .value();
  }

  @Property(tries = 300)
  void sumIsAGeometricSeries(
      @ForAll @IntRange(max = 40) int years,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double last,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double mean,
      @ForAll @DoubleRange(min = -0.99, max = 0.99) double persistence) {
    assertEquals(
        new PlainGrowth(last, mean, persistence).over(years),
        over(years, last, mean, persistence),
        1e-12);
  }

  @Property(tries = 300)
  void eachYearLiesBetweenTheLastAndTheMean(
      @ForAll @IntRange(max = 20) int years,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double last,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double mean,
      @ForAll @DoubleRange(min = 0, max = 1) double persistence) {
    double growth = over(years + 1, last, mean, persistence) - over(years, last, mean, persistence);
    assertTrue(growth >= Math.min(last, mean) - 1e-12);
    assertTrue(growth <= Math.max(last, mean) + 1e-12);
  }

  @Property(tries = 300)
  void growthAddsUp_whenAYearHasPassed(
      @ForAll @IntRange(max = 20) int years,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double last,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double mean,
      @ForAll @DoubleRange(min = -1, max = 1) double persistence) {
    double next = over(1, last, mean, persistence);
    assertEquals(
        over(years + 1, last, mean, persistence),
        next + over(years, next, mean, persistence),
        1e-12);
  }
}
