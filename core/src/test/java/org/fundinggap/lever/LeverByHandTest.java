package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Levers whose effect is worked out by hand")
class LeverByHandTest {
  private static final String EVIDENCE = "spend-gross";
  private static final FinancialYear START = year(2026);
  private static final Inputs INPUTS =
      England.inputs(FundingRule.CASH_FLAT).toBuilder()
          .parameter(SocialWorkCost.AGENCY_PREMIUM, Distribution.fixed(25_000), EVIDENCE)
          .build();
  private static final Scenario ENGLAND = new Scenario("England", "premium of 25,000", INPUTS);
  private static final TracedRun WITHOUT = TracedRun.central(INPUTS);

  private static LeverBuilder lever() {
    return Lever.named("lever").from(START);
  }

  private static TracedRun with(LeverBuilder lever) {
    return TracedRun.central(ENGLAND.with(lever.build()).inputs());
  }

  private static double of(Parameter parameter) {
    return INPUTS.distribution(parameter).mean();
  }

  private static double rise(TracedRun with, Variable variable, FinancialYear year) {
    return with.at(variable, year) - WITHOUT.at(variable, year);
  }

  @Test
  @DisplayName(
      "a cap of 10,000 on a premium of 25,000 saves 15,000 on each agency worker, over what"
          + " a child in need costs")
  void capOnTheAgencyPremium() {
    TracedRun with =
        with(lever().cap(SocialWorkCost.AGENCY_PREMIUM, Distribution.fixed(10_000), EVIDENCE));
    CostLine line = CostLine.SAFEGUARDING;
    double costOfAChild =
        of(line.stockToAverage()) * of(line.unitCost()) * 52.14 * (1 + of(line.reconciliation()));
    for (int i = 0; i < 5; i++) {
      FinancialYear year = START.plus(i);
      double perChild =
          WITHOUT.at(Workforce.AGENCY, year) / WITHOUT.at(ChildrenInNeed.AVERAGE, year);
      double less = 15_000 * perChild / costOfAChild;
      assertEquals(-less, rise(with, SocialWorkCost.INTENSITY, year), 1e-12);
      double intensity = WITHOUT.at(SocialWorkCost.INTENSITY, year);
      double need = WITHOUT.at(line.need(), year);
      assertEquals(-need * less / intensity, rise(with, line.need(), year), 1e-9 * need);
    }
    assertEquals(0, rise(with, line.need(), START.plus(-1)));
    assertEquals(0, rise(with, Workforce.AGENCY, START.plus(3)));
  }

  @Test
  @DisplayName("500 more newly qualified starters are 500 more starters, and then fewer vacancies")
  void moreNewlyQualifiedStarters() {
    TracedRun with =
        with(lever().shift(Workforce.NEWLY_QUALIFIED, Distribution.fixed(500), EVIDENCE));
    assertEquals(500, rise(with, Workforce.STARTERS, START), 1e-8);
    FinancialYear next = START.plus(1);
    double others = of(Workforce.STARTERS_AT_BASE) - of(Workforce.NEWLY_QUALIFIED);
    double fewer = rise(with, Workforce.VACANCIES, START) / of(Workforce.VACANCIES_AT_BASE);
    assertEquals(500 + others * fewer, rise(with, Workforce.STARTERS, next), 1e-8);
    // Those who start through the year leave at the hazard h: (1 - exp(-h)) / h of them are left.
    double h = WITHOUT.at(Workforce.TURNOVER, START);
    double left = 500 * (1 - StrictMath.exp(-h)) / h;
    assertEquals(left, rise(with, Workforce.IN_POST, START), 1e-8);
    assertEquals(-left, rise(with, Workforce.VACANCIES, START), 1e-8);
  }

  @Test
  @DisplayName("a tenth fewer referrals in 8% of England by a ramp of two years")
  void fewerReferrals_byCoverageAndRamp() {
    TracedRun with =
        with(
            lever()
                .ramp(2)
                .coverage(0.08)
                .multiply(Referrals.REFERRALS, Distribution.fixed(-0.1), EVIDENCE));
    double[] strengths = {0.08 / 3, 0.16 / 3, 0.08, 0.08};
    for (int i = 0; i < strengths.length; i++) {
      FinancialYear year = START.plus(i);
      double before = WITHOUT.at(Referrals.REFERRALS, year);
      assertEquals(
          before * (1 - 0.1 * strengths[i]), with.at(Referrals.REFERRALS, year), 1e-12 * before);
      double rate = WITHOUT.at(Referrals.RATE, year);
      assertEquals(rate, with.at(Referrals.RATE, year), "the rate is as it was");
    }
  }

  @Test
  @DisplayName("an effect on a stock does not compound: its own equation goes on without it")
  void changeOfAStockDoesNotCompound() {
    TracedRun with = with(lever().multiply(Children.CHILDREN, Distribution.fixed(-0.01), EVIDENCE));
    for (int i = 0; i < 6; i++) {
      double before = WITHOUT.at(Children.CHILDREN, START.plus(i));
      assertEquals(0.99 * before, with.at(Children.CHILDREN, START.plus(i)), 1e-14 * before);
    }
  }

