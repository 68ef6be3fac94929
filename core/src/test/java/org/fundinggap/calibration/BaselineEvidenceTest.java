package org.fundinggap.calibration;

import static org.fundinggap.funding.FundingRule.CASH_FLAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("No number reaches a baseline without evidence")
class BaselineEvidenceTest {
  private static Baseline of(String year) {
    return Baseline.england(England.evidence(), FinancialYear.parse(year));
  }

  @ParameterizedTest
  @EnumSource(
      value = FundingRule.class,
      names = {"CONSTANT_GROWTH", "SCHEDULED", "PER_ASYLUM_SEEKING_CHILD"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyEvidenceIdIsInTheRegister(FundingRule rule) {
    for (FinancialYear year : England.baseYears()) {
      if (rule == FundingRule.FOLLOWS_NEED && year.equals(FinancialYear.parse("2015-16"))) {
        continue;
      }
      Inputs inputs = Baseline.england(England.evidence(), year).with(rule).inputs();
      assertFalse(inputs.evidence().isEmpty());
      for (String id : inputs.evidence()) {
        assertTrue(England.evidence().knows(id), () -> id + " of " + year + ", " + rule);
      }
    }
  }

  @Test
  void everyNumberNamesItsEvidence() {
    Inputs inputs = England.inputs(FundingRule.FOLLOWS_OUTTURN);
    Set<Quantity> numbers = new HashSet<>(inputs.model().parameters());
    numbers.addAll(inputs.model().schedules());
    numbers.addAll(inputs.model().states());
    assertTrue(numbers.size() > 100, () -> "only " + numbers.size());
    numbers.forEach(number -> assertFalse(inputs.evidence(number).isEmpty(), number.name()));
    assertTrue(inputs.evidence().contains("price-correlation"));
    assertTrue(inputs.evidence().contains("correlation-weight"));
  }

  @Test
  @DisplayName("a year without data is refused, with every series that lacks it")
  void baseYearIsRefused_whenSeriesLackIt() {
    String refused = Refused.message(() -> of("2030-31"));
    for (String id :
        List.of(
            "referrals",
            "children-0-17",
            "children-in-need",
            "section-47-enquiries",
            "plans",
            "looked-after",
            "asylum-seeking-looked-after",
            "placed-homes",
            "placed-foster",
            "spend-gross",
            "spend-leaving-care-gross",
            "spend-other-gross")) {
      assertTrue(refused.matches("(?s).*2030-31 of [^;]*\\b" + id + "\\b.*"), id);
    }
    // Four stocks of two years, eight placements, and 22 flows and sums of money.
    int lacking = 4 * 2 + 8 + 22;
    assertTrue(
        refused.startsWith("baseline of 2030-31: 1 problem\n  - 2030-31 lacks " + lacking),
        refused);
    assertEquals(
        lacking, Calibration.missing(England.evidence(), FinancialYear.parse("2030-31")).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-12", "2014-15"})
  void baseYearIsRefused_whenItLacksFiguresOfItsOwn(String year) {
    String refused = Refused.message(() -> of(year));
    assertTrue(refused.contains(year), refused);
  }

  @Test
  @DisplayName("2014-15 is refused for its spending, of which no figures are held, and no more")
  void baseYearIsRefused_whenItsSpendingIsNotHeld() {
    String refused = Refused.message(() -> of("2014-15"));
    assertTrue(
        refused.startsWith("baseline of 2014-15: 1 problem\n  - 2014-15 lacks 11 values"), refused);
    assertEquals(12, refused.split("spend-", -1).length, refused);
    assertTrue(
        refused.endsWith(
            "; years that can be base years: 2012-13, 2013-14, 2015-16 to 2024-25; choose one, or"
                + " add the values to the register"),
        refused);
  }

  @Test
  @DisplayName("every other year from 2012-13 runs, and the latest is the last of them")
  void baseYearsAreListed() {
    List<FinancialYear> expected = new ArrayList<>();
    for (FinancialYear year = FinancialYear.parse("2012-13");
        year.compareTo(FinancialYear.parse("2024-25")) <= 0;
        year = year.plus(1)) {
      if (!year.equals(FinancialYear.parse("2014-15"))) {
        expected.add(year);
      }
    }
    assertEquals(expected, England.baseYears());
    assertEquals(
        Optional.of(FinancialYear.parse("2024-25")),
        Calibration.latestBaseYear(England.evidence()));
    EvidenceBase early = England.evidence().asOf(LocalDate.of(2013, 1, 31));
    assertEquals(List.of(), Calibration.baseYears(early));
    assertEquals(Optional.empty(), Calibration.latestBaseYear(early));
  }

  @Test
  void fundingIsReplaced_whenGivenWithEvidence() {
    Baseline other =
        England.baseline().withFunding(Money.ofMillions(15_556, PriceBasis.cash()), "ro-net");
    Inputs inputs = other.with(CASH_FLAT).inputs();
    TracedRun run = TracedRun.central(inputs);
    assertEquals(15_556, run.after(0, Funding.FUNDING), 1e-9);
    // The grant follows asylum-seeking children, and new services have money of their own.
    Variable asylum = FundingStream.asylum().amount();
    double core = 15_556 - run.after(0, asylum);
    assertEquals(core, run.after(10, FundingStream.core(CASH_FLAT).amount()), 1e-9);
    assertEquals(core + run.after(10, asylum), run.after(10, Funding.UNTIED), 1e-9);
    assertTrue(inputs.evidence().contains("ro-net"));
  }

  @Test
  void fundingIsRefused_whenReal() {
    Money real = Money.ofMillions(15_000, PriceBasis.real(FinancialYear.parse("2024-25")));
    String refused = Refused.message(() -> England.baseline().withFunding(real, "ra-budget-net"));
    assertTrue(refused.contains("must be cash, was real 2024-25"), refused);
  }

  @Test
  void fundingIsRefused_whenItsEvidenceIsUnknown() {
    Money cash = Money.ofMillions(15_000, PriceBasis.cash());
    String refused =
        Refused.message(() -> England.baseline().withFunding(cash, "a-friend-told-me"));
    assertTrue(refused.contains("a-friend-told-me"), refused);
  }

  @ParameterizedTest
  @EnumSource(
      value = FundingRule.class,
      names = {"CONSTANT_GROWTH", "SCHEDULED", "PER_ASYLUM_SEEKING_CHILD"})
  void ruleIsRefused_whenNoNumberIsRegisteredForIt(FundingRule rule) {
    String refused = Refused.message(() -> England.baseline().with(rule));
    assertTrue(refused.contains(rule.label()), refused);
  }

  @Test
  void baselineRunsToAnotherYear() {
    Baseline to2030 = England.baseline().to(FinancialYear.parse("2029-30"));
    assertEquals(
        YearRange.inclusive(FinancialYear.parse("2024-25"), FinancialYear.parse("2029-30")),
        to2030.years());
    Inputs inputs = to2030.with(FundingRule.COUNCIL_TAX).inputs();
    TracedRun five = TracedRun.central(inputs);
    TracedRun ten = TracedRun.central(England.inputs(FundingRule.COUNCIL_TAX));
    assertEquals(ten.after(5, Funding.FUNDING), five.after(5, Funding.FUNDING));
  }

  @Test
  @DisplayName("a projection to beyond the forecast of council tax uses the registered rate")
  void councilTaxGoesOnBeyondItsForecast() {
    Inputs inputs = England.inputs(FundingRule.COUNCIL_TAX);
    FinancialYear base = inputs.years().first();
    // Receipts, less what the adult social care precept of the year raises of them.
    assertEquals(1.0702 * (1 - 0.01483) - 1, growth(inputs, base.plus(1)), 1e-12);
    assertEquals(1.0545 * (1 - 0.01483) - 1, growth(inputs, base.plus(2)), 1e-12);
    assertEquals(1.055 * (1 - 0.015) - 1, growth(inputs, base.plus(10)), 1e-12);
  }

  private static double growth(Inputs inputs, FinancialYear year) {
    return inputs.schedule(FundingRule.COUNCIL_TAX_GROWTH, year);
  }

  @Test
  void scenariosOfSeveralRulesKeepTheirOrderAndNames() {
    List<Scenario> scenarios =
        England.baseline().withEach(FundingRule.REAL_FLAT, FundingRule.CASH_FLAT);
    assertEquals(
        List.of("real-flat", "cash-flat"), scenarios.stream().map(Scenario::name).toList());
    assertThrows(IllegalArgumentException.class, () -> England.baseline().withEach());
  }

  private static double netOfGross(FinancialYear year) {
    double gross = England.evidence().series("spend-gross").at(year);
    return gross * England.evidence().prior("net-share").centre();
  }

  @Test
  @DisplayName(
      "2020-21 has no published budget: net spending less a usual overspend, or a given one")
  void yearWithoutBudgetFallsBackToAUsualOverspend_unlessItIsGivenOne() {
    Baseline usual = of("2020-21");
    double spent = netOfGross(usual.baseYear());
    double overspend = England.evidence().prior("overspend-share").centre();
    assertEquals(spent / (1 + overspend), usual.baseFunding().millions(), 1e-9);
    assertTrue(usual.with(FundingRule.CASH_FLAT).inputs().evidence().contains("overspend-share"));

    Money budget = Money.ofMillions(9_500, PriceBasis.cash());
    Baseline given = usual.withFunding(budget, "ra-budget-2019-20");
    assertEquals(budget, given.baseFunding());
    assertEquals(usual.years(), given.years());
    Inputs inputs = given.with(FundingRule.CASH_FLAT).inputs();
    assertFalse(inputs.evidence().contains("overspend-share"));
    assertTrue(inputs.evidence().contains("ra-budget-2019-20"));
  }

  @Test
  @DisplayName("2022-23 opens with its published budget, 2018-19 with spending less its overspend")
  void publishedBudgetsAndOverspendsAreRead() {
    assertEquals(11_200, of("2022-23").baseFunding().millions(), 1e-9);
    Baseline older = of("2018-19");
    double spent = netOfGross(older.baseYear());
    assertEquals(spent - 770, older.baseFunding().millions(), 1e-9);
  }

  @Test
  void ruleThatFollowsNeedIsRefused_whenNeedOfTheYearBeforeIsNotHeld() {
    String refused = Refused.message(() -> of("2015-16").with(FundingRule.FOLLOWS_NEED));
    assertTrue(refused.contains("spending must be held for 2014-15"), refused);
  }

  @Test
  void baseFundingThatIsNoneOfEnglandInMillionsIsRefused() {
    for (double millions : new double[] {-5, 0, 14.1, 1_410, 141_000, 900_000, 1.41e10}) {
      Money other = Money.ofMillions(millions, PriceBasis.cash());
      String refused = Refused.message(() -> England.baseline().withFunding(other, "ro-net"));
      assertTrue(
          refused.contains("base funding in GBP million must be in [2820.0, 70500.0]"), refused);
      assertTrue(refused.contains("14100 for GBP 14.1 billion"), refused);
    }
  }
}
