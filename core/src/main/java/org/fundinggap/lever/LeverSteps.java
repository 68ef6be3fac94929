package org.fundinggap.lever;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * L1: all that the levers of a scenario do to one quantity, in the order of {@link Change.Kind}
 * and, within a kind, of the levers' names.
 */
final class LeverSteps {
  /** The scratch column that holds a bill before shares are taken of it. */
  private static final int WHOLE = 1;

  private final Quantity target;
  private final FinancialYear baseYear;
  private final boolean withinBounds;
  private final ImmutableList<Step> steps;

  /**
   * One change by one lever.
   *
   * @param lever its name
   * @param change what is done
   * @param outward whether the target is the source of a move
   * @param strengths by year since the base year
   */
  record Step(String lever, Change change, boolean outward, ImmutableDoubleArray strengths) {
    Parameter size() {
      return Objects.requireNonNull(change.size());
    }
  }

  /**
   * Orders the steps.
   *
   * @param target what they change
   * @param baseYear the first year of the strengths
   * @param withinBounds whether a parameter is kept within its bounds
   * @param steps in any order
   */
  LeverSteps(Quantity target, FinancialYear baseYear, boolean withinBounds, List<Step> steps) {
    this.target = target;
    this.baseYear = baseYear;
    this.withinBounds = withinBounds;
    this.steps =
        steps.stream()
            .sorted(
                Comparator.comparing((Step step) -> step.change().kind())
                    .thenComparing(Step::lever)
                    .thenComparing(step -> step.change().toString()))
            .collect(ImmutableList.toImmutableList());
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether amounts are in base-year prices and have to be carried to cash. */
  static boolean isCash(Quantity target) {
    return target instanceof Variable variable
        && variable.basis() != null
        && variable.basis().equals(PriceBasis.cash());
  }

  /** Whether a kind's size is an amount of the target's unit. */
  static boolean isAmount(Change.Kind kind) {
    return switch (kind) {
      case SHIFT, SET, PATH, FLOOR, CAP -> true;
      case MULTIPLY, MOVE, RULE, SHARE -> false;
    };
  }

  /** What a payer takes over of the target, a cost line's need. */
  static Variable taken(Quantity line, Payer payer) {
    return Variable.money(
        "policyShare." + line.name().replaceFirst("^need\\.", "") + "." + payer.id(),
        "share of " + line.label() + " that " + payer + " take over",
        Unit.GBP_MILLION,
        PriceBasis.cash());
  }

  /**
   * Applies the steps to a column that holds the values without levers.
   *
   * @param block the year
   * @param value the column
   * @param sourceOf gives the unchanged column of the source of a move
   */
  void apply(Block block, double[] value, Function<Quantity, double[]> sourceOf) {
    clearTaken(block);
    int year = baseYear.yearsUntil(block.year());
    boolean changed = false;
    boolean shared = false;
    for (Step step : steps) {
      if (step.change.kind() == Change.Kind.SHARE && !shared) {
        System.arraycopy(value, 0, block.scratch(WHOLE), 0, block.draws());
        shared = true;
      }
      double strength = step.strengths.get(year);
      if (strength > 0) {
        changed = true;
        apply(step, strength, block, value, sourceOf);
      }
    }
    if (changed && withinBounds && target instanceof Parameter parameter) {
      for (int i = 0; i < block.draws(); i++) {
        value[i] = Math.min(Math.max(value[i], parameter.lower()), parameter.upper());
      }
    }
  }

  private void clearTaken(Block block) {
    for (Step step : steps) {
      if (step.change.kind() == Change.Kind.SHARE) {
        Arrays.fill(
            block.column(taken(target, Objects.requireNonNull(step.change.payer()))),
            0,
            block.draws(),
            0);
      }
    }
  }

  private void apply(
      Step step, double s, Block block, double[] x, Function<Quantity, double[]> sourceOf) {
    Change change = step.change;
    switch (change.kind()) {
      case MULTIPLY -> multiply(x, s, block.column(step.size()), block.draws());
      case MOVE ->
          move(
              x,
              step.outward ? -s : s,
              block.column(step.size()),
              sourceOf.apply(Objects.requireNonNull(change.source())),
              block.draws());
      case SHIFT -> shift(x, s, amount(step, block), block.draws());
      case SET, PATH -> set(x, s, amount(step, block), block.draws());
      case FLOOR -> floor(x, s, amount(step, block), block.draws());
      case CAP -> cap(x, s, amount(step, block), block.draws());
      case RULE -> rule(x, s, block.column(step.size()), change, block.draws());
      case SHARE ->
          share(
              x,
              s,
              block.column(step.size()),
              block.scratch(WHOLE),
              block.column(taken(target, Objects.requireNonNull(change.payer()))),
              block.draws());
    }
  }

  /** The draws of an amount; of money in cash, in the prices of the year. */
  private double[] amount(Step step, Block block) {
    double[] amount = block.scratch(0);
    if (step.change.kind() == Change.Kind.PATH) {
      Arrays.fill(amount, 0, block.draws(), valueIn(step.change, block.year()));
    } else {
      System.arraycopy(block.column(step.size()), 0, amount, 0, block.draws());
    }
    if (isCash(target)) {
      double[] deflator = block.column(Inflation.DEFLATOR);
      for (int i = 0; i < block.draws(); i++) {
        amount[i] *= deflator[i];
      }
    }
    return amount;
  }

  /** The value of a path in a year in which its lever is in force. */
  static double valueIn(Change change, FinancialYear year) {
    return change.path().floorEntry(year).getValue();
  }

  private static void multiply(double[] x, double s, double[] change, int n) {
    for (int i = 0; i < n; i++) {
      x[i] *= 1 + s * change[i];
    }
  }

  private static void move(double[] x, double s, double[] share, double[] source, int n) {
    for (int i = 0; i < n; i++) {
      x[i] += s * share[i] * source[i];
    }
  }

  private static void shift(double[] x, double s, double[] amount, int n) {
    for (int i = 0; i < n; i++) {
      x[i] += s * amount[i];
    }
  }

  /** At full strength the value itself, which x + (e - x) need not be in floating point. */
  private static void set(double[] x, double s, double[] value, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = s == 1 ? value[i] : x[i] + s * (value[i] - x[i]);
    }
  }

  private static void floor(double[] x, double s, double[] least, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = s == 1 ? Math.max(x[i], least[i]) : x[i] + s * Math.max(0, least[i] - x[i]);
    }
  }

  private static void cap(double[] x, double s, double[] most, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = s == 1 ? Math.min(x[i], most[i]) : x[i] - s * Math.max(0, x[i] - most[i]);
    }
  }

  private static void rule(double[] x, double s, double[] size, Change change, int n) {
    LeverRule rule = Objects.requireNonNull(change.rule());
    for (int i = 0; i < n; i++) {
      x[i] = rule.apply(x[i], size[i], s);
    }
  }

  /** Of the whole bill, so that several shares do not depend on each other. */
  private static void share(
      double[] x, double s, double[] share, double[] whole, double[] taken, int n) {
    for (int i = 0; i < n; i++) {
      double part = s * share[i] * whole[i];
      taken[i] += part;
      x[i] -= part;
    }
  }
}
