package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.fundinggap.funding.Funding;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;

/**
 * O4b: funding that is not tied to new services, less own streams that are. F3 does the same with
 * the streams of the register, and keeps a formula of its own, by which models are recognised.
 *
 * @param all what F3 makes of all funding, own streams included
 * @param tied amounts of own streams that are tied
 */
record OwnUntied(Variable all, List<Variable> tied) implements Formula {
  OwnUntied {
    tied = ImmutableList.copyOf(tied);
  }

  Equation equation() {
    String text = Funding.UNTIED.label() + ", less own streams that are, where positive";
    return Equation.of("O4b", text)
        .reads(all)
        .reads(tied.toArray(Variable[]::new))
        .writes(Funding.UNTIED)
        .as(this);
  }

  @Override
  public void apply(Block block) {
    double[] left = block.column(Funding.UNTIED);
    System.arraycopy(block.column(all), 0, left, 0, block.draws());
    for (Variable stream : tied) {
      double[] amount = block.column(stream);
      for (int i = 0; i < block.draws(); i++) {
        left[i] -= Math.max(0, amount[i]);
      }
    }
  }
}
