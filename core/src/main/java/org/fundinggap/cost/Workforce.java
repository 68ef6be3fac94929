package org.fundinggap.cost;

import java.util.List;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Levels;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * C3, first half: how many social workers there are, and how many it would take.
 *
 * <p>Posts follow the cases that children in need make; social workers in post follow recruits and
 * those who leave. What is between the two is vacant, and agency workers cover most of it. Numbers
 * are full-time equivalents at 30 September, the middle of the financial year.
 */
public final class Workforce {
  /** Cases for each case holder. */
  public static final Variable CASELOAD =
      Variable.of("caseload", "cases for each case holder", Unit.CASES_PER_WORKER);

  /** Social workers, agency workers among them, who hold cases. */
  public static final Variable CASE_HOLDERS =
      Variable.of("caseHolders", "social workers who hold cases", Unit.FTE);

  /** Posts of social workers, filled or vacant. */
  public static final Variable POSTS =
      Variable.of("socialWorkPosts", "posts of social workers", Unit.FTE);

  /** Social workers who start in the year. */
  public static final Variable STARTERS =
      Variable.of("socialWorkStarters", "social workers starting in the year", Unit.FTE);

  /** Hazard of leaving. */
  public static final Variable TURNOVER =
      Variable.of("socialWorkTurnover", "hazard of leaving social work", Unit.HAZARD);

  /** Social workers in post at 30 September, agency workers apart. */
  public static final Variable IN_POST =
      Variable.of("socialWorkers", "social workers in post at 30 September", Unit.FTE);

  /** Social workers in post on the average day of the year to 30 September. */
  public static final Variable IN_POST_AVERAGE =
      Variable.of("socialWorkersAverage", "social workers in post, average", Unit.FTE);

  /** Social workers who leave in the year: opening + starters - closing. */
  public static final Variable LEAVERS =
      Variable.of("socialWorkLeavers", "social workers leaving in the year", Unit.FTE);

  /** Posts without a social worker of their own. */
  public static final Variable VACANCIES =
      Variable.of("socialWorkVacancies", "vacant posts of social workers", Unit.FTE);

  /** Agency social workers. */
  public static final Variable AGENCY =
      Variable.of("agencySocialWorkers", "agency social workers", Unit.FTE);

  /** Growth of {@link #CASELOAD}; zero where the base year's service level is kept. */
  public static final Parameter CASELOAD_GROWTH =
      new Parameter("caseloadGrowth", "growth of the caseload", Unit.PER_YEAR, -0.2, 0.2);

  /** Cases over children in need. */
  public static final Parameter CASE_SHARE =
      new Parameter("caseShare", "cases over children in need", Unit.SHARE, 0.2, 1.5);

  /** Posts of social workers for each case holder. */
  public static final Parameter POSTS_PER_HOLDER =
      new Parameter("postsPerCaseHolder", "posts for each case holder", Unit.RATIO, 0.5, 5);

  /** Newly qualified social workers who start in a year, however many posts are vacant. */
  public static final Parameter NEWLY_QUALIFIED =
      new Parameter("newlyQualifiedStarters", "newly qualified starters", Unit.FTE, 0, 20_000);

  /** Social workers who started in the base year. */
  public static final Parameter STARTERS_AT_BASE =
      new Parameter("startersAtBase", "starters of the base year", Unit.FTE, 0, 40_000);

  /** Vacancies in the base year. */
  public static final Parameter VACANCIES_AT_BASE =
      new Parameter("vacanciesAtBase", "vacancies of the base year", Unit.FTE, 1, 40_000);

  /** The level of {@link #TURNOVER}. */
  public static final Parameter TURNOVER_LEVEL =
      new Parameter("turnoverLevel", "level of the hazard of leaving", Unit.HAZARD, 0.02, 0.6);

  /** Spread of {@link #TURNOVER} about its level, in logarithms. */
  public static final Parameter TURNOVER_SPREAD =
      new Parameter("turnoverSpread", "spread of the hazard of leaving", Unit.RATIO, 0, 0.5);

  /** Agency workers for each vacancy. */
  public static final Parameter AGENCY_COVER =
      new Parameter("agencyCover", "agency workers for each vacancy", Unit.RATIO, 0, 3);

  /** Shock to {@link #TURNOVER}. */
  public static final Shock TURNOVER_SHOCK =
      new Shock("turnoverShock", "shock to the hazard of leaving social work");

  private Workforce() {}

