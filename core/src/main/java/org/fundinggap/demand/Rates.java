package org.fundinggap.demand;

import org.fundinggap.internal.Exp;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;

/** The five shapes that most equations of demand have. */
final class Rates {
  private Rates() {}

  /** {@code level = last year's x exp(growth)}. */
  static Equation growing(String id, Variable level, Parameter growth) {
    return Equation.of(id, level.label() + " = last year's x exp(" + growth.label() + ")")
        .readsLastYear(level)
        .uses(growth)
        .writes(level)
        .as(
            block -> {
              System.arraycopy(block.of(growth), 0, block.of(level), 0, block.draws());
              grow(block.lastYear(level), block.of(level), block.draws());
            });
  }

  /** {@code rate = last year's x exp(drift x last year's fade + spread x shock)}. */
  static Equation drifting(
      String id, Variable rate, Parameter drift, Parameter spread, Shock shock) {
    return Equation.of(
            id, rate.label() + " = last year's x exp(drift x last year's fade + spread x shock)")
        .readsLastYear(rate, DriftFade.FADE)
        .uses(drift, spread, shock)
        .writes(rate)
        .as(
            block -> {
              double[] drifts = block.of(drift);
              double[] fade = block.lastYear(DriftFade.FADE);
              double[] spreads = block.of(spread);
              double[] shocks = block.of(shock);
              double[] out = block.of(rate);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = drifts[i] * fade[i] + spreads[i] * shocks[i];
              }
              grow(block.lastYear(rate), out, block.draws());
            });
  }

  /** {@code deviation = persistence x last year's + spread x shock}. */
  static Equation reverting(
      String id, Variable deviation, Parameter persistence, Parameter spread, Shock shock) {
    return Equation.of(id, deviation.label() + " = persistence x last year's + spread x shock")
        .readsLastYear(deviation)
        .uses(persistence, spread, shock)
        .writes(deviation)
        .as(
            block -> {
              double[] before = block.lastYear(deviation);
              double[] kept = block.of(persistence);
              double[] spreads = block.of(spread);
              double[] shocks = block.of(shock);
              double[] out = block.of(deviation);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = kept[i] * before[i] + spreads[i] * shocks[i];
              }
            });
  }

  /** {@code rate = level x exp(spread x shock)}. */
  static Equation aboutLevel(
      String id, Variable rate, Parameter level, Parameter spread, Shock shock) {
    return Equation.of(id, rate.label() + " = level x exp(spread x shock)")
        .uses(level, spread, shock)
        .writes(rate)
        .as(
            block -> {
              double[] spreads = block.of(spread);
              double[] shocks = block.of(shock);
              double[] out = block.of(rate);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = spreads[i] * shocks[i];
              }
              grow(block.of(level), out, block.draws());
            });
  }

  /** {@code product = left x right}. */
  static Equation product(String id, Variable product, Variable left, Variable right) {
    return Equation.of(id, product.label() + " = " + left.label() + " x " + right.label())
        .reads(left, right)
        .writes(product)
        .as(
            block -> {
              double[] a = block.of(left);
              double[] b = block.of(right);
              double[] out = block.of(product);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = a[i] * b[i];
              }
            });
  }

  /** {@code stock, average = stock-flow(last year's stock, entrants, hazard)}. */
  static Equation stock(
      String id, Variable stock, Variable average, Variable entrants, Variable hazard) {
    return Equation.of(id, stock.label() + " = stock-flow(last year's, entrants, hazard)")
        .readsLastYear(stock)
        .reads(entrants, hazard)
        .writes(stock, average)
        .as(
            block ->
                StockFlow.year(
                    block.lastYear(stock),
                    block.of(entrants),
                    block.of(hazard),
                    block.of(stock),
                    block.of(average),
                    block.draws()));
  }

  /** {@code level = before x exp(growth)}; on entry {@code level} holds the growth. */
  static void grow(double[] before, double[] level, int draws) {
    Exp.exp(level, level, draws);
    for (int i = 0; i < draws; i++) {
      level[i] *= before[i];
    }
  }
}
