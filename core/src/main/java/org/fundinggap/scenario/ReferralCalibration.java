package org.fundinggap.scenario;

import java.util.List;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D1 to D3 for a base year. */
final class ReferralCalibration {
  private static final List<String> SERIES = List.of("referrals", "children-0-17");

  private ReferralCalibration() {}

  static void fill(InputsBuilder inputs, BaseYear base) {
    inputs.opening(Children.CHILDREN, base.at("children-0-17"), "children-0-17");
    base.prior(inputs, Children.GROWTH, "child-population-growth");
    Changes.Line line =
        Changes.line(
            logRates(base), base.prior("referral-trend-spread"), base.prior("rate-spread"));
    double rate = base.at("referrals") / base.at("children-0-17") * 10_000;
    String[] evidence = SERIES.toArray(String[]::new);
    inputs.opening(Referrals.LEVEL, Exp.exp(line.valueAtEnd()), evidence);
    inputs.opening(Referrals.DEVIATION, Log.log(rate) - line.valueAtEnd(), evidence);
    BaseYear.estimate(
        inputs,
        Referrals.TREND,
        line.slope(),
        line.slopeError(),
        List.of("referrals", "children-0-17", "referral-trend-spread", "rate-spread"));
    base.prior(inputs, Referrals.PERSISTENCE, "referral-persistence");
    // Deviations vary by the residual spread; of that, persistence carries a part over.
    double persistence = base.prior("referral-persistence");
    BaseYear.fixed(
        inputs,
        Referrals.SPREAD,
        line.spread() * Math.sqrt(1 - persistence * persistence),
        "referrals",
        "children-0-17",
        "rate-spread",
        "referral-persistence");
  }

  /** Logarithms of referrals per 10,000 children, up to the base year. */
  private static double[] logRates(BaseYear base) {
    Series referrals = base.evidence().series("referrals");
    Series children = base.evidence().series("children-0-17");
    List<FinancialYear> years = base.window("referrals", "children-0-17").years();
    return years.stream()
        .mapToDouble(year -> Log.log(referrals.at(year) / children.at(year) * 10_000))
        .toArray();
  }
}
