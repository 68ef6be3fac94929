package org.fundinggap.cost;

import java.util.Arrays;
import java.util.function.Function;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Plain;

/** Equations C1 and C2 for one draw, written from their texts with textbook functions. */
public final class PlainCost {
  private PlainCost() {}

  public static void year(Plain y) {
    y.set(
        Inflation.DEVIATION,
        () ->
            y.of(Inflation.PERSISTENCE) * y.last(Inflation.DEVIATION)
                + y.of(Inflation.SPREAD) * y.of(Inflation.SHOCK));
    y.set(Inflation.INFLATION, () -> y.of(Inflation.CENTRAL) + y.now(Inflation.DEVIATION));
    y.set(
        Inflation.DEFLATOR,
        () -> y.last(Inflation.DEFLATOR) * StrictMath.exp(y.now(Inflation.INFLATION)));
    y.set(
        PriceIndex.FADE,
        () -> y.last(PriceIndex.FADE) * StrictMath.pow(0.5, 1 / y.of(PriceIndex.HALF_LIFE)));
    for (PriceIndex index : PriceIndex.values()) {
      price(y, index);
    }
    for (CostLine line : CostLine.values()) {
      line(y, line);
    }
    totals(y);
  }

  private static void price(Plain y, PriceIndex index) {
    y.set(
        index.deviation(),
        () ->
            y.of(PriceIndex.PERSISTENCE) * y.last(index.deviation())
                + y.of(index.spread()) * y.of(index.shock()));
    y.set(
        index.price(),
        () -> {
          double left = y.last(PriceIndex.FADE);
          double drift = left * y.of(index.recentDrift()) + (1 - left) * y.of(index.longRunDrift());
          return y.last(index.price())
              * StrictMath.exp(y.now(Inflation.INFLATION) + drift + y.now(index.deviation()));
        });
  }

  private static void line(Plain y, CostLine line) {
    y.set(
        line.need(),
        () -> {
          double pounds =
              y.now(line.volume()) * y.of(line.stockToAverage()) * y.of(line.unitCost()) * 52.14;
          return pounds / 1e6 * (1 + y.of(line.reconciliation())) * y.now(line.index().price());
        });
    if (line.isBlock()) {
      y.set(
          line.policy(),
          () ->
              y.last(line.policy())
                  * StrictMath.exp(y.of(line.policyGrowth()) * y.last(DriftFade.FADE)));
      y.set(line.spending(), () -> y.now(line.need()) * y.now(line.policy()));
    } else {
      y.set(line.spending(), () -> y.now(line.need()));
    }
  }

  private static void totals(Plain y) {
    y.set(Cost.GROSS_NEED, () -> sum(y, CostLine::need));
    y.set(Cost.GROSS_SPENDING, () -> sum(y, CostLine::spending));
    double toNet = (1 + y.of(Cost.SCOPE)) * (1 - y.of(Cost.INCOME));
    y.set(Cost.NEED, () -> y.now(Cost.GROSS_NEED) * toNet);
    y.set(Cost.SPENDING, () -> y.now(Cost.GROSS_SPENDING) * toNet);
  }

  private static double sum(Plain y, Function<CostLine, Variable> of) {
    return Arrays.stream(CostLine.values()).map(of).mapToDouble(y::now).sum();
  }
}
