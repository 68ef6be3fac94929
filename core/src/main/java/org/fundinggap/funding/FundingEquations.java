package org.fundinggap.funding;

import java.util.Arrays;
import java.util.Optional;
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
import org.fundinggap.quantity.FinancialYear;

/** F1: the equation of each funding rule. */
final class FundingEquations {
  private FundingEquations() {}

  static Equation of(FundingStream stream) {
    Optional<FinancialYear> settledTo =
        stream instanceof FundingStream.Core core ? core.settledTo() : Optional.empty();
    String until = settledTo.map(last -> "as settled to " + last + ", then ").orElse("");
    Equation.Builder equation =
        Equation.of("F1." + stream.id(), stream.label() + ": " + until + stream.rule().label())
            .writes(stream.amount());
    Formula rule = rule(equation, stream);
    return equation.as(settledTo.map(last -> settled(equation, stream, last, rule)).orElse(rule));
  }

  /** Tells the equation what the stream's rule reads. */
  private static Formula rule(Equation.Builder equation, FundingStream stream) {
    Variable amount = stream.amount();
    if (stream.rule() != FundingRule.SCHEDULED && stream.rule() != FundingRule.FOLLOWS_OUTTURN) {
      equation.readsLastYear(amount);
    }
    switch (stream.rule()) {
      case CASH_FLAT -> {
        return new CashFlat(amount);
      }
      case REAL_FLAT -> {
        equation.reads(Inflation.INFLATION);
        return new RealFlat(amount);
      }
      case COUNCIL_TAX -> {
        equation.uses(FundingRule.COUNCIL_TAX_GROWTH);
        return new CouncilTax(amount);
      }
      case CONSTANT_GROWTH -> {
        equation.uses(stream.growth());
        return new ConstantGrowth(amount, stream.growth());
      }
      case FOLLOWS_OUTTURN -> {
        return followsOutturn(equation, stream);
      }
      case FOLLOWS_NEED -> {
        equation.readsLastYear(Funding.NEED_GROWTH);
        return new FollowsNeed(amount);
      }
      case PER_ASYLUM_SEEKING_CHILD -> {
        equation.readsLastYear(CareEntries.ASYLUM_AVERAGE).reads(CareEntries.ASYLUM_AVERAGE);
        return new PerChild(amount);
      }
      case SCHEDULED -> {
        equation.uses(stream.schedule());
        return new Scheduled(amount, stream.schedule());
      }
    }
    throw new AssertionError(stream.rule());
  }

  private static Formula followsOutturn(Equation.Builder equation, FundingStream stream) {
    equation
        .readsLastYear(Cost.SPENDING, Funding.UNTIED, stream.amount())
        .uses(stream.outturnShare(), stream.outturnSpread(), stream.outturnShock());
    return new FollowsOutturn(
        stream.amount(), stream.outturnShare(), stream.outturnSpread(), stream.outturnShock());
  }

  /**
   * What is settled is all general funding, so that core funding is what the asylum grant leaves.
   */
  private static Formula settled(
      Equation.Builder equation, FundingStream stream, FinancialYear last, Formula then) {
    Variable asylum = FundingStream.asylum().amount();
    equation.reads(asylum).uses(stream.schedule());
    return new Settled(stream.amount(), stream.schedule(), asylum, last, then);
  }

  private record Settled(
      Variable amount, Schedule general, Variable asylum, FinancialYear last, Formula then)
      implements Formula {
    @Override
    public void apply(Block block) {
      if (block.year().compareTo(last) > 0) {
        then.apply(block);
        return;
      }
      double[] now = block.column(amount);
      double[] grant = block.column(asylum);
      double all = block.value(general);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = all - grant[i];
      }
    }
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
