package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.EVIDENCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/**
 * A scenario whose money is written down year by year from 2024-25: each variable is an amount and
 * so much more for each unit of a luck that is drawn.
 */
public final class Ledger {
  /** Multiplies what is called its luck; standard normal unless said otherwise. */
  public static final Parameter LUCK = Pieces.parameter("luck");

  private final String name;
  private final int years;
  private final Map<Variable, double[]> amounts = new LinkedHashMap<>();
  private final Map<Variable, double[]> byLuck = new LinkedHashMap<>();
  private Distribution luck = Distribution.normal(0, 1);

  private Ledger(String name, int years) {
    this.name = name;
    this.years = years;
  }

  /** Zero money, and prices that stay as they are. */
  public static Ledger of(String name, int years) {
    Ledger ledger = new Ledger(name, years);
    double[] one = new double[years];
    Arrays.fill(one, 1);
    return ledger
        .with(Cost.SPENDING, new double[years])
        .with(Funding.FUNDING, new double[years])
        .with(Funding.UNTIED, new double[years])
        .with(Inflation.DEFLATOR, one);
  }

  public Ledger with(Variable variable, double... values) {
    amounts.put(variable, values);
    byLuck.putIfAbsent(variable, new double[years]);
    return this;
  }

  public Ledger withLuck(Variable variable, double... values) {
    byLuck.put(variable, values);
    amounts.putIfAbsent(variable, new double[years]);
    return this;
  }

  public Ledger without(Variable variable) {
    amounts.remove(variable);
    byLuck.remove(variable);
    return this;
  }

  public Ledger luck(Distribution distribution) {
    luck = distribution;
    return this;
  }

  public Scenario build() {
    YearRange range = Pieces.years(2024, 2024 + years - 1);
    List<Equation> equations = new ArrayList<>();
    amounts.keySet().forEach(variable -> equations.add(equation(variable)));
    InputsBuilder inputs = Inputs.builder(Model.of("ledger", equations), range);
    inputs.parameter(LUCK, luck, EVIDENCE);
    amounts.forEach(
        (each, values) -> inputs.schedule(amount(each), byYear(range, values), EVIDENCE));
    byLuck.forEach(
        (each, values) -> inputs.schedule(byLuck(each), byYear(range, values), EVIDENCE));
    return new Scenario(name, "a ledger", inputs.build());
  }

  private static Equation equation(Variable variable) {
    Schedule amount = amount(variable);
    Schedule byLuck = byLuck(variable);
    return Equation.of("L." + variable.name(), "amount + by luck x luck")
        .uses(amount, byLuck, LUCK)
        .writes(variable)
        .as(block -> fill(block, block.column(variable), block.value(amount), block.value(byLuck)));
  }

  private static void fill(Block block, double[] out, double amount, double byLuck) {
    double[] luck = block.column(LUCK);
    for (int i = 0; i < block.draws(); i++) {
      out[i] = amount + byLuck * luck[i];
    }
  }

  private static Schedule amount(Variable variable) {
    return Pieces.path(variable.name() + ".amount");
  }

  private static Schedule byLuck(Variable variable) {
    return Pieces.path(variable.name() + ".byLuck");
  }

  private static Map<FinancialYear, Double> byYear(YearRange range, double[] values) {
    Map<FinancialYear, Double> byYear = new TreeMap<>();
    for (int i = 0; i < range.length(); i++) {
      byYear.put(range.first().plus(i), values[i]);
    }
    return byYear;
  }
}
