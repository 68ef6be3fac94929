package org.fundinggap.simulation;

import java.util.Objects;
import org.fundinggap.draws.Run;
import org.fundinggap.internal.Checks;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Sampling;

/**
 * What changes the answer: the seed, the number of draws, and how they are spread. A result carries
 * them.
 *
 * <p>More draws keep the first ones: draw 17 of seed 1 is the same in a run of 100 and of 100,000.
 *
 * @param seed any number; parameters are drawn with it
 * @param draws how many joint samples of all uncertain inputs, 1 to 2^30
 * @param shockSeed any number; yearly shocks are drawn with it. The same as {@code seed} unless the
 *     same parameters are to meet other years' luck, or other parameters the same
 * @param memory bytes that kept draws may take, from 0; if they would take more, histograms are
 *     kept in their place, made of draws known to 0.05%. It is a setting and not read off the
 *     machine, so that the answer is the same everywhere
 * @param sampling how draws are spread; the number of draws is a multiple of its replicates
 */
public record Settings(long seed, int draws, long shockSeed, long memory, Sampling sampling) {
  /** The memory that kept draws may take unless said otherwise: 4 GiB. */
  public static final long USUAL_MEMORY = 4L << 30;

  private static final int MOST_DRAWS = 1 << 30;

  /**
   * Checks the number of draws.
   *
   * @param seed as described above
   * @param draws as described above
   * @param shockSeed as described above
   * @param memory as described above
   * @param sampling as described above
   * @throws IllegalArgumentException if {@code draws} or {@code memory} is out of bounds, or {@code
   *     draws} no multiple of the replicates
   */
  public Settings {
    Checks.within(draws, 1, MOST_DRAWS, "draws", "10,000 give a mean, 100,000 a tail");
    Checks.atLeast(memory, 0, "memory", "give bytes; 0 keeps histograms whatever their number");
    Objects.requireNonNull(
        sampling, "sampling must be given, was null; use Sampling.independent()");
    int replicates = sampling.replicates();
    if (draws % replicates != 0) {
      throw new IllegalArgumentException(
          "draws must be a multiple of the "
              + replicates
              + " replicates, was "
              + draws
              + "; take "
              + (draws / replicates + 1) * replicates
              + ", or better a power of two");
    }
  }

  /**
   * Settings for a run with one seed for all.
   *
   * @param seed any number
   * @param draws how many draws
   * @return the settings
   */
  public static Settings of(long seed, int draws) {
    return new Settings(seed, draws, seed, USUAL_MEMORY, Sampling.independent());
  }

  /**
   * The same settings with another seed for parameters and for yearly shocks, as {@link #of} gives:
   * another run of the same kind. For other parameters in the same years' luck, give the old luck
   * back: {@code settings.withSeed(7).withShockSeed(settings.shockSeed())}.
   *
   * @param other any number
   * @return the settings, with {@code other} as both seeds
   */
  public Settings withSeed(long other) {
    return new Settings(other, draws, other, memory, sampling);
  }

  /**
   * The same settings with another seed for yearly shocks: the same parameters in every draw, in
   * years of other luck. Of Sobol draws, parameters are then even together and shocks are, but not
   * the ones with the others.
   *
   * @param other any number
   * @return the settings
   */
  public Settings withShockSeed(long other) {
    return new Settings(seed, draws, other, memory, sampling);
  }

  /**
   * The same settings with another number of draws; those that both have are the same.
   *
   * @param other how many, 1 to 2^30
   * @return the settings
   * @throws IllegalArgumentException if the number is out of bounds
   */
  public Settings withDraws(int other) {
    return new Settings(seed, other, shockSeed, memory, sampling);
  }

  /**
   * The same settings with another memory budget for kept draws.
   *
   * @param bytes from 0, which keeps histograms in any case
   * @return the settings
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  public Settings withMemory(long bytes) {
    return new Settings(seed, draws, shockSeed, bytes, sampling);
  }

  /**
   * The same settings with draws that are spread in another way. Powers of two spread Sobol draws
   * most evenly.
   *
   * @param other how
   * @return the settings
   * @throws IllegalArgumentException if the number of draws is no multiple of the replicates
   */
  public Settings withSampling(Sampling other) {
    return new Settings(seed, draws, shockSeed, memory, other);
  }

  /** The run of draws from a number on. */
  Run run(int firstDraw) {
    return Run.of(seed, shockSeed, sampling, firstDraw);
  }

  /** What draws parameters. */
  Sampler parameterSampler() {
    return sampling.sampler(seed);
  }

  /** What draws yearly shocks. */
  Sampler shockSampler() {
    return sampling.sampler(shockSeed);
  }

  /** Seed and draws, and what is not as usual of the rest. */
  @Override
  public String toString() {
    return "Settings[seed="
        + seed
        + ", draws="
        + draws
        + (shockSeed == seed ? "" : ", shockSeed=" + shockSeed)
        + (memory == USUAL_MEMORY ? "" : ", memory=" + memory)
        + (sampling.isIndependent() ? "" : ", sampling=" + sampling)
        + "]";
  }
}
