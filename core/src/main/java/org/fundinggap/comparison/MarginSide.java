package org.fundinggap.comparison;

import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/** One side of a difference at the margin. */
final class MarginSide {
  private MarginSide() {}

  /** Whether a variable that can be seen at the margin is in real terms; refuses any other. */
  static boolean isReal(Variable variable, FinancialYear baseYear) {
    Set<Variable> inCash = new LinkedHashSet<>(List.of(Cost.NEED, Cost.SPENDING));
    Arrays.stream(Gap.values()).map(Gap::cash).forEach(inCash::add);
    Set<Variable> real = new LinkedHashSet<>();
    Arrays.stream(Gap.values()).map(gap -> gap.real(baseYear)).forEach(real::add);
    if (!inCash.contains(variable) && !real.contains(variable)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
                  "variable at the margin must be need, spending or a gap",
                  variable,
                  Sets.union(inCash, real),
                  Variable::name)
              + "; differences(...) has all others");
    }
    return real.contains(variable);
  }

  /** The alternative, had it what is had at the margin. */
  static Differences.Side of(
      Projection projection, String alternative, Variable variable, Margin margin, boolean isReal) {
    Outcome outcome = Comparison.kept(projection, alternative, variable);
    Function<FinancialYear, Draws> paper =
        isReal ? deflated(projection, alternative, margin) : margin::onPaper;
    List<FinancialYear> years = margin.years().years();
    return new Differences.Side(
        alternative,
        years.stream()
            .map(year -> outcome.in(year).combine(paper.apply(year), (a, p) -> a - p))
            .toList(),
        years.stream().map(outcome::in).toList());
  }

  private static Function<FinancialYear, Draws> deflated(
      Projection projection, String scenario, Margin margin) {
    Outcome deflator = Comparison.kept(projection, scenario, Inflation.DEFLATOR);
    return year -> margin.onPaper(year).combine(deflator.in(year), (cash, index) -> cash / index);
  }
}
