package org.fundinggap.random;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.RandomBits;

/** The sampler of {@link Sampler#sobol(long, int, List)}. */
final class SobolSampler implements Sampler {
  /*
   * Layout. MurmurHash3 (128 bits) of seed and stream, the lengths first, gives a start and an odd step;
   * mixes of start + n step, four to a replicate, are the keys: 128 bits for the shuffle of the index and
   * 128 for the scramble of the points. A stream that leads takes the direction numbers of its place, and
   * the shuffle that all who lead have in common.
   *
   * Reason. A stream alone must be shuffled, or its points would come in the order of every other's: the
   * first digits of any two streams would always agree, or always differ. Streams that lead have points
   * in common, and are shuffled together against those that don't.
   */
  static final int MOST_REPLICATES = 64;

  private final long seed;
  private final int replicates;
  private final ImmutableMap<StreamId, Integer> dimensions;

  SobolSampler(long seed, int replicates, List<StreamId> leading) {
    check(replicates, leading);
    this.seed = seed;
    this.replicates = replicates;
    ImmutableMap.Builder<StreamId, Integer> places = ImmutableMap.builder();
    for (int i = 0; i < leading.size(); i++) {
      places.put(leading.get(i), i);
    }
    this.dimensions = places.buildOrThrow();
  }

  /** Refuses a number of replicates that is no power of two from 1 to 64, and a faulty list. */
  static void check(int replicates, List<StreamId> leading) {
    if (replicates < 1 || replicates > MOST_REPLICATES || Integer.bitCount(replicates) != 1) {
      throw new IllegalArgumentException(
          "replicates must be 1, 2, 4, 8, 16, 32 or 64, was "
              + replicates
              + "; 4 serve most uses, 1 is the most precise but can't say how precise");
    }
    Checks.within(
        leading.size(),
        0,
        SobolDirections.DIMENSIONS,
        "number of leading streams",
        "leave out the last ones");
    Set<StreamId> seen = new HashSet<>();
    for (StreamId id : leading) {
      if (!seen.add(Objects.requireNonNull(id, "leading"))) {
        throw new IllegalArgumentException(
            "leading streams must differ, had twice " + id + "; give it once");
      }
    }
  }

  @Override
  public String name() {
    return "sobol";
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public DrawStream stream(StreamId id) {
    Objects.requireNonNull(id, "id");
    Integer dimension = dimensions.get(id);
    int[] own = keys(id.year(), id.name(), id.area());
    // No stream has a blank name, so none has the keys of all that lead.
    return dimension == null
        ? new SobolStream(replicates, own, own, null)
        : new SobolStream(replicates, keys(0, "", ""), own, SobolDirections.of(dimension));
  }

  private int[] keys(int year, String name, String area) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    hasher.putInt(name.length()).putInt(area.length());
    hasher.putUnencodedChars(name).putUnencodedChars(area).putInt(year).putLong(seed);
    ByteBuffer hash = ByteBuffer.wrap(hasher.hash().asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long start = hash.getLong();
    long step = hash.getLong() | 1;
    int[] keys = new int[replicates * SobolStream.KEYS];
    for (int i = 0; i < keys.length; i += 2) {
      long bits = RandomBits.mix(start + (i >> 1) * step);
      keys[i] = (int) bits;
      keys[i + 1] = (int) (bits >>> 32);
    }
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SobolSampler that
        && seed == that.seed
        && replicates == that.replicates
        && dimensions.keySet().asList().equals(that.dimensions.keySet().asList());
  }

  @Override
  public int hashCode() {
    return Objects.hash(seed, replicates, dimensions);
  }
}
