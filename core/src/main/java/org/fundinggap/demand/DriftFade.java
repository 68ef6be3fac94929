package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * How fast the drifts of rates die away.
 *
 * <p>No conversion rate can grow for ever: a rate that rose by 4% a year would pass 1. So every
 * drift is the recent one, halved every so many years. The half-life is a judgement.
 */
public final class DriftFade {
  /** What is left of a recent drift: 1 in the base year. */
  public static final Variable FADE =
      Variable.of("driftFade", "share of recent drifts that is left", Unit.SHARE);

  /** Years after which half of a drift is left. */
  public static final Parameter HALF_LIFE =
      new Parameter("driftHalfLife", "half-life of drifts in demand rates", Unit.YEARS, 0.5, 50);

  private DriftFade() {}

  static List<Equation> equations() {
    return List.of(Shapes.fading("D0", FADE, HALF_LIFE));
  }
}
