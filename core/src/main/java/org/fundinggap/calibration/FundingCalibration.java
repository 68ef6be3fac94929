package org.fundinggap.calibration;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of F1 for a base year: what each stream opens with and what its rule needs. */
final class FundingCalibration implements FundingStream.Visitor {
  private static final String COUNCIL_TAX = "council-tax-receipts-growth";
  private static final String ADULT_PRECEPT = "council-tax-adult-precept";
  private static final String LOW_GRANT = "asylum-grant-low";
  private static final String HIGH_GRANT = "asylum-grant-high";
  private static final String SHARE_AT_HIGH_GRANT = "asylum-grant-high-share";

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final YearRange years;
  private final BaseFunding funding;
  private final FundingPlan plan;

  /** The part of base funding that is the asylum grant, GBP million, where a stream is. */
  private final Optional<Cited> asylum;

  private FundingCalibration(
      InputsWriter fill,
      BaseYearEvidence base,
      List<FundingStream> streams,
      BaseFunding funding,
      FundingPlan plan,
      YearRange years) {
    this.fill = fill;
    this.base = base;
    this.years = years;
    this.funding = funding;
    this.plan = plan;
    this.asylum =
        streams.contains(FundingStream.asylum()) ? Optional.of(asylumGrant()) : Optional.empty();
  }

  static void fill(
      InputsWriter fill,
      BaseYearEvidence base,
      List<FundingStream> streams,
      BaseFunding funding,
      FundingPlan plan,
      YearRange years) {
    FundingCalibration calibration =
        new FundingCalibration(fill, base, streams, funding, plan, years);
    calibration.needGrowth(streams);
    streams.forEach(stream -> stream.accept(calibration));
  }

  /** Two rates a year for looked-after asylum-seeking children of the average day. */
  private Cited asylumGrant() {
    Cited low = base.prior(LOW_GRANT);
    Cited more = base.prior(HIGH_GRANT).minus(low).times(base.prior(SHARE_AT_HIGH_GRANT));
    return fill.openingOf(CareEntries.ASYLUM_AVERAGE).times(low.plus(more)).over(1e6);
  }

  @Override
  public void registered(FundingStream.Registered stream) {
    switch (stream) {
      case ASYLUM ->
          fill.opening(
              stream.amount(), asylumGrant(), "average asylum-seeking children x grant for each");
      case FAMILIES_FIRST -> scheduled(stream, FamiliesFirst.grant(base, years));
      case TRANSFORMATION -> scheduled(stream, FamiliesFirst.transformation(base, years));
      case OTHER_MONEY ->
          fill.opening(
              stream.amount(), funding.otherMoney(base, plan.opening()), plan.opening().label());
    }
  }

  private void scheduled(FundingStream stream, FamiliesFirst.Amounts amounts) {
    fill.schedule(stream.schedule(), amounts.byYear(), amounts.method());
  }

  @Override
  public void own(FundingStream.Own stream) {
    throw new IllegalArgumentException(
        "stream must be one with registered numbers (core, asylum, familiesFirst,"
            + " transformation, otherMoney), was "
            + stream.id()
            + "; give its numbers with Inputs.builder");
  }

  @Override
  public void core(FundingStream.Core stream) {
    fill.opening(
        stream.amount(),
        asylum.map(funding.amount()::minus).orElse(funding.amount()),
        asylum.isEmpty() ? funding.method() : funding.method() + ", less the asylum grant");
    if (stream.settledTo().isPresent()) {
      settled(stream);
    }
    switch (stream.rule()) {
      case CASH_FLAT, REAL_FLAT, FOLLOWS_NEED, PER_ASYLUM_SEEKING_CHILD -> {}
      case COUNCIL_TAX -> councilTax();
      case FOLLOWS_OUTTURN -> {
        fill.prior(stream.outturnShare(), "outturn-share");
        fill.prior(stream.outturnSpread(), "outturn-spread");
        fill.shocks(stream.outturnShock());
      }
      case CONSTANT_GROWTH ->
          plan.growth().ifPresent(growth -> fill.given(stream.growth(), growth));
      case SCHEDULED -> {} // a stream of the caller's own model
    }
  }

  /** The base year's and the settled amounts; after them the last one stands, and is not read. */
  private void settled(FundingStream.Core stream) {
    NavigableMap<FinancialYear, Cited> amounts = SettledFunding.of(base, years, funding, plan);
    TreeMap<FinancialYear, Cited> byYear = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      Map.Entry<FinancialYear, Cited> settled = amounts.floorEntry(year);
      byYear.put(year, settled == null ? funding.amount() : settled.getValue());
    }
    fill.schedule(stream.schedule(), byYear, plan.known().source() + " to " + amounts.lastKey());
  }

  /** Growth of need in the base year: of net spending where both years are held, else of gross. */
  private void needGrowth(List<FundingStream> streams) {
    for (String series : List.of(PublishedTable.NET, PublishedTable.GROSS)) {
      if (base.has(series) && base.has(series, base.year().plus(-1))) {
        fill.opening(
            Funding.NEED_GROWTH,
            base.at(series).over(base.before(series)),
            "growth of spending in the base year");
        return;
      }
    }
    if (streams.stream().anyMatch(stream -> stream.rule() == FundingRule.FOLLOWS_NEED)) {
      throw new IllegalArgumentException(
          "spending must be held for "
              + base.year().plus(-1)
              + " where funding follows need, is not; choose another rule or base year");
    }
    // No other rule reads it: growth is worked out from the first projected year on.
    fill.opening(
        Funding.NEED_GROWTH, Cited.from(1, base.at(PublishedTable.GROSS)), "not read by any rule");
  }

  /**
   * Growth as it had been forecast when the base year's figures came out, then its last rate; less
   * what is raised for adult care, which children's services can't have.
   */
  private void councilTax() {
    BaseYearEvidence then = base.then();
    Cited beyond = base.prior("council-tax-growth-beyond");
    TreeMap<FinancialYear, Cited> growth = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      Cited all = then.has(COUNCIL_TAX, year) ? then.at(COUNCIL_TAX, year) : beyond;
      Cited others = Cited.of(1).minus(adultPrecept(year));
      growth.put(year, Cited.of(1).plus(all).times(others).minus(Cited.of(1)));
    }
    fill.schedule(
        FundingRule.COUNCIL_TAX_GROWTH,
        growth,
        "published forecast, then its last rate, less the adult social care precept");
  }

  private Cited adultPrecept(FinancialYear year) {
    BaseYearEvidence then = base.then();
    return then.has(ADULT_PRECEPT, year)
        ? then.at(ADULT_PRECEPT, year)
        : base.prior("council-tax-adult-precept-beyond");
  }
}
