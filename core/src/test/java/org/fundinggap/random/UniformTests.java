package org.fundinggap.random;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Tests of uniforms, each the chance of what it saw had the sampler been perfect. A sampler that
 * does badly in one has a fault, or luck of that chance.
 */
final class UniformTests {
  private static final String AREA = "E92000001";
  private static final int DRAWS = 1 << 22;
  private static final StreamId FEES = StreamId.ofParameter("fees", AREA);
  private static final Workspace WORKSPACE = new Workspace();

  private UniformTests() {}

  /** Draws fall evenly into 65,536 bins. */
  static double fineBins(Sampler sampler) {
    int[] bins = new int[1 << 16];
    for (double u : draws(sampler, FEES, DRAWS)) {
      bins[(int) (u * bins.length)]++;
    }
    return Chance.ofEvenBins(bins);
  }

  /** The lowest 16 of the 52 bits fall evenly into as many bins as there are. */
  static double lowBits(Sampler sampler) {
    int[] bins = new int[1 << 16];
    for (double u : draws(sampler, FEES, DRAWS)) {
      bins[(int) BitColumns.integer(u) & 0xffff]++;
    }
    return Chance.ofEvenBins(bins);
  }

  /**
   * Rises and falls change as often as they should: (2n - 1) / 3 times, variance (16n - 29) / 90.
   */
  static double runs(Sampler sampler) {
    double[] u = draws(sampler, FEES, DRAWS);
    long runs = 1;
    for (int i = 2; i < u.length; i++) {
      runs += (u[i] > u[i - 1]) == (u[i - 1] > u[i - 2]) ? 0 : 1;
    }
    double expected = (2.0 * DRAWS - 1.0) / 3.0;
    return Chance.ofLargest((runs - expected) / Math.sqrt((16.0 * DRAWS - 29.0) / 90.0), 1);
  }

  /** Successive draws, two at a time, fall evenly into 256 by 256 squares. */
  static double successivePairs(Sampler sampler) {
    double[] u = draws(sampler, FEES, 2 * DRAWS);
    double[] even = new double[DRAWS];
    double[] odd = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      even[i] = u[2 * i];
      odd[i] = u[2 * i + 1];
    }
    return square(even, odd);
  }

  /** Successive draws, three at a time, fall evenly into 32 by 32 by 32 cubes. */
  static double successiveTriples(Sampler sampler) {
    double[] u = draws(sampler, FEES, 3 * (DRAWS / 2));
    int[] bins = new int[1 << 15];
    for (int i = 0; i < u.length; i += 3) {
      bins[(int) (u[i] * 32) << 10 | (int) (u[i + 1] * 32) << 5 | (int) (u[i + 2] * 32)]++;
    }
    return Chance.ofEvenBins(bins);
  }

  /** Draws n and n + 512 of each 1,024, of which normals are made. */
  static double partners(Sampler sampler) {
    double[] u = draws(sampler, FEES, 2 * DRAWS);
    double[] first = halves(u, u.length, 0);
    double[] second = halves(u, u.length, 512);
    return Chance.ofLeast(square(first, second), lowSquare(first, second));
  }

  /** Of each 1,024 of some draws the 512 that start at an offset. */
  static double[] halves(double[] draws, int count, int offset) {
    double[] halves = new double[count / 2];
    for (int from = 0; from < halves.length; from += 512) {
      System.arraycopy(draws, 2 * from + offset, halves, from, 512);
    }
    return halves;
  }

  static double similarNames(Sampler sampler) {
    return besides(i -> draws(sampler, StreamId.ofParameter("fees" + i, AREA), DRAWS / 8));
  }

  static double successiveYears(Sampler sampler) {
    return besides(i -> draws(sampler, StreamId.ofYear("fees", 2024 + i, AREA), DRAWS / 8));
  }

  static double neighbouringAreas(Sampler sampler) {
    return besides(i -> draws(sampler, StreamId.ofParameter("fees", "E0600000" + i), DRAWS / 8));
  }

  static double neighbouringSeeds(Sampler sampler) {
    return besides(i -> draws(Faulty.reseeded(sampler, 100 + i), FEES, DRAWS / 8));
  }

  /** The same draw of nine streams, each with the next. */
  private static double besides(IntFunction<double[]> stream) {
    double[] x = new double[DRAWS];
    double[] y = new double[DRAWS];
    for (int i = 0; i < 8; i++) {
      System.arraycopy(stream.apply(i), 0, x, i * (DRAWS / 8), DRAWS / 8);
      System.arraycopy(stream.apply(i + 1), 0, y, i * (DRAWS / 8), DRAWS / 8);
    }
    return Chance.ofLeast(square(x, y), lowSquare(x, y));
  }

  /**
   * No draw of one stream is one of another's at any distance: of four million, 0.002 pairs should
   * agree in all 52 bits.
   */
  static double streamsMeet(Sampler sampler) {
    long[] all = new long[4_096 * 1_024];
    for (int s = 0; s < 4_096; s++) {
      StreamId id = new StreamId("fees" + s % 16, 2000 + s / 16 % 16, "E0600000" + s / 256);
      double[] u = draws(sampler, id, 1_024);
      for (int i = 0; i < u.length; i++) {
        all[s * 1_024 + i] = BitColumns.integer(u[i]);
      }
    }
    return Chance.ofCount(equalPairs(all), 0.5 * all.length * all.length * 0x1p-52);
  }

  /** Draws 0 and 512 of 100,000 names, each also with those of the next name. */
  static double manyNames(Sampler sampler) {
    int names = 100_000;
    double[] first = new double[names];
    double[] partner = new double[names];
    int[] bins = new int[1_000];
    int[] squares = new int[256];
    int[] pairs = new int[256];
    for (int i = 0; i < names; i++) {
      DrawStream stream = sampler.stream(StreamId.ofParameter("name" + i, AREA));
      double[] u = new double[513];
      stream.uniforms(0, u, 513, WORKSPACE);
      first[i] = u[0];
      partner[i] = u[512];
      bins[(int) (first[i] * 1_000.0)]++;
      pairs[(int) (first[i] * 16.0) << 4 | (int) (partner[i] * 16.0)]++;
      if (i % 2 == 1) {
        squares[(int) (first[i - 1] * 16.0) << 4 | (int) (first[i] * 16.0)]++;
      }
    }
    return Chance.ofLeast(
        Chance.ofEvenBins(bins), Chance.ofEvenBins(squares), Chance.ofEvenBins(pairs));
  }

  /** How many neighbours are equal once sorted. */
  static long equalPairs(long[] numbers) {
    Arrays.parallelSort(numbers);
    long equal = 0;
    for (int i = 1; i < numbers.length; i++) {
      equal += numbers[i] == numbers[i - 1] ? 1 : 0;
    }
    return equal;
  }

  static double[] draws(Sampler sampler, StreamId id, int count) {
    double[] u = new double[count];
    sampler.stream(id).uniforms(0, u, count, WORKSPACE);
    return u;
  }

  private static double square(double[] x, double[] y) {
    int[] bins = new int[1 << 16];
    for (int i = 0; i < x.length; i++) {
      bins[(int) (x[i] * 256.0) << 8 | (int) (y[i] * 256.0)]++;
    }
    return Chance.ofEvenBins(bins);
  }

  private static double lowSquare(double[] x, double[] y) {
    int[] bins = new int[1 << 16];
    for (int i = 0; i < x.length; i++) {
      bins[
          (int) (BitColumns.integer(x[i]) & 0xff) << 8 | (int) (BitColumns.integer(y[i]) & 0xff)]++;
    }
    return Chance.ofEvenBins(bins);
  }
}
