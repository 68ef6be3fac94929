package org.fundinggap.calibration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.Trend;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D1 to D3 for a base year: children and referrals. */
final class ReferralCalibration {
  private static final String[] SERIES = {"referrals", "children-0-17"};

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final YearRange years;

  private ReferralCalibration(InputsWriter fill, BaseYearEvidence base, YearRange years) {
    this.fill = fill;
    this.base = base;
    this.years = years;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base, YearRange years) {
    ReferralCalibration calibration = new ReferralCalibration(fill, base, years);
    calibration.children();
    calibration.referrals();
    fill.shocks(Referrals.SHOCK);
  }

  private void children() {
    fill.published(Children.CHILDREN, base.at("children-0-17"), "children-0-17");
    double[] values = {0, 1, 2};
    double[] probabilities = {
      base.prior("child-variant-low"),
      base.prior("child-variant-central"),
      base.prior("child-variant-high")
    };
    fill.inputs()
        .parameter(
            Children.VARIANT,
            Distribution.discrete(values, probabilities),
            new Origin(
                Origin.Derivation.PRIOR,
                "three variants with registered probabilities",
                List.of("child-variant-low", "child-variant-central", "child-variant-high")));
    growth(Children.LOW_GROWTH, "child-growth-low");
    growth(Children.CENTRAL_GROWTH, "child-growth-central");
    growth(Children.HIGH_GROWTH, "child-growth-high");
  }

  /**
   * Long before the priors were made, variants lie as far about a part of the growth of the time.
   */
  private void growth(Schedule path, String prior) {
    if (!base.isHindsight(prior)) {
      fill.inputs().schedule(path, constant(base.prior(prior)), Origin.prior(prior));
      return;
    }
    double offset = base.prior(prior) - base.prior("child-growth-central");
    fill.inputs()
        .schedule(
            path,
            constant(base.prior("past-child-growth-weight") * pastGrowth() + offset),
            Origin.estimated(
                "part of the mean growth of the years before, as far from it as the variants are",
                "children-0-17",
                "past-child-growth-weight",
                prior,
                "child-growth-central"));
  }

  /** Mean yearly growth of the years before; zero where none are held. */
  private double pastGrowth() {
    YearRange window = base.window("children-0-17");
    double changes = Math.max(1, window.length() - 1);
    double first = base.at("children-0-17", window.first());
    return Log.log(base.at("children-0-17") / first) / changes;
  }

  private Map<FinancialYear, Double> constant(double growth) {
    TreeMap<FinancialYear, Double> path = new TreeMap<>();
    years.years().forEach(year -> path.put(year, growth));
    return path;
  }

  private void referrals() {
    YearlySeries rates =
        BaseYearEvidence.logs(
            base.window(SERIES),
            year -> base.at("referrals", year) / base.at("children-0-17", year) * 10_000);
    Belief slope = new Belief(0, base.prior("referral-trend-spread"));
    SpreadBelief spread = base.spreadBelief("rate-spread");
    // Neighbouring years are alike: how much so comes from a first line, and widens the second.
    Estimate persistence =
        rates.trend(slope, spread).residuals().autocorrelation(base.belief("referral-persistence"));
    Trend trend = rates.trend(slope, spread, persistence.mean());
    double level = trend.level().mean();
    double rate = base.at("referrals") / base.at("children-0-17") * 10_000;
    String what = "straight line through # yearly rates";
    fill.workedOut(Referrals.LEVEL, Exp.exp(level), trend.level().method(what), SERIES);
    fill.workedOut(Referrals.DEVIATION, Log.log(rate) - level, trend.level().method(what), SERIES);
    fill.estimated(
        Referrals.TREND,
        trend.slope(),
        "slope of a line through # yearly rates, shrunk to zero",
        "referrals",
        "children-0-17",
        "referral-trend-spread",
        "rate-spread",
        "spread-years");
    deviations(trend, persistence);
  }

  private void deviations(Trend trend, Estimate persistence) {
    fill.estimated(
        Referrals.PERSISTENCE,
        persistence,
        "autocorrelation of # deviations from a line, shrunk",
        "referrals",
        "children-0-17",
        "referral-persistence");
    fill.estimated(
        Referrals.SPREAD,
        Shrinkage.innovation(trend.spread(), persistence),
        "spread of # deviations from a line, less what persists",
        "referrals",
        "children-0-17",
        "rate-spread",
        "spread-years",
        "referral-persistence");
  }
}
