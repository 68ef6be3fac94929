package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.BridgeInputs;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whole texts, of the policy whose numbers {@link AppraisalTest} works out by hand. */
@DisplayName("What an appraisal prints")
class AppraisalTextTest {
  private static final DiscountSchedule QUARTER = DiscountSchedule.of("quarter", Map.of(1, 0.25));

  private static Appraiser plain() {
    return Appraiser.of(QUARTER, OptimismBias.none());
  }

  private static Ledger prices(String name) {
    return Ledger.of(name, 4).with(Inflation.DEFLATOR, 1, 1.25, 1.25, 2);
  }

  private static Appraisal policy() {
    Scenario base =
        prices("base")
            .with(Cost.SPENDING, 100, 125, 150, 240)
            .with(Funding.FUNDING, 90, 90, 90, 90)
            .with(Funding.UNTIED, 80, 80, 80, 80)
            .build();
    Ledger policy =
        prices("policy")
            .with(Cost.SPENDING, 100, 150, 100, 160)
            .with(Payer.COUNCILS.cost(), 0, 10, 0, 0)
            .with(Payer.GOVERNMENT.cost(), 0, 5, 0, 0)
            .with(Payer.PARTNERS.cost(), 0, 0, 12.5, 0)
            .with(Funding.FUNDING, 90, 107.5, 90, 90)
            .with(Funding.UNTIED, 80, 85, 80, 80);
    return plain().appraise(new ScenarioPair(base, policy.build()), Settings.of(1, 50));
  }

  @Test
  @DisplayName("is what it is worth, to whom, by year, and what is assumed")
  void whole() {
    assertEquals(
        """
        Appraisal of policy against base
        GBP million, real 2024-25, discounted to 2024-25 by quarter: 25%

        present value       mean  MC s.e.    p10    p50    p90  P(>0)
        -----------------  -----  -------  -----  -----  -----  -----
        benefits            36.5      0.0   36.5   36.5   36.5   100%
        costs               24.0      0.0   24.0   24.0   24.0   100%
        net present value   12.5      0.0   12.5   12.5   12.5   100%
        to councils         33.3      0.0   33.3   33.3   33.3   100%
        to government      -14.4      0.0  -14.4  -14.4  -14.4     0%
        to partners         -6.4      0.0   -6.4   -6.4   -6.4     0%
        equivalent annual    6.4      0.0    6.4    6.4    6.4   100%
        Monte Carlo standard errors of percentiles, in those of the row's mean: p10 up to 0, p50 up to 0, p90 up to 0.

        benefit-cost ratio: 1.52 (MC s.e. 0.0), of means
        payback: median 2027-28; by 2027-28 in 100% of draws

        Means by year, undiscounted but for the cumulative net benefit and its percentiles
        year     factor  benefits  costs  net benefit  cumulative, discounted  MC s.e.    p10    p90  paid back
        -------  ------  --------  -----  -----------  ----------------------  -------  -----  -----  ---------
        2024-25  1.0000       0.0    0.0          0.0                     0.0      0.0    0.0    0.0         0%
        2025-26  0.8000     -12.0   22.0        -34.0                   -27.2      0.0  -27.2  -27.2         0%
        2026-27  0.6400      40.0   10.0         30.0                    -8.0      0.0   -8.0   -8.0         0%
        2027-28  0.5120      40.0    0.0         40.0                    12.5      0.0   12.5   12.5       100%
        Monte Carlo standard errors of percentiles, in those of the row's mean: p10 up to 0, p90 up to 0.

        Nothing after 2027-28 is counted, neither costs nor benefits: no residual value.
        Equivalent annual: a level amount in 2025-26 to 2027-28.
        Costs: optimism bias none (costs are as stated, nothing is added).
        Savings: at average cost, for the model does not say what is saved at the margin.
        """,
        policy().toString());
  }

  @Test
  @DisplayName("names the sunk part, the bias, the years of change and prices that were chosen")
  void choices() {
    String text =
        policy()
            .withYears(AppraisalYears.of(year(2026)).leavingOutSunk())
            .withOptimismBias(OptimismBias.onCosts(0.5, "half as much again"))
            .toString();
    assertTrue(
        text.startsWith(
            """
            Appraisal of policy against base
            GBP million, real 2026-27, discounted to 2026-27 by quarter: 25%

            """),
        text);
    assertTrue(
        text.endsWith(
            """

            Nothing after 2027-28 is counted, neither costs nor benefits: no residual value.
            Equivalent annual: a level amount in 2027-28 to 2027-28, though the policy changes money in 2026-27 to 2027-28.
            Costs: optimism bias +50% on costs (half as much again).
            Savings: at average cost, for the model does not say what is saved at the margin.
            Sunk, and left out: what the policy changes before 2026-27, a net benefit of -42.5 at the mean, undiscounted.
            """),
        text);
  }

