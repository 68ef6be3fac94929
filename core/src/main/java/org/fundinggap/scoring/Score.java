package org.fundinggap.scoring;

import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;

/**
 * How good one forecast was. Error and scores are in the unit of the outcome; of logarithms they
 * are about shares of it, so that 0.05 is 5%.
 *
 * @param outcome what came, within 1e100 of zero
 * @param error the outcome less the forecast's median: above 0 if the forecast was too low
 * @param crps the continuous ranked probability score, 0 or more; less is better
 * @param intervalScore the weighted interval score of the median and the three bands, 0 or more;
 *     less is better
 * @param pit where in the forecast the outcome fell, 0 to 1; of tied draws, in their middle
 * @param holding the bands that hold the outcome, their ends included
 */
public record Score(
    double outcome,
    double error,
    double crps,
    double intervalScore,
    double pit,
    Set<Band> holding) {

  private static final double MOST = 1e101;
  private static final String FIX = "let Score.of work it out";

  /**
   * Checks the numbers.
   *
   * @param outcome as described above
   * @param error as described above
   * @param crps as described above
   * @param intervalScore as described above
   * @param pit as described above
   * @param holding as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds, or a wider band does not
   *     hold what a narrower one does
   */
  public Score {
    Arguments.place(outcome, "outcome");
    Checks.within(error, -MOST, MOST, "error", FIX);
    Checks.within(crps, 0, MOST, "crps", FIX);
    Checks.within(intervalScore, 0, MOST, "intervalScore", FIX);
    Checks.within(pit, 0, 1, "pit", FIX);
    holding = Sets.immutableEnumSet(holding);
    for (Band band : holding) {
      if (!holding.containsAll(EnumSet.range(band, Band.NINE_TENTHS))) {
        throw new IllegalArgumentException(
            "holding must have every band wider than " + band + ", was " + holding + "; " + FIX);
      }
    }
  }

  /**
   * Scores a forecast.
   *
   * @param forecast what was expected
   * @param outcome what came, within 1e100 of zero
   * @return its scores; the interval score is that of Bracher and others (2021, <a
   *     href="https://doi.org/10.1371/journal.pcbi.1008618">doi 10.1371/journal.pcbi.1008618</a>)
   *     with three intervals
   * @throws IllegalArgumentException if {@code outcome} is out of bounds
   */
  public static Score of(Forecast forecast, double outcome) {
    ForecastChecks.outcome(outcome);
    EnumSet<Band> holding = EnumSet.noneOf(Band.class);
    for (Band band : Band.values()) {
      // What a narrower band holds, a wider one does, whatever the rounding of their ends.
      if (!holding.isEmpty() || forecast.central(band).contains(outcome)) {
        holding.add(band);
      }
    }
    double[] tails = Arrays.stream(Band.values()).mapToDouble(Band::tail).toArray();
    return new Score(
        outcome,
        outcome - forecast.median(),
        forecast.crps(outcome),
        IntervalScores.weighted(forecast, outcome, tails),
        forecast.pit(outcome),
        holding);
  }

  /**
   * Whether the outcome was in a band of the forecast.
   *
   * @param band which
   * @return true at its ends too
   */
  public boolean within(Band band) {
    return holding.contains(band);
  }

  /** Such as {@code error 0.1, CRPS 0.05, interval score 0.06, PIT 0.900, in [80%, 90%]}. */
  @Override
  public String toString() {
    return "error "
        + NumberText.of(error)
        + ", CRPS "
        + NumberText.of(crps)
        + ", interval score "
        + NumberText.of(intervalScore)
        + ", PIT "
        + NumberText.share(pit)
        + (holding.isEmpty() ? ", in no band" : ", in " + holding);
  }
}
