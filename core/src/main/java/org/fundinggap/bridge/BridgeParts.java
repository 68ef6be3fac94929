package org.fundinggap.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnLine;
import org.jspecify.annotations.Nullable;

/**
 * One end of a bridge taken apart: net cost of each line as a product of drivers, and the rest.
 *
 * <p>The products are worked out in the order of equations C1, so that what they leave is exactly
 * zero, and policy exactly 1, where no lever acts on them.
 */
final class BridgeParts {
  private static final double MILLION = 1e6;

  private final Gap gap;
  private final BridgeCell cell;
  private final boolean real;
  private final Draws deflator;

  /** General prices, 1 in the base year of the bridge or in the year whose prices it is in. */
  private final double[] prices;

  private final double[] scope;
  private final double[] income;
  private final Map<CostLine, Map<BridgeDriver, Draws>> factors = new EnumMap<>(CostLine.class);
  private final double[] beyond;
  private final List<OwnLine> ownLines;

  /**
   * One end.
   *
   * @param level general prices of the bridge's price year, 1 in its base year; null for cash
   * @param link what prices of the cell's base year are over those of the bridge's
   */
  BridgeParts(Gap gap, BridgeCell cell, double link, @Nullable Draws level) {
    this.gap = gap;
    this.cell = cell;
    this.real = level != null;
    ownLines = BridgeOfGap.ownLines(cell.found());
    deflator = draws(Inflation.DEFLATOR);
    Draws ofCell = deflator.times(link);
    prices = (level == null ? ofCell : ofCell.combine(level, (now, then) -> now / then)).values();
    scope = values(Cost.SCOPE);
    income = values(Cost.INCOME);
    beyond = beyondSum();
    for (CostLine line : CostLine.values()) {
      takeApart(line);
    }
  }

  /** The parameters that are read. */
  static List<Parameter> parameters(Gap gap) {
    List<Parameter> all = new ArrayList<>(List.of(Cost.SCOPE, Cost.INCOME, Cost.WEEKS));
    for (CostLine line : CostLine.values()) {
      all.addAll(List.of(line.unitCost(), line.stockToAverage(), line.reconciliation()));
    }
    if (gap == Gap.NEED) {
      all.add(Cost.EARLY_HELP_OF_2010);
    }
    return List.copyOf(all);
  }

  Set<BridgeDriver> factors(CostLine line) {
    return parts(line).keySet();
  }

  Draws factor(CostLine line, BridgeDriver driver) {
    Draws found = parts(line).get(driver);
    if (found == null) {
      throw new IllegalStateException("no factor " + driver + " of " + line);
    }
    return found;
  }

  private Map<BridgeDriver, Draws> parts(CostLine line) {
    return factors.getOrDefault(line, Map.of());
  }

  /** Net cost that is no part of the product of any line, such as a lever's own cost. */
  Draws beyondLines() {
    return stated(beyond);
  }

  Draws funding() {
    return stated(values(BridgeOfGap.funding(gap)));
  }

  Draws gap() {
    return stated(values(gap.cash()));
  }

  /** An own line of this end as a product of drivers. */
  Map<BridgeDriver, Draws> factors(OwnLine line) {
    Map<BridgeDriver, Draws> own = new EnumMap<>(BridgeDriver.class);
    OwnLineFactors.of(line, this, prices)
        .forEach((driver, values) -> own.put(driver, BridgeDraws.like(deflator, values)));
    if (real) {
      own.remove(BridgeDriver.PRICE);
    }
    return own;
  }

  /** What an own line of this end costs net; zero for none. */
  Draws cost(@Nullable OwnLine line) {
    double[] cost = line == null ? same(0) : values(line.need());
    for (int i = 0; i < cost.length; i++) {
      cost[i] = net(cost[i], i);
    }
    return stated(cost);
  }

  List<OwnLine> ownLines() {
    return ownLines;
  }

  /** In cash or in real terms, as the bridge is. */
  private Draws stated(double[] cash) {
    double[] values = cash.clone();
    for (int i = 0; real && i < values.length; i++) {
      values[i] /= prices[i];
    }
    return BridgeDraws.like(deflator, values);
  }

  private Draws draws(Variable variable) {
    return cell.projection().outcome(cell.scenario(), variable).in(cell.year());
  }

  double[] values(Variable variable) {
    return draws(variable).values();
  }

