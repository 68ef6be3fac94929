package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Levels;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D6: children who start to be looked after.
 *
 * <p>Children other than unaccompanied asylum seekers enter at one hazard on the average number of
 * children in need: nothing published says how many came from a plan. Unaccompanied children are a
 * stream of their own, for they are 8% of the stock but 22% of entries and turn over about once a
 * year; mixed in, they would make every hazard of care drift.
 */
public final class CareEntries {
  /** How far the entry hazard is from its level, in logarithms. */
  public static final Variable DEVIATION =
      Variable.of("careEntryDeviation", "log deviation of the care entry hazard", Unit.RATIO);

  /** The level of the entry hazard, with its trend. */
  public static final Variable HAZARD_LEVEL =
      Variable.of("careEntryHazardLevel", "level of the care entry hazard", Unit.HAZARD);

  /** Children other than unaccompanied asylum seekers who start to be looked after. */
  public static final Variable ENTRIES =
      Variable.of("careEntries", "entries to care other than asylum-seeking children", Unit.NUMBER);

  /** How far asylum entries are from the base year's, in logarithms. */
  public static final Variable ASYLUM_DEVIATION =
      Variable.of("asylumEntryDeviation", "log deviation of asylum entries", Unit.RATIO);

  /** Unaccompanied asylum-seeking children who start to be looked after. */
  public static final Variable ASYLUM_ENTRIES =
      Variable.of("asylumEntries", "entries to care of asylum-seeking children", Unit.NUMBER);

  /** How far {@link #ASYLUM_HAZARD} is from the base year's, in logarithms. */
  public static final Variable ASYLUM_HAZARD_DEVIATION =
      Variable.of("asylumHazardDeviation", "log deviation of the asylum hazard", Unit.RATIO);

  /** Their hazard of leaving. */
  public static final Variable ASYLUM_HAZARD =
      Variable.of("asylumHazard", "leaving hazard of asylum-seeking children", Unit.HAZARD);

  /**
   * Unaccompanied asylum-seeking children looked after at 31 March: another cut of the children in
   * {@link Placements#LOOKED_AFTER}, never to be added to it.
   */
  public static final Variable ASYLUM_STOCK =
      Variable.of("asylumLookedAfter", "of which asylum-seeking children, 31 March", Unit.NUMBER);

  /** Their average number. */
  public static final Variable ASYLUM_AVERAGE =
      Variable.of("asylumLookedAfterAverage", "asylum-seeking children, average", Unit.NUMBER);

  /** Recent drift of the entry hazard. */
  public static final Parameter DRIFT =
      new Parameter(
          "careEntryDrift", "drift of the care entry hazard", Unit.LOG_PER_YEAR, -0.1, 0.1);

  /** Persistence of {@link #DEVIATION}. */
  public static final Parameter PERSISTENCE =
      new Parameter(
          "careEntryPersistence", "persistence of care entry deviations", Unit.RATIO, -0.5, 0.95);

  /** Spread of the yearly shocks to the entry hazard. */
  public static final Parameter SPREAD =
      new Parameter("careEntrySpread", "spread of care entry shocks", Unit.RATIO, 0, 0.3);

  /** Asylum entries of the base year. */
  public static final Parameter ASYLUM_AT_BASE =
      new Parameter(
          "asylumEntriesAtBase", "asylum entries of the base year", Unit.NUMBER, 0, 40_000);

  /** Where {@link #ASYLUM_DEVIATION} tends to. */
  public static final Parameter ASYLUM_LEVEL =
      new Parameter("asylumEntryLevel", "level of deviations of asylum entries", Unit.RATIO, -4, 4);

  /** Persistence of {@link #ASYLUM_DEVIATION}. */
  public static final Parameter ASYLUM_PERSISTENCE =
      new Parameter(
          "asylumEntryPersistence",
          "persistence of asylum entry deviations",
          Unit.RATIO,
          -0.5,
          0.95);

