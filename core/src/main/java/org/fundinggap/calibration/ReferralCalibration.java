package org.fundinggap.calibration;

import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.Trend;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D1 to D3 for a base year: children and referrals. */
final class ReferralCalibration {
  private static final String REFERRALS = "referrals";
  private static final String CHILDREN = "children-0-17";
  private static final String CENTRAL = "child-growth-central";

  private final BaseYearEvidence base;

  private ReferralCalibration(BaseYearEvidence base) {
    this.base = base;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base, YearRange years) {
    ReferralCalibration calibration = new ReferralCalibration(base);
    calibration.children(fill, years);
    calibration.referrals(fill);
    fill.shocks(Referrals.SHOCK);
  }

  private void children(InputsWriter fill, YearRange years) {
    fill.published(Children.CHILDREN, base.at(CHILDREN));
    Cited low = base.prior("child-variant-low");
    Cited central = base.prior("child-variant-central");
    Cited high = base.prior("child-variant-high");
    fill.parameter(
        Children.VARIANT,
        Distribution.discrete(
            new double[] {0, 1, 2}, new double[] {low.value(), central.value(), high.value()}),
        "three variants with registered probabilities",
        low,
        central,
        high);
    growth(fill, Children.LOW_GROWTH, "child-growth-low", years);
    growth(fill, Children.CENTRAL_GROWTH, CENTRAL, years);
    growth(fill, Children.HIGH_GROWTH, "child-growth-high", years);
  }

  /**
   * Long before the priors were made, variants lie as far about a part of the growth of the time.
   */
  private void growth(InputsWriter fill, Schedule path, String prior, YearRange years) {
    if (!base.isHindsight(prior)) {
      fill.schedule(path, constant(base.prior(prior), years), "");
      return;
    }
    Cited offset =
        prior.equals(CENTRAL) ? Cited.of(0) : base.prior(prior).minus(base.prior(CENTRAL));
    fill.schedule(
        path,
        constant(base.prior("past-child-growth-weight").times(pastGrowth()).plus(offset), years),
        "part of the mean growth of the years before, as far from it as the variants are");
  }

  /** Mean yearly growth of the years before; zero where none are held. */
  private Cited pastGrowth() {
    YearRange window = base.window(CHILDREN);
    Cited first = base.at(CHILDREN, window.first());
    return base.at(CHILDREN).over(first).log().over(Math.max(1, window.length() - 1));
  }

  private static Map<FinancialYear, Cited> constant(Cited growth, YearRange years) {
    TreeMap<FinancialYear, Cited> path = new TreeMap<>();
    years.years().forEach(year -> path.put(year, growth));
    return path;
  }

  private Cited rate(FinancialYear year) {
    return base.at(REFERRALS, year).over(base.at(CHILDREN, year)).times(10_000);
  }

  /** The straight line that yearly rates lie about, and what is left of a deviation. */
  private record Line(YearlySeries rates, Trend trend, Estimate persistence) {}

  private Line line() {
    YearlySeries rates = BaseYearEvidence.logs(base.window(REFERRALS, CHILDREN), this::rate);
    Belief slope = Belief.of(Cited.of(0), base.prior("referral-trend-spread"));
    SpreadBelief spread = base.spreadBelief("referral-spread");
    // Neighbouring years are alike: how much so comes from a first line, and widens the second.
    Estimate persistence =
        rates.trend(slope, spread).residuals().autocorrelation(base.belief("referral-persistence"));
    return new Line(rates, rates.trend(slope, spread, persistence), persistence);
  }

  /** Past shocks to the rate of referral; a base year alone had none. */
  static YearlySeries shocks(BaseYearEvidence base) {
    Line line = new ReferralCalibration(base).line();
    YearlySeries residuals = line.trend().residuals();
    return residuals.years() > 1
        ? Shrinkage.shocks(residuals, line.persistence())
        : YearlySeries.of(0);
  }

  private void referrals(InputsWriter fill) {
    Line line = line();
    Cited level = line.trend().level().cited();
    String what = line.trend().level().method("straight line through # yearly rates");
    fill.opening(Referrals.LEVEL, level.exp(), what);
    fill.opening(Referrals.DEVIATION, line.rates().citedLast().minus(level), what);
    fill.estimated(
        Referrals.TREND,
        line.trend().slope(),
        "slope of a line through # yearly rates, shrunk to zero");
    fill.estimated(
        Referrals.PERSISTENCE,
        line.persistence(),
        "autocorrelation of # deviations from a line, shrunk");
    fill.estimated(
        Referrals.SPREAD,
        Shrinkage.innovation(line.trend().spread(), line.persistence()),
        "spread of # deviations from a line, less what persists");
  }
}
