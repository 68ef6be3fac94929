package org.fundinggap.random;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How draws are spread: each standing alone, or evenly as scrambled Sobol points. Immutable.
 *
 * @param replicates 1 where every draw stands alone; else how many random replicates of Sobol
 *     points: 2, 4, 8, 16, 32 or 64. Draw d belongs to replicate {@code d % replicates}
 * @param leading the streams that are even together, the most important first; at most 1,000, and
 *     none where every draw stands alone
 */
public record Sampling(int replicates, List<StreamId> leading) {

  /**
   * Checks the number of replicates and copies the list.
   *
   * @param replicates as described above
   * @param leading as described above
   * @throws IllegalArgumentException if {@code replicates} is another number, or {@code leading} is
   *     too long, has a stream twice, or is given where every draw stands alone
   */
  public Sampling {
    leading = ImmutableList.copyOf(leading);
    if (replicates != 1) {
      SobolSampler.check(replicates, leading);
    } else if (!leading.isEmpty()) {
      throw new IllegalArgumentException(
          "leading must be empty for independent draws, had "
              + leading.size()
              + " streams; use Sampling.sobol(8)");
    }
  }

  /**
   * Every draw stands alone.
   *
   * @return the sampling
   */
  public static Sampling independent() {
    return new Sampling(1, List.of());
  }

  /**
   * Scrambled Sobol draws, each stream even by itself.
   *
   * <p>Few replicates are more precise, many know their own precision better: 8 serve most uses.
   *
   * @param replicates 2, 4, 8, 16, 32 or 64
   * @return the sampling, with no stream leading
   * @throws IllegalArgumentException if {@code replicates} is another number
   */
  public static Sampling sobol(int replicates) {
    SobolSampler.check(replicates, List.of());
    return new Sampling(replicates, List.of());
  }

  /**
   * The same sampling with streams that are even together.
   *
   * @param streams the most important first, each once; at most 1,000
   * @return the sampling
   * @throws IllegalArgumentException if there are too many, one comes twice, or draws stand alone
   */
  public Sampling withLeading(List<StreamId> streams) {
    return new Sampling(replicates, streams);
  }

  /**
   * The sampler for a seed.
   *
   * @param seed any number
   * @return the sampler
   */
  public Sampler sampler(long seed) {
    return replicates == 1 ? Sampler.independent(seed) : Sampler.sobol(seed, replicates, leading);
  }

  /** In words, without the names of the streams that lead. */
  @Override
  public String toString() {
    return replicates == 1
        ? "independent"
        : "sobol(" + replicates + " replicates, " + leading.size() + " leading)";
  }
}
