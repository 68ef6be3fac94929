package org.fundinggap.random;

import java.util.List;

/**
 * Makes draws as a pure function of seed, stream and draw number. A sampler holds no state that
 * changes: any thread may ask for any block of any stream, and always gets the same bits.
 */
public interface Sampler {

  /**
   * Independent draws: every draw of every stream stands alone.
   *
   * <p>Seed and stream are hashed to a start and an odd step of 64 bits each; draw n is the
   * SplitMix64 mix of {@code start + n step}. With S streams the chance that any two are the same
   * is below S^2 / 2^128 (1e-28 for 100,000 streams). Streams have steps of their own, so two of
   * them may meet in a single draw, as any two random sequences may (chance 2^-64 a pair of draws),
   * but don't run along together after that.
   *
   * <p>Normals come in pairs from pairs of uniforms of the same stream, those of draws n and n +
   * 512 of each 1,024, by the transform of Box and Muller.
   *
   * @param seed any number; neighbouring seeds are as unlike as any others
   * @return the sampler
   */
  static Sampler independent(long seed) {
    return new IndependentSampler(seed);
  }

  /**
   * Scrambled Sobol draws in random replicates: even over [0, 1), and unbiased.
   *
   * <p>Draw d is point {@code d / replicates} of replicate {@code d % replicates}. Within a
   * replicate every 2^m draws of a stream from a multiple of 2^m on lie one in each of 2^m equal
   * parts of [0, 1), and streams that lead are even together too, as a Sobol sequence is; other
   * streams are shuffled independently. Replicates are independent of each other, so R estimates,
   * one from each, have a mean whose standard error is their standard deviation over the root of R;
   * an interval takes its factor from Student's t with R - 1 degrees of freedom. One replicate is
   * the most even of all, but nothing in it says how far an estimate may be off.
   *
   * <p>The draws of a stream depend on its place among those that lead, and on no other stream.
   *
   * @param seed any number; neighbouring seeds are as unlike as any others
   * @param replicates how many replicates: 1, 2, 4, 8, 16, 32 or 64; each gives 2^31 draws
   * @param leading the streams that matter most, the most important first; at most 1,000
   * @return the sampler
   * @throws IllegalArgumentException if {@code replicates} is another number, or {@code leading} is
   *     too long or has a stream twice
   */
  static Sampler sobol(long seed, int replicates, List<StreamId> leading) {
    return new SobolSampler(seed, replicates, leading);
  }

  /**
   * The kind of sampler, for a result's manifest.
   *
   * @return a short name, such as {@code "independent"}
   */
  String name();

  /**
   * The seed, for a result's manifest.
   *
   * @return the seed that was given
   */
  long seed();

  /**
   * A stream, ready to draw from. The same id gives the same draws however often it is asked for.
   *
   * @param id which stream
   * @return the stream
   */
  DrawStream stream(StreamId id);

  /**
   * Sets {@code out[i]} to the uniform of draw {@code firstDraw + i} of a stream: short for {@link
   * DrawStream#uniforms} where speed is no matter.
   *
   * @param id which stream
   * @param firstDraw number of the first draw wanted, from 0
   * @param out where the draws go
   * @param count how many draws, 0 to {@code out.length}
   * @throws IllegalArgumentException if {@code firstDraw} or {@code count} is out of bounds
   */
  default void uniforms(StreamId id, long firstDraw, double[] out, int count) {
    stream(id).uniforms(firstDraw, out, count, new Workspace());
  }

  /**
   * Sets {@code out[i]} to the standard normal of draw {@code firstDraw + i} of a stream: short for
   * {@link DrawStream#normals} where speed is no matter.
   *
   * @param id which stream
   * @param firstDraw number of the first draw wanted, from 0
   * @param out where the draws go
   * @param count how many draws, 0 to {@code out.length}
   * @throws IllegalArgumentException if {@code firstDraw} or {@code count} is out of bounds
   */
  default void normals(StreamId id, long firstDraw, double[] out, int count) {
    stream(id).normals(firstDraw, out, count, new Workspace());
  }
}
