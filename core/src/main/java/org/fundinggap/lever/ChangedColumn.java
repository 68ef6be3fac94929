package org.fundinggap.lever;

import java.util.Arrays;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/** The column of a quantity that a change works on, in one year of one block of draws. */
final class ChangedColumn {
  private static final int AMOUNT = 0;
  private static final int WHOLE = 1;
  private static final int TIMES = 2;

  private final Block block;
  private final Quantity quantity;
  private final double[] values;
  private final double strength;

  /**
   * A column in one year.
   *
   * @param block what the quantity's equation sees
   * @param quantity whose values it holds
   * @param values one a draw, as the steps before left them
   * @param strength how much of the change's effect is felt, 0 to 1
   */
  ChangedColumn(Block block, Quantity quantity, double[] values, double strength) {
    this.block = block;
    this.quantity = quantity;
    this.values = values;
    this.strength = strength;
  }

  Block block() {
    return block;
  }

  Quantity quantity() {
    return quantity;
  }

  double[] values() {
    return values;
  }

  double strength() {
    return strength;
  }

  int draws() {
    return block.draws();
  }

  FinancialYear year() {
    return block.year();
  }

  double[] drawn(Change.Size size) {
    return drawn(block, size);
  }

  /** The draws of a size, times the share that it is multiplied by if there is one. */
  static double[] drawn(Block block, Change.Size size) {
    double[] own = block.column(size.parameter());
    Change.Part part = size.part();
    if (part == null) {
      return own;
    }
    double[] share = block.column(part.of().parameter());
    double[] times = block.scratch(TIMES);
    for (int i = 0; i < block.draws(); i++) {
      times[i] = own[i] * (part.isRest() ? 1 - share[i] : share[i]);
    }
    return times;
  }

  /** The draws of an amount in the quantity's unit; of money in cash, in the prices of the year. */
  double[] amount(Change.Size size) {
    double[] amount = block.scratch(AMOUNT);
    System.arraycopy(drawn(size), 0, amount, 0, draws());
    return priced(amount);
  }

  /** An amount that is the same in every draw, but for prices if it is in real terms. */
  double[] amount(double each, boolean real) {
    double[] amount = block.scratch(AMOUNT);
    Arrays.fill(amount, 0, draws(), each);
    return real ? priced(amount) : amount;
  }

  private double[] priced(double[] amount) {
    if (isCash(quantity)) {
      double[] deflator = block.column(Inflation.DEFLATOR);
      for (int i = 0; i < draws(); i++) {
        amount[i] *= deflator[i];
      }
    }
    return amount;
  }

  /** A column for what the values were before the first step of a kind. */
  double[] whole() {
    return block.scratch(WHOLE);
  }

  /** A parameter as it is drawn, or a variable as its own equation has it. */
  static double[] unchanged(Block block, Quantity quantity) {
    return quantity instanceof Parameter parameter
        ? block.column(parameter)
        : block.column(LeverEquations.own((Variable) quantity));
  }

  /** Tells the equation of a quantity that amounts of it may have to be carried to cash. */
  static void declarePrices(Equation.Builder equation, Quantity quantity) {
    if (isCash(quantity)) {
      equation.reads(Inflation.DEFLATOR);
    }
  }

  /** Whether amounts are in base-year prices and have to be carried to cash. */
  static boolean isCash(Quantity quantity) {
    return quantity instanceof Variable variable
        && variable.basis() != null
        && variable.basis().equals(PriceBasis.cash());
  }

  /** Whether each draw carries the values to cash by its own deflator. */
  static boolean isCarried(Quantity target, @Nullable PriceBasis basis) {
    return isCash(target) && basis instanceof PriceBasis.Real;
  }

  /** Tells an equation that it needs the deflator, if it does. */
  static void declarePrices(
      Equation.Builder equation, Quantity target, @Nullable PriceBasis basis) {
    if (isCarried(target, basis)) {
      equation.reads(Inflation.DEFLATOR);
    }
  }

  /** Behind values in a text: {@code , cash}; nothing where there is no basis. */
  static String pricesText(@Nullable PriceBasis basis) {
    return basis == null ? "" : ", " + basis;
  }
}
