package org.fundinggap.cost;

import java.util.List;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/** C2, first half: general inflation, one shock common to all cost lines. */
public final class Inflation {
  /** Growth of the GDP deflator in the year, in logarithms. */
  public static final Variable INFLATION =
      Variable.of("inflation", "growth of the GDP deflator", Unit.LOG_PER_YEAR);

  /** How far inflation is from its central path. */
  public static final Variable DEVIATION =
      Variable.of("inflationDeviation", "deviation of inflation from its path", Unit.LOG_PER_YEAR);

  /** The GDP deflator, 1 in the base year. */
  public static final Variable DEFLATOR =
      Variable.of("deflator", "GDP deflator, base year = 1", Unit.INDEX);

  /** Growth of the deflator on the central path, as it is published: 0.02 for 2%. */
  public static final Schedule CENTRAL =
      new Schedule("inflationPath", "central path of inflation", Unit.PER_YEAR);

  /** Persistence of {@link #DEVIATION}. */
  public static final Parameter PERSISTENCE =
      new Parameter("inflationPersistence", "persistence of inflation", Unit.RATIO, -0.5, 0.95);

  /** Spread of the yearly shocks to inflation. */
  public static final Parameter SPREAD =
      new Parameter("inflationSpread", "spread of inflation shocks", Unit.LOG_PER_YEAR, 0, 0.1);

  /** The year's shock to inflation. */
  public static final Shock SHOCK = new Shock("inflationShock", "shock to general inflation");

  private Inflation() {}

  static List<Equation> equations() {
    return List.of(
        Equation.of(
                "C2a",
                "inflation = ln(1 + path) + deviation; deviation = persistence x last year's +"
                    + " spread x shock; deflator = last year's x exp(inflation)")
            .readsLastYear(DEVIATION, DEFLATOR)
            .uses(CENTRAL, PERSISTENCE, SPREAD, SHOCK)
            .writes(DEVIATION, INFLATION, DEFLATOR)
            .as(new Year()));
  }

  private record Year() implements Formula {
    @Override
    public void apply(Block block) {
      double central = Log.log(1 + block.value(CENTRAL));
      double[] before = block.lastYear(DEVIATION);
      double[] persistence = block.column(PERSISTENCE);
      double[] spread = block.column(SPREAD);
      double[] shock = block.column(SHOCK);
      double[] deviation = block.column(DEVIATION);
      double[] inflation = block.column(INFLATION);
      for (int i = 0; i < block.draws(); i++) {
        deviation[i] = persistence[i] * before[i] + spread[i] * shock[i];
        inflation[i] = central + deviation[i];
      }
      Shapes.grow(block.lastYear(DEFLATOR), inflation, block.column(DEFLATOR), block.draws());
    }
  }
}
