package org.fundinggap.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of F1 for a base year: what each stream opens with and what its rule needs. */
final class FundingCalibration {
  private static final String COUNCIL_TAX = "council-tax-receipts-growth";
  private static final String ASYLUM_GRANT = "asylum-grant-per-child";

  /** A forecast belongs to a base year if it was published within a year of that year's end. */
  private static final int MONTHS_OF_FORECAST = 12;

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final YearRange years;

  private FundingCalibration(InputsWriter fill, BaseYearEvidence base, YearRange years) {
    this.fill = fill;
    this.base = base;
    this.years = years;
  }

  static void fill(
      InputsWriter fill,
      BaseYearEvidence base,
      List<FundingStream> streams,
      BaseFunding funding,
      YearRange years) {
    FundingCalibration calibration = new FundingCalibration(fill, base, years);
    calibration.needGrowth(streams);
    double asylum = streams.contains(FundingStream.asylum()) ? calibration.asylumGrant() : 0;
    for (FundingStream stream : streams) {
      switch (stream.id()) {
        case "asylum" -> calibration.asylum(stream);
        case "familiesFirst" -> calibration.scheduled(stream, FamiliesFirst.grant(base, years));
        case "transformation" ->
            calibration.scheduled(stream, FamiliesFirst.transformation(base, years));
        case "core" -> calibration.core(stream, funding, asylum);
        default ->
            throw new IllegalArgumentException(
                "stream must be one with registered numbers (core, asylum, familiesFirst,"
                    + " transformation), was "
                    + stream.id()
                    + "; give its numbers with Inputs.builder");
      }
    }
  }

  /** The grant covers looked-after asylum-seeking children of the average day, at one rate. */
  private double asylumGrant() {
    return fill.inputs().openingOf(CareEntries.ASYLUM_AVERAGE) * base.prior(ASYLUM_GRANT) / 1e6;
  }

  private void asylum(FundingStream stream) {
    fill.workedOut(
        stream.amount(),
        asylumGrant(),
        "average asylum-seeking children x grant for each",
        ASYLUM_GRANT,
        "asylum-seeking-looked-after");
  }

  private void scheduled(FundingStream stream, FamiliesFirst.Schedule schedule) {
    fill.inputs().schedule(stream.schedule(), schedule.amounts(), schedule.origin());
  }

  private void core(FundingStream stream, BaseFunding funding, double asylum) {
    List<String> evidence = new ArrayList<>(funding.evidence());
    if (asylum > 0) {
      evidence.addAll(List.of(ASYLUM_GRANT, "asylum-seeking-looked-after"));
    }
    String[] ids = evidence.toArray(String[]::new);
    fill.workedOut(
        stream.amount(),
        funding.millions() - asylum,
        asylum == 0 ? funding.method() : funding.method() + ", less the asylum grant",
        ids);
    switch (stream.rule()) {
      case CASH_FLAT, REAL_FLAT, FOLLOWS_NEED, PER_ASYLUM_SEEKING_CHILD -> {}
      case COUNCIL_TAX -> councilTax();
      case FOLLOWS_OUTTURN -> {
        fill.prior(stream.outturnShare(), "outturn-share");
        fill.prior(stream.outturnSpread(), "outturn-spread");
        fill.shocks(stream.outturnShock());
      }
      case CONSTANT_GROWTH, SCHEDULED ->
          throw new IllegalArgumentException(
              "rule must be one with registered numbers, was "
                  + stream.rule().label()
                  + "; build the inputs with Inputs.builder and give its growth or schedule");
    }
  }

  /** Growth of need in the base year: of net spending where both years are held, else of gross. */
  private void needGrowth(List<FundingStream> streams) {
    for (String series : List.of("ro-net", "spend-gross")) {
      if (base.has(series) && base.has(series, base.year().plus(-1))) {
        fill.workedOut(
            Funding.NEED_GROWTH,
            base.at(series) / base.before(series),
            "growth of spending in the base year",
            series);
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
    fill.workedOut(Funding.NEED_GROWTH, 1, "not read by any rule", "spend-gross");
  }

  /** Growth as it had been forecast when the base year's figures came out, then its last rate. */
  private void councilTax() {
    double beyond = base.prior("council-tax-growth-beyond");
    TreeMap<FinancialYear, Double> growth = new TreeMap<>();
    boolean forecast = false;
    for (FinancialYear year : years.years()) {
      boolean held = wasForecast(year);
      growth.put(year, held ? base.at(COUNCIL_TAX, year) : beyond);
      forecast |= held;
    }
    fill.inputs()
        .schedule(
            FundingRule.COUNCIL_TAX_GROWTH,
            growth,
            forecast
                ? Origin.estimated(
                    "published forecast, then its last rate",
                    COUNCIL_TAX,
                    "council-tax-growth-beyond")
                : Origin.prior("council-tax-growth-beyond"));
  }

  private boolean wasForecast(FinancialYear year) {
    LocalDate known = base.year().lastDay().plusMonths(MONTHS_OF_FORECAST);
    return base.has(COUNCIL_TAX, year)
        && base.evidence().series(COUNCIL_TAX).observation(year).provenance().knownBy(known);
  }
}
