package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;

/**
 * O3: what is left of a cost line that holds own lines already: all of it, less the share that they
 * have of it in the base year.
 *
 * @param line the cost line
 * @param whole what it costs with them
 * @param parts the own lines
 */
record OwnRest(CostLine line, Variable whole, List<OwnLine> parts) implements Formula {
  OwnRest {
    parts = ImmutableList.copyOf(parts);
  }

  Equation equation() {
    Equation.Builder equation =
        Equation.of(
                "O3." + line.name(),
                line.need().label()
                    + ", without own lines = all of it x (1 - their shares in the base year)")
            .reads(whole)
            .writes(line.need());
    for (OwnLine part : parts) {
      equation.uses(part.shareOfLine());
      if (part.amount() instanceof OwnLine.Each) {
        equation.uses(part.unitCost());
      }
    }
    return equation.as(this);
  }

  @Override
  public void apply(Block block) {
    double[] all = block.column(whole);
    double[] shares = block.scratch(0);
    Arrays.fill(shares, 0, block.draws(), 0);
    parts.forEach(part -> addShare(block, part, shares));
    double[] rest = block.column(line.need());
    for (int i = 0; i < block.draws(); i++) {
      rest[i] = all[i] * (1 - shares[i]);
    }
  }

  private static void addShare(Block block, OwnLine part, double[] shares) {
    double[] share = block.column(part.shareOfLine());
    if (part.amount() instanceof OwnLine.Each) {
      double[] unitCost = block.column(part.unitCost());
      for (int i = 0; i < block.draws(); i++) {
        shares[i] += share[i] * unitCost[i];
      }
      return;
    }
    for (int i = 0; i < block.draws(); i++) {
      shares[i] += share[i];
    }
  }
}
