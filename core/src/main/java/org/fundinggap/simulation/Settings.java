package org.fundinggap.simulation;

import org.fundinggap.internal.Checks;
import org.fundinggap.random.Sampler;

/**
 * What changes the answer: the seed and the number of draws. A result carries them.
 *
 * <p>More draws keep the first ones: draw 17 of seed 1 is the same in a run of 100 and of 100,000.
 *
 * @param seed any number; parameters are drawn with it
 * @param draws how many joint samples of all uncertain inputs, 1 to 2^30
 * @param shockSeed any number; yearly shocks are drawn with it. The same as {@code seed} unless the
 *     same parameters are to meet other years' luck, or other parameters the same
 */
public record Settings(long seed, int draws, long shockSeed) {
  private static final int MOST_DRAWS = 1 << 30;

  /**
   * Checks the number of draws.
   *
   * @param seed as described above
   * @param draws as described above
   * @param shockSeed as described above
   * @throws IllegalArgumentException if {@code draws} is out of bounds
   */
  public Settings {
    Checks.within(draws, 1, MOST_DRAWS, "draws", "10,000 give a mean, 100,000 a tail");
  }

  /**
   * Settings for a run with one seed for all.
   *
   * @param seed any number
   * @param draws how many draws
   * @return the settings
   */
  public static Settings of(long seed, int draws) {
    return new Settings(seed, draws, seed);
  }

  /**
   * The same settings with another seed for yearly shocks: the same parameters in every draw, in
   * years of other luck.
   *
   * @param other any number
   * @return the settings
   */
  public Settings withShockSeed(long other) {
    return new Settings(seed, draws, other);
  }

  /** What draws parameters. */
  Sampler parameterSampler() {
    return Sampler.independent(seed);
  }

  /** What draws yearly shocks. */
  Sampler shockSampler() {
    return Sampler.independent(shockSeed);
  }

  /** Seed and draws, and the seed of shocks where it is another. */
  @Override
  public String toString() {
    return "Settings[seed="
        + seed
        + ", draws="
        + draws
        + (shockSeed == seed ? "" : ", shockSeed=" + shockSeed)
        + "]";
  }
}
