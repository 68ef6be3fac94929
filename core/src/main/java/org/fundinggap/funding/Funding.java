package org.fundinggap.funding;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.model.Equation;
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

  /** Streams whose money demand feels a year later. */
  private static final List<FundingStream> NEW_SERVICES =
      List.of(FundingStream.familiesFirst(), FundingStream.transformation());

  /** Made once, as those of demand are: runs under several rules can share demand and cost. */
  private static final Map<FundingStream, Equation> NEW_SERVICES_BY_YEAR =
      NEW_SERVICES.stream()
          .collect(
              ImmutableMap.toImmutableMap(
                  Function.identity(), stream -> stream.rule().equation(stream)));

  private static final Map<List<Variable>, Equation> EARLY_HELP =
      Stream.of(NEW_SERVICES, List.<FundingStream>of())
          .map(Funding::tied)
          .collect(ImmutableMap.toImmutableMap(Function.identity(), EarlyHelpCuts::level));

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
      problems.add("ids of streams must differ, were " + streams + "; rename one");
    }
    InvalidInputException.throwIfAny("funding", problems);
    List<Equation> equations = new ArrayList<>();
    equations.add(needGrowth());
    streams.forEach(stream -> equations.add(amount(stream)));
    equations.add(Shapes.sum("F2", FUNDING, streams.stream().map(FundingStream::amount).toList()));
    List<Variable> tied = tied(streams);
    equations.add(general(tied));
    equations.addAll(Gap.equations(baseYear));
    Equation earlyHelp = EARLY_HELP.get(tied);
    equations.add(earlyHelp == null ? EarlyHelpCuts.level(tied) : earlyHelp);
    return List.copyOf(equations);
  }

  private static List<Variable> tied(List<FundingStream> streams) {
    return streams.stream().filter(FundingStream::tied).map(FundingStream::amount).toList();
  }

  private static Equation amount(FundingStream stream) {
    Equation madeBefore = NEW_SERVICES_BY_YEAR.get(stream);
    return madeBefore == null ? stream.rule().equation(stream) : madeBefore;
  }

  private static Equation general(List<Variable> tied) {
    return Equation.of("F3", "general funding = funding - streams tied to new services")
        .reads(FUNDING)
        .reads(tied.toArray(Variable[]::new))
        .writes(UNTIED)
        .as(
            block -> {
              double[] general = block.column(UNTIED);
              System.arraycopy(block.column(FUNDING), 0, general, 0, block.draws());
              for (Variable stream : tied) {
                double[] amount = block.column(stream);
                for (int i = 0; i < block.draws(); i++) {
                  general[i] -= amount[i];
                }
              }
            });
  }

  private static Equation needGrowth() {
    return Equation.of("F0", "growth of need = need / last year's, 1 where that is zero")
        .readsLastYear(Cost.NEED)
        .reads(Cost.NEED)
        .writes(NEED_GROWTH)
        .as(
            block -> {
              double[] before = block.lastYear(Cost.NEED);
              double[] now = block.column(Cost.NEED);
              double[] growth = block.column(NEED_GROWTH);
              for (int i = 0; i < block.draws(); i++) {
                growth[i] = before[i] == 0 ? 1 : now[i] / before[i];
              }
            });
  }
}
