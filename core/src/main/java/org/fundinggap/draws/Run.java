package org.fundinggap.draws;

import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Sampling;

/**
 * Which run draws are of. Draws of one run met the same luck, draw by draw, so that a difference of
 * two of its numbers means something in every draw; draws of different runs did not.
 *
 * <p>Two runs with the same seeds and sampling count as one: their draws are the same, whichever
 * scenarios ran.
 *
 * @param name what tells the run from others: its seeds
 * @param sampling how draws are placed against each other
 * @param firstDraw the number of its first draw; 0 unless it is a later part of a run
 */
public record Run(String name, Sampling sampling, int firstDraw) {
  private static final String OWN = "no run";

  /**
   * Checks the numbers.
   *
   * @param name as described above
   * @param sampling as described above
   * @param firstDraw as described above
   * @throws IllegalArgumentException if {@code name} is blank or {@code firstDraw} negative
   */
  public Run {
    Checks.notBlank(name, "name");
    Checks.atLeast(firstDraw, 0, "firstDraw", "draws are counted from 0");
  }

  /**
   * The run of some seeds.
   *
   * @param seed of parameters
   * @param shockSeed of yearly shocks
   * @param sampling how draws are placed against each other
   * @param firstDraw the number of its first draw, from 0
   * @return the run
   */
  public static Run of(long seed, long shockSeed, Sampling sampling, int firstDraw) {
    String name = "seed " + seed + (seed == shockSeed ? "" : ", shock seed " + shockSeed);
    return new Run(name, sampling, firstDraw);
  }

  /**
   * For numbers of one's own that no run drew. They go together with each other, and with those of
   * a run only if they are said to be of it.
   *
   * @param sampling how they are placed against each other
   * @return what stands for their run
   */
  static Run own(Sampling sampling) {
    return new Run(OWN, sampling, 0);
  }

  /** The same run so many draws later; numbers that no run drew have no place in one. */
  Run from(int later) {
    return name.equals(OWN) ? this : new Run(name, sampling, firstDraw + later);
  }

  /** Refuses draws that are of another run. */
  void require(Run wanted, String which, String fix) {
    if (!equals(wanted)) {
      throw new IllegalArgumentException(
          which + " draws must be of " + wanted + ", were of " + this + "; " + fix);
    }
  }

  private String replicates() {
    int leading = sampling.leading().size();
    return NumberText.count(sampling.replicates(), "replicate")
        + (leading == 0 ? "" : " with " + leading + " leading");
  }

  /** Seeds, sampling where draws don't stand alone, and the first draw of a later part. */
  @Override
  public String toString() {
    return (name.equals(OWN) ? OWN : "a run with " + name)
        + (sampling.isIndependent() ? "" : ", Sobol points in " + replicates())
        + (firstDraw == 0 ? "" : ", from draw " + firstDraw + " on");
  }
}
