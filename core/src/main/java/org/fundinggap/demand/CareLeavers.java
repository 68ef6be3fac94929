package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D8: young people who left care on their 18th birthday and are still supported.
 *
 * <p>Their number is not published. It opens at what these equations give from past leavers, so the
 * unit cost of leaving care is spending over a modelled stock; what the model adds is that the line
 * follows children in care with a delay of years.
 */
public final class CareLeavers {
  /** Young people who ceased to be looked after on their 18th birthday in the year. */
  public static final Variable TURNED_EIGHTEEN =
      Variable.of("turnedEighteenInCare", "leaving care on the 18th birthday", Unit.NUMBER);

  /** Care leavers who are supported at 31 March. */
  public static final Variable STOCK =
      Variable.of("careLeavers", "care leavers supported at 31 March", Unit.NUMBER);

  /** Care leavers who are supported on the average day. */
  public static final Variable AVERAGE =
      Variable.of("careLeaversAverage", "care leavers supported, average", Unit.NUMBER);

  /** Share of children ceasing to be looked after who do so on their 18th birthday. */
  public static final Parameter EIGHTEENTH_BIRTHDAY_SHARE =
      new Parameter(
          "eighteenthBirthdayShare", "leavers of care on their 18th birthday", Unit.SHARE, 0, 1);

  /** Years for which a care leaver is supported on average. */
  public static final Parameter SUPPORT_YEARS =
      new Parameter(
          "careLeaverSupportYears", "years of support of a care leaver", Unit.YEARS, 0.5, 10);

  private CareLeavers() {}

  static List<Equation> equations() {
    return List.of(
        Shapes.product("D8a", TURNED_EIGHTEEN, EIGHTEENTH_BIRTHDAY_SHARE, Placements.CEASED),
        Equation.of("D8b", "care leavers = stock-flow(last year's, entrants, 1 / years of support)")
            .readsLastYear(STOCK)
            .reads(TURNED_EIGHTEEN)
            .uses(SUPPORT_YEARS)
            .writes(STOCK, AVERAGE)
            .as(new Stock()));
  }

  private record Stock() implements Formula {
    @Override
    public void apply(Block block) {
      double[] years = block.column(SUPPORT_YEARS);
      double[] hazard = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        hazard[i] = 1 / years[i];
      }
      StockFlow.year(
          block.lastYear(STOCK),
          block.column(TURNED_EIGHTEEN),
          hazard,
          block.column(STOCK),
          block.column(AVERAGE),
          block.draws());
    }
  }
}
