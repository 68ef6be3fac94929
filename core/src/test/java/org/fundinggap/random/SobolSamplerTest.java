package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.fundinggap.internal.NormalQuantile;
import org.junit.jupiter.api.Test;

class SobolSamplerTest {
  private static final String AREA = "E92000001";
  private static final StreamId FEES = StreamId.ofYear("fees", 2025, AREA);
  private static final StreamId ENTRIES = StreamId.ofParameter("entries", AREA);
  private static final StreamId EXITS = StreamId.ofParameter("exits", AREA);
  private static final List<StreamId> LEADING = List.of(ENTRIES, FEES, EXITS);

  @Test
  void everyAlignedRunFillsItsParts_inEveryReplicateOfEveryKindOfStream() {
    for (int replicates : new int[] {1, 2, 8, 64}) {
      Sampler sampler = Sampler.sobol(1, replicates, List.of(ENTRIES, FEES));
      for (StreamId id : List.of(ENTRIES, FEES, EXITS)) {
        double[] u = uniforms(sampler, id, 0, 1_024 * replicates);
        for (int replicate = 0; replicate < replicates; replicate++) {
          double[] points = replicate(u, replicate, replicates);
          for (int size = 1; size <= points.length; size *= 2) {
            requireOneInEachPart(points, size);
          }
        }
      }
    }
  }

  private static void requireOneInEachPart(double[] points, int size) {
    for (int from = 0; from < points.length; from += size) {
      boolean[] filled = new boolean[size];
      for (int i = from; i < from + size; i++) {
        int part = (int) (points[i] * size);
        int start = from;
        assertFalse(filled[part], () -> size + " points from " + start + ": two in part " + part);
        filled[part] = true;
      }
    }
  }

  @Test
  void leadingStreamsFillEveryElementaryInterval_togetherAsSobolDimensionsDo() {
    // Dimensions 1 and 2 are a (0, m, 2)-net for every m; with dimension 3 they are one with t = 1
    // at most, so that every interval of volume 2^(1 - m) holds two points.
    Sampler sampler = Sampler.sobol(2, 4, LEADING);
    for (int m = 1; m <= 9; m++) {
      for (int replicate = 0; replicate < 4; replicate++) {
        for (int run = 0; run < 2; run++) {
          List<double[]> net = new ArrayList<>();
          for (StreamId id : LEADING) {
            double[] u = uniforms(sampler, id, (4L * run) << m, 4 << m);
            net.add(replicate(u, replicate, 4));
          }
          for (int first = 0; first <= m; first++) {
            requireEven(net, new int[] {first, m - first, 0}, 1);
          }
          for (int first = 0; first <= m - 1; first++) {
            for (int second = 0; first + second <= m - 1; second++) {
              requireEven(net, new int[] {first, second, m - 1 - first - second}, 2);
            }
          }
        }
      }
    }
  }

  private static void requireEven(List<double[]> net, int[] digits, int each) {
    int[] counts = new int[net.get(0).length / each];
    for (int i = 0; i < net.get(0).length; i++) {
      int box = 0;
      for (int k = 0; k < digits.length; k++) {
        box = (box << digits[k]) + (int) (net.get(k)[i] * (1 << digits[k]));
      }
      counts[box]++;
    }
    for (int count : counts) {
      assertEquals(each, count, () -> "points in a box of digits " + Arrays.toString(digits));
    }
  }

  @Test
  void streamsKeepTheirDraws_whenOthersAreAddedBehindThem() {
    Sampler none = Sampler.sobol(3, 8, List.of());
    Sampler one = Sampler.sobol(3, 8, List.of(ENTRIES));
    Sampler two = Sampler.sobol(3, 8, List.of(ENTRIES, FEES));
    assertArrayEquals(uniforms(one, ENTRIES, 0, 3_000), uniforms(two, ENTRIES, 0, 3_000));
    assertArrayEquals(uniforms(none, EXITS, 0, 3_000), uniforms(two, EXITS, 0, 3_000));
    assertNotEquals(uniforms(one, FEES, 0, 1)[0], uniforms(two, FEES, 0, 1)[0]);
  }

  @Test
  void seedsReplicatesAndStreamsDiffer() {
    Sampler sampler = Sampler.sobol(4, 2, LEADING);
    double[] u = uniforms(sampler, FEES, 0, 2_000);
    double[] otherSeed = uniforms(Sampler.sobol(5, 2, LEADING), FEES, 0, 2_000);
    double[] otherYear = uniforms(sampler, StreamId.ofYear("fees", 2026, AREA), 0, 2_000);
    double[] otherSplit = uniforms(sampler, new StreamId("feesE", 2025, "92000001"), 0, 2_000);
    assertEquals(
        8_000,
        IntStream.range(0, 2_000)
            .boxed()
            .flatMap(i -> List.of(u[i], otherSeed[i], otherYear[i], otherSplit[i]).stream())
            .distinct()
            .count());
  }

