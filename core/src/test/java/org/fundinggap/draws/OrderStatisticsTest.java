package org.fundinggap.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Order statistics are those of the sorted numbers, to the bit")
class OrderStatisticsTest {
  /** By name, what is made of a normal number; buckets are of equal width, so these try them. */
  private record Shape(String name, DoubleUnaryOperator ofNormal) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape("normal", z -> z),
        new Shape("far from zero", z -> 1e15 + z),
        new Shape("long tail", z -> StrictMath.exp(5 * z)),
        new Shape("mostly zero", z -> Math.max(0, z - 1)),
        new Shape("few values", z -> Math.rint(2 * z)),
        new Shape("one value", z -> 7.25),
        new Shape("signed zeros", z -> z > 0 ? 0.0 : -0.0),
        new Shape(
            "furthest apart", z -> z > 2 ? Double.MAX_VALUE : -Double.MAX_VALUE * Math.abs(z) / 10),
        new Shape("hardly apart", z -> Double.MIN_VALUE * Math.rint(100 * z)),
        new Shape("infinite above", z -> z > 1 ? Double.POSITIVE_INFINITY : z),
        new Shape("infinite below", z -> z < -1 ? Double.NEGATIVE_INFINITY : z),
        new Shape("infinite", z -> z > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyRankIsThatOfTheSortedNumbers(Shape shape) {
    Random random = new Random(1);
    for (int size : new int[] {1, 2, 3, 127, 128, 1_000, 70_000}) {
      double[] values = new double[size];
      Arrays.setAll(values, i -> shape.ofNormal.applyAsDouble(random.nextGaussian()));
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      OrderStatistics order = new OrderStatistics(values);
      for (int asked = 0; asked < 500; asked++) {
        int k = asked < 2 ? asked * (size - 1) : random.nextInt(size);
        // Zeros of either sign are the same number.
        assertEquals(sorted[k] + 0.0, order.at(k) + 0.0, k + " of " + size);
      }
    }
  }
}
