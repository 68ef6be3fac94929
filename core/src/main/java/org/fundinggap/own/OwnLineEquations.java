package org.fundinggap.own;

import java.util.Arrays;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;

/** O1: what an own cost line costs, section 251 gross. */
final class OwnLineEquations {
  private static final String ID = "O1.";
  private static final double MILLION = 1e6;

  private OwnLineEquations() {}

  static Equation amount(OwnLine line) {
    String id = ID + line.id();
    String label = line.need().label();
    if (line.amount() instanceof OwnLine.Each each) {
      Variable price = line.price().orElseThrow();
      return Equation.of(id, label + " = volume x unit cost x price / 10^6")
          .reads(each.volume(), price)
          .uses(line.unitCost())
          .writes(line.need())
          .as(new Product(each.volume(), line.unitCost(), price, line.need()));
    }
    if (line.amount() instanceof OwnLine.Column column) {
      return Equation.of(id, label + " = " + column.variable().label())
          .reads(column.variable())
          .writes(line.need())
          .as(new Copy(column.variable(), line.need()));
    }
    return Equation.of(id, label + ", by year")
        .uses(line.schedule())
        .writes(line.need())
        .as(new ByYear(line.schedule(), line.need()));
  }

  private record Product(Variable volume, Parameter unitCost, Variable price, Variable need)
      implements Formula {
    @Override
    public void apply(Block block) {
      double[] units = block.column(volume);
      double[] costs = block.column(unitCost);
      double[] prices = block.column(price);
      double[] amounts = block.column(need);
      for (int i = 0; i < block.draws(); i++) {
        amounts[i] = units[i] * costs[i] / MILLION * prices[i];
      }
    }
  }

  private record Copy(Variable from, Variable need) implements Formula {
    @Override
    public void apply(Block block) {
      System.arraycopy(block.column(from), 0, block.column(need), 0, block.draws());
    }
  }

  private record ByYear(Schedule amounts, Variable need) implements Formula {
    @Override
    public void apply(Block block) {
      Arrays.fill(block.column(need), 0, block.draws(), block.value(amounts));
    }
  }
}
