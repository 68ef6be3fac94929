package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndependentSamplerTest {
  private static final StreamId FEES = StreamId.ofYear("fees", 2025, "E92000001");

  // The same numbers come from a second program in another language, written from the header
  // comment
  // of the sampler and the published MurmurHash3.
  @Test
  void uniformsKeepTheirBits() {
    assertArrayEquals(
        new double[] {
          0x1.766b11ecce8d2p-2, 0x1.d8a305d2a8033p-1, 0x1.974e08147039cp-3, 0x1.017a2627ab537p-1
        },
        uniforms(Sampler.independent(0), StreamId.ofParameter("entries", "E92000001"), 0, 4));
    assertArrayEquals(
        new double[] {
          0x1.3f98e8f756f1ep-2, 0x1.145ec96a198f4p-3, 0x1.859ceaedf4a05p-1, 0x1.1a26ecf8f7e22p-2
        },
        uniforms(Sampler.independent(2025), FEES, 0, 4));
  }

  @Test
  void streamsDiffer_whenAnyPartOfTheirIdOrTheSeedDiffers() {
    Sampler sampler = Sampler.independent(1);
    List<StreamId> streams =
        List.of(
            new StreamId("ab", 2025, "c"),
            new StreamId("a", 2025, "bc"),
            new StreamId("abc", 2025, "d"),
            new StreamId("c", 2025, "ab"),
            new StreamId("ab", 2026, "c"),
            new StreamId("ab", 0, "c"),
            new StreamId("Ab", 2025, "c"),
            new StreamId("ab", 2025, "C"),
            new StreamId("a\u0000b", 2025, "c"),
            new StreamId("a\ud800", 2025, "c"),
            new StreamId("a\ud801", 2025, "c"));
    Set<Double> seen = new HashSet<>();
    for (StreamId stream : streams) {
      for (double u : uniforms(sampler, stream, 0, 100)) {
        assertTrue(seen.add(u), "a draw of " + stream + " was drawn before");
      }
    }
    for (double u : uniforms(Sampler.independent(2), streams.get(0), 0, 100)) {
      assertTrue(seen.add(u), "a draw of seed 2 was drawn at seed 1");
    }
  }

  @Test
  void uniformsLieStrictlyInside_onAMillionDraws() {
    double[] u = uniforms(Sampler.independent(3), FEES, 0, 1_000_000);
    for (double x : u) {
      assertTrue(x >= 0x1.0p-53 && x <= 1.0 - 0x1.0p-53);
    }
    assertEquals(1_000_000, Arrays.stream(u).distinct().count());
  }

  @Test
  void normalsArePairsFromPairsOfUniforms_whereverTheStretchStarts() {
    double[] u = uniforms(Sampler.independent(4), FEES, 0, 3 * 1_024);
    double[] z = new double[2_000];
    Sampler.independent(4).normals(FEES, 700, z, 2_000);
    for (int i = 0; i < z.length; i++) {
      int draw = 700 + i;
      boolean first = draw % 1_024 < 512;
      double radius = Math.sqrt(-2.0 * StrictMath.log(u[first ? draw : draw - 512]));
      double angle = 2.0 * Math.PI * (u[first ? draw + 512 : draw] - 0.5);
      double expected = radius * (first ? StrictMath.cos(angle) : StrictMath.sin(angle));
      assertEquals(expected, z[i], 1e-14);
    }
  }

  @Test
  void blocksGiveTheSameBits_onManyThreadsInAnyOrder() {
    Sampler sampler = Sampler.independent(5);
    double[] whole = uniforms(sampler, FEES, 0, 64 * 1_024);
    double[][] blocks = new double[64][];
    IntStream.range(0, 64)
        .parallel()
        .forEach(b -> blocks[63 - b] = uniforms(sampler, FEES, (63L - b) * 1_024, 1_024));
    for (int b = 0; b < 64; b++) {
      assertArrayEquals(Arrays.copyOfRange(whole, b * 1_024, (b + 1) * 1_024), blocks[b]);
    }
  }

  @Test
  void drawsFarOutAreReached_andTheLastOneToo() {
    Sampler sampler = Sampler.independent(6);
    assertNotEquals(
        uniforms(sampler, FEES, 1L << 40, 1)[0], uniforms(sampler, FEES, (1L << 40) + 1, 1)[0]);
    assertEquals(1, uniforms(sampler, FEES, Long.MAX_VALUE - 1, 1).length);
    assertThrows(IllegalArgumentException.class, () -> uniforms(sampler, FEES, Long.MAX_VALUE, 1));
  }

  @Test
  void argumentsAreRefused_whenOutOfBounds() {
    Sampler sampler = Sampler.independent(7);
    double[] out = {7.0, 7.0};
    String count = Refusals.message(() -> sampler.uniforms(FEES, 0, out, 3));
    assertTrue(count.startsWith("count must be in [0, 2], was 3; "));
    assertThrows(IllegalArgumentException.class, () -> sampler.normals(FEES, 0, out, -1));
    assertThrows(IllegalArgumentException.class, () -> sampler.uniforms(FEES, -1, out, 1));
    sampler.uniforms(FEES, 0, out, 0);
    assertArrayEquals(new double[] {7.0, 7.0}, out);
    sampler.normals(FEES, 0, out, 1);
    assertEquals(7.0, out[1]);
  }

  @Test
  void samplerTellsItsNameAndSeed_andEqualsAnotherOfTheSameSeed() {
    Sampler sampler = Sampler.independent(-8);
    assertEquals("independent", sampler.name());
    assertEquals(-8, sampler.seed());
    assertEquals(Sampler.independent(-8), sampler);
    assertNotEquals(Sampler.independent(8), sampler);
  }

  private static double[] uniforms(Sampler sampler, StreamId stream, long first, int count) {
    double[] out = new double[count];
    sampler.uniforms(stream, first, out, count);
    return out;
  }
}
