package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

/** Laws of a search for several targets, on random systems of one to six numbers. */
@Seeded
class SystemSearchProperties {
  private static final double ACCURACY = 1e-9;

  private static double[] numbers(SplittableRandom random, int size) {
    return random.doubles(size, -3, 3).toArray();
  }

  /** Each value hangs on its own number more than on all others together, so there is one way. */
  private static UnaryOperator<double[]> dominant(SplittableRandom random, int size, double bend) {
    double[][] matrix = new double[size][];
    for (int i = 0; i < size; i++) {
      matrix[i] = random.doubles(size, -1, 1).toArray();
      matrix[i][i] = size + 1;
    }
    return at -> {
      double[] values = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          values[i] += matrix[i][j] * at[j];
        }
        values[i] += bend * StrictMath.sin(at[i]);
      }
      return values;
    };
  }

  private static double miss(UnaryOperator<double[]> function, double[] at, double[] targets) {
    double[] values = function.apply(at);
    double greatest = 0;
    for (int i = 0; i < targets.length; i++) {
      greatest = Math.max(greatest, Math.abs(targets[i] - values[i]));
    }
    return greatest;
  }

  @Property(tries = 200)
  void oneSolutionIsFound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    UnaryOperator<double[]> function = dominant(random, size, 0.9);
    double[] solution = numbers(random, size);
    double[] found =
        SystemSearch.nearest(function, function.apply(solution), numbers(random, size), ACCURACY);
    assertArrayEquals(solution, found, 1e-7);
  }

  @Property(tries = 200)
  void searchNeverEndsFurtherOff(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    // Waves so steep that many targets are out of reach, and many points are level.
    UnaryOperator<double[]> waves =
        at -> Arrays.stream(at).map(x -> StrictMath.cos(3 * x) * at[0]).toArray();
    double[] targets = numbers(random, size);
    double[] start = numbers(random, size);
    double[] found = SystemSearch.nearest(waves, targets, start, ACCURACY);
    assertTrue(miss(waves, found, targets) <= miss(waves, start, targets));
  }
}
