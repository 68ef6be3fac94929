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
 * D8: care leavers, aged 17 to 21 by the count of the Department for Education.
 *
 * <p>That counts whoever was looked after for 13 weeks or more from age 14 on, some of it after 16,
 * once in each year of a 17th to 21st birthday: in four years after turning 18 in care, and in one
 * or two more after leaving care at 16 or 17. The stock opens at the count where one was known, and
 * so many join it for each who turns 18 in care that it rises as the counts did. Before, it opens
 * at what these equations give from past leavers, one of whom joins for each who turns 18. What the
 * model adds is that the line follows children in care with a delay of years.
 */
public final class CareLeavers {
  /** Young people who ceased to be looked after on their 18th birthday in the year. */
  public static final Variable TURNED_EIGHTEEN =
      Variable.of("turnedEighteenInCare", "leaving care on the 18th birthday", Unit.NUMBER);

  /** Young people who become care leavers in the year: at 18, or who left at 16 or 17. */
  public static final Variable JOINED =
      Variable.of("careLeaversJoined", "young people who become care leavers", Unit.NUMBER);

  /** Care leavers aged 17 to 21 who are supported at 31 March. */
  public static final Variable STOCK =
      Variable.of("careLeavers", "care leavers supported at 31 March", Unit.NUMBER);

  /** Care leavers who are supported on the average day. */
  public static final Variable AVERAGE =
      Variable.of("careLeaversAverage", "care leavers supported, average", Unit.NUMBER);

  /** Share of children ceasing to be looked after who do so on their 18th birthday. */
  public static final Parameter EIGHTEENTH_BIRTHDAY_SHARE =
      new Parameter(
          "eighteenthBirthdayShare", "leavers of care on their 18th birthday", Unit.SHARE, 0, 1);

  /**
   * Years for which a care leaver is supported on average, or is counted as one.
   *
   * <p>Giving it another value from the base year on, in the inputs or in the register, says that
   * it has been so all along. Stock and unit cost of the base year are known and stay; as many join
   * as make the stock rise as it did, by {@link #RATIO} and {@link #RISE}, so the stock does not
   * jump and only its delay changes. A lever that changes it from a year on is a change of policy:
   * as many join as before, and the stock grows or shrinks to the new years of support.
   */
  public static final Parameter SUPPORT_YEARS =
      new Parameter(
          "careLeaverSupportYears", "years of support of a care leaver", Unit.YEARS, 0.5, 10);

  /** Care leavers of the average day for each who turns 18 in care in a year. */
  public static final Parameter RATIO =
      new Parameter(
          "careLeaverRatio", "care leavers for each who turns 18 in care", Unit.RATIO, 0, 20);

  /** By how many care leavers rise in a year for each who turns 18 in care in it. */
  public static final Parameter RISE =
      new Parameter(
          "careLeaverRise",
          "yearly rise of care leavers for each who turns 18 in care",
          Unit.RATIO,
          -2,
          2);

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
        Equation.of("D8b", "joined = turned eighteen x max(0, rise + ratio / base year's years)")
            .reads(TURNED_EIGHTEEN)
            .uses(RATIO, RISE)
            .usesOfBaseYear(SUPPORT_YEARS)
            .writes(JOINED)
            .as(new Joined()),
        Equation.of("D8c", "care leavers = stock-flow(last year's, joined, 1 / years of support)")
            .readsLastYear(STOCK)
            .reads(JOINED)
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

  private record Joined() implements Formula {
    @Override
    public void apply(Block block) {
      double[] turned = block.column(TURNED_EIGHTEEN);
      double[] rise = block.column(RISE);
      double[] ratio = block.column(RATIO);
      double[] years = block.baseYear(SUPPORT_YEARS);
      double[] joined = block.column(JOINED);
      for (int i = 0; i < block.draws(); i++) {
        joined[i] = turned[i] * Math.max(0, rise[i] + ratio[i] / years[i]);
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
          block.column(JOINED),
          hazard,
          block.column(STOCK),
          block.column(AVERAGE),
          block.draws());
    }
  }
}
