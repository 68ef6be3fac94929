package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.fundinggap.Seeded;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;

/** Which way the workforce moves the cost of social work, in every draw and year. */
@Seeded
@Tag("medium")
class WorkforceCostProperties {
  private static final int DRAWS = 10;

  private static final Inputs ENGLAND = England.inputs(FundingRule.CASH_FLAT);

  private static TracedRun with(Parameter changed, double factor, double term, long seed) {
    return TracedRun.of(
        ENGLAND,
        DRAWS,
        seed,
        (each, drawn) -> each.equals(changed) ? factor * drawn + term : drawn);
  }

  /** Called for every draw of every projected year. */
  private interface Check {
    void of(FinancialYear year, int draw);
  }

  private static void inEveryYear(Check check) {
    for (int years = 1; years < ENGLAND.years().length(); years++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        check.of(ENGLAND.years().first().plus(years), draw);
      }
    }
  }

  /** How many of something for each child in need there are beyond those of the base year. */
  private static double beyondBase(
      TracedRun run, Variable number, Parameter atBase, FinancialYear year, int draw) {
    return run.at(number, year, draw) / run.at(ChildrenInNeed.AVERAGE, year, draw)
        - run.at(atBase, year, draw);
  }

  private static void assertSameSign(double cause, double effect, double size, String what) {
    if (Math.abs(cause) > 1e-9) {
      assertTrue(effect * cause > 0, () -> what + ": " + cause + " moved need by " + effect);
    } else {
      assertEquals(0, effect, 1e-6 * size, what);
    }
  }

  @Property(tries = 20)
  void needRisesWithThePremium_whereMoreAgencyWorkersThanInTheBaseYearAreNeeded(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 2) double rise) {
    TracedRun before = with(SocialWorkCost.AGENCY_PREMIUM, 1, 0, seed);
    TracedRun after = with(SocialWorkCost.AGENCY_PREMIUM, 1 + rise, 0, seed);
    inEveryYear(
        (year, draw) -> {
          double more =
              beyondBase(before, Workforce.AGENCY, SocialWorkCost.AGENCY_AT_BASE, year, draw);
          assertMoved(more, before, after, year, draw);
        });
  }

  @Property(tries = 20)
  void needRisesWithTheCostOfChurn_whereMoreLeaveThanInTheBaseYear(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 2) double rise) {
    TracedRun before = with(SocialWorkCost.CHURN_COST, 1, 0, seed);
    TracedRun after = with(SocialWorkCost.CHURN_COST, 1 + rise, 0, seed);
    inEveryYear(
        (year, draw) -> {
          double more =
              beyondBase(before, Workforce.LEAVERS, SocialWorkCost.LEAVERS_AT_BASE, year, draw);
          assertMoved(more, before, after, year, draw);
        });
  }

  private static void assertMoved(
      double cause, TracedRun before, TracedRun after, FinancialYear year, int draw) {
    Variable need = CostLine.SAFEGUARDING.need();
    double was = before.at(need, year, draw);
    double effect = after.at(need, year, draw) - was;
    assertSameSign(cause, effect, was, need.name() + " in " + year);
    double total = after.at(Cost.GROSS_NEED, year, draw) - before.at(Cost.GROSS_NEED, year, draw);
    assertEquals(effect, total, 1e-7, "no other line moves");
  }

  @Property(tries = 20)
  void needRisesWithSmallerCaseloads(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.1) double fall) {
    TracedRun before = with(Workforce.CASELOAD_GROWTH, 1, 0, seed);
    TracedRun after = with(Workforce.CASELOAD_GROWTH, 1, -fall, seed);
    inEveryYear(
        (year, draw) -> {
          for (Variable more :
              new Variable[] {
                Workforce.CASE_HOLDERS,
                Workforce.POSTS,
                SocialWorkCost.INTENSITY,
                CostLine.SAFEGUARDING.need(),
                Cost.NEED
              }) {
            double was = before.at(more, year, draw);
            double is = after.at(more, year, draw);
            assertTrue(is > was, () -> more.name() + " in " + year + ": " + was + " to " + is);
          }
        });
  }

  /** More recruits for the same vacancies; an agency worker in every vacancy, and no churn cost. */
  private static TracedRun recruiting(double more, long seed) {
    return TracedRun.of(
        ENGLAND,
        DRAWS,
        seed,
        (each, drawn) -> {
          if (each.equals(Workforce.AGENCY_COVER)) {
            return 1;
          }
          if (each.equals(SocialWorkCost.CHURN_COST)) {
            return 0;
          }
          return each.equals(Workforce.STARTERS_AT_BASE) ? drawn + more : drawn;
        });
  }

  @Property(tries = 20)
  void vacanciesAgencyWorkersAndNeedFall_whenMoreAreRecruited(
      @ForAll long seed, @ForAll @DoubleRange(min = 100, max = 1_000) double more) {
    TracedRun before = recruiting(0, seed);
    TracedRun after = recruiting(more, seed);
    inEveryYear(
        (year, draw) -> {
          if (before.at(Workforce.VACANCIES, year.plus(-1), draw) == 0) {
            return;
          }
          assertFell(Workforce.IN_POST, after, before, year, draw);
          if (before.at(Workforce.VACANCIES, year, draw) > 0) {
            assertFell(Workforce.VACANCIES, before, after, year, draw);
            assertFell(Workforce.AGENCY, before, after, year, draw);
          }
          // Once every post is filled, more recruits are more staff than there are posts.
          if (after.at(Workforce.VACANCIES, year, draw) > 0) {
            assertFell(Cost.NEED, before, after, year, draw);
          }
        });
  }

  private static void assertFell(
      Variable variable, TracedRun from, TracedRun to, FinancialYear year, int draw) {
    double was = from.at(variable, year, draw);
    double is = to.at(variable, year, draw);
    assertTrue(is < was, () -> variable.name() + " in " + year + ": " + was + " to " + is);
  }
}
