package org.fundinggap.funding;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** All equations of funding and of the gap, in the order in which they run. */
public final class Funding {
  /** All funding together, GBP million cash. */
  public static final Variable FUNDING =
      Variable.money("funding", "funding, net", Unit.GBP_MILLION, PriceBasis.cash());

  /** Funding that is not tied to new services, GBP million cash. */
  public static final Variable UNTIED =
      Variable.money(
          "generalFunding",
          "funding not tied to new services",
          Unit.GBP_MILLION,
          PriceBasis.cash());

  /** Need over need in the year before. */
  public static final Variable NEED_GROWTH =
      Variable.of("needGrowth", "need over last year's need", Unit.RATIO);

  private Funding() {}

  /**
   * Equations F0 to F3, G1 to G3 and D9e for some streams.
   *
   * @param streams where funding comes from; at least one, with different ids
   * @param baseYear the base year, whose prices real gaps are in
   * @return immutable, to follow the equations of cost
   * @throws InvalidInputException if there is no stream or two share an id
   */
  public static List<Equation> equations(List<FundingStream> streams, FinancialYear baseYear) {
    List<String> problems = new ArrayList<>();
    if (streams.isEmpty()) {
      problems.add("streams must hold at least one stream, had none; add core funding");
    }
    long ids = streams.stream().map(FundingStream::id).distinct().count();
    if (ids != streams.size()) {
      problems.add(
          "ids of streams must differ, were "
              + streams.stream().map(FundingStream::id).toList()
              + "; rename one");
    }
    InvalidInputException.throwIfAny("funding", problems);
    List<Equation> equations = new ArrayList<>();
    equations.add(needGrowth());
    // Where core funding is settled it is what the others leave of the settlement.
    streams.stream()
        .sorted(Comparator.comparing(FundingStream.Core.class::isInstance))
        .forEach(stream -> equations.add(stream.equation()));
    equations.add(Shapes.sum("F2", FUNDING, streams.stream().map(FundingStream::amount).toList()));
    ImmutableList<Variable> tied =
        streams.stream()
            .filter(FundingStream::tied)
            .map(FundingStream::amount)
            .collect(ImmutableList.toImmutableList());
    equations.add(general(tied));
    equations.addAll(Gap.equations(baseYear));
    equations.add(EarlyHelpCuts.level(tied));
    return List.copyOf(equations);
  }

  private static Equation general(ImmutableList<Variable> tied) {
    return Equation.of(
            "F3",
            "general funding = funding - streams tied to new services, where they are positive")
        .reads(FUNDING)
        .reads(tied.toArray(Variable[]::new))
        .writes(UNTIED)
        .as(new General(tied));
  }

  private record General(ImmutableList<Variable> tied) implements Formula {
    @Override
    public void apply(Block block) {
      double[] general = block.column(UNTIED);
      System.arraycopy(block.column(FUNDING), 0, general, 0, block.draws());
      for (Variable stream : tied) {
        double[] amount = block.column(stream);
        for (int i = 0; i < block.draws(); i++) {
          general[i] -= Math.max(0, amount[i]);
        }
      }
    }
  }

  private static Equation needGrowth() {
    return Equation.of("F0", "growth of need = need / last year's, 1 where that is zero")
        .readsLastYear(Cost.NEED)
        .reads(Cost.NEED)
        .writes(NEED_GROWTH)
        .as(new NeedGrowth());
  }

  private record NeedGrowth() implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(Cost.NEED);
      double[] now = block.column(Cost.NEED);
      double[] growth = block.column(NEED_GROWTH);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = before[i] == 0 ? 1 : now[i] / before[i];
      }
    }
  }
}
