package org.fundinggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.search.GoalSolution.Point;

/** One search for the value at which an output reaches a target. */
final class GoalSearch {
  /*
   * Method. The values of a grid are run together. If the output is on different sides of the target at
   * two neighbours, Brent's method finds where it passes between the first such two. If it is on one side
   * everywhere and nearest inside the bounds, it may touch the target between the neighbours of that
   * value: Brent's minimiser walks to where it comes nearest, and any passing it meets is then solved.
   *
   * Error. Draws being the same, the value found solves g(x) = target for the estimate g, so it is off by
   * the error of g at x over the slope of the true output. The slope is the chord between one standard
   * error to either side, which is where the value may lie; but over no less than 0.1% of the way between
   * the bounds, because a quantile moves by the draw that happens to be there and must pass several, and
   * over no more than 5%, to stay near.
   */
  private static final double LEAST_STEP = 1e-3;
  private static final double MOST_STEP = 0.05;
  private static final double NEAREST_WITHIN = 1e-3;
  private static final double NEAREST_RELATIVE = 1e-10;
  private static final int NEAREST_RUNS = 40;

  private final GoalEvaluator runs;
  private final double target;
  private final double tolerance;

  GoalSearch(GoalEvaluator runs, double target, double tolerance) {
    this.runs = runs;
    this.target = target;
    this.tolerance = tolerance;
  }

  /** What was found, as {@link GoalSolution} describes it. */
  record Found(
      OptionalDouble value, double standardError, double slope, Point reached, List<Point> tried) {}

  /** Two neighbouring values between which the output passes the target; one, if it is on it. */
  private record Bracket(double from, double to) {}

  /**
   * Searches.
   *
   * @param lower the least value to try
   * @param upper the greatest value to try
   * @param between how many values between them, evenly spaced, to try first
   * @return the lowest value found, or that there is none
   */
  Found solve(double lower, double upper, int between) {
    double[] grid = new double[between + 2];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = lower + (upper - lower) * i / (between + 1);
    }
    grid[between + 1] = upper; // not a rounding beside it
    return solve(grid);
  }

  private Found solve(double[] grid) {
    runs.run(grid);
    Optional<Bracket> bracket = first();
    if (bracket.isEmpty() && isInside(nearest())) {
      lookAbout(nearest().x());
      bracket = first();
    }
    return bracket.isPresent() ? found(bracket.get(), grid) : none();
  }

  private double off(double x) {
    return runs.at(x).value() - target;
  }

  private Optional<Bracket> first() {
    Map.Entry<Double, WithError> before = runs.outputs().firstEntry();
    for (Map.Entry<Double, WithError> entry : runs.outputs().entrySet()) {
      double off = entry.getValue().value() - target;
      if (off == 0) {
        return Optional.of(new Bracket(entry.getKey(), entry.getKey()));
      }
      if (before.getValue().value() > target != off > 0) {
        return Optional.of(new Bracket(before.getKey(), entry.getKey()));
      }
      before = entry;
    }
    return Optional.empty();
  }

  private Point nearest() {
    double nearest = runs.outputs().firstKey();
    for (double x : runs.outputs().keySet()) {
      nearest = Math.abs(off(x)) < Math.abs(off(nearest)) ? x : nearest;
    }
    return new Point(nearest, runs.at(nearest));
  }

  private boolean isInside(Point point) {
    return point.x() > runs.outputs().firstKey() && point.x() < runs.outputs().lastKey();
  }

  private double range() {
    return runs.outputs().lastKey() - runs.outputs().firstKey();
  }

  /** Tries values about the nearest, up to its neighbours, ever nearer to the target. */
  private void lookAbout(double x) {
    NavigableMap<Double, WithError> outputs = runs.outputs();
    UnivariateFunction distance = tried -> Math.abs(off(tried));
    try {
      new BrentOptimizer(NEAREST_RELATIVE, NEAREST_WITHIN * range())
          .optimize(
              new MaxEval(NEAREST_RUNS),
              new UnivariateObjectiveFunction(distance),
              GoalType.MINIMIZE,
              new SearchInterval(outputs.lowerKey(x), outputs.higherKey(x), x));
    } catch (TooManyEvaluationsException enough) {
      return; // what was tried is kept, and the nearest of it is as near as this looks
    }
  }

  private Found none() {
    return new Found(OptionalDouble.empty(), Double.NaN, Double.NaN, nearest(), tried());
  }

  private Found found(Bracket bracket, double[] grid) {
    double x = bracket.from;
    if (bracket.from < bracket.to) {
      RootSearch.Result search = RootSearch.find(this::off, bracket.from, bracket.to, tolerance);
      x = search.root().orElseThrow(); // there is one, as the signs at the ends differ
    }
    Point reached = new Point(x, runs.at(x));
    double slope = slope(reached, grid);
    double error = reached.output().standardError() / Math.abs(slope);
    double ofValue = slope == 0 ? Double.POSITIVE_INFINITY : error; // flat: no value is better
    List<Point> tried = tried();
    boolean jumps = GoalSolution.jumps(target, slope, reached, tried, tolerance);
    return new Found(OptionalDouble.of(x), jumps ? Double.NaN : ofValue, slope, reached, tried);
  }

  private List<Point> tried() {
    List<Point> tried = new ArrayList<>();
    runs.outputs().forEach((x, output) -> tried.add(new Point(x, output)));
    return tried;
  }

  private double slope(Point at, double[] grid) {
    double step = step(at, grid);
    double from = Math.max(grid[0], at.x() - step);
    double to = Math.min(grid[grid.length - 1], at.x() + step);
    runs.run(from, to);
    return (off(to) - off(from)) / (to - from);
  }

  /** About one standard error of the value, by the slope between its neighbours on the grid. */
  private double step(Point at, double[] grid) {
    double left = grid[0];
    double right = grid[grid.length - 1];
    for (double x : grid) {
      left = x < at.x() ? x : left;
    }
    for (int i = grid.length - 1; i >= 0; i--) {
      right = grid[i] > at.x() ? grid[i] : right;
    }
    double rough = Math.abs((off(right) - off(left)) / (right - left));
    double step = at.output().standardError() / rough;
    double least = LEAST_STEP * range();
    return step > least ? Math.min(step, MOST_STEP * range()) : least; // least if unknown
  }
}
