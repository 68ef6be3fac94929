package org.fundinggap.funding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * G1 to G3: three definitions of a gap, positive when funding falls short.
 *
 * <p>They are different animals and never share an axis without saying so. The stand-still gap is
 * what the base year's service and policy would cost, less funding; cutting a service does not
 * lower it. The budget gap is what is spent under the policy of the year, less funding: an
 * overspend. The need gap adds what restores early help for each child to its real level of
 * 2010-11.
 *
 * <p>Funding that is tied to new services cannot pay for the base year's, so the first two leave it
 * out, and the services that it buys as well; the third counts it.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values
public enum Gap {
  /** G1: need at the base year's service level and policy, less general funding. */
  STAND_STILL("standStillGap", "stand-still gap", "G1", List.of(Cost.NEED), Funding.UNTIED),
  /** G2: spending under the policy of the year, less general funding. */
  BUDGET("budgetGap", "budget gap", "G2", List.of(Cost.SPENDING), Funding.UNTIED),
  /** G3: need and what restores early help to its level of 2010-11, less all funding. */
  NEED("needGap", "need gap", "G3", List.of(Cost.NEED, Cost.RESTORATION), Funding.FUNDING);

  private final String id;
  private final String label;
  private final String number;
  private final List<Variable> costs;
  private final Variable funding;
  private final Variable cash;

  Gap(String id, String label, String number, List<Variable> costs, Variable funding) {
    this.id = id;
    this.label = label;
    this.number = number;
    this.costs = costs;
    this.funding = funding;
    this.cash = Variable.money(id, label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * The gap in cash, GBP million.
   *
   * @return the variable
   */
  public Variable cash() {
    return cash;
  }

  /**
   * The gap in real terms, GBP million, by the deflator of each draw.
   *
   * @param baseYear the base year of the projection, whose prices are used
   * @return the variable
   */
  public Variable real(FinancialYear baseYear) {
    return Variable.money(
        id + "Real", label + ", real", Unit.GBP_MILLION, PriceBasis.real(baseYear));
  }

  /**
   * What the gap is called, without definition or rule.
   *
   * @return such as {@code stand-still gap}
   */
  public String label() {
    return label;
  }

  /**
   * The definition in one sentence, for tables and charts.
   *
   * @return a sentence
   */
  public String definition() {
    return switch (this) {
      case STAND_STILL ->
          "Stand-still gap: cost of the base year's service level and policy, less funding that is"
              + " not tied to new services.";
      case BUDGET ->
          "Budget gap: spending under the policy of the year, less funding (an overspend); new"
              + " services and the grants tied to them are left out.";
      case NEED ->
          "Need gap: cost of the base year's service level and of restoring early help for each"
              + " child to its real level of 2010-11, less all funding.";
    };
  }

  static List<Equation> equations(FinancialYear baseYear) {
    List<Equation> equations = new ArrayList<>();
    for (Gap gap : values()) {
      Variable real = gap.real(baseYear);
      String costs = gap.costs.stream().map(Variable::label).collect(Collectors.joining(" + "));
      equations.add(
          Equation.of(
                  gap.number,
                  gap.label + " = " + costs + " - " + gap.funding.label() + "; real = / deflator")
              .reads(gap.costs.toArray(Variable[]::new))
              .reads(gap.funding, Inflation.DEFLATOR)
              .writes(gap.cash, real)
              .as(new Year(gap, real)));
    }
    return equations;
  }

  private record Year(Gap gap, Variable real) implements Formula {
    @Override
    public void apply(Block block) {
      double[] inCash = block.column(gap.cash);
      double[] inPrices = block.column(real);
      Arrays.fill(inCash, 0, block.draws(), 0);
      for (Variable cost : gap.costs) {
        double[] amount = block.column(cost);
        for (int i = 0; i < block.draws(); i++) {
          inCash[i] += amount[i];
        }
      }
      double[] available = block.column(gap.funding);
      double[] deflator = block.column(Inflation.DEFLATOR);
      for (int i = 0; i < block.draws(); i++) {
        inCash[i] -= available[i];
        inPrices[i] = inCash[i] / deflator[i];
      }
    }
  }
}
