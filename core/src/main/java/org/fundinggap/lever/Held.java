package org.fundinggap.lever;

import java.util.NavigableMap;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * An equation's arithmetic and behind it, in known years, the known value in place of what it
 * wrote. What makes a stock end the year higher or lower has built up evenly over the year, so its
 * average moves by half of that.
 *
 * @param formula the arithmetic
 * @param target what is known
 * @param average of the stock that is known; null for what is no stock
 * @param real whether values are in base-year prices, and the target is in cash
 * @param values by year; immutable
 */
record Held(
    Formula formula,
    Variable target,
    @Nullable Variable average,
    boolean real,
    NavigableMap<FinancialYear, Double> values)
    implements Formula {
  @Override
  public void apply(Block block) {
    formula.apply(block);
    Double known = values.get(block.year());
    if (known == null) {
      return;
    }
    double[] x = block.column(target);
    if (average != null) {
      double[] mean = block.column(average);
      for (int i = 0; i < block.draws(); i++) {
        mean[i] += (known - x[i]) / 2;
      }
    }
    for (int i = 0; i < block.draws(); i++) {
      x[i] = known;
    }
    if (real) {
      double[] deflator = block.column(Inflation.DEFLATOR);
      for (int i = 0; i < block.draws(); i++) {
        x[i] *= deflator[i];
      }
    }
  }
}