  double[] values(Parameter parameter) {
    return cell.projection().draws(cell.scenario(), parameter).values();
  }

  double[] same(double value) {
    double[] values = new double[prices.length];
    Arrays.fill(values, value);
    return values;
  }

  double net(double gross, int i) {
    return gross * (1 + scope[i]) * (1 - income[i]);
  }

  /** Totals less the sums of lines that they are made of. */
  private double[] beyondSum() {
    double[] sum = values(BridgeOfGap.total(gap));
    double[] gross = new double[sum.length];
    double[] early = new double[sum.length];
    for (CostLine line : CostLine.values()) {
      double[] cost = values(BridgeOfGap.cost(gap, line));
      for (int i = 0; i < sum.length; i++) {
        gross[i] += cost[i];
        early[i] += line.isEarlyHelp() ? cost[i] : 0;
      }
    }
    for (OwnLine line : ownLines) {
      double[] cost = values(line.need());
      for (int i = 0; i < sum.length; i++) {
        gross[i] += cost[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= net(gross[i], i);
    }
    if (gap == Gap.NEED) {
      double[] restoration = values(Cost.RESTORATION);
      double[] level = values(Cost.EARLY_HELP_OF_2010);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += restoration[i] - net(early[i] * (level[i] - 1), i);
      }
    }
    return sum;
  }

  private void takeApart(CostLine line) {
    double[] volume = values(line.volume());
    double[] toAverage = values(line.stockToAverage());
    double[] unitCost = values(line.unitCost());
    double[] weeks = values(Cost.WEEKS);
    double[] reconciliation = values(line.reconciliation());
    double[] price = values(line.index().price());
    boolean staffed = line == CostLine.SAFEGUARDING;
    double[] intensity = staffed ? values(SocialWorkCost.INTENSITY) : same(1);
    double[] product = new double[volume.length];
    double[] ofChild = new double[volume.length];
    for (int i = 0; i < volume.length; i++) {
      double base = volume[i] * toAverage[i] * unitCost[i] * weeks[i] / MILLION;
      product[i] = base * (1 + reconciliation[i]) * price[i] * intensity[i];
      double one = toAverage[i] * unitCost[i] * weeks[i] / MILLION * (1 + reconciliation[i]);
      ofChild[i] = net(one * intensity[i], i) * (price[i] / prices[i]);
    }
    Map<BridgeDriver, Draws> own = new EnumMap<>(BridgeDriver.class);
    addChildren(line, volume, own);
    own.put(BridgeDriver.UNIT_COST, BridgeDraws.like(deflator, ofChild));
    if (!real) {
      own.put(BridgeDriver.PRICE, BridgeDraws.like(deflator, prices));
    }
    own.put(BridgeDriver.POLICY, BridgeDraws.like(deflator, policy(line, product)));
    factors.put(line, own);
  }

  /** Leaving care alone of the looked-after lines follows children of its own. */
  private void addChildren(CostLine line, double[] volume, Map<BridgeDriver, Draws> own) {
    double[] children = volume.clone();
    if (line.isLookedAfter() && line != CostLine.LEAVING_CARE) {
      double[] all = values(Placements.LOOKED_AFTER_AVERAGE);
      double[] mix = same(1);
      for (int i = 0; i < volume.length; i++) {
        if (all[i] > 0) {
          children[i] = all[i];
          mix[i] = volume[i] / all[i];
        }
      }
      own.put(BridgeDriver.MIX, BridgeDraws.like(deflator, mix));
    }
    own.put(BridgeDriver.CHILDREN, BridgeDraws.like(deflator, children));
  }

  /** Cost over the product of all else; where no factor can be had of it, it is beyond the line. */
  private double[] policy(CostLine line, double[] product) {
    double[] cost = values(BridgeOfGap.cost(gap, line));
    boolean restored = gap == Gap.NEED && line.isEarlyHelp();
    double[] level = restored ? values(Cost.EARLY_HELP_OF_2010) : same(1);
    double[] policy = same(1);
    for (int i = 0; i < cost.length; i++) {
      if (product[i] > 0 && cost[i] >= 0) {
        policy[i] = cost[i] / product[i] * level[i];
      } else {
        beyond[i] += net(cost[i] * level[i] - product[i], i);
      }
    }
    return policy;
  }
}