  static List<Equation> equations() {
    return List.of(
        Equation.of("C3a", "caseload = last year's x (1 + growth of the caseload)")
            .readsLastYear(CASELOAD)
            .uses(CASELOAD_GROWTH)
            .writes(CASELOAD)
            .as(new Caseload()),
        Equation.of("C3b", "case holders = case share x average children in need / caseload")
            .reads(ChildrenInNeed.AVERAGE, CASELOAD)
            .uses(CASE_SHARE)
            .writes(CASE_HOLDERS)
            .as(new CaseHolders()),
        Shapes.product("C3c", POSTS, POSTS_PER_HOLDER, CASE_HOLDERS),
        Equation.of(
                "C3d",
                "starters = newly qualified + (all of the base year - newly qualified of the base"
                    + " year) x last year's vacancies / those of the base year, at least zero")
            .readsLastYear(VACANCIES)
            .uses(NEWLY_QUALIFIED, STARTERS_AT_BASE, VACANCIES_AT_BASE)
            .usesOfBaseYear(NEWLY_QUALIFIED)
            .writes(STARTERS)
            .as(new Starters()),
        Levels.aboutLevel("C3e", TURNOVER, TURNOVER_LEVEL, TURNOVER_SPREAD, TURNOVER_SHOCK),
        StockFlow.equation("C3f", IN_POST, IN_POST_AVERAGE, STARTERS, TURNOVER),
        Equation.of("C3g", "leavers = opening + starters - closing")
            .readsLastYear(IN_POST)
            .reads(STARTERS, IN_POST)
            .writes(LEAVERS)
            .as(new Leavers()),
        Equation.of("C3h", "vacancies = posts - in post, at least zero; agency = cover x vacancies")
            .reads(POSTS, IN_POST)
            .uses(AGENCY_COVER)
            .writes(VACANCIES, AGENCY)
            .as(new Vacancies()));
  }

  private record Caseload() implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(CASELOAD);
      double[] growth = block.column(CASELOAD_GROWTH);
      double[] caseload = block.column(CASELOAD);
      for (int i = 0; i < block.draws(); i++) {
        caseload[i] = before[i] * (1 + growth[i]);
      }
    }
  }

  private record CaseHolders() implements Formula {
    @Override
    public void apply(Block block) {
      double[] inNeed = block.column(ChildrenInNeed.AVERAGE);
      double[] caseload = block.column(CASELOAD);
      double[] share = block.column(CASE_SHARE);
      double[] holders = block.column(CASE_HOLDERS);
      for (int i = 0; i < block.draws(); i++) {
        holders[i] = share[i] * inNeed[i] / caseload[i];
      }
    }
  }

  private record Starters() implements Formula {
    @Override
    public void apply(Block block) {
      double[] vacancies = block.lastYear(VACANCIES);
      double[] newlyQualified = block.column(NEWLY_QUALIFIED);
      double[] newlyQualifiedAtBase = block.baseYear(NEWLY_QUALIFIED);
      double[] startersAtBase = block.column(STARTERS_AT_BASE);
      double[] vacanciesAtBase = block.column(VACANCIES_AT_BASE);
      double[] starters = block.column(STARTERS);
      for (int i = 0; i < block.draws(); i++) {
        double others = startersAtBase[i] - newlyQualifiedAtBase[i];
        double recruited = newlyQualified[i] + others * vacancies[i] / vacanciesAtBase[i];
        starters[i] = Math.max(0, recruited);
      }
    }
  }

  private record Leavers() implements Formula {
    @Override
    public void apply(Block block) {
      double[] opening = block.lastYear(IN_POST);
      double[] starters = block.column(STARTERS);
      double[] closing = block.column(IN_POST);
      double[] leavers = block.column(LEAVERS);
      for (int i = 0; i < block.draws(); i++) {
        leavers[i] = opening[i] + starters[i] - closing[i];
      }
    }
  }

  private record Vacancies() implements Formula {
    @Override
    public void apply(Block block) {
      double[] posts = block.column(POSTS);
      double[] inPost = block.column(IN_POST);
      double[] cover = block.column(AGENCY_COVER);
      double[] vacancies = block.column(VACANCIES);
      double[] agency = block.column(AGENCY);
      for (int i = 0; i < block.draws(); i++) {
        vacancies[i] = Math.max(0, posts[i] - inPost[i]);
        agency[i] = cover[i] * vacancies[i];
      }
    }
  }
}
