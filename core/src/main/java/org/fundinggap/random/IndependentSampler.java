package org.fundinggap.random;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** The sampler of {@link Sampler#independent(long)}. */
record IndependentSampler(long seed) implements Sampler {
  /*
   * Layout. MurmurHash3 (128 bits) of seed, name, year and area gives each stream a start and a step;
   * the lengths go in before the texts, so ("ab", "c") and ("a", "bc") differ.
   *
   * Reason. The step is odd, so a stream repeats only after 2^64 draws; steps with long runs of equal
   * bits are altered, because they change too few bits of the counter at once.
   *
   * Reference. G. L. Steele, D. Lea and C. H. Flood, Fast Splittable Pseudorandom Number Generators,
   * OOPSLA 2014.
   */
  private static final int FEWEST_BIT_CHANGES = 24;

  private static final long ALTERNATING_BITS = 0xaaaaaaaaaaaaaaaaL;

  @Override
  public String name() {
    return "independent";
  }

  @Override
  public DrawStream stream(StreamId id) {
    Objects.requireNonNull(id, "id");
    ByteBuffer hash = ByteBuffer.wrap(hash(id).asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long start = hash.getLong();
    return new IndependentStream(start, step(hash.getLong()));
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
}
