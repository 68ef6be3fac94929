package org.fundinggap.calibration;

import org.fundinggap.demand.Demand;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.CentralPath;

/**
 * Numbers of D0 to D9c for a base year, and the one number that is made from all of them together:
 * the level to which rates of leaving care return.
 *
 * <p>Each rate of demand is estimated from few years and shrunk by itself, but together they carry
 * children looked after, and of these there is a record of thirty years. So the level of exits, the
 * least known of the numbers, is set where children looked after grow, on the central path, as much
 * as the mean of what the flows say and what the {@link LongRecord} says. Means of two forecasts do
 * better than either more often than not, and equal weights are hard to beat where errors are few
 * (Clemen 1989, International Journal of Forecasting 5, 559-583).
 */
final class DemandCalibration {
  /** Growth of this many years is pooled: horizons for which a drift matters and one can judge. */
  private static final int HORIZON = 5;

  private static final String WEIGHT = "long-record-weight";

  private final BaseYearEvidence base;

  private DemandCalibration(BaseYearEvidence base) {
    this.base = base;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base, YearRange years) {
    Estimate flows = new ExitCalibration(base).level();
    fill(fill, base, years, new DemandCalibration(base).pooled(flows));
  }

  private static void fill(
      InputsWriter fill, BaseYearEvidence base, YearRange years, Estimate exitLevel) {
    ReferralCalibration.fill(fill, base, years);
    new EarlyHelpCalibration(fill, base).effects();
    NeedCalibration.fill(fill, base);
    EntryCalibration.fill(fill, base);
    PlacementCalibration.fill(fill, base);
    new ExitCalibration(base).fill(fill);
    fill.estimated(
        Placements.EXIT_LEVEL,
        exitLevel,
        "set so that children looked after grow as pooled over # years");
    new LeaverCalibration(base).fill(fill);
  }

  /** The level, with the error that flows give it. */
  private Estimate pooled(Estimate flows) {
    Cited weight = base.prior(WEIGHT);
    YearRange years = YearRange.inclusive(base.year(), base.year().plus(HORIZON));
    InputsWriter fill = new InputsWriter(Inputs.builder(Demand.alone(), years), base.evidence());
    fill(fill, base, years, flows);
    Inputs inputs = fill.build();
    Cited record = LongRecord.growth(base, HORIZON);
    double byFlows = growth(inputs, flows.mean());
    double level =
        RootSearch.solve(
            "level of exits",
            candidate -> growth(inputs, candidate),
            weight.value() * record.value() + (1 - weight.value()) * byFlows,
            Placements.EXIT_LEVEL.lower(),
            Placements.EXIT_LEVEL.upper());
    return Estimate.of(
        Cited.from(level, flows.cited(), record, weight),
        flows.citedError(),
        HORIZON,
        flows.weightOfData());
  }

  /** Growth of children looked after on the central path, in logarithms. */
  private double growth(Inputs inputs, double exitLevel) {
    CentralPath path =
        CentralPath.of(
            inputs.toBuilder()
                .parameter(Placements.EXIT_LEVEL, Distribution.fixed(exitLevel), WEIGHT)
                .build());
    return StrictMath.log(
        path.at(Placements.LOOKED_AFTER, base.year().plus(HORIZON))
            / path.at(Placements.LOOKED_AFTER, base.year()));
  }
}