  /** Spread of the yearly shocks to asylum entries. */
  public static final Parameter ASYLUM_SPREAD =
      new Parameter("asylumEntrySpread", "spread of asylum entry shocks", Unit.RATIO, 0, 1);

  /** {@link #ASYLUM_HAZARD} of the base year. */
  public static final Parameter ASYLUM_HAZARD_AT_BASE =
      new Parameter("asylumHazardAtBase", "asylum hazard of the base year", Unit.HAZARD, 0.1, 5);

  /** Where {@link #ASYLUM_HAZARD_DEVIATION} tends to. */
  public static final Parameter ASYLUM_HAZARD_LEVEL =
      new Parameter(
          "asylumHazardLevel", "level of deviations of the asylum hazard", Unit.RATIO, -2, 2);

  /** Persistence of {@link #ASYLUM_HAZARD_DEVIATION}. */
  public static final Parameter ASYLUM_HAZARD_PERSISTENCE =
      new Parameter(
          "asylumHazardPersistence", "persistence of the asylum hazard", Unit.RATIO, -0.5, 0.95);

  /** Spread of the yearly shocks to {@link #ASYLUM_HAZARD_DEVIATION}. */
  public static final Parameter ASYLUM_HAZARD_SPREAD =
      new Parameter("asylumHazardSpread", "spread of the asylum hazard", Unit.RATIO, 0, 0.5);

  /** Shock to the entry hazard. */
  public static final Shock SHOCK = new Shock("careEntryShock", "shock to the care entry hazard");

  /** Shock to asylum entries. */
  public static final Shock ASYLUM_SHOCK = new Shock("asylumEntryShock", "shock to asylum entries");

  /** Shock to the asylum hazard. */
  public static final Shock ASYLUM_HAZARD_SHOCK =
      new Shock("asylumHazardShock", "shock to the asylum hazard");

  private CareEntries() {}

  static List<Equation> equations() {
    return List.of(
        Shapes.drifting("D6a", HAZARD_LEVEL, DRIFT, DriftFade.FADE),
        Levels.reverting("D6b", DEVIATION, PERSISTENCE, SPREAD, SHOCK),
        Equation.of(
                "D6c",
                "entries = hazard level x exp(deviation) x average children in need x effect of"
                    + " early help")
            .reads(HAZARD_LEVEL, DEVIATION, ChildrenInNeed.AVERAGE, EarlyHelp.ON_ENTRIES)
            .writes(ENTRIES)
            .as(new Entries()),
        Levels.revertingTo(
            "D6d", ASYLUM_DEVIATION, ASYLUM_LEVEL, ASYLUM_PERSISTENCE, ASYLUM_SPREAD, ASYLUM_SHOCK),
        Levels.at("D6e", ASYLUM_ENTRIES, ASYLUM_AT_BASE, ASYLUM_DEVIATION),
        Levels.revertingTo(
            "D6f",
            ASYLUM_HAZARD_DEVIATION,
            ASYLUM_HAZARD_LEVEL,
            ASYLUM_HAZARD_PERSISTENCE,
            ASYLUM_HAZARD_SPREAD,
            ASYLUM_HAZARD_SHOCK),
        Levels.at("D6g", ASYLUM_HAZARD, ASYLUM_HAZARD_AT_BASE, ASYLUM_HAZARD_DEVIATION),
        StockFlow.equation("D6h", ASYLUM_STOCK, ASYLUM_AVERAGE, ASYLUM_ENTRIES, ASYLUM_HAZARD));
  }

  private record Entries() implements Formula {
    @Override
    public void apply(Block block) {
      double[] inNeed = block.column(ChildrenInNeed.AVERAGE);
      double[] earlyHelp = block.column(EarlyHelp.ON_ENTRIES);
      double[] entries = block.column(ENTRIES);
      Shapes.grow(block.column(HAZARD_LEVEL), block.column(DEVIATION), entries, block.draws());
      for (int i = 0; i < block.draws(); i++) {
        entries[i] = entries[i] * inNeed[i] * earlyHelp[i];
      }
    }
  }
}
