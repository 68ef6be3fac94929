package org.fundinggap.funding;

import java.util.Arrays;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;

/** F1: the equation of each funding rule. */
final class FundingEquations {
  private FundingEquations() {}

  static Equation of(FundingStream stream) {
    FundingRule rule = stream.rule();
    Variable amount = stream.amount();
    Equation.Builder equation =
        Equation.of("F1." + stream.id(), stream.label() + ": " + rule.label()).writes(amount);
    return switch (rule) {
      case CASH_FLAT -> equation.readsLastYear(amount).as(new CashFlat(amount));
      case REAL_FLAT ->
          equation.readsLastYear(amount).reads(Inflation.INFLATION).as(new RealFlat(amount));
      case COUNCIL_TAX ->
          equation
              .readsLastYear(amount)
              .uses(FundingRule.COUNCIL_TAX_GROWTH)
              .as(new CouncilTax(amount));
      case CONSTANT_GROWTH ->
          equation
              .readsLastYear(amount)
              .uses(stream.growth())
              .as(new ConstantGrowth(amount, stream.growth()));
      case FOLLOWS_OUTTURN ->
          equation
              .readsLastYear(Cost.SPENDING, Funding.UNTIED, amount)
              .uses(stream.outturnShare(), stream.outturnSpread(), stream.outturnShock())
              .as(
                  new FollowsOutturn(
                      amount,
                      stream.outturnShare(),
                      stream.outturnSpread(),
                      stream.outturnShock()));
      case FOLLOWS_NEED ->
          equation.readsLastYear(amount, Funding.NEED_GROWTH).as(new FollowsNeed(amount));
      case PER_ASYLUM_SEEKING_CHILD ->
          equation
              .readsLastYear(amount, CareEntries.ASYLUM_AVERAGE)
              .reads(CareEntries.ASYLUM_AVERAGE)
              .as(new PerChild(amount));
      case SCHEDULED ->
          equation.uses(stream.schedule()).as(new Scheduled(amount, stream.schedule()));
    };
  }

  private record CashFlat(Variable amount) implements Formula {
    @Override
    public void apply(Block block) {
      System.arraycopy(block.lastYear(amount), 0, block.column(amount), 0, block.draws());
    }
  }

  private record RealFlat(Variable amount) implements Formula {
    @Override
    public void apply(Block block) {
      double[] inflation = block.column(Inflation.INFLATION);
      Shapes.grow(block.lastYear(amount), inflation, block.column(amount), block.draws());
    }
  }

  private record CouncilTax(Variable amount) implements Formula {
    @Override
    public void apply(Block block) {
      double factor = 1 + block.value(FundingRule.COUNCIL_TAX_GROWTH);
      double[] before = block.lastYear(amount);
      double[] now = block.column(amount);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * factor;
      }
    }
  }

  private record ConstantGrowth(Variable amount, Parameter growth) implements Formula {
    @Override
    public void apply(Block block) {
      double[] rate = block.column(growth);
      double[] before = block.lastYear(amount);
      double[] now = block.column(amount);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * (1 + rate[i]);
      }
    }
  }

  private record FollowsOutturn(Variable amount, Parameter share, Parameter spread, Shock shock)
      implements Formula {
    @Override
    public void apply(Block block) {
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
    }
  }

  private record FollowsNeed(Variable amount) implements Formula {
    @Override
    public void apply(Block block) {
      double[] growth = block.lastYear(Funding.NEED_GROWTH);
      double[] before = block.lastYear(amount);
      double[] now = block.column(amount);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * growth[i];
      }
    }
  }

  private record PerChild(Variable amount) implements Formula {
    @Override
    public void apply(Block block) {
      double[] last = block.lastYear(CareEntries.ASYLUM_AVERAGE);
      double[] children = block.column(CareEntries.ASYLUM_AVERAGE);
      double[] before = block.lastYear(amount);
      double[] now = block.column(amount);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * (last[i] == 0 ? 1 : children[i] / last[i]);
      }
    }
  }

  private record Scheduled(Variable amount, Schedule byYear) implements Formula {
    @Override
    public void apply(Block block) {
      Arrays.fill(block.column(amount), 0, block.draws(), block.value(byYear));
    }
  }
}
