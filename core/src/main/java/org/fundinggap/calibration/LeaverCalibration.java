package org.fundinggap.calibration;

import java.util.List;
import java.util.TreeMap;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Exp;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Numbers of D8 for a base year: care leavers, counted from 2020-21 on.
 *
 * <p>Where the base year's count was known, the stock is that count, and from the counts comes how
 * many join for each who turns 18 in care. Where it was not, the stock is the one that past leavers
 * and years of support give, and one joins for each who turns 18.
 */
final class LeaverCalibration {
  private static final String TURNED_EIGHTEEN = "ceased-on-18th-birthday";
  private static final String LEAVERS = "looked-after-ceased";
  private static final String PRIOR_SHARE = "eighteenth-birthday-share";
  private static final String ASYLUM = "asylum-seeking-looked-after";
  private static final String ASYLUM_STARTED = "asylum-seeking-started";
  private static final String COUNT = "care-leavers";
  private static final String PRIOR_RATIO = "care-leaver-ratio";
  private static final String SUPPORT = "care-leaver-support-years";

  /** Care leavers of so many years ago have left support, whatever their number was. */
  private static final int YEARS_BACK = 20;

  private final BaseYearEvidence base;

  private final ReferralCalibration.Projection projection;

  private final Estimate share;

  /** The first year of the one history that stocks of all years are worked out from. */
  private final FinancialYear first;

  LeaverCalibration(BaseYearEvidence base) {
    this.base = base;
    this.projection = ReferralCalibration.Projection.of(base);
    this.first = first(base);
    this.share = share();
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
      fill.estimated(CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE, share, "mean of # yearly shares");
    } else {
      fill.prior(CareLeavers.EIGHTEENTH_BIRTHDAY_SHARE, PRIOR_SHARE);
    }
    fill.prior(CareLeavers.SUPPORT_YEARS, SUPPORT);
    if (base.has(COUNT)) {
      fill.published(CareLeavers.STOCK, base.at(COUNT));
      fill.opening(
          CareLeavers.AVERAGE, flow(base.year()).average(), "average between the counts of March");
    } else {
      String method = "the stock that past leavers and years of support give";
      fill.opening(CareLeavers.STOCK, stock(base.year()), method);
      fill.opening(CareLeavers.AVERAGE, flow(base.year()).average(), method);
    }
    joining(fill);
  }

  /** How many care leavers there are, and by how many they rise, for each who turns 18 in care. */
  private void joining(InputsWriter fill) {
    List<Flow> flows = counted().stream().map(this::flow).toList();
    if (flows.isEmpty()) {
      Flow flow = flow(base.year());
      String method = "the base year's: as many join as did in it";
      fill.parameter(CareLeavers.RATIO, flow.ratio(), method);
      fill.parameter(CareLeavers.RISE, flow.rise(), method);
      return;
    }
    YearlySeries ratios = YearlySeries.of(flows.stream().map(Flow::ratio).toList());
    fill.estimated(
        CareLeavers.RATIO,
        ratios.mean(
            base.belief(PRIOR_RATIO), ratios.spread(base.spreadBelief("care-leaver-ratio-spread"))),
        "mean of # yearly counts for each who turned 18, pooled");
    // What a rise may be off by is in the ratio: the two make one number together.
    Cited rises = flows.stream().map(Flow::rise).reduce(Cited::plus).orElseThrow();
    fill.parameter(
        CareLeavers.RISE,
        rises.over(flows.size()),
        "mean of " + flows.size() + " yearly rises for each who turned 18");
  }

  /** Years up to the base year whose count and that of the year before are known. */
  private List<FinancialYear> counted() {
    return base.has(COUNT)
        ? base.window(COUNT).years().stream()
            .filter(year -> base.has(COUNT, year.plus(-1)))
            .toList()
        : List.of();
  }

  /**
   * A year of care leavers.
   *
   * @param opening on 31 March of the year before
   * @param closing on 31 March
   * @param average on the average day, by which D8c leads from the one to the other
   * @param turned who turned 18 in care in the year
   */
  private record Flow(Cited opening, Cited closing, Cited average, Cited turned) {
    Cited ratio() {
      return average.over(turned);
    }

    Cited rise() {
      return closing.minus(opening).over(turned);
    }
  }

  private Flow flow(FinancialYear year) {
    Cited opening = stock(year.plus(-1));
    Cited closing = stock(year);
    double h = hazard().value();
    double stay = Exp.exp(-h);
    double joined = (closing.value() - opening.value() * stay) / ((1 - stay) / h);
    double average = (joined - (closing.value() - opening.value())) / h;
    return new Flow(
        opening, closing, Cited.from(average, opening, closing, hazard()), entrants(year));
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
                .stream().map(year -> shareOf(year, knowsAges)).toList());
    return shares.mean(
        base.belief(PRIOR_SHARE), shares.spread(base.spreadBelief("eighteenth-birthday-spread")));
  }

  private Cited shareOf(FinancialYear year, boolean knowsAges) {
    Cited leavers = knowsAges ? ofTheBaseYearsAges(year) : base.at(LEAVERS, year);
    return base.at(TURNED_EIGHTEEN, year).over(leavers);
  }

  /** Leavers of a year as they would be by D8a if as many were 17 as are in the base year. */
  private Cited ofTheBaseYearsAges(FinancialYear year) {
    Cited asylum =
        base.at(ASYLUM_STARTED, year)
            .minus(base.at(ASYLUM, year).minus(base.at(ASYLUM, year.plus(-1))));
    return asylum.plus(base.at(LEAVERS, year).minus(asylum).times(projection.aged17(year)));
  }

  /**
   * Care leavers on 31 March: as counted; of years before the first count, and where the base
   * year's is not known, as past leavers give them, in proportion to the first count. Not before
   * the first year of that history.
   */
  Cited stock(FinancialYear year) {
    if (!base.has(COUNT)) {
      return modelled(year);
    }
    if (base.has(COUNT, year)) {
      return base.at(COUNT, year);
    }
    FinancialYear counted = base.evidence().series(COUNT).first();
    return modelled(year).times(base.at(COUNT, counted).over(modelled(counted)));
  }

  /** By D8, carried on from a first year before which as many came as left. */
  private Cited modelled(FinancialYear year) {
    Cited hazard = hazard();
    Cited stock = byShare(first).times(base.prior(SUPPORT));
    for (FinancialYear each : YearRange.inclusive(first, year).years()) {
      Cited entrants = byShare(each);
      double closing = StockFlow.closing(stock.value(), entrants.value(), hazard.value());
      stock = Cited.from(closing, stock, entrants, hazard);
    }
    return stock;
  }

  private Cited hazard() {
    return Cited.of(1).over(base.prior(SUPPORT));
  }

  /** Who turned 18 in care in a year: as published, or by the share of leavers. */
  Cited entrants(FinancialYear year) {
    return base.has(COUNT) && base.has(TURNED_EIGHTEEN, year)
        ? base.at(TURNED_EIGHTEEN, year)
        : byShare(year);
  }

  private Cited byShare(FinancialYear year) {
    return share.cited().times(base.at(LEAVERS, year));
  }
}