  @Test
  @DisplayName(
      "100m of ring-fenced money in base-year prices: more funding and early help, the"
          + " stand-still gap as it was but for what early help prevents")
  void ringFencedMoney() {
    Variable stream = FundingStream.familiesFirst().amount();
    TracedRun with = with(lever().shift(stream, Distribution.fixed(100), EVIDENCE));
    double deflator = WITHOUT.at(Inflation.DEFLATOR, START);
    assertEquals(100 * deflator, rise(with, stream, START), 1e-9);
    assertEquals(100 * deflator, rise(with, Funding.FUNDING, START), 1e-9);
    assertEquals(0, rise(with, Funding.UNTIED, START), 1e-9);
    assertEquals(0, rise(with, Gap.STAND_STILL.cash(), START), 1e-9);
    assertEquals(-100 * deflator, rise(with, Gap.NEED.cash(), START), 1e-9);
    double need = 0;
    for (CostLine line : CostLine.earlyHelp()) {
      need += WITHOUT.at(line.need(), START);
    }
    double gross = 100 * deflator / ((1 + of(Cost.SCOPE)) * (1 - of(Cost.INCOME)));
    double before = StrictMath.exp(WITHOUT.at(EarlyHelp.LEVEL, START));
    assertEquals(before + gross / need, StrictMath.exp(with.at(EarlyHelp.LEVEL, START)), 1e-12);
  }

  @Test
  @DisplayName("an own cost of GBP 40m and GBP 250 for each child in need, in prices of the year")
  void ownCosts() {
    TracedRun with =
        with(
            lever()
                .coverage(Map.of(START, 0.5, START.plus(1), 1.0))
                .lag(1)
                .cost(Payer.COUNCILS, Distribution.fixed(40), EVIDENCE)
                .costEach(
                    Payer.COUNCILS, ChildrenInNeed.AVERAGE, Distribution.fixed(250), EVIDENCE));
    for (int i = 0; i < 3; i++) {
      FinancialYear year = START.plus(i);
      double inNeed = WITHOUT.at(ChildrenInNeed.AVERAGE, year);
      double real = (i == 0 ? 0.5 : 1) * (40 + 250 * inNeed / 1e6);
      double cash = real * WITHOUT.at(Inflation.DEFLATOR, year);
      assertEquals(cash, with.at(Payer.COUNCILS.cost(), year), 1e-9);
      for (Variable each :
          new Variable[] {
            Cost.NEED, Cost.SPENDING, Gap.STAND_STILL.cash(), Gap.BUDGET.cash(), Gap.NEED.cash()
          }) {
        assertEquals(cash, rise(with, each, year), 1e-8, each.name());
      }
    }
    assertEquals(0, rise(with, Cost.NEED, START.plus(-1)));
  }

  @Test
  @DisplayName(
      "a half and three tenths of a bill are these parts of it, whatever the levers' names")
  void severalShares() {
    for (String[] names : new String[][] {{"a", "b"}, {"b", "a"}}) {
      Lever half = share(names[0], Payer.PARTNERS, 0.5);
      Lever rest = share(names[1], Payer.GOVERNMENT, 0.3);
      TracedRun with = TracedRun.central(ENGLAND.with(half, rest).inputs());
      double homes = WITHOUT.at(CostLine.HOMES.need(), START);
      double net = homes * (1 + of(Cost.SCOPE)) * (1 - of(Cost.INCOME));
      assertEquals(homes * 0.2, with.at(CostLine.HOMES.need(), START), 1e-9);
      assertEquals(net * 0.5, with.at(Payer.PARTNERS.cost(), START), 1e-9);
      assertEquals(net * 0.3, with.at(Payer.GOVERNMENT.takenOver(), START), 1e-9);
    }
  }

  private static Lever share(String name, Payer payer, double part) {
    return Lever.named(name)
        .from(START)
        .share(CostLine.HOMES, payer, Distribution.fixed(part), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("a third of homes' cost paid by health lowers need by as much, net of income")
  void sharedCost() {
    TracedRun with =
        with(lever().share(CostLine.HOMES, Payer.PARTNERS, Distribution.fixed(1 / 3.0), EVIDENCE));
    double homes = WITHOUT.at(CostLine.HOMES.need(), START);
    double net = homes / 3 * (1 + of(Cost.SCOPE)) * (1 - of(Cost.INCOME));
    assertEquals(homes * 2 / 3, with.at(CostLine.HOMES.need(), START), 1e-9);
    assertEquals(homes * 2 / 3, with.at(CostLine.HOMES.spending(), START), 1e-9);
    assertEquals(net, with.at(Payer.PARTNERS.cost(), START), 1e-9);
    assertEquals(-net, rise(with, Cost.NEED, START), 1e-8);
  }
}
