package org.fundinggap.bridge;

import java.util.EnumMap;
import java.util.Map;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnLine;

/** An own cost line at one end of a bridge as a product of drivers, like any other line. */
final class OwnLineFactors {
  private static final double MILLION = 1e6;

  private OwnLineFactors() {}

  /**
   * The factors, worked out in the order of equation O1, so that policy is exactly 1 where no lever
   * acts on the line. What is no product of a volume is unit cost and prices alone.
   *
   * @param prices general prices, 1 in the base year of the bridge
   */
  static Map<BridgeDriver, double[]> of(OwnLine line, BridgeParts end, double[] prices) {
    double[] cost = end.values(line.need());
    double[] volume = end.same(1);
    double[] unitCost = cost;
    double[] policy = end.same(1);
    if (line.amount() instanceof OwnLine.Each each) {
      Variable index = line.price().orElseThrow();
      volume = end.values(each.volume());
      double[] pounds = end.values(line.unitCost());
      double[] price = end.values(index);
      unitCost = new double[cost.length];
      for (int i = 0; i < cost.length; i++) {
        unitCost[i] = pounds[i] / MILLION * price[i];
        double product = volume[i] * pounds[i] / MILLION * price[i];
        policy[i] = product > 0 ? cost[i] / product : 1;
      }
    }
    double[] real = new double[cost.length];
    for (int i = 0; i < cost.length; i++) {
      real[i] = end.net(unitCost[i], i) / prices[i];
    }
    Map<BridgeDriver, double[]> factors = new EnumMap<>(BridgeDriver.class);
    factors.put(BridgeDriver.CHILDREN, volume);
    factors.put(BridgeDriver.UNIT_COST, real);
    factors.put(BridgeDriver.PRICE, prices);
    factors.put(BridgeDriver.POLICY, policy);
    return factors;
  }
}
