package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;

/** Puts every rate of demand where it was in the base year, with the spread that it has anyway. */
final class RatesAsToday {
  private static final String STAYS = "the base year's: rates stay as they are";

  private static final List<Parameter> DRIFTS =
      List.of(
          Referrals.TREND,
          Protection.ENQUIRY_DRIFT,
          CareEntries.DRIFT,
          Placements.HOMES_DRIFT,
          Placements.INDEPENDENT_DRIFT);

  private final InputsWriter fill;

  private RatesAsToday(InputsWriter fill) {
    this.fill = fill;
  }

  static void fill(InputsWriter fill) {
    RatesAsToday today = new RatesAsToday(fill);
    DRIFTS.forEach(drift -> fill.recentred(drift, Cited.of(0), "none: rates stay as they are"));
    today.rate(Referrals.LEVEL, Referrals.DEVIATION);
    today.level(
        ChildrenInNeed.HAZARD_LEVEL, ChildrenInNeed.HAZARD, ChildrenInNeed.HAZARD_DEVIATION);
    today.level(Protection.HAZARD_LEVEL, Protection.HAZARD, Protection.HAZARD_DEVIATION);
    today.level(CareEntries.ASYLUM_LEVEL, CareEntries.ASYLUM_ENTRIES, CareEntries.ASYLUM_DEVIATION);
    today.level(
        CareEntries.ASYLUM_HAZARD_LEVEL,
        CareEntries.ASYLUM_HAZARD,
        CareEntries.ASYLUM_HAZARD_DEVIATION);
    fill.recentred(Placements.EXIT_LEVEL, fill.openingOf(Placements.EXIT_DEVIATION), STAYS);
  }

  private void rate(Variable level, Variable deviation) {
    Cited now = fill.openingOf(level).times(fill.openingOf(deviation).exp());
    fill.opening(level, now, STAYS);
    atLevel(deviation);
  }

  private void level(Parameter level, Variable rate, Variable deviation) {
    fill.recentred(level, fill.openingOf(rate), STAYS);
    atLevel(deviation);
  }

  private void atLevel(Variable deviation) {
    fill.opening(deviation, Cited.from(0, fill.openingOf(deviation)), STAYS);
  }
}
