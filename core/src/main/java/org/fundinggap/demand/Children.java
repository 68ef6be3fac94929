package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/** D1: children aged 0 to 17. */
public final class Children {
  /** Children aged 0 to 17 at 30 June of the year; the base of all rates of the year. */
  public static final Variable CHILDREN =
      Variable.of("children", "children aged 0 to 17, mid-year", Unit.NUMBER);

  /** Growth of the number of children, in logarithms. */
  public static final Parameter GROWTH =
      new Parameter("childPopulationGrowth", "growth of children 0-17", Unit.PER_YEAR, -0.05, 0.05);

  private Children() {}

  static List<Equation> equations() {
    return List.of(Shapes.growing("D1", CHILDREN, GROWTH));
  }
}
