package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
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

  /**
   * Children aged 17 over children 0-17, as a ratio to the base year's: 1 in the base year. Who
   * leaves care at 18 follows it, but for asylum-seeking children, whose number and ages turn on
   * events abroad and not on births in England.
   */
  public static final Schedule AGED_17 =
      new Schedule("childrenAged17", "children aged 17 over all, base year = 1", Unit.RATIO);

  private CareLeavers() {}

  static List<Equation> equations() {
    return List.of(
        Equation.of(
                "D8a",
                "turned eighteen = share x asylum-seeking leavers + min(1, share x children aged"
                    + " 17) x other leavers")
            .reads(Placements.CEASED, CareEntries.ASYLUM_HAZARD, CareEntries.ASYLUM_AVERAGE)
            .uses(EIGHTEENTH_BIRTHDAY_SHARE, AGED_17)
            .writes(TURNED_EIGHTEEN)
            .as(new TurnedEighteen()),
        Equation.of("D8b", "care leavers = stock-flow(last year's, entrants, 1 / years of support)")
            .readsLastYear(STOCK)
            .reads(TURNED_EIGHTEEN)
            .uses(SUPPORT_YEARS)
            .writes(STOCK, AVERAGE)
            .as(new Stock()));
  }

  private record TurnedEighteen() implements Formula {
    @Override
    public void apply(Block block) {
      double aged17 = block.value(AGED_17);
      double[] share = block.column(EIGHTEENTH_BIRTHDAY_SHARE);
      double[] ceased = block.column(Placements.CEASED);
      double[] hazard = block.column(CareEntries.ASYLUM_HAZARD);
      double[] asylum = block.column(CareEntries.ASYLUM_AVERAGE);
      double[] turned = block.column(TURNED_EIGHTEEN);
      for (int i = 0; i < block.draws(); i++) {
        // Both counts are modelled apart, so one may outrun the other.
        double others = Math.max(0, ceased[i] - hazard[i] * asylum[i]);
        turned[i] = share[i] * (ceased[i] - others) + Math.min(1, share[i] * aged17) * others;
      }
    }
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
