package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;

/** What holds for any parameters of the families that are drawn from tables or points. */
@Seeded
@Tag("medium")
class DistributionProperties {

  @Provide
  Arbitrary<Distribution> tables() {
    Arbitrary<SplittableRandom> randoms = Arbitraries.longs().map(SplittableRandom::new);
    return Arbitraries.oneOf(
        randoms.map(DistributionProperties::pert),
        randoms.map(r -> Distribution.beta(shape(r), shape(r), -3.0, 5.0)),
        randoms.map(r -> Distribution.gamma(shape(r), 1.0 + 9.0 * r.nextDouble())),
        randoms.map(DistributionProperties::elicited),
        randoms.map(DistributionProperties::bounded));
  }

  @Provide
  Arbitrary<Distribution> distributions() {
    Arbitrary<SplittableRandom> randoms = Arbitraries.longs().map(SplittableRandom::new);
    return Arbitraries.oneOf(
        tables(),
        randoms.map(DistributionProperties::curve),
        randoms.map(r -> Distribution.empirical(sorted(r, 2 + r.nextInt(50)))));
  }

  /** Shapes from 0.05 to 10,000, small and large ones alike. */
  private static double shape(SplittableRandom random) {
    double log = random.nextDouble(StrictMath.log(0.0501), StrictMath.log(9_999.0));
    return StrictMath.exp(log);
  }

  private static Distribution pert(SplittableRandom random) {
    double[] x = sorted(random, 3);
    return Distribution.pert(x[0], x[1], x[2]);
  }

  private static Distribution elicited(SplittableRandom random) {
    double p10 = random.nextDouble(-1e3, 1e3);
    double range = random.nextDouble(1e-3, 1e3);
    return Distribution.elicited(p10, p10 + random.nextDouble(0.167, 0.833) * range, p10 + range);
  }

  private static Distribution bounded(SplittableRandom random) {
    double z10 = random.nextDouble(-5.0, 5.0);
    double range = random.nextDouble(0.1, 5.0);
    double z50 = z10 + random.nextDouble(0.167, 0.833) * range;
    return Distribution.elicited(0.0, share(z10), share(z50), share(z10 + range), 1.0);
  }

  private static double share(double z) {
    return 1.0 / (1.0 + StrictMath.exp(-z));
  }

  private static Distribution curve(SplittableRandom random) {
    int size = 3 + random.nextInt(20);
    double[] p = random.doubles(size).sorted().toArray();
    p[0] = 0.0;
    p[size - 1] = 1.0;
    return Distribution.ofQuantiles(p, sorted(random, size));
  }

  private static double[] sorted(SplittableRandom random, int size) {
    return random.doubles(size, -100.0, 100.0).sorted().toArray();
  }

  @Property(tries = 300)
  void quantilesRiseAndStayInside_andTheVectorAgrees(
      @ForAll("distributions") Distribution distribution, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] u = new double[600];
    for (int i = 0; i < u.length; i++) {
      // A third in the centre, a third in either tail down to 2^-53.
      double v = StrictMath.scalb(random.nextDouble(0.5, 1.0), -random.nextInt(53));
      u[i] = i % 3 == 0 ? random.nextDouble() : i % 3 == 1 ? v : 1.0 - v;
    }
    Arrays.sort(u);
    double[] x = new double[u.length];
    distribution.quantiles(u, x, u.length);
    double median = distribution.quantile(0.5);
    for (int i = 0; i < u.length; i++) {
      assertEquals(distribution.quantile(u[i]), x[i]);
      assertTrue(x[i] >= distribution.lower() && x[i] <= distribution.upper(), "outside " + u[i]);
      // Between neighbouring doubles a cubic, which is about the median, may fall by its rounding;
      // one through given points has terms of the size of their range.
      double rounding =
          distribution instanceof QuantileCurve
              ? 0x1p-50 * (distribution.upper() - distribution.lower())
              : 2.0 * Math.ulp(Math.abs(x[i]) + Math.abs(x[i] - median));
      assertTrue(i == 0 || x[i] >= x[i - 1] - rounding, "falls at " + u[i] + " " + distribution);
    }
  }

  @Property(tries = 200)
  void meanIsTheMeanOfEvenlySpreadQuantiles(@ForAll("distributions") Distribution distribution) {
    int count = 20_000;
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += distribution.quantile((i + 0.5) / count) / count;
    }
    assertEquals(distribution.mean(), sum, 2e-3 * distribution.standardDeviation());
  }

  @Property(tries = 100)
  void quantilesRise_fromEachCellToTheNext(@ForAll("tables") Distribution distribution) {
    // Octaves have a power of 2 of cells, at least 8, so sixteenths are ends or middles of cells.
    for (int j = 1; j <= 52; j++) {
      double least = StrictMath.scalb(0.5, -j);
      for (int cell = 1; cell <= 16; cell++) {
        double edge = least * (1.0 + cell / 16.0);
        double before = distribution.quantile(Math.nextDown(edge));
        assertTrue(before <= distribution.quantile(edge), "falls at " + edge);
        double after = distribution.quantile(Math.nextUp(1.0 - edge));
        assertTrue(after >= distribution.quantile(1.0 - edge), "falls at 1 - " + edge);
      }
    }
  }
}
