package org.fundinggap.cost;

import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * C3, second half: what the workforce adds to the cost of a child in need.
 *
 * <p>The base year's cost already holds its vacancies, its agency workers and its turnover. So only
 * deviations from the base year count, for each child in need: filled posts, the premium of agency
 * workers, and what it costs to replace those who leave.
 */
public final class SocialWorkCost {
  /** Cost of a child in need over what it would be with the base year's workforce. */
  public static final Variable INTENSITY =
      Variable.of("socialWorkIntensity", "cost of a child in need by workforce", Unit.RATIO);

  /** Share of the line that moves with filled posts. */
  public static final Parameter STAFF_SHARE =
      new Parameter("staffShare", "share of cost that moves with filled posts", Unit.SHARE, 0, 1);

  /** What an agency worker costs above an employed one, base prices. */
  public static final Parameter AGENCY_PREMIUM =
      new Parameter(
          "agencyPremium", "premium of an agency social worker", Unit.GBP_PER_YEAR, 0, 200_000);

  /** What replacing one leaver costs, base prices. */
  public static final Parameter CHURN_COST =
      new Parameter("churnCost", "cost of replacing a leaver", Unit.GBP_EACH, 0, 200_000);

  /** Filled posts for each child in need in the base year. */
  public static final Parameter STAFF_AT_BASE = perChild("staff", "filled posts");

  /** Agency workers for each child in need in the base year. */
  public static final Parameter AGENCY_AT_BASE = perChild("agency", "agency workers");

  /** Leavers for each child in need in the base year. */
  public static final Parameter LEAVERS_AT_BASE = perChild("leavers", "leavers");

  private SocialWorkCost() {}

  private static Parameter perChild(String id, String label) {
    return new Parameter(
        id + "PerChildAtBase", label + " for each child in need, base year", Unit.RATIO, 1e-4, 1);
  }

  static Equation equation() {
    CostLine line = CostLine.SAFEGUARDING;
    return Equation.of(
            "C3i",
            "cost of a child in need over the base year's = 1 + staff share x (filled posts over"
                + " those of the base year - 1) + (premium x agency workers + churn cost x leavers,"
                + " less those of the base year) / base cost, all for each child in need, at least"
                + " zero")
        .reads(ChildrenInNeed.AVERAGE, Workforce.IN_POST, Workforce.AGENCY, Workforce.LEAVERS)
        .uses(STAFF_SHARE, AGENCY_PREMIUM, CHURN_COST)
        .usesOfBaseYear(AGENCY_PREMIUM, CHURN_COST)
        .uses(STAFF_AT_BASE, AGENCY_AT_BASE, LEAVERS_AT_BASE)
        .uses(line.stockToAverage(), line.unitCost(), line.reconciliation(), Cost.WEEKS)
        .writes(INTENSITY)
        .as(new Intensity());
  }

  private record Intensity() implements Formula {
    @Override
    public void apply(Block block) {
      double[] inNeed = block.column(ChildrenInNeed.AVERAGE);
      double[] inPost = block.column(Workforce.IN_POST);
      double[] agency = block.column(Workforce.AGENCY);
      double[] leavers = block.column(Workforce.LEAVERS);
      double[] staffShare = block.column(STAFF_SHARE);
      double[] premium = block.column(AGENCY_PREMIUM);
      double[] churn = block.column(CHURN_COST);
      double[] premiumAtBase = block.baseYear(AGENCY_PREMIUM);
      double[] churnAtBase = block.baseYear(CHURN_COST);
      double[] staffAtBase = block.column(STAFF_AT_BASE);
      double[] agencyAtBase = block.column(AGENCY_AT_BASE);
      double[] leaversAtBase = block.column(LEAVERS_AT_BASE);
      double[] baseCost = block.scratch(0);
      baseCost(block, baseCost);
      double[] intensity = block.column(INTENSITY);
      for (int i = 0; i < block.draws(); i++) {
        double staff = (inPost[i] + agency[i]) / inNeed[i] / staffAtBase[i] - 1;
        double moreAgency = agency[i] / inNeed[i] - agencyAtBase[i];
        double moreLeavers = leavers[i] / inNeed[i] - leaversAtBase[i];
        double dearer =
            (premium[i] - premiumAtBase[i]) * agencyAtBase[i]
                + (churn[i] - churnAtBase[i]) * leaversAtBase[i];
        double more = premium[i] * moreAgency + churn[i] * moreLeavers;
        double extra = (more + dearer) / baseCost[i];
        boolean anyone = inNeed[i] > 0 && baseCost[i] > 0;
        intensity[i] = anyone ? Math.max(0, 1 + staffShare[i] * staff + extra) : 1;
      }
    }
  }

  /** What a child in need costs a year at base prices, GBP. */
  private static void baseCost(Block block, double[] cost) {
    CostLine line = CostLine.SAFEGUARDING;
    double[] toAverage = block.column(line.stockToAverage());
    double[] unitCost = block.column(line.unitCost());
    double[] weeks = block.column(Cost.WEEKS);
    double[] reconciliation = block.column(line.reconciliation());
    for (int i = 0; i < block.draws(); i++) {
      cost[i] = toAverage[i] * unitCost[i] * weeks[i] * (1 + reconciliation[i]);
    }
  }
}
