package org.fundinggap.file;

import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;

/** A scenario with nearly all that a file can hold, over few years. */
final class WholeScenario {
  private static final FinancialYear START = FinancialYear.parse("2025-26");
  private static final FinancialYear LAST = FinancialYear.parse("2026-27");

  private WholeScenario() {}

  static ScenarioFile file() {
    Scenario scenario =
        England.underLaw()
            .to(LAST)
            .with(FundingPlan.published().until(START).then(FundingRule.REAL_FLAT))
            .changing(
                "changed",
                numbers ->
                    numbers.toBuilder()
                        .parameter(Cost.INCOME, Distribution.uniform(0.05, 0.1), "our accounts")
                        .build())
            .with(
                "with lines",
                OwnLine.each(
                        "shortBreaks",
                        "short breaks",
                        Children.CHILDREN,
                        Distribution.elicitedAbove(0, 1, 2, 3),
                        "a",
                        "b")
                    .priced(PriceIndex.SOCIAL_WORK)
                    .outOf(CostLine.OTHER),
                OwnFunding.growing("levy", "a levy", 20, Distribution.uniform(0, 0.02), "plan")
                    .tied())
            .with("whole", few(), dear())
            .described("What we think, in words");
    return ScenarioFile.of(scenario).with(Settings.of(3, 100));
  }

  private static Lever few() {
    return Lever.named("fewer entries")
        .from(START)
        .ramp(1)
        .multiply(CareEntries.ENTRIES, Distribution.triangular(-0.2, -0.1, -0.05), "x")
        .inPart("share of areas", Distribution.uniform(0.2, 0.4), "z")
        .offsetBy(ChildrenInNeed.STARTED, Distribution.uniform(0.1, 0.5), "y")
        .cost(Payer.GOVERNMENT, Distribution.logNormal(20, 0.3), "w")
        .alsoInPart()
        .build();
  }

  private static Lever dear() {
    return Lever.named("more help")
        .from(START)
        .coverage(Map.of(START, 0.25, LAST, 1.0))
        .spendMore(
            CostLine.FAMILY_SUPPORT,
            Distribution.discrete(new double[] {10, 20}, new double[] {0.5, 0.5}),
            "x")
        .floor(Referrals.REFERRALS, Distribution.fixed(630_000), "x")
        .build();
  }
}