  @Test
  void blocksGiveTheSameBits_onManyThreadsInAnyOrder() {
    Sampler sampler = Sampler.sobol(5, 8, LEADING);
    for (StreamId id : List.of(FEES, StreamId.ofParameter("other", AREA))) {
      DrawStream stream = sampler.stream(id);
      double[] whole = uniforms(sampler, id, 0, 64 * 1_024);
      double[][] blocks = new double[64][1_024];
      IntStream.range(0, 64)
          .parallel()
          .forEach(b -> stream.uniforms((63L - b) * 1_024, blocks[63 - b], 1_024, new Workspace()));
      for (int b = 0; b < 64; b++) {
        assertArrayEquals(Arrays.copyOfRange(whole, b * 1_024, (b + 1) * 1_024), blocks[b]);
      }
    }
  }

  @Test
  void uniformsReachFarIntoTheTails_andNeverTheEnds() {
    double[] u = uniforms(Sampler.sobol(6, 2, LEADING), FEES, 0, 1 << 21);
    double[] sorted = u.clone();
    Arrays.sort(sorted);
    assertTrue(sorted[0] >= 0x1p-53 && sorted[sorted.length - 1] <= 1 - 0x1p-53);
    assertTrue(sorted[0] < 0x1p-18 && sorted[sorted.length - 1] > 1 - 0x1p-18);
    for (int i = 1; i < sorted.length; i++) {
      assertNotEquals(sorted[i - 1], sorted[i]);
    }
    long odd = Arrays.stream(u).filter(x -> ((long) (x * 0x1p52) & 1) == 1).count();
    // The last of 52 digits: 4.5 standard deviations of 2^21 coins, 7 in a million.
    assertEquals(0x1p20, (double) odd, 4.5 * Math.sqrt(0x1p19));
  }

  @Test
  void normalsAreTheQuantilesOfTheUniforms() {
    Sampler sampler = Sampler.sobol(7, 16, LEADING);
    double[] u = uniforms(sampler, FEES, 100, 2_000);
    double[] z = new double[2_000];
    sampler.normals(FEES, 100, z, 2_000);
    for (int i = 0; i < z.length; i++) {
      assertEquals(NormalQuantile.quantile(u[i]), z[i]);
    }
  }

  @Test
  void drawsFarOutAreReached_andTheLastOneToo() {
    Sampler sampler = Sampler.sobol(8, 2, LEADING);
    long last = (1L << 32) - 1;
    assertNotEquals(uniforms(sampler, FEES, last, 1)[0], uniforms(sampler, FEES, last - 2, 1)[0]);
    String message = Refusals.message(() -> uniforms(sampler, FEES, last, 2));
    assertTrue(message.startsWith("draws left of 4294967296 must be at least 2, was 1; "), message);
    assertThrows(IllegalArgumentException.class, () -> uniforms(sampler, FEES, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> sampler.uniforms(FEES, 0, new double[2], 3));
  }

  @Test
  void argumentsAreRefused_whenOutOfBounds() {
    for (int replicates : new int[] {-8, 0, 3, 6, 63, 65, 128, Integer.MIN_VALUE}) {
      String message = Refusals.message(() -> Sampler.sobol(1, replicates, LEADING));
      assertTrue(
          message.startsWith("replicates must be 1, 2, 4, 8, 16, 32 or 64, was " + replicates));
    }
    String twice = Refusals.message(() -> Sampler.sobol(1, 2, List.of(FEES, EXITS, FEES)));
    assertTrue(twice.startsWith("leading streams must differ, had twice StreamId[name=fees"));
    List<StreamId> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(StreamId.ofParameter("p" + i, AREA));
    }
    assertEquals(1, uniforms(Sampler.sobol(1, 2, many), many.get(999), 0, 1).length);
    many.add(FEES);
    assertTrue(
        Refusals.message(() -> Sampler.sobol(1, 2, many))
            .startsWith("number of leading streams must be in [0, 1000], was 1001; "));
    assertThrows(
        NullPointerException.class,
        () -> Sampler.sobol(1, 2, Collections.<StreamId>singletonList(null)));
  }

  @Test
  void samplersAreEqual_whenSeedReplicatesAndLeadingAre() {
    Sampler sampler = Sampler.sobol(9, 4, LEADING);
    assertEquals("sobol", sampler.name());
    assertEquals(9, sampler.seed());
    assertEquals(Sampler.sobol(9, 4, new ArrayList<>(LEADING)), sampler);
    assertEquals(Sampler.sobol(9, 4, LEADING).hashCode(), sampler.hashCode());
    assertNotEquals(Sampler.sobol(8, 4, LEADING), sampler);
    assertNotEquals(Sampler.sobol(9, 8, LEADING), sampler);
    assertNotEquals(Sampler.sobol(9, 4, List.of(FEES, ENTRIES, EXITS)), sampler);
  }

  private static double[] replicate(double[] draws, int replicate, int replicates) {
    return IntStream.range(0, draws.length / replicates)
        .mapToDouble(i -> draws[i * replicates + replicate])
        .toArray();
  }

  private static double[] uniforms(Sampler sampler, StreamId id, long first, int count) {
    double[] out = new double[count];
    sampler.uniforms(id, first, out, count);
    return out;
  }
}
