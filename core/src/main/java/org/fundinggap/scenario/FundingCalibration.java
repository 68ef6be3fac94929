package org.fundinggap.scenario;

import java.util.List;
import java.util.TreeMap;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of F1 for a base year: base funding and what its rule needs. */
final class FundingCalibration {
  private FundingCalibration() {}

  /** Base funding: an amount in GBP million, and where it comes from. */
  record Amount(double millions, List<String> evidence) {}

  /** Whether a budget, or an overspend to take from spending, is published for the base year. */
  static boolean isPublished(BaseYear base) {
    return base.has("ra-budget-net")
        || (base.evidence().knows(overspend(base)) && base.has("spend-net"));
  }

  private static String overspend(BaseYear base) {
    return "overspend-" + base.year();
  }

  /** The published budget; where none is held, spending less the published overspend. */
  static Amount published(BaseYear base) {
    if (base.has("ra-budget-net")) {
      return new Amount(base.at("ra-budget-net"), List.of("ra-budget-net"));
    }
    String overspend = overspend(base);
    double spent = base.at("spend-net");
    return new Amount(
        spent - base.evidence().figure(overspend).value(), List.of("spend-net", overspend));
  }

  static void fill(
      InputsBuilder inputs, BaseYear base, FundingStream stream, Amount amount, YearRange years) {
    inputs.opening(stream.amount(), amount.millions(), amount.evidence().toArray(String[]::new));
    needGrowth(inputs, base, stream);
    switch (stream.rule()) {
      case CASH_FLAT, REAL_FLAT, FOLLOWS_NEED -> {}
      case COUNCIL_TAX -> councilTax(inputs, base, years);
      case FOLLOWS_OUTTURN -> {
        base.prior(inputs, stream.outturnShare(), "outturn-share");
        base.prior(inputs, stream.outturnSpread(), "outturn-spread");
      }
      case CONSTANT_GROWTH, SCHEDULED ->
          throw new IllegalArgumentException(
              "rule must be one with registered numbers, was "
                  + stream.rule().label()
                  + "; build the inputs with Inputs.builder and give its growth or schedule");
    }
  }

  /** Growth of need in the base year: of net spending where both years are held, else of gross. */
  private static void needGrowth(InputsBuilder inputs, BaseYear base, FundingStream stream) {
    for (String series : List.of("ro-net", "spend-gross")) {
      if (base.has(series) && base.evidence().series(series).has(base.year().plus(-1))) {
        inputs.opening(Funding.NEED_GROWTH, base.at(series) / base.before(series), series);
        return;
      }
    }
    if (stream.rule() == FundingRule.FOLLOWS_NEED) {
      throw new IllegalArgumentException(
          "spending must be held for "
              + base.year().plus(-1)
              + " where funding follows need, is not; choose another rule or base year");
    }
    // No other rule reads it: growth is worked out from the first projected year on.
    inputs.opening(Funding.NEED_GROWTH, 1, "spend-gross");
  }

  private static void councilTax(InputsBuilder inputs, BaseYear base, YearRange years) {
    Series published = base.evidence().series("council-tax-receipts-growth");
    double beyond = base.prior("council-tax-growth-beyond");
    TreeMap<FinancialYear, Double> growth = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      growth.put(year, published.has(year) ? published.at(year) : beyond);
    }
    inputs.path(
        FundingRule.COUNCIL_TAX_GROWTH,
        growth,
        "council-tax-receipts-growth",
        "council-tax-growth-beyond");
  }
}
