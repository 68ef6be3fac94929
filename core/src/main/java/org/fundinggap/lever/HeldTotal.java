package org.fundinggap.lever;

import java.util.NavigableMap;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.model.Block;
import org.fundinggap.model.Formula;
import org.fundinggap.quantity.FinancialYear;

/**
 * The placement chain and behind it, in years in which the number of children looked after is
 * known, its stocks in the mix that it wrote, scaled so that with asylum-seeking children they add
 * up to that number. The difference has built up evenly over the year, so averages move by half of
 * it.
 *
 * @param formula the chain
 * @param values children looked after at the end of the year, by year; immutable
 */
record HeldTotal(Formula formula, NavigableMap<FinancialYear, Double> values) implements Formula {
  private static final int FACTOR = 0;

  @Override
  public void apply(Block block) {
    formula.apply(block);
    Double known = values.get(block.year());
    if (known == null) {
      return;
    }
    double[] factor = factor(known, block);
    for (Placement placement : Placement.values()) {
      double[] stock = block.column(placement.othersStock());
      double[] average = block.column(placement.othersAverage());
      for (int i = 0; i < block.draws(); i++) {
        double closing = stock[i];
        stock[i] = factor[i] * closing;
        average[i] += (stock[i] - closing) / 2;
      }
    }
  }

  /** What is known over what the chain wrote, both without asylum-seeking children. */
  private static double[] factor(double known, Block block) {
    double[] factor = block.scratch(FACTOR);
    double[] asylum = block.column(CareEntries.ASYLUM_STOCK);
    for (int i = 0; i < block.draws(); i++) {
      double sum = 0;
      for (Placement placement : Placement.values()) {
        sum += block.column(placement.othersStock())[i];
      }
      factor[i] = (known - asylum[i]) / sum;
    }
    return factor;
  }
}
