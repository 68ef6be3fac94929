package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Rounding;
import org.fundinggap.simulation.Settings;

/**
 * Where an output reaches a target, or that it does so nowhere between the bounds.
 *
 * @param name what was varied
 * @param statistic the output
 * @param target what it was to be
 * @param settings seed and draws, the same for every value tried
 * @param value the lowest value found at which the output passes the target; empty if none was
 * @param standardError the Monte Carlo standard error of {@code value}: that of the output there,
 *     over the size of {@code slope}. NaN without a value, where the output {@link #jumps}, and for
 *     Sobol draws of a single replicate; infinite where the output is flat
 * @param slope change of the output by unit of what was varied, about {@code value}, on the same
 *     draws: between the values one standard error, but at least 0.1% and at most 5% of the way
 *     between the bounds, to either side; NaN without a value
 * @param reached the value and the output there; without a value, the one tried that came nearest
 * @param tried every value that was run with its output, rising; the first and last are the bounds
 * @param tolerance how near {@code value} is to where these draws pass the target, in its unit
 */
public record GoalSolution(
    String name,
    Statistic statistic,
    double target,
    Settings settings,
    OptionalDouble value,
    double standardError,
    double slope,
    Point reached,
    List<Point> tried,
    double tolerance) {

  /**
   * A value that was tried.
   *
   * @param x the value
   * @param output what came out, with its Monte Carlo standard error
   */
  public record Point(double x, WithError output) {}

  /**
   * Copies the list.
   *
   * @param name as described above
   * @param statistic as described above
   * @param target as described above
   * @param settings as described above
   * @param value as described above
   * @param standardError as described above
   * @param slope as described above
   * @param reached as described above
   * @param tried as described above
   * @param tolerance as described above
   * @throws IllegalArgumentException if fewer than two values were tried
   */
  public GoalSolution {
    tried = ImmutableList.copyOf(tried);
    if (tried.size() < 2) {
      throw new IllegalArgumentException(
          "tried must hold at least both bounds, held " + tried.size() + " values");
    }
  }

  /**
   * The output at the lower bound.
   *
   * @return the first value tried
   */
  public Point atLower() {
    return tried.get(0);
  }

  /**
   * The output at the upper bound.
   *
   * @return the last value tried
   */
  public Point atUpper() {
    return tried.get(tried.size() - 1);
  }

  /**
   * The 95% confidence interval of {@code value}.
   *
   * @return unknown where its standard error is, and where it is infinite
   */
  public Interval interval() {
    return new WithError(reached.x, standardError, reached.output.reach()).interval();
  }

  /**
   * How many runs it took, of {@link Settings#draws} draws each.
   *
   * @return the number of values tried
   */
  public int runs() {
    return tried.size();
  }

  /**
   * How many crossings of the target were found. There may be more between the values tried.
   *
   * @return 0 if there is no value, 1 if it is the only one seen
   */
  public int crossings() {
    int crossings = 0;
    double before = Double.NaN;
    for (Point point : tried) {
      double now = Math.signum(point.output.value() - target);
      boolean onTarget = now == 0 && before != 0;
      boolean across = now * before < 0;
      crossings += onTarget || across ? 1 : 0;
      before = now;
    }
    return crossings;
  }

  /**
   * Whether the output jumps over the target at {@code value}, and so is not near it on one side or
   * both.
   *
   * @return true if {@code reached} is further from the target than tolerance and slope explain
   */
  public boolean jumps() {
    return value.isPresent() && jumps(target, slope, reached, tried, tolerance);
  }

  /**
   * Whether an output where it passes the target is further from it than slope and tolerance do.
   */
  static boolean jumps(
      double target, double slope, Point reached, List<Point> tried, double tolerance) {
    double largest = Math.abs(target);
    for (Point point : tried) {
      largest = Math.max(largest, Math.abs(point.output.value()));
    }
    double off = Math.abs(reached.output.value() - target);
    return off > 10 * Math.abs(slope) * tolerance + Rounding.ADDING_UP * largest;
  }

  /** The question, the answer, and what was tried, a line each. */
  @Override
  public String toString() {
    String question = name + ", for the " + statistic + " to be " + NumberText.of(target) + "\n";
    String bounds =
        "At " + end(atLower()) + ", at " + end(atUpper()) + "; " + runs() + " runs, " + settings;
    return question + (value.isPresent() ? found() : none()) + "\n" + bounds + "\n";
  }

  private static String end(Point point) {
    return NumberText.of(point.x) + " it is " + point.output;
  }

  private String found() {
    int seen = crossings();
    return new WithError(reached.x, standardError, reached.output.reach())
        + ", to within "
        + NumberText.of(tolerance)
        + (jumps()
            ? "; it jumps there, to " + NumberText.of(reached.output.value())
            : "; slope " + NumberText.of(slope))
        + (seen > 1 ? "; the lowest of " + seen + " values seen to do so" : "");
  }

  private String none() {
    return "No value seen to do so, of "
        + runs()
        + " in ["
        + NumberText.of(atLower().x)
        + ", "
        + NumberText.of(atUpper().x)
        + "]; nearest "
        + NumberText.of(reached.x)
        + ", where it is "
        + reached.output;
  }
}
