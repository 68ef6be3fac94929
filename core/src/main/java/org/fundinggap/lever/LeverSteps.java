package org.fundinggap.lever;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Comparator;
import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * L1: all that the levers of a scenario do to one quantity, in the order of {@link Action#order}
 * and, within a kind, of the levers' names. Equal to another that does the same.
 *
 * @param target what the steps change
 * @param written where the changed values go
 * @param baseYear the first year of the strengths
 * @param withinBounds whether a parameter is kept within its bounds
 * @param withOwnCosts whether what levers cost councils is added behind all steps
 * @param steps given in any order
 */
record LeverSteps(
    Quantity target,
    Variable written,
    FinancialYear baseYear,
    boolean withinBounds,
    boolean withOwnCosts,
    List<Step> steps)
    implements Formula {

  /**
   * One change by one lever.
   *
   * @param lever its name
   * @param action what is done
   * @param strengths by year since the base year
   */
  record Step(String lever, Action action, ImmutableDoubleArray strengths) {}

  private static final Comparator<Step> ORDER =
      Comparator.comparingInt((Step step) -> step.action.order())
          .thenComparing(Step::lever)
          .thenComparing(step -> step.action.toString());

  LeverSteps {
    steps = ImmutableList.sortedCopyOf(ORDER, steps);
  }

  @Override
  public void apply(Block block) {
    double[] values = block.column(written);
    System.arraycopy(ChangedColumn.unchanged(block, target), 0, values, 0, block.draws());
    boolean changed = applySteps(block, values);
    if (changed && withinBounds && target instanceof Parameter parameter) {
      for (int i = 0; i < block.draws(); i++) {
        values[i] = Math.min(Math.max(values[i], parameter.lower()), parameter.upper());
      }
    }
    if (withOwnCosts) {
      double[] cost = block.column(Payer.COUNCILS.cost());
      for (int i = 0; i < block.draws(); i++) {
        values[i] += cost[i];
      }
    }
  }

  /** Whether any step has an effect in the year. */
  private boolean applySteps(Block block, double[] values) {
    int year = baseYear.yearsUntil(block.year());
    int begun = Integer.MIN_VALUE;
    boolean changed = false;
    for (Step step : steps) {
      int kind = step.action.order();
      if (kind != begun) {
        begin(kind, block, values);
        begun = kind;
      }
      double strength = step.strengths.get(year);
      if (strength > 0) {
        changed = true;
        step.action.apply(new ChangedColumn(block, target, values, strength));
      }
    }
    return changed;
  }

  private void begin(int kind, Block block, double[] values) {
    for (Step step : steps) {
      if (step.action.order() == kind) {
        step.action.begin(new ChangedColumn(block, target, values, 0));
      }
    }
  }
}
