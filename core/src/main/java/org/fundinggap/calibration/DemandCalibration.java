package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.ReturningGrowth;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.CentralPath;

/**
 * Numbers of D0 to D9c for a base year, and the one number that is made from all of them together:
 * the level to which rates of leaving care return.
 *
 * <p>Each rate of demand is estimated from few years and shrunk by itself, but together they carry
 * children looked after, and of these there is a record of thirty years. So the level of exits, the
 * least known of the numbers, is set where children looked after grow, on the central path, as much
 * as the mean of what the flows say and what that record says. Means of two forecasts do better
 * than either more often than not, and equal weights are hard to beat where errors are few (Clemen
 * 1989, International Journal of Forecasting 5, 559-583).
 *
 * <p>Limits: growth is met at that horizon alone, on the central path of demand with early help as
 * it is; what early help of a scenario moves comes on top.
 */
final class DemandCalibration {
  /** For so many years the last one's change goes on, in the outlook of that name. */
  private static final int RECENT = 3;

  /** Growth of this many years is pooled: a horizon at which exits matter and one can judge. */
  private static final int POOLED = 5;

  private static final String WEIGHT = "long-record-weight";
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

  private static final String LOOKED_AFTER = "looked-after";

  private final BaseYearEvidence base;
  private final YearRange years;

  private DemandCalibration(BaseYearEvidence base, YearRange years) {
    this.base = base;
    this.years = years;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base, YearRange years, Outlook outlook) {
    DemandCalibration calibration = new DemandCalibration(base, years);
    Estimate flows = new ExitCalibration(base).level();
    switch (outlook) {
      case POOLED -> calibration.fill(fill, calibration.pooled(flows));
      case LONG_TREND -> calibration.fill(fill, calibration.longTrend(flows));
      case RECENT_CHANGE -> calibration.fill(fill, calibration.recentChange(flows));
      case RATES_AS_TODAY -> {
        calibration.fill(fill, flows);
        calibration.ratesAsToday(fill);
      }
    }
  }

  private void fill(InputsWriter fill, Estimate exitLevel) {
    ReferralCalibration.fill(fill, base, years);
    new EarlyHelpCalibration(fill, base).effects();
    NeedCalibration.fill(fill, base);
    EntryCalibration.fill(fill, base);
    PlacementCalibration.fill(fill, base);
    new ExitCalibration(base).fill(fill);
    fill.estimated(
        Placements.EXIT_LEVEL,
        exitLevel,
        "set so that children looked after grow over # years as the outlook says");
    new LeaverCalibration(base).fill(fill, years);
  }

  /** Puts every rate where it was in the base year, with the spread that it has anyway. */
  private void ratesAsToday(InputsWriter fill) {
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

  private Estimate pooled(Estimate flows) {
    Cited weight = base.prior(WEIGHT);
    Inputs demand = demand(POOLED, flows);
    Cited byFlows = Cited.from(growth(demand, POOLED, flows.mean()), flows.cited());
    Cited record = record().over(POOLED);
    Cited target = weight.times(record).plus(Cited.of(1).minus(weight).times(byFlows));
    return reaching(target, POOLED, flows, demand);
  }

  private Estimate longTrend(Estimate flows) {
    return reaching(record().over(POOLED), POOLED, flows, demand(POOLED, flows));
  }

  /** Growth by the whole record of children looked after: counts since 1993-94. */
  private ReturningGrowth record() {
    List<Cited> logs = new ArrayList<>();
    for (FinancialYear year = base.year(); base.has(LOOKED_AFTER, year); year = year.plus(-1)) {
      logs.add(0, base.at(LOOKED_AFTER, year).log());
    }
    return ReturningGrowth.of(
        YearlySeries.of(logs),
        base.belief("looked-after-growth"),
        base.belief("looked-after-growth-persistence"),
        base.spreadBelief("looked-after-growth-spread"));
  }

  private Estimate recentChange(Estimate flows) {
    Cited change = base.at(LOOKED_AFTER).over(base.before(LOOKED_AFTER)).log();
    return reaching(change.times(RECENT), RECENT, flows, demand(RECENT, flows));
  }

  /** Demand alone, over so many years whatever the years that are projected. */
  private Inputs demand(int horizon, Estimate flows) {
    YearRange span = YearRange.inclusive(base.year(), base.year().plus(horizon));
    InputsWriter fill = new InputsWriter(Inputs.builder(Demand.alone(), span), base.evidence());
    new DemandCalibration(base, span).fill(fill, flows);
    return fill.build();
  }

  /** The level of exits at which children looked after grow so much, with the error of flows. */
  private Estimate reaching(Cited growth, int horizon, Estimate flows, Inputs demand) {
    double level =
        RootSearch.solve(
            "level of exits",
            candidate -> growth(demand, horizon, candidate),
            growth.value(),
            Placements.EXIT_LEVEL.lower(),
            Placements.EXIT_LEVEL.upper());
    return Estimate.of(
        new Cited(level, Cited.joined(growth.ids(), behindChildrenLookedAfter(demand)), false),
        flows.citedError(),
        horizon,
        flows.weightOfData());
  }

  /** The evidence of every number that moves them on the central path, where no shock strikes. */
  private static Set<String> behindChildrenLookedAfter(Inputs demand) {
    Set<Quantity> moving = new LinkedHashSet<>(Set.of(Placements.LOOKED_AFTER));
    int before = 0;
    while (before < moving.size()) {
      before = moving.size();
      for (Equation equation : demand.model().equations()) {
        if (!Collections.disjoint(moving, equation.writes())) {
          moving.addAll(equation.reads());
          moving.addAll(equation.readsLastYear());
          moving.addAll(equation.uses());
        }
      }
    }
    return moving.stream()
        .filter(quantity -> !(quantity instanceof Shock) && demand.hasOrigin(quantity))
        .flatMap(quantity -> demand.evidence(quantity).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Growth of children looked after on the central path, in logarithms. */
  private double growth(Inputs demand, int horizon, double exitLevel) {
    CentralPath path =
        CentralPath.of(
            demand.toBuilder()
                .parameter(Placements.EXIT_LEVEL, Distribution.fixed(exitLevel), WEIGHT)
                .build());
    return StrictMath.log(
        path.at(Placements.LOOKED_AFTER, base.year().plus(horizon))
            / path.at(Placements.LOOKED_AFTER, base.year()));
  }
}
