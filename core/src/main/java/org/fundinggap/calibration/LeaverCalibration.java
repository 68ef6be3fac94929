package org.fundinggap.calibration;

import java.util.List;
import java.util.TreeMap;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D8 for a base year: care leavers, whose number is not published. */
final class LeaverCalibration {
  private static final String TURNED_EIGHTEEN = "ceased-on-18th-birthday";
  private static final String LEAVERS = "looked-after-ceased";
  private static final String PRIOR_SHARE = "eighteenth-birthday-share";
  private static final String ASYLUM = "asylum-seeking-looked-after";
  private static final String ASYLUM_STARTED = "asylum-seeking-started";
  private static final String SUPPORT = "care-leaver-support-years";

  /** Care leavers of so many years ago have left support, whatever their number was. */
  private static final int YEARS_BACK = 20;

  private final BaseYearEvidence base;

  private final ReferralCalibration.Projection projection;

  /** The first year of the one history that stocks of all years are worked out from. */
  private final FinancialYear first;

  LeaverCalibration(BaseYearEvidence base) {
    this.base = base;
    this.projection = ReferralCalibration.Projection.of(base);
    this.first = first(base);
  }

  /** {@value #YEARS_BACK} years before the base year, or as soon as leavers are published. */
  private static FinancialYear first(BaseYearEvidence base) {
    FinancialYear first = base.year().plus(-YEARS_BACK);
    while (!base.has(LEAVERS, first)) {
      first = first.plus(1);
    }
    return first;
  }

  void fill(InputsWriter fill, YearRange years) {
    aged17(fill, years);
    if (isPublished()) {
      fill.estimated(CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE, share(), "mean of # yearly shares");
    } else {
      fill.prior(CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE, PRIOR_SHARE);
    }
    fill.prior(CareLeavers.SUPPORT_YEARS, SUPPORT);
    String method = "the stock that past leavers and years of support give";
    fill.opening(CareLeavers.STOCK, stock(base.year()), method);
    fill.opening(CareLeavers.AVERAGE, average(base.year()), method);
  }

  private void aged17(InputsWriter fill, YearRange years) {
    TreeMap<FinancialYear, Cited> ratios = new TreeMap<>();
    boolean isKnown = projection.knowsAges(base.year());
    for (FinancialYear year : years.years()) {
      // No number stands behind ages that stay; what they would move is the share.
      ratios.put(year, isKnown ? projection.aged17(year) : Cited.from(1, base.prior(PRIOR_SHARE)));
    }
    fill.schedule(
        CareLeavers.AGED_17,
        ratios,
        isKnown
            ? "by the projection of the time, then as in its last year"
            : "no projection of the time: ages stay");
  }

  /** The base year or one of the two before it, for which shares are published; else two before. */
  private FinancialYear latest() {
    FinancialYear year = base.year();
    while (!base.has(TURNED_EIGHTEEN, year) && year.yearsUntil(base.year()) < 2) {
      year = year.plus(-1);
    }
    return year;
  }

  private boolean isPublished() {
    return base.has(TURNED_EIGHTEEN, latest());
  }

  /**
   * Published for 2019-20 to 2023-24; the registered belief counts beside them. The share moves
   * with the ages of children, so where these are known it is that of the base year's ages, from
   * the years for which they are.
   */
  private Estimate share() {
    if (!isPublished()) {
      return base.believed(PRIOR_SHARE);
    }
    YearRange window =
        new BaseYearEvidence(base.evidence(), latest()).window(TURNED_EIGHTEEN, LEAVERS);
    List<FinancialYear> aged = window.years().stream().filter(projection::knowsAges).toList();
    boolean knowsAges = projection.knowsAges(base.year()) && !aged.isEmpty();
    YearlySeries shares =
        YearlySeries.of(
            (knowsAges ? aged : window.years())
                .stream()
                    .map(
                        year ->
                            base.at(TURNED_EIGHTEEN, year)
                                .over(
                                    knowsAges ? ofTheBaseYearsAges(year) : base.at(LEAVERS, year)))
                    .toList());
    return shares.mean(
        base.belief(PRIOR_SHARE), shares.spread(base.spreadBelief("eighteenth-birthday-spread")));
  }

  /** Leavers of a year as they would be by D8a if as many were 17 as are in the base year. */
  private Cited ofTheBaseYearsAges(FinancialYear year) {
    Cited asylum =
        base.at(ASYLUM_STARTED, year)
            .minus(base.at(ASYLUM, year).minus(base.at(ASYLUM, year.plus(-1))));
    return asylum.plus(base.at(LEAVERS, year).minus(asylum).times(projection.aged17(year)));
  }

  /**
   * Care leavers on 31 March by D8, carried on from a first year before which as many came as left.
   * Not before that first year.
   */
  Cited stock(FinancialYear year) {
    Cited hazard = hazard();
    Cited stock = entrants(first).times(base.prior(SUPPORT));
    for (FinancialYear each : YearRange.inclusive(first, year).years()) {
      Cited entrants = entrants(each);
      double closing = StockFlow.closing(stock.value(), entrants.value(), hazard.value());
      stock = Cited.from(closing, stock, entrants, hazard);
    }
    return stock;
  }

  private Cited average(FinancialYear year) {
    Cited opening = stock(year.plus(-1));
    return entrants(year).minus(stock(year).minus(opening)).over(hazard());
  }

  private Cited hazard() {
    return Cited.of(1).over(base.prior(SUPPORT));
  }

  /** Who left care on the 18th birthday in a year. */
  Cited entrants(FinancialYear year) {
    return share().cited().times(base.at(LEAVERS, year));
  }
}
