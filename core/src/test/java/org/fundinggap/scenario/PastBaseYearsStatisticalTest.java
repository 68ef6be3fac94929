package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Not a score: only that the model runs from past years and is not surprised by what followed. The
 * jump of referrals from 2012-13, by a tenth in a year, does surprise it: one year is held then.
 */
@DisplayName("From a past base year")
class PastBaseYearsStatisticalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"2013-14", "2015-16", "2016-17", "2017-18", "2018-19", "2020-21", "2021-22"})
  @DisplayName("the 1 to 99% band of referrals holds every later outturn, and all draws are finite")
  void laterReferralsAreInTheBand(String baseYear) {
    FinancialYear base = FinancialYear.parse(baseYear);
    Projection projection =
        Simulation.of(Baseline.england(England.evidence(), base).with(FundingRule.FOLLOWS_OUTTURN))
            .run(Settings.of(7, 2_048));
    for (Variable variable : projection.variables(FundingRule.FOLLOWS_OUTTURN.label())) {
      Outcome outcome = projection.outcome(variable);
      double mean = outcome.in(outcome.years().last()).mean();
      assertTrue(Double.isFinite(mean), variable.name());
    }
    assertEquals(List.of(), outside(projection.outcome(Referrals.REFERRALS), base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2013-14", "2015-16", "2018-19", "2021-22"})
  @DisplayName("so do children and referrals alone, which more years have data for")
  void laterReferralsAreInTheBandOfTheSmallModel(String baseYear) {
    FinancialYear base = FinancialYear.parse(baseYear);
    Scenario referrals =
        Baseline.referrals(England.evidence(), YearRange.inclusive(base, base.plus(10)));
    Projection projection = Simulation.of(referrals).run(Settings.of(7, 2_048));
    assertEquals(
        England.evidence().series("referrals").at(base),
        projection.outcome(Referrals.REFERRALS).in(base).mean(),
        1e-6);
    assertEquals(List.of(), outside(projection.outcome(Referrals.REFERRALS), base));
  }

  private static List<String> outside(Outcome outcome, FinancialYear base) {
    Series published = England.evidence().series("referrals");
    List<String> outside = new ArrayList<>();
    int compared = 0;
    for (FinancialYear year : outcome.years().years()) {
      if (year.compareTo(base) > 0 && published.has(year)) {
        Draws draws = outcome.in(year);
        double outturn = published.at(year);
        if (outturn < draws.quantile(0.01) || outturn > draws.quantile(0.99)) {
          outside.add(year + ": " + outturn);
        }
        compared++;
      }
    }
    assertTrue(compared >= 3, "at least three later years must be held");
    return outside;
  }
}
