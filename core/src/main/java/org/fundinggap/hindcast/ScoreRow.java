package org.fundinggap.hindcast;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.fundinggap.scoring.Band;
import org.fundinggap.scoring.Interval;
import org.fundinggap.scoring.ScoreSummary;
import org.fundinggap.scoring.Skill;

/**
 * Cases summed up, with the counts that say how much they are worth.
 *
 * <p>Cases overlap: what happened in a year moves every forecast that spans it, and quantities and
 * horizons move together. So intervals count {@link #effective} cases.
 *
 * @param cases how many numbers were scored
 * @param origins from how many origins
 * @param windows the greatest number of windows that share no year
 * @param scores means and coverage of the model
 * @param all what was summed up
 */
public record ScoreRow(
    int cases, int origins, int windows, ScoreSummary scores, List<ScoredCase> all) {
  /**
   * Sums up.
   *
   * @param cases at least one
   * @return the row
   * @throws IllegalArgumentException if there is none
   */
  public static ScoreRow of(Collection<ScoredCase> cases) {
    List<ScoredCase> all = List.copyOf(cases);
    List<Window> windows = all.stream().map(ScoredCase::window).distinct().toList();
    return new ScoreRow(
        all.size(),
        (int) windows.stream().map(Window::origin).distinct().count(),
        Window.apart(windows),
        ScoreSummary.of(all.stream().map(ScoredCase::model).toList()),
        all);
  }

  /**
   * How much nearer the model came than a benchmark: 1 less the ratio of their mean continuous
   * ranked probability scores, over the cases that both have.
   *
   * @param benchmark which
   * @return 1 for a perfect model, 0 for one that is no better, less if it is worse; empty if they
   *     share no case
   */
  public OptionalDouble skill(Benchmark benchmark) {
    List<ScoredCase> both = all.stream().filter(each -> each.score(benchmark).isPresent()).toList();
    if (both.isEmpty()) {
      return OptionalDouble.empty();
    }
    ScoreSummary model = ScoreSummary.of(both.stream().map(ScoredCase::model).toList());
    ScoreSummary other =
        ScoreSummary.of(both.stream().map(each -> each.score(benchmark).orElseThrow()).toList());
    return OptionalDouble.of(Skill.of(model, other).value());
  }

  /**
   * How often a band held what came, and what the true share may be.
   *
   * @param band which
   * @return the bounds of the true share, with 95% probability, counting {@link #effective} cases
   */
  public Interval coverageInterval(Band band) {
    return scores.coverage(band).interval(Math.min(effective(), cases), 0.95);
  }

  /**
   * How many independent cases there are at least. Of one horizon as many as windows apart; of
   * several, whose errors move together, the number whose standard error is the mean of theirs,
   * weighed by their cases.
   *
   * @return at least 1
   */
  public double effective() {
    double error = 0;
    for (HorizonGroup horizon : HorizonGroup.values()) {
      List<Window> windows =
          all.stream().map(ScoredCase::window).filter(window -> window.group() == horizon).toList();
      if (!windows.isEmpty()) {
        error += windows.size() / StrictMath.sqrt(Window.apart(windows)) / cases;
      }
    }
    return 1 / (error * error);
  }
}
