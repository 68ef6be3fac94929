package org.fundinggap.cost;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * C2, second half: the price index of a group of cost lines, 1 in the base year.
 *
 * <p>Its growth is general inflation, plus a real drift that fades from the recent one to a
 * long-run one, plus a persistent deviation of its own. Fees of children's homes rose by 10.1% a
 * year from 2016-17 to 2024-25, some 6% in real terms; no price outpaces all others for ever, so no
 * recent drift is taken to last.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values
public enum PriceIndex {
  /** Fees of children's homes and secure homes. */
  HOMES("homes", "price of children's homes"),
  /** Fostering fees and allowances. */
  FOSTERING("fostering", "price of fostering"),
  /** Leaving care services. */
  LEAVING_CARE("leavingCare", "price of leaving care"),
  /** The rest of looked-after care. */
  OTHER_LOOKED_AFTER("otherLookedAfter", "price of the rest of looked-after care"),
  /** Social work, most of it pay. */
  SOCIAL_WORK("socialWork", "price of social work"),
  /** The block lines that don't follow demand, most of them pay. */
  BLOCK_SERVICES("blockServices", "price of block services");

  /** What is left of the distance from recent to long-run drift; 1 in the base year. */
  public static final Variable FADE =
      Variable.of("priceDriftFade", "share of recent price drifts that is left", Unit.SHARE);

  /** Years after which half of that distance is left. */
  public static final Parameter HALF_LIFE =
      new Parameter("priceDriftHalfLife", "half-life of recent price drifts", Unit.YEARS, 0.5, 50);

  private final Variable price;
  private final Variable deviation;
  private final Parameter recentDrift;
  private final Parameter longRunDrift;
  private final Parameter persistence;
  private final Parameter spread;
  private final Shock shock;

  PriceIndex(String id, String label) {
    price = Variable.of("price." + id, label + ", base year = 1", Unit.INDEX);
    deviation = Variable.of("priceDeviation." + id, "deviation of " + label, Unit.LOG_PER_YEAR);
    recentDrift =
        new Parameter(
            "recentDrift." + id, "recent real growth, " + label, Unit.LOG_PER_YEAR, -0.2, 0.3);
    longRunDrift =
        new Parameter(
            "longRunDrift." + id, "long-run real growth, " + label, Unit.LOG_PER_YEAR, -0.2, 0.2);
    persistence =
        new Parameter("pricePersistence." + id, "persistence of " + label, Unit.RATIO, -0.5, 0.95);
    spread = new Parameter("priceSpread." + id, "spread of " + label, Unit.LOG_PER_YEAR, 0, 0.2);
    shock = new Shock("priceShock." + id, "shock to " + label);
  }

  /**
   * The index itself.
   *
   * @return the variable, 1 in the base year
   */
  public Variable price() {
    return price;
  }

  /**
   * How far its growth is from inflation and drift.
   *
   * @return the variable, in logarithms
   */
  public Variable deviation() {
    return deviation;
  }

  /**
   * Real growth a year as it was before the base year.
   *
   * @return the parameter, in logarithms
   */
  public Parameter recentDrift() {
    return recentDrift;
  }

  /**
   * Real growth a year to which it fades.
   *
   * @return the parameter, in logarithms
   */
  public Parameter longRunDrift() {
    return longRunDrift;
  }

  /**
   * Share of its deviation that is left a year later.
   *
   * @return the parameter
   */
  public Parameter persistence() {
    return persistence;
  }

  /**
   * Spread of the yearly shocks to its growth.
   *
   * @return the parameter
   */
  public Parameter spread() {
    return spread;
  }

  /**
   * The yearly shock to its growth.
   *
   * @return the shock
   */
  public Shock shock() {
    return shock;
  }

  static List<Equation> equations() {
    List<Equation> equations = new ArrayList<>();
    equations.add(Shapes.fading("C2b", FADE, HALF_LIFE));
    for (PriceIndex index : values()) {
      equations.add(index.equation());
    }
    return equations;
  }

  private Equation equation() {
    return Equation.of(
            "C2c." + name(),
            price.label()
                + " = last year's x exp(inflation + long-run drift + (recent - long-run drift) x"
                + " last year's fade + deviation)")
        .readsLastYear(price, deviation, FADE)
        .reads(Inflation.INFLATION)
        .uses(recentDrift, longRunDrift, persistence, spread, shock)
        .writes(deviation, price)
        .as(new Year(this));
  }

  private record Year(PriceIndex index) implements Formula {
    @Override
    public void apply(Block block) {
      index.year(block);
    }
  }

  private void year(Block block) {
    double[] lastDeviation = block.lastYear(deviation);
    double[] persistence = block.column(this.persistence);
    double[] spreads = block.column(spread);
    double[] shocks = block.column(shock);
    double[] deviations = block.column(deviation);
    double[] inflation = block.column(Inflation.INFLATION);
    double[] recent = block.column(recentDrift);
    double[] longRun = block.column(longRunDrift);
    double[] fade = block.lastYear(FADE);
    double[] growth = block.scratch(0);
    for (int i = 0; i < block.draws(); i++) {
      deviations[i] = persistence[i] * lastDeviation[i] + spreads[i] * shocks[i];
      double drift = longRun[i] + (recent[i] - longRun[i]) * fade[i];
      growth[i] = inflation[i] + drift + deviations[i];
    }
    Shapes.grow(block.lastYear(price), growth, block.column(price), block.draws());
  }
}
