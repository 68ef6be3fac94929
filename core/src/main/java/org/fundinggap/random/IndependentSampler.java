package org.fundinggap.random;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.fundinggap.internal.Checks;

/** The sampler of {@link Sampler#independent(long)}. */
record IndependentSampler(long seed) implements Sampler {
  /*
   * Layout. MurmurHash3 (128 bits) of seed, name, year and area gives each stream a start and a step;
   * the lengths go in before the texts, so ("ab", "c") and ("a", "bc") differ. Draw n mixes the counter
   * start + n step by the finaliser of SplitMix64, and the top 52 bits k become (k + 1/2) / 2^52.
   *
   * Reason. A counter needs no state, so draws can be made in any order, on any thread. 52 bits and not
   * 53, because (2^53 - 1) + 1/2 is no double: it rounds to 2^53, and the uniform would be 1. With 52
   * the uniforms are symmetric about 1/2 and lie in [2^-53, 1 - 2^-53]: normals up to 8.21 either way.
   * The step is odd, so a stream repeats only after 2^64 draws; steps with long runs of equal bits are
   * altered, because they change too few bits of the counter at once.
   *
   * Reference. G. L. Steele, D. Lea and C. H. Flood, Fast Splittable Pseudorandom Number Generators,
   * OOPSLA 2014; the multipliers are D. Stafford's variant 13.
   */
  private static final int FEWEST_BIT_CHANGES = 24;

  private static final long ALTERNATING_BITS = 0xaaaaaaaaaaaaaaaaL;

  @Override
  public String name() {
    return "independent";
  }

  @Override
  public void uniforms(StreamId stream, long firstDraw, double[] out, int count) {
    Objects.requireNonNull(stream, "stream");
    Arguments.count(count, out.length);
    Checks.atLeast(firstDraw, 0, "firstDraw", "draws are numbered from 0");
    Checks.atLeast(Long.MAX_VALUE - firstDraw, count, "draws left", "start at a smaller firstDraw");
    ByteBuffer hash = ByteBuffer.wrap(hash(stream).asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long start = hash.getLong();
    long step = step(hash.getLong());
    for (int i = 0; i < count; i++) {
      out[i] = ((mix(start + (firstDraw + i) * step) >>> 12) + 0.5) * 0x1p-52;
    }
  }

  private HashCode hash(StreamId stream) {
    return Hashing.murmur3_128()
        .newHasher()
        .putLong(seed)
        .putInt(stream.year())
        .putInt(stream.name().length())
        .putUnencodedChars(stream.name())
        .putInt(stream.area().length())
        .putUnencodedChars(stream.area())
        .hash();
  }

  private static long step(long bits) {
    long odd = bits | 1L;
    return Long.bitCount(odd ^ (odd >>> 1)) < FEWEST_BIT_CHANGES ? odd ^ ALTERNATING_BITS : odd;
  }

  private static long mix(long counter) {
    long z = (counter ^ (counter >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
