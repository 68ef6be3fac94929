package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Values by year; of money the call says whether it is cash or in base-year prices")
class ValuesByYearTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Map<FinancialYear, Double> ENTERED =
      Map.of(year(2026), 14_958.3, year(2028), 15_500.0);
  private static final PriceBasis CASH = PriceBasis.cash();
  private static final PriceBasis REAL = PriceBasis.real(year(2024));

  private static LeverBuilder lever() {
    return Lever.named("settlement").from(year(2026));
  }

  private static List<String> problems(Consumer<LeverBuilder> change) {
    LeverBuilder lever = lever();
    change.accept(lever);
    return assertThrows(InvalidInputException.class, () -> ENGLAND.with(lever.build())).problems();
  }

  @Test
  @DisplayName("that begin after the first year of effect are refused")
  void valuesMustCoverTheFirstYearOfEffect() {
    LeverBuilder late = lever().set(CostLine.OTHER.policy(), Map.of(year(2028), 0.9), EVIDENCE);
    String problem =
        "lever \"settlement\": values of policy.other must begin by 2026-27, the first";
    assertEquals(List.of(problem + " year of effect, began in 2028-29"), refusal(late.build()));
    assertTrue(refusal(late.lag(1).build()).get(0).contains("must begin by 2027-28"));
    assertEquals(1, ENGLAND.with(late.lag(2).build()).levers().size());
  }

  private static List<String> refusal(Lever lever) {
    return assertThrows(InvalidInputException.class, () -> ENGLAND.with(lever)).problems();
  }

  @Test
  @DisplayName("without a basis it is refused, with both ways to put it right")
  void moneyIsRefused_withoutABasis() {
    String fix =
        " are money (GBP million) and must say in which prices, did not; add PriceBasis.cash() if"
            + " they are cash of each year, or PriceBasis.real(baseYear) if they are in the prices"
            + " of the scenario's base year";
    assertEquals(
        List.of("values of funding" + fix),
        problems(lever -> lever.set(Funding.FUNDING, ENTERED, EVIDENCE)));
    assertEquals(
        List.of("values of fundingSchedule.familiesFirst" + fix),
        problems(lever -> lever.set(FundingStream.familiesFirst().schedule(), ENTERED, EVIDENCE)));
    assertEquals(
        1, problems(lever -> lever.set(SocialWorkCost.AGENCY_PREMIUM, ENTERED, EVIDENCE)).size());
    assertEquals(1, problems(lever -> lever.known(Funding.FUNDING, ENTERED, EVIDENCE)).size());
  }

  @Test
  @DisplayName("cash is what was entered, to the bit, in every draw")
  void cashIsWhatWasEntered() {
    Scenario with = ENGLAND.with(lever().set(Funding.FUNDING, ENTERED, CASH, EVIDENCE).build());
    Projection run = LeverRuns.alone(with, 1, 50);
    for (double value : LeverRuns.values(run, Funding.FUNDING, year(2027))) {
      assertEquals(14_958.3, value);
    }
    for (double value : LeverRuns.values(run, Funding.FUNDING, year(2034))) {
      assertEquals(15_500.0, value);
    }
  }

  @Test
  @DisplayName("base-year prices are carried to cash by the deflator of each draw")
  void realTermsAreCarriedByTheDeflator() {
    Scenario with = ENGLAND.with(lever().set(Funding.FUNDING, ENTERED, REAL, EVIDENCE).build());
    Projection run = LeverRuns.alone(with, 1, 50);
    double[] deflator = LeverRuns.values(run, Inflation.DEFLATOR, year(2027));
    double[] funding = LeverRuns.values(run, Funding.FUNDING, year(2027));
    for (int i = 0; i < funding.length; i++) {
      assertEquals(14_958.3 * deflator[i], funding[i]);
    }
    assertTrue(Arrays.stream(deflator).distinct().count() > 1);
  }

  @Test
  @DisplayName("prices of another year than the base year are refused when it is laid over")
  void otherYearsPricesAreRefused() {
    assertEquals(
        List.of(
            "lever \"settlement\": values of funding must be in cash or in prices of the base year"
                + " 2024-25, were real 2023-24; carry them to prices of 2024-25 and say"
                + " PriceBasis.real(FinancialYear.parse(\"2024-25\"))"),
        problems(
            lever -> lever.set(Funding.FUNDING, ENTERED, PriceBasis.real(year(2023)), EVIDENCE)));
  }

  @Test
  @DisplayName("a basis is refused for what is not money, and where the model holds another")
  void basisThatCannotBeIsRefused() {
    assertEquals(
        List.of(
            "values of referralRate are not money (per 10,000 children) and must have no price"
                + " basis, had cash; leave it out"),
        problems(lever -> lever.set(Referrals.RATE, Map.of(year(2026), 500.0), CASH, EVIDENCE)));
    assertEquals(
        List.of(
            "values of agencyPremium must be in base-year prices, in which the model holds it, were"
                + " cash; carry them to those prices and say PriceBasis.real(baseYear)"),
        problems(lever -> lever.set(SocialWorkCost.AGENCY_PREMIUM, ENTERED, CASH, EVIDENCE)));
    assertEquals(
        List.of(
            "values of path fundingSchedule.familiesFirst must be in cash, for a path is the same"
                + " in every draw and prices are not, were real 2024-25; carry them to cash and say"
                + " PriceBasis.cash()"),
        problems(
            lever -> lever.set(FundingStream.familiesFirst().schedule(), ENTERED, REAL, EVIDENCE)));
  }

  @Test
  @DisplayName("a lever says in which prices its values are")
  void leverSaysItsPrices() {
    assertTrue(
        lever()
            .set(Funding.FUNDING, ENTERED, CASH, EVIDENCE)
            .build()
            .toString()
            .endsWith("}, cash]"));
    assertEquals(
        lever().set(Funding.FUNDING, ENTERED, REAL, EVIDENCE).build(),
        lever().set(Funding.FUNDING, ENTERED, REAL, EVIDENCE).build());
    assertTrue(
        lever()
            .set(Referrals.RATE, Map.of(year(2026), 500.0), EVIDENCE)
            .multiply(Referrals.RATE, Distribution.fixed(0.1), EVIDENCE)
            .build()
            .toString()
            .contains("{2026-27=500.0}, multiply"));
  }
}
