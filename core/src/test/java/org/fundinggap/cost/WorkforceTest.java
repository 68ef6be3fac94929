package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Social workers and what they add to cost")
class WorkforceTest {
  private static final String EVIDENCE = "social-workers";
  private static final Inputs ENGLAND = England.inputs(FundingRule.CASH_FLAT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013-14", "2015-16", "2016-17", "2017-18", "2018-19", "2020-21", "2022-23", "2024-25"
      })
  @DisplayName("leave the base year's cost as published, whatever is drawn: intensity is 1")
  void baseYearHoldsItsOwnWorkforce(String year) {
    Baseline baseline = Baseline.england(England.evidence(), FinancialYear.parse(year));
    TracedRun run = TracedRun.of(baseline.with(FundingRule.CASH_FLAT).inputs(), 50, 5);
    for (int draw = 0; draw < run.draws(); draw++) {
      double intensity = run.at(SocialWorkCost.INTENSITY, baseline.baseYear(), draw);
      assertEquals(1, intensity, 1e-15);
    }
  }

  @Test
  @DisplayName("where no series holds them, open at their long-run level, and all of it says prior")
  void assumedWorkforceOpensAtItsLevel() {
    EvidenceBase evidence = England.evidence();
    Inputs inputs =
        Baseline.england(evidence, FinancialYear.parse("2013-14"))
            .with(FundingRule.CASH_FLAT)
            .inputs();
    TracedRun run = TracedRun.central(inputs);
    double inPost = run.after(0, Workforce.IN_POST);
    double vacancies = run.after(0, Workforce.VACANCIES);
    double turnover = evidence.prior("turnover-level").centre();
    assertEquals(evidence.prior("vacancy-share").centre(), vacancies / (inPost + vacancies), 1e-12);
    assertEquals(turnover, run.after(0, Workforce.TURNOVER));
    assertEquals(turnover * inPost, run.after(0, Workforce.LEAVERS));
    assertEquals(turnover * inPost, run.after(0, Workforce.STARTERS));
    // Of the first year's cost a tenth of a percent is the workforce's: children in need grow.
    assertEquals(inPost, run.after(1, Workforce.IN_POST), 0.002 * inPost);
    for (Variable each :
        List.of(Workforce.IN_POST, Workforce.VACANCIES, Workforce.AGENCY, Workforce.STARTERS)) {
      Origin origin = inputs.origin(each);
      assertTrue(origin.method().contains("the workforce is not held"), origin.toString());
      assertTrue(origin.evidence().contains("posts-per-case-holder"), origin.toString());
    }
    for (Parameter each :
        List.of(Workforce.POSTS_PER_HOLDER, Workforce.TURNOVER_LEVEL, Workforce.AGENCY_COVER)) {
      assertEquals(Origin.Derivation.PRIOR, inputs.origin(each).kind(), each.name());
    }
  }

  @Test
  @DisplayName("2024-25: 34,328 in post and 7,181 vacancies make the posts that cases ask for")
  void postsAreInPostAndVacant() {
    TracedRun run = TracedRun.central(ENGLAND);
    assertEquals(34_328.2, run.after(0, Workforce.IN_POST));
    // A vacancy rate of 17.3% is of all posts.
    double vacancies = 34_328.2 * 0.173 / (1 - 0.173);
    assertEquals(vacancies, run.after(0, Workforce.VACANCIES), 1e-9);
    assertEquals(34_328.2 + vacancies, run.after(0, Workforce.POSTS), 1e-7);
  }

  @Test
  void postsDouble_whenTheCaseloadHalves() {
    TracedRun before = TracedRun.of(ENGLAND, 3, 1);
    double caseload = ENGLAND.opening(Workforce.CASELOAD).orElseThrow();
    Inputs halved = ENGLAND.toBuilder().opening(Workforce.CASELOAD, caseload / 2, EVIDENCE).build();
    TracedRun after = TracedRun.of(halved, 3, 1);
    FinancialYear next = ENGLAND.years().first().plus(1);
    for (int draw = 0; draw < 3; draw++) {
      for (Variable doubled : List.of(Workforce.CASE_HOLDERS, Workforce.POSTS)) {
        assertEquals(2 * before.at(doubled, next, draw), after.at(doubled, next, draw));
      }
      assertEquals(
          before.at(Workforce.STARTERS, next, draw), after.at(Workforce.STARTERS, next, draw));
    }
  }

  @Test
  @DisplayName("recruiting another thousand a year saves on agency workers more than it costs")
  void recruitingSavesMoney() {
    double starters = ENGLAND.distribution(Workforce.STARTERS_AT_BASE).mean();
    Inputs more =
        ENGLAND.toBuilder()
            .parameter(Workforce.STARTERS_AT_BASE, Distribution.fixed(starters + 1_000), EVIDENCE)
            .build();
    TracedRun before = TracedRun.central(ENGLAND);
    TracedRun after = TracedRun.central(more);
    for (int years = 1; years <= 10; years++) {
      assertTrue(after.after(years, Workforce.STARTERS) > 0);
      assertTrue(after.after(years, Workforce.IN_POST) > before.after(years, Workforce.IN_POST));
      assertTrue(after.after(years, Workforce.AGENCY) < before.after(years, Workforce.AGENCY));
      assertTrue(after.after(years, Cost.NEED) < before.after(years, Cost.NEED));
    }
  }

  @Test
  @DisplayName("cost what they did, and no number is lost, when there are no children in need")
  void intensityIsOne_whenNobodyIsInNeed() {
    Inputs nobody =
        ENGLAND.toBuilder()
            .opening(Referrals.LEVEL, 0, EVIDENCE)
            .opening(ChildrenInNeed.STOCK, 0, EVIDENCE)
            .opening(ChildrenInNeed.AVERAGE, 0, EVIDENCE)
            .build();
    TracedRun run = TracedRun.of(nobody, 20, 3);
    for (FinancialYear year : nobody.years().years()) {
      for (int draw = 0; draw < run.draws(); draw++) {
        assertEquals(1, run.at(SocialWorkCost.INTENSITY, year, draw));
        for (Variable variable : nobody.model().variables()) {
          double value = run.at(variable, year, draw);
          assertTrue(Double.isFinite(value), () -> variable.name() + " in " + year);
        }
      }
    }
  }

  @Test
  @DisplayName("are recruited into vacancies beyond those newly qualified, never fewer than nobody")
  void startersFollowVacancies() {
    TracedRun run = TracedRun.of(ENGLAND, 200, 9);
    for (int years = 1; years < ENGLAND.years().length(); years++) {
      FinancialYear year = ENGLAND.years().first().plus(years);
      for (int draw = 0; draw < run.draws(); draw++) {
        double qualified = run.at(Workforce.NEWLY_QUALIFIED, year, draw);
        double vacancies = run.at(Workforce.VACANCIES, year.plus(-1), draw);
        double others =
            (run.at(Workforce.STARTERS_AT_BASE, year, draw) - qualified)
                * (vacancies / run.at(Workforce.VACANCIES_AT_BASE, year, draw));
        double starters = run.at(Workforce.STARTERS, year, draw);
        assertEquals(Math.max(0, qualified + others), starters, 1e-9);
      }
    }
  }
}
