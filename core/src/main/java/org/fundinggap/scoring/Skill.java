package org.fundinggap.scoring;

import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;

/**
 * How much better forecasts were than those of a benchmark on the same cases, by their mean
 * continuous ranked probability scores.
 *
 * @param crps the mean score of the forecasts, 0 or more
 * @param benchmark the mean score of the benchmark, above 0
 * @param cases how many cases there are, 1 or more
 */
public record Skill(double crps, double benchmark, int cases) {

  /**
   * Checks the numbers.
   *
   * @param crps as described above
   * @param benchmark as described above
   * @param cases as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Skill {
    Checks.within(crps, 0, Double.MAX_VALUE, "crps", "give the mean of scores");
    Checks.within(
        benchmark,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        "benchmark",
        "take a benchmark that is sometimes wrong; nothing is better than one that never is");
    Checks.atLeast(cases, 1, "cases", "score one case at least");
  }

  /**
   * Compares forecasts with those of a benchmark.
   *
   * @param forecasts their scores
   * @param benchmark the scores of the benchmark, of the same cases in the same order
   * @return the skill
   * @throws IllegalArgumentException if they differ in the number of cases or in an outcome, or the
   *     benchmark was never wrong
   */
  public static Skill of(ScoreSummary forecasts, ScoreSummary benchmark) {
    if (benchmark.size() != forecasts.size()) {
      throw new IllegalArgumentException(
          "number of benchmark scores must be "
              + forecasts.size()
              + ", was "
              + benchmark.size()
              + "; score both on the same cases");
    }
    for (int i = 0; i < forecasts.size(); i++) {
      double outcome = forecasts.scores().get(i).outcome();
      double other = benchmark.scores().get(i).outcome();
      if (outcome != other) {
        throw new IllegalArgumentException(
            "benchmark outcome ["
                + i
                + "] must be "
                + outcome
                + ", was "
                + other
                + "; score both on the same cases, in the same order");
      }
    }
    return new Skill(forecasts.crps(), benchmark.crps(), forecasts.size());
  }

  /**
   * One less the ratio of the two scores.
   *
   * @return 1 if forecasts were perfect, 0 if they were as good as the benchmark, below 0 if worse
   */
  public double value() {
    return 1 - crps / benchmark;
  }

  /** Such as {@code skill 0.250 over 50 cases}. */
  @Override
  public String toString() {
    return "skill " + NumberText.share(value()) + " over " + NumberText.count(cases, "case");
  }
}
