package org.fundinggap.funding;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;

/** F1: the equation of each funding rule. */
final class FundingEquations {
  private FundingEquations() {}

  static Equation of(FundingRule rule, FundingStream stream) {
    Variable amount = stream.amount();
    Equation.Builder equation =
        Equation.of("F1." + stream.id(), stream.label() + ": " + rule.label()).writes(amount);
    return switch (rule) {
      case CASH_FLAT -> equation.readsLastYear(amount).as(growing(amount, block -> 0));
      case COUNCIL_TAX ->
          equation
              .readsLastYear(amount)
              .uses(FundingRule.COUNCIL_TAX_GROWTH)
              .as(growing(amount, block -> block.value(FundingRule.COUNCIL_TAX_GROWTH)));
      case REAL_FLAT ->
          equation
              .readsLastYear(amount)
              .reads(Inflation.INFLATION)
              .as(block -> realFlat(block, amount));
      case CONSTANT_GROWTH ->
          equation
              .readsLastYear(amount)
              .uses(stream.growth())
              .as(block -> constantGrowth(block, amount, stream.growth()));
      case FOLLOWS_OUTTURN -> followsOutturn(equation, stream);
      case FOLLOWS_NEED ->
          equation
              .readsLastYear(amount, Funding.NEED_GROWTH)
              .as(block -> followsNeed(block, amount));
      case PER_ASYLUM_SEEKING_CHILD ->
          equation
              .readsLastYear(amount, CareEntries.ASYLUM_AVERAGE)
              .reads(CareEntries.ASYLUM_AVERAGE)
              .as(block -> perChild(block, amount));
      case SCHEDULED ->
          equation
              .uses(stream.schedule())
              .as(
                  block ->
                      Arrays.fill(
                          block.column(amount), 0, block.draws(), block.value(stream.schedule())));
    };
  }

  private static Formula growing(Variable amount, ToDoubleFunction<Block> growth) {
    return block -> {
      double factor = 1 + growth.applyAsDouble(block);
      double[] before = block.lastYear(amount);
      double[] now = block.column(amount);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * factor;
      }
    };
  }

  private static void constantGrowth(Block block, Variable amount, Parameter growth) {
    double[] rate = block.column(growth);
    double[] before = block.lastYear(amount);
    double[] now = block.column(amount);
    for (int i = 0; i < block.draws(); i++) {
      now[i] = before[i] * (1 + rate[i]);
    }
  }

  private static void realFlat(Block block, Variable amount) {
    double[] inflation = block.column(Inflation.INFLATION);
    Shapes.grow(block.lastYear(amount), inflation, block.column(amount), block.draws());
  }

  private static Equation followsOutturn(Equation.Builder equation, FundingStream stream) {
    Variable amount = stream.amount();
    Parameter share = stream.outturnShare();
    Parameter spread = stream.outturnSpread();
    Shock shock = stream.outturnShock();
    return equation
        .readsLastYear(Cost.SPENDING, Funding.UNTIED, amount)
        .uses(share, spread, shock)
        .as(
            block -> {
              double[] outturn = block.lastYear(Cost.SPENDING);
              double[] general = block.lastYear(Funding.UNTIED);
              double[] before = block.lastYear(amount);
              double[] shares = block.column(share);
              double[] spreads = block.column(spread);
              double[] shocks = block.column(shock);
              double[] now = block.column(amount);
              for (int i = 0; i < block.draws(); i++) {
                // What other streams paid of the outturn is not for this one to follow.
                double paid = outturn[i] - general[i] + before[i];
                now[i] = paid * (shares[i] + spreads[i] * shocks[i]);
              }
            });
  }

  private static void perChild(Block block, Variable amount) {
    double[] last = block.lastYear(CareEntries.ASYLUM_AVERAGE);
    double[] children = block.column(CareEntries.ASYLUM_AVERAGE);
    double[] before = block.lastYear(amount);
    double[] now = block.column(amount);
    for (int i = 0; i < block.draws(); i++) {
      now[i] = before[i] * (last[i] == 0 ? 1 : children[i] / last[i]);
    }
  }

  private static void followsNeed(Block block, Variable amount) {
    double[] growth = block.lastYear(Funding.NEED_GROWTH);
    double[] before = block.lastYear(amount);
    double[] now = block.column(amount);
    for (int i = 0; i < block.draws(); i++) {
      now[i] = before[i] * growth[i];
    }
  }
}
