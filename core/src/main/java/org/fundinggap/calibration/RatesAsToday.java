package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Parameter;

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

  /** Where deviations from the base year's rates tend to. */
  private static final List<Parameter> LEVELS =
      List.of(
          ChildrenInNeed.HAZARD_LEVEL,
          Protection.HAZARD_LEVEL,
          CareEntries.ASYLUM_LEVEL,
          CareEntries.ASYLUM_HAZARD_LEVEL);

  private RatesAsToday() {}

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    DRIFTS.forEach(drift -> fill.recentred(drift, Cited.of(0), "none: rates stay as they are"));
    LEVELS.forEach(level -> fill.recentred(level, Cited.of(0), STAYS));
    fill.recentred(Placements.EXIT_LEVEL, fill.openingOf(Placements.EXIT_DEVIATION), STAYS);
    fill.recentred(
        Placements.FLOW_SHORTFALL,
        new ChainYears(base).shortfall(base.year()).atLeast(0),
        "the base year's");
    Cited deviation = fill.openingOf(Referrals.DEVIATION);
    fill.opening(Referrals.LEVEL, fill.openingOf(Referrals.LEVEL).times(deviation.exp()), STAYS);
    fill.opening(Referrals.DEVIATION, Cited.from(0, deviation), STAYS);
  }
}
