package org.fundinggap.scoring;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.ExactSum;
import org.fundinggap.internal.NumberText;

/**
 * What the scores of many cases say. Means weigh all cases alike and have the same bits in any
 * order.
 *
 * @param scores at least one, in the order of their cases; the list can't be changed
 */
public record ScoreSummary(List<Score> scores) {

  /**
   * Copies the scores.
   *
   * @param scores as described above
   * @throws IllegalArgumentException if there is none
   */
  public ScoreSummary {
    scores = ImmutableList.copyOf(scores);
    Checks.atLeast(scores.size(), 1, "number of scores", "score one case at least");
  }

  /**
   * Sums scores up.
   *
   * @param scores at least one, in the order of their cases
   * @return what they say
   * @throws IllegalArgumentException if there is none
   */
  public static ScoreSummary of(Collection<Score> scores) {
    return new ScoreSummary(ImmutableList.copyOf(scores));
  }

  /**
   * How many cases there are.
   *
   * @return at least 1
   */
  public int size() {
    return scores.size();
  }

  /**
   * The mean error.
   *
   * @return above 0 if forecasts were too low on average
   */
  public double bias() {
    return mean(Score::error);
  }

  /**
   * The mean continuous ranked probability score.
   *
   * @return 0 or more; less is better
   */
  public double crps() {
    return mean(Score::crps);
  }

  /**
   * The mean weighted interval score.
   *
   * @return 0 or more; less is better
   */
  public double intervalScore() {
    return mean(Score::intervalScore);
  }

  /**
   * The mean place of outcomes in their forecasts.
   *
   * @return 0 to 1; about 0.5 if forecasts are right, above it if they were too low
   */
  public double pit() {
    return mean(Score::pit);
  }

  /**
   * How often a band held its outcome.
   *
   * @param band which
   * @return in how many cases of all; about {@link Band#share()} if forecasts are right, less if
   *     they were too narrow or beside the mark, more if they were too wide
   */
  public Coverage coverage(Band band) {
    return new Coverage((int) scores.stream().filter(each -> each.within(band)).count(), size());
  }

  /**
   * How often outcomes fell in each part of their forecasts. If forecasts are right, all parts have
   * about as many; if they were too narrow the outer ones have more, if too wide the inner ones.
   *
   * @param bins into how many parts of equal probability to cut, 1 to 1,000; many fewer than a
   *     forecast has draws
   * @return by part from the lowest, how many outcomes fell into it; on the border of two, into
   *     either
   * @throws IllegalArgumentException if {@code bins} is out of bounds
   */
  public int[] pitHistogram(int bins) {
    Checks.within(bins, 1, 1_000, "bins", "10 show deciles");
    int[] counts = new int[bins];
    for (Score score : scores) {
      counts[Math.min(bins - 1, (int) (score.pit() * bins))]++;
    }
    return counts;
  }

  private double mean(ToDoubleFunction<Score> figure) {
    ExactSum sum = new ExactSum();
    scores.forEach(score -> sum.add(figure.applyAsDouble(score)));
    return sum.value() / size();
  }

  /** Such as {@code 50 scores: bias 0.01, CRPS 0.05, interval score 0.06, PIT 0.510, ...}. */
  @Override
  public String toString() {
    return NumberText.count(size(), "score")
        + ": bias "
        + NumberText.of(bias())
        + ", CRPS "
        + NumberText.of(crps())
        + ", interval score "
        + NumberText.of(intervalScore())
        + ", PIT "
        + NumberText.share(pit())
        + Arrays.stream(Band.values())
            .map(band -> ", " + band + " band held " + coverage(band))
            .collect(Collectors.joining());
  }
}
