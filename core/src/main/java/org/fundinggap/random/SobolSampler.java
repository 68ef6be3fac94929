package org.fundinggap.random;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.internal.Checks;

/** The sampler of {@link Sampler#sobol(long, int, List)}. */
final class SobolSampler implements Sampler {
  /*
   * Layout. SHA-256 of seed, replicate and stream gives two keys of 128 bits: of the shuffle of the index
   * and of the scramble of the points. A stream that leads takes the direction numbers of its place, and
   * the shuffle of its replicate that all who lead have in common.
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
    this.seed = seed;
    this.replicates = checkedReplicates(replicates);
    Checks.within(
        leading.size(),
        0,
        SobolDirections.DIMENSIONS,
        "number of leading streams",
        "leave out the last ones");
    Map<StreamId, Integer> places = new LinkedHashMap<>();
    for (StreamId id : leading) {
      if (places.put(id, places.size()) != null) {
        throw new IllegalArgumentException(
            "leading streams must differ, had twice " + id + "; give it once");
      }
    }
    this.dimensions = ImmutableMap.copyOf(places);
  }

  /** Refuses a number of replicates that is no power of two from 2 to 64. */
  static int checkedReplicates(int replicates) {
    if (replicates < 2 || replicates > MOST_REPLICATES || Integer.bitCount(replicates) != 1) {
      throw new IllegalArgumentException(
          "replicates must be 2, 4, 8, 16, 32 or 64, was " + replicates + "; 8 serve most uses");
    }
    return replicates;
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
    int[] shuffles = new int[replicates * SobolKernel.KEY];
    int[] scrambles = new int[replicates * SobolKernel.KEY];
    for (int replicate = 0; replicate < replicates; replicate++) {
      int at = replicate * SobolKernel.KEY;
      ByteBuffer own = keys(replicate, id.year(), id.name(), id.area());
      // No stream has a blank name, so none has the key of all that lead.
      ByteBuffer shuffle = dimension == null ? own : keys(replicate, 0, "", "");
      for (int i = 0; i < SobolKernel.KEY; i++) {
        shuffles[at + i] = shuffle.getInt(Integer.BYTES * i);
        scrambles[at + i] = own.getInt(Integer.BYTES * (SobolKernel.KEY + i));
      }
    }
    int[] directions = dimension == null ? null : SobolDirections.of(dimension);
    return new SobolStream(replicates, shuffles, scrambles, directions);
  }

  private ByteBuffer keys(int replicate, int year, String name, String area) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putLong(seed).putInt(replicate).putInt(year);
    hasher.putInt(name.length()).putUnencodedChars(name).putUnencodedChars(area);
    return ByteBuffer.wrap(hasher.hash().asBytes()).order(ByteOrder.LITTLE_ENDIAN);
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
