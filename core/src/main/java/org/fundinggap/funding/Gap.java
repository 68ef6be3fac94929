package org.fundinggap.funding;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * G1 and G2: two definitions of a gap, positive when funding falls short.
 *
 * <p>They are different animals and never share an axis without saying so. The stand-still gap is
 * what the base year's service and policy would cost, less funding; cutting a service does not
 * lower it. The budget gap is what is spent under the policy of the year, less funding: an
 * overspend.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values
public enum Gap {
  /** G1: need at the base year's service level and policy, less funding. */
  STAND_STILL("standStillGap", "stand-still gap", "G1", Cost.NEED),
  /** G2: spending under the policy of the year, less funding. */
  BUDGET("budgetGap", "budget gap", "G2", Cost.SPENDING);

  private final String id;
  private final String label;
  private final String number;
  private final Variable cost;
  private final Variable cash;

  Gap(String id, String label, String number, Variable cost) {
    this.id = id;
    this.label = label;
    this.number = number;
    this.cost = cost;
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
    return this == STAND_STILL
        ? "Stand-still gap: cost of the base year's service level and policy, less funding."
        : "Budget gap: spending under the policy of the year, less funding (an overspend).";
  }

  static List<Equation> equations(FinancialYear baseYear) {
    List<Equation> equations = new ArrayList<>();
    for (Gap gap : values()) {
      Variable real = gap.real(baseYear);
      equations.add(
          Equation.of(
                  gap.number,
                  gap.label + " = " + gap.cost.label() + " - funding; real = / deflator")
              .reads(gap.cost, Funding.FUNDING, Inflation.DEFLATOR)
              .writes(gap.cash, real)
              .as(
                  block -> {
                    double[] cost = block.of(gap.cost);
                    double[] funding = block.of(Funding.FUNDING);
                    double[] deflator = block.of(Inflation.DEFLATOR);
                    double[] cash = block.of(gap.cash);
                    double[] inPrices = block.of(real);
                    for (int i = 0; i < block.draws(); i++) {
                      cash[i] = cost[i] - funding[i];
                      inPrices[i] = cash[i] / deflator[i];
                    }
                  }));
    }
    return equations;
  }
}
