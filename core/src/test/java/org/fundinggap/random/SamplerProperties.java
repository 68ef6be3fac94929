package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import org.fundinggap.Seeded;

@Seeded
class SamplerProperties {

  @Property(tries = 200)
  void drawsDoNotDependOnTheBlockTheyAreMadeIn(
      @ForAll long seed,
      @ForAll @NotBlank String name,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 4_000) long start,
      @ForAll @IntRange(min = 0, max = 2_000) int offset,
      @ForAll @IntRange(min = 0, max = 1_500) int count) {
    // Unicode has blanks that the generator does not count as such.
    Assume.that(!name.isBlank());
    Sampler sampler = Sampler.independent(seed);
    StreamId stream = StreamId.ofParameter(name, "E92000001");
    double[] block = new double[offset + count];
    sampler.normals(stream, start, block, block.length);
    double[] part = new double[count];
    sampler.normals(stream, start + offset, part, count);
    assertArrayEquals(Arrays.copyOfRange(block, offset, offset + count), part);
  }

  @Property(tries = 200)
  void anyStretchHasTheBitsOfTheWhole(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 20_000) long start,
      @ForAll @IntRange(min = 0, max = 6_000) int offset,
      @ForAll @IntRange(min = 0, max = 6_000) int count) {
    DrawStream stream = Sampler.independent(seed).stream(StreamId.ofParameter("a", "E92000001"));
    DrawStream other = Sampler.independent(seed).stream(StreamId.ofParameter("b", "E92000001"));
    double[] uniforms = new double[offset + count];
    double[] normals = new double[offset + count];
    stream.uniforms(start, uniforms, offset + count, new Workspace());
    stream.normals(start, normals, offset + count, new Workspace());
    // A workspace that other streams have used, and an array that is longer than what is asked for.
    Workspace used = new Workspace();
    double[] part = new double[count + 1];
    other.normals(start, part, count, used);
    part[count] = 7.0;
    stream.uniforms(start + offset, part, count, used);
    assertPart(uniforms, offset, part);
    stream.normals(start + offset, part, count, used);
    assertPart(normals, offset, part);
  }

  /** The last element is beyond the part and must be as it was. */
  private static void assertPart(double[] whole, int offset, double[] part) {
    double[] expected = Arrays.copyOfRange(whole, offset, offset + part.length);
    expected[part.length - 1] = 7.0;
    assertArrayEquals(expected, part);
  }

  @Property(tries = 500)
  void streamsOfDifferentNamesShareNoDraws(
      @ForAll long seed, @ForAll @NotBlank String one, @ForAll @NotBlank String other) {
    Assume.that(!one.equals(other) && !one.isBlank() && !other.isBlank());
    Sampler sampler = Sampler.independent(seed);
    double[] first = new double[8];
    double[] second = new double[8];
    sampler.uniforms(StreamId.ofParameter(one, "E92000001"), 0, first, 8);
    sampler.uniforms(StreamId.ofParameter(other, "E92000001"), 0, second, 8);
    // By chance two of 500 pairs of eight draws meet once in 10^11 runs.
    for (double u : first) {
      assertFalse(Arrays.stream(second).anyMatch(v -> v == u));
    }
  }
}