  @Test
  @DisplayName("of a flow is a row for each year")
  void flow() {
    assertEquals(
        """
        net benefit (GBP million, real 2024-25)
        year      mean  MC s.e.    p10    p50    p90
        -------  -----  -------  -----  -----  -----
        2024-25    0.0      0.0    0.0    0.0    0.0
        2025-26  -34.0      0.0  -34.0  -34.0  -34.0
        2026-27   30.0      0.0   30.0   30.0   30.0
        2027-28   40.0      0.0   40.0   40.0   40.0
        Monte Carlo standard errors of percentiles, in those of the row's mean: p10 up to 0, p50 up to 0, p90 up to 0.
        """,
        policy().netBenefit().toString());
  }

  @Test
  @DisplayName("of a delay says what both are worth, and whether it is cheaper to wait")
  void delay() {
    Appraisal found = policy();
    Appraisal dearer = found.withOptimismBias(OptimismBias.onCosts(0.5, "more"));
    assertEquals(
        """
        Cost of starting policy 2 years later, GBP million, real 2024-25
        net present value  mean  MC s.e.   p10   p50   p90  P(>0)
        -----------------  ----  -------  ----  ----  ----  -----
        as planned         12.5      0.0  12.5  12.5  12.5   100%
        2 years later       0.5      0.0   0.5   0.5   0.5   100%
        cost of delay      12.0      0.0  12.0  12.0  12.0   100%
        Both are followed to 2027-28; what lies beyond is left out of both.
        """,
        DelayCost.of(2, found, dearer).toString());
    DelayCost waiting = DelayCost.of(1, dearer, found);
    assertEquals(-12, waiting.cost().mean(), 1e-12);
    assertTrue(
        waiting
            .toString()
            .startsWith("Cost of starting policy 1 year later, GBP million, real 2024-25\n"));
    assertTrue(
        waiting
            .toString()
            .endsWith("left out of both. Negative: by these numbers it is cheaper to wait.\n"));
    // No difference is not negative.
    assertTrue(DelayCost.of(1, found, found).toString().endsWith("left out of both.\n"));
  }

  @Test
  @DisplayName("writes thousands without decimals, and nothing as minus nothing")
  void numbers() {
    assertEquals("999.9", AppraisalText.number(999.9));
    assertEquals("1,000", AppraisalText.number(1000));
    assertEquals("-1,000", AppraisalText.number(-1000));
    assertEquals("0.0", AppraisalText.number(-0.04));
    assertEquals("-0.1", AppraisalText.number(-0.06));
    assertEquals(
        List.of("x", "2.0", "1.0", "1.2", "2.0", "2.8"),
        AppraisalText.row("x", BridgeInputs.draws(1, 3)));
  }

  @Test
  @DisplayName("names every choice of an appraiser")
  void appraiser() {
    assertEquals(
        "Appraiser by quarter: 25%; optimism bias none (costs are as stated, nothing is added);"
            + " values of the base year in prices of the base year; benefits of assumed size not"
            + " cut (benefits are as modelled, nothing is cut); savings at the margin",
        plain().toString());
    assertEquals(
        "values of 2026-27 in prices of 2025-26, what is sunk by then left out",
        AppraisalYears.of(year(2026)).inPricesOf(year(2025)).leavingOutSunk().toString());
    assertEquals("at average cost", Savings.AT_AVERAGE_COST.toString());
    assertEquals(
        "1.84 (MC s.e. 0.020), of means", new BenefitCostRatio(1.84, 0.02, 1.96).toString());
    assertEquals(
        "optimism bias +12.5% on costs (a reason)",
        OptimismBias.onCosts(0.125, "a reason").toString());
    assertEquals(
        "optimism bias +100% on costs (a reason)", OptimismBias.onCosts(1, "a reason").toString());
  }

  @Test
  @DisplayName("keeps each choice when another is changed")
  void choicesStay() {
    Appraisal chosen =
        policy()
            .withSavings(Savings.AT_AVERAGE_COST)
            .withOptimismBias(OptimismBias.onCosts(0.5, "more"))
            .withSchedule(DiscountSchedule.of("flat", Map.of(1, 0.0)))
            .withBenefitCut(BenefitCut.none())
            .withYears(AppraisalYears.of(year(2024)));
    assertEquals("policy", chosen.alternative());
    assertEquals("base", chosen.baseline());
    assertEquals(Savings.AT_AVERAGE_COST, chosen.savings());
    assertEquals(0.5, chosen.optimismBias().share());
    assertEquals("flat", chosen.schedule().name());
    assertEquals(BenefitCut.none(), chosen.benefitCut());
    assertEquals(List.of(), chosen.assumedSizes());
    // Benefits 68, costs 32 and half as much again.
    assertEquals(68 - 48, chosen.netPresentValue().mean(), 1e-12);
  }
}
