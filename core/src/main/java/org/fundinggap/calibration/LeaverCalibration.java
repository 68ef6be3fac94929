package org.fundinggap.calibration;

import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D8 for a base year: care leavers, whose number is not published. */
final class LeaverCalibration {
  private static final String[] SERIES = {"ceased-on-18th-birthday", "looked-after-ceased"};
  private static final String PRIOR_SHARE = "eighteenth-birthday-share";
  private static final String SUPPORT = "care-leaver-support-years";

  /** Care leavers of so many years ago have left support, whatever their number was. */
  private static final int YEARS_BACK = 20;

  private final BaseYearEvidence base;

  LeaverCalibration(BaseYearEvidence base) {
    this.base = base;
  }

  void fill(InputsWriter fill) {
    if (isPublished()) {
      fill.estimated(
          CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE,
          share(),
          "mean of # yearly shares",
          PRIOR_SHARE,
          SERIES[0],
          SERIES[1]);
    } else {
      fill.prior(CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE, PRIOR_SHARE);
    }
    fill.prior(CareLeavers.SUPPORT_YEARS, SUPPORT);
    String method = "the stock that past leavers and years of support give";
    fill.workedOut(CareLeavers.STOCK, stock(base.year()), method, evidence());
    fill.workedOut(CareLeavers.AVERAGE, average(base.year()), method, evidence());
  }

  private String[] evidence() {
    return isPublished()
        ? new String[] {SUPPORT, SERIES[1], PRIOR_SHARE, SERIES[0]}
        : new String[] {SUPPORT, SERIES[1], PRIOR_SHARE};
  }

  /** The base year or one of the two before it, for which shares are published; else two before. */
  private FinancialYear latest() {
    FinancialYear year = base.year();
    while (!base.has(SERIES[0], year) && year.yearsUntil(base.year()) < 2) {
      year = year.plus(-1);
    }
    return year;
  }

  private boolean isPublished() {
    return base.has(SERIES[0], latest());
  }

  /** Published for 2019-20 to 2023-24; the registered belief counts beside them. */
  private Estimate share() {
    if (!isPublished()) {
      return new Estimate(
          base.prior(PRIOR_SHARE), base.evidence().prior(PRIOR_SHARE).spread(), 0, 0);
    }
    YearRange years = new BaseYearEvidence(base.evidence(), latest()).window(SERIES);
    YearlySeries shares =
        YearlySeries.of(
            years.years().stream()
                .mapToDouble(year -> base.at(SERIES[0], year) / base.at(SERIES[1], year))
                .toArray());
    double spread = shares.spread(base.spreadBelief("eighteenth-birthday-spread")).mean();
    return shares.mean(base.belief(PRIOR_SHARE), spread, 0);
  }

  /** Care leavers on 31 March by D8, from the leavers of {@value #YEARS_BACK} years. */
  double stock(FinancialYear year) {
    FinancialYear first = year.plus(-YEARS_BACK);
    while (!base.has(SERIES[1], first)) {
      first = first.plus(1);
    }
    double stock = entrants(first) * base.prior(SUPPORT);
    for (FinancialYear each : YearRange.inclusive(first, year).years()) {
      stock = StockFlow.closing(stock, entrants(each), hazard());
    }
    return stock;
  }

  private double average(FinancialYear year) {
    double opening = stock(year.plus(-1));
    return (entrants(year) - (stock(year) - opening)) / hazard();
  }

  private double hazard() {
    return 1 / base.prior(SUPPORT);
  }

  private double entrants(FinancialYear year) {
    return share().mean() * base.at(SERIES[1], year);
  }
}
