package org.fundinggap.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.fundinggap.Seeded;
import org.fundinggap.model.Block;

/** Histograms against the draws that they are of. */
@Seeded
@Tag("medium")
class HistogramProperties {
  private static final double STEP = 0x1p-11;

  /** Below it bins are not narrow relative to their ends. */
  private static final double TINY = 0x1p-1033;

  /** What draws may look like; each is drawn from a generator of its own. */
  enum Shape {
    NORMAL,
    POSITIVE,
    NEGATIVE,
    HALF_ZERO,
    WHOLE,
    FEW_VALUES,
    CONSTANT,
    SUBNORMAL,
    ANY_SIZE,
    SOME_INFINITE;

    private DoubleSupplier from(Random random) {
      double constant = random.nextGaussian();
      return switch (this) {
        case NORMAL -> random::nextGaussian;
        case POSITIVE -> () -> 1e4 + 10 * random.nextGaussian();
        case NEGATIVE -> () -> -1e-3 * random.nextDouble();
        case HALF_ZERO -> () -> random.nextBoolean() ? -0.0 : random.nextDouble() - constant;
        case WHOLE -> () -> random.nextInt(9) - 4;
        case FEW_VALUES -> () -> constant * random.nextInt(4);
        case CONSTANT -> () -> constant;
        case SUBNORMAL -> () -> random.nextInt(2_000) * Double.MIN_VALUE - 0x1p-1030;
        case ANY_SIZE -> () -> finite(random);
        case SOME_INFINITE -> () -> random.nextInt(5) == 0 ? 1 / 0.0 : finite(random);
      };
    }

    private static double finite(Random random) {
      double value = Double.longBitsToDouble(random.nextLong());
      return Double.isFinite(value) ? value : -Double.MAX_VALUE;
    }
  }

  private static double[] draws(Shape shape, long seed, int count) {
    return DoubleStream.generate(shape.from(new Random(seed))).limit(count).toArray();
  }

  private static Histogram histogram(double[] draws, int from, int to) {
    Histogram histogram = new Histogram();
    for (int start = from; start < to; start += Block.SIZE) {
      int end = Math.min(to, start + Block.SIZE);
      histogram.add(Arrays.copyOfRange(draws, start, end), end - start);
    }
    return histogram;
  }

  private static Histogram histogram(double[] draws) {
    return histogram(draws, 0, draws.length);
  }

  private static String digest(Histogram histogram) {
    return Hashing.sha256().hashBytes(histogram.toBytes()).toString();
  }

  private static double[] sorted(double[] draws) {
    double[] sorted = DoubleStream.of(draws).map(x -> x + 0.0).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How far the draw of a rank may be off. */
  private static double bound(double draw) {
    return Double.isInfinite(draw) ? 0 : TINY + STEP * Math.abs(draw);
  }

  @Property(tries = 300)
  void quantileIsWithinABinOfTheExactOne(
      @ForAll Shape shape,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3_000) int count,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double p) {
    double[] draws = draws(shape, seed, count);
    double[] sorted = sorted(draws);
    QuantileRank place = QuantileRank.of(p, count);
    double below = sorted[place.below()];
    double above = sorted[Math.min(count - 1, place.below() + 1)];
    double w = place.weight();
    double exact = below == above ? below : (1 - w) * below + (w == 0 ? 0 : w * above);
    double actual = histogram(draws).quantile(p);
    if (Double.isInfinite(exact)) {
      assertEquals(exact, actual);
    } else {
      double most = (1 - w) * bound(below) + (w == 0 ? 0 : w * bound(above));
      assertEquals(exact, actual, most + 2 * Math.ulp(exact));
    }
  }

  @Property(tries = 300)
  void endsConstantsAndZerosAreExact(
      @ForAll Shape shape, @ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int count) {
    double[] draws = draws(shape, seed, count);
    double[] sorted = sorted(draws);
    Histogram histogram = histogram(draws);
    assertEquals(count, histogram.size());
    assertEquals(sorted[0], histogram.quantile(0));
    assertEquals(sorted[count - 1], histogram.quantile(1));
    if (shape == Shape.CONSTANT) {
      assertEquals(sorted[0], histogram.quantile(0.3));
      assertEquals(0.0, histogram.probabilityAbove(sorted[0]));
      assertEquals(1.0, histogram.probabilityAbove(Math.nextDown(sorted[0])));
    }
    if (shape == Shape.HALF_ZERO) {
      int rank = Math.max(0, Arrays.binarySearch(sorted, 0.0));
      double[] alone = Arrays.stream(draws).filter(draw -> draw == 0).toArray();
      if (alone.length > 0) {
        assertEquals(0.0, histogram.quantile((double) rank / Math.max(1, count - 1)), 1e-12);
        assertEquals(0.0, histogram(alone).quantile(0.5));
      }
    }
  }

