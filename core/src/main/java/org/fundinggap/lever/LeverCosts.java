package org.fundinggap.lever;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * L2: what the levers of a scenario cost a payer. Equal to another that does the same.
 *
 * @param payer who pays
 * @param items own costs, in the order of the levers' names
 * @param taken what the payer takes over of cost lines, section 251 gross
 * @param baseYear the first year of the strengths
 */
record LeverCosts(Payer payer, List<Item> items, List<Variable> taken, FinancialYear baseYear)
    implements Formula {
  static final String COSTS = "L2.";
  private static final double MILLION = 1e6;

  /**
   * One cost of one lever.
   *
   * @param cost how much
   * @param strengths by year since the base year
   */
  record Item(OwnCost cost, ImmutableDoubleArray strengths) {}

  LeverCosts {
    items = ImmutableList.copyOf(items);
    taken = ImmutableList.copyOf(taken);
  }

  /** What writes {@link Payer#cost} and, if there is any, {@link Payer#takenOver}. */
  Equation equation() {
    Equation.Builder builder =
        Equation.of(
                COSTS + payer.id(),
                payer.cost().label()
                    + " = strength x amount x deflator, for each of a volume / 10^6, + shares of"
                    + " lines taken over x (1 + scope) x (1 - income)")
            .writes(payer.cost())
            .reads(taken.toArray(Variable[]::new));
    if (!taken.isEmpty()) {
      builder.uses(Cost.SCOPE, Cost.INCOME).writes(payer.takenOver());
    }
    for (Item item : items) {
      builder.reads(Inflation.DEFLATOR);
      item.cost.drawn().declare(builder);
      if (item.cost.volume() != null) {
        builder.reads(item.cost.volume());
      }
    }
    return builder.as(this);
  }

  @Override
  public void apply(Block block) {
    double[] total = block.column(payer.cost());
    Arrays.fill(total, 0, block.draws(), 0);
    int year = baseYear.yearsUntil(block.year());
    items.forEach(item -> add(block, item, item.strengths.get(year), total));
    if (!taken.isEmpty()) {
      double[] bills = block.column(payer.takenOver());
      Arrays.fill(bills, 0, block.draws(), 0);
      taken.forEach(part -> addNet(block, block.column(part), bills));
      add(bills, total, block.draws());
    }
  }

  private static void add(Block block, Item item, double strength, double[] total) {
    if (strength == 0) {
      return;
    }
    double[] amount = ChangedColumn.drawn(block, item.cost.drawn());
    double[] deflator = block.column(Inflation.DEFLATOR);
    Variable volume = item.cost.volume();
    if (volume == null) {
      for (int i = 0; i < block.draws(); i++) {
        total[i] += strength * amount[i] * deflator[i];
      }
      return;
    }
    double[] units = block.column(volume);
    for (int i = 0; i < block.draws(); i++) {
      total[i] += strength * amount[i] * units[i] / MILLION * deflator[i];
    }
  }

  private static void add(double[] term, double[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += term[i];
    }
  }

  /** From the gross basis of cost lines to the net one of need, spending and funding. */
  private static void addNet(Block block, double[] gross, double[] total) {
    double[] scope = block.column(Cost.SCOPE);
    double[] income = block.column(Cost.INCOME);
    for (int i = 0; i < block.draws(); i++) {
      total[i] += gross[i] * (1 + scope[i]) * (1 - income[i]);
    }
  }
}
