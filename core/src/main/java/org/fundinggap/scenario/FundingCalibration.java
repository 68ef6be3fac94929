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

  /** The published budget; where none is held, spending less the published overspend. */
  static Amount published(BaseYear base) {
    if (base.has("ra-budget-net")) {
      return new Amount(base.at("ra-budget-net"), List.of("ra-budget-net"));
    }
    String overspend = "overspend-" + base.year();
    if (base.evidence().knows(overspend) && base.has("spend-net")) {
      return new Amount(
          base.at("spend-net") - base.evidence().figure(overspend).value(),
          List.of("spend-net", overspend));
    }
    throw new IllegalArgumentException(
        "base year must have a published budget or overspend, had neither for "
            + base.year()
            + "; give base funding with Baseline.withFunding(...)");
  }

  static void fill(
      InputsBuilder inputs, BaseYear base, FundingStream stream, Amount amount, YearRange years) {
    inputs.opening(stream.amount(), amount.millions(), amount.evidence().toArray(String[]::new));
    // Growth of need in the base year itself: need of the year before is not modelled, so it is 1.
    inputs.opening(Funding.NEED_GROWTH, 1, amount.evidence().toArray(String[]::new));
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