  @Property(tries = 300)
  void probabilityIsOffByNoMoreThanTheBin(
      @ForAll Shape shape,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3_000) int count,
      @ForAll @IntRange(min = 0, max = 2_999) int which) {
    double[] draws = draws(shape, seed, count);
    double threshold = draws[which % count];
    if (!Double.isFinite(threshold)) {
      threshold = 1e308;
    }
    double exact = new Draws(draws).probabilityAbove(threshold);
    double width = bound(threshold);
    int near = 0;
    for (double draw : draws) {
      near += Math.abs(draw - threshold) <= width ? 1 : 0;
    }
    double actual = histogram(draws).probabilityAbove(threshold);
    assertEquals(exact, actual, (double) near / count + 1e-12);
  }

  @Property(tries = 300)
  void probabilityIsExact_atZeroAndRoundNumbers(
      @ForAll Shape shape, @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int count) {
    if (shape == Shape.SUBNORMAL) {
      return; // all of it is within the bin of zero
    }
    double[] draws = draws(shape, seed, count);
    Draws exact = new Draws(draws);
    for (double threshold : new double[] {0, 1, -1, 0.25, 3, -3, 4_095, 10_000, 9_992, -1024}) {
      assertEquals(
          exact.probabilityAbove(threshold),
          histogram(draws).probabilityAbove(threshold),
          1e-12,
          () -> "above " + threshold);
    }
  }

  @Property(tries = 200)
  void digestIsTheSame_mergedInAnyOrder(
      @ForAll Shape shape,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9_000) int count,
      @ForAll @IntRange(min = 1, max = 6) int groups) {
    double[] draws = draws(shape, seed, count);
    Histogram whole = histogram(draws);
    List<Histogram> parts = new ArrayList<>();
    for (int from = 0; from < count; from += Block.SIZE) {
      parts.add(histogram(draws, from, Math.min(count, from + Block.SIZE)));
    }
    Collections.shuffle(parts, new Random(seed));
    List<Histogram> merged = new ArrayList<>();
    int size = (parts.size() + groups - 1) / groups;
    for (int from = 0; from < parts.size(); from += size) {
      merged.add(Histogram.joined(parts.subList(from, Math.min(parts.size(), from + size))));
    }
    merged.add(new Histogram());
    Histogram joined = Histogram.joined(merged);
    assertEquals(digest(whole), digest(joined));
    assertEquals(whole.mean(), joined.mean());
    assertEquals(whole.standardDeviation(), joined.standardDeviation());
    assertEquals(whole.quantile(0.37), joined.quantile(0.37));
  }

  @Property(tries = 60)
  void quantilesRise(
      @ForAll Shape shape, @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int count) {
    Histogram histogram = histogram(draws(shape, seed, count));
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 50; i++) {
      double next = histogram.quantile(i / 50.0);
      double before = last;
      assertTrue(
          next >= before || before - next <= Math.ulp(before), () -> before + " before " + next);
      last = next;
    }
  }

  @Property(tries = 100)
  void standardErrorsAreNearTheExactOnes(
      @ForAll long seed,
      @ForAll @IntRange(min = 2_000, max = 20_000) int count,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 0.95) double p) {
    double[] draws = draws(Shape.NORMAL, seed, count);
    Draws exact = new Draws(draws);
    Histogram histogram = histogram(draws);
    double largest = Math.max(Math.abs(exact.quantile(0)), Math.abs(exact.quantile(1)));
    assertEquals(exact.mean(), histogram.mean(), 1e-13 * largest);
    double deviation = exact.standardDeviation();
    assertEquals(deviation, histogram.standardDeviation(), 1e-13 * deviation);
    assertEquals(exact.meanError(), histogram.meanError(), 1e-13 * exact.meanError());
    // Half the distance of two quantiles, each of them known to 2^-11 of its size, here below 4.
    assertEquals(exact.quantileError(p), histogram.quantileError(p), 4 * STEP);
    double rough = Math.sqrt(p * (1 - p) / count);
    assertEquals(exact.probabilityAboveError(p), histogram.probabilityAboveError(p), 0.05 * rough);
  }
}
