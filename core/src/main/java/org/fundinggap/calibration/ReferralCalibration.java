package org.fundinggap.calibration;

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
  private static final String BELOW = "child-growth-below";
  private static final String ABOVE = "child-growth-above";

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
    growth(fill, Children.LOW_GROWTH, base.prior(BELOW), years);
    growth(fill, Children.CENTRAL_GROWTH, Cited.of(0), years);
    growth(fill, Children.HIGH_GROWTH, base.prior(ABOVE), years);
  }

  /**
   * The projection's growth year by year, or where none was known a part of the growth of the time;
   * variants lie about it. Growth alone is taken over: estimates are rebased when a census comes,
   * so their level is not that of the projection.
   */
  private void growth(InputsWriter fill, Schedule path, Cited offset, YearRange years) {
    Projection projection = Projection.of(base);
    TreeMap<FinancialYear, Cited> growth = new TreeMap<>();
    if (projection.isKnown()) {
      years.years().forEach(year -> growth.put(year, projection.growth(year).plus(offset)));
      fill.schedule(path, growth, "growth of the projection of the time, then its last rate");
      return;
    }
    Cited part = base.prior("past-child-growth-weight").times(pastGrowth()).plus(offset);
    years.years().forEach(year -> growth.put(year, part));
    fill.schedule(path, growth, "part of the mean growth of the years before");
  }

  /** Mean yearly growth of the years before; zero where none are held. */
  private Cited pastGrowth() {
    YearRange window = base.window(CHILDREN);
    Cited first = base.at(CHILDREN, window.first());
    return base.at(CHILDREN)
        .over(first)
        .log()
        .over(Math.max(1, window.length() - 1))
        .exp()
        .minus(Cited.of(1));
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

  /**
   * The official projection of children, where one had been published for a base year.
   *
   * @param then what had been published for the base year
   */
  record Projection(BaseYearEvidence then) {
    private static final String ALL = "children-0-17-projected";
    private static final String AGED_17 = "children-17-projected";

    static Projection of(BaseYearEvidence base) {
      return new Projection(base.then());
    }

    boolean isKnown() {
      return then.evidence().hasSeries(ALL);
    }

    /** Whether ages of children in a year are known: none are held of years before. */
    boolean knowsAges(FinancialYear year) {
      return then.has(ALL, year) && then.has(AGED_17, year);
    }

    /** Growth of children 0-17 on the year before, 0.01 for 1%; beyond its years the nearest. */
    Cited growth(FinancialYear year) {
      FinancialYear nearest = held(year, then.evidence().series(ALL).first().plus(1));
      return then.at(ALL, nearest).over(then.at(ALL, nearest.plus(-1))).minus(Cited.of(1));
    }

    /**
     * Those aged 17 among all children, over the same in the base year, whose ages must be known;
     * beyond its years the nearest.
     */
    Cited aged17(FinancialYear year) {
      FinancialYear nearest = held(year, then.evidence().series(ALL).first());
      return share(nearest).over(share(then.year()));
    }

    private Cited share(FinancialYear year) {
      return then.at(AGED_17, year).over(then.at(ALL, year));
    }

    private FinancialYear held(FinancialYear year, FinancialYear first) {
      FinancialYear last = then.evidence().series(ALL).last();
      FinancialYear notAfter = year.compareTo(last) > 0 ? last : year;
      return notAfter.compareTo(first) < 0 ? first : notAfter;
    }
  }
}
