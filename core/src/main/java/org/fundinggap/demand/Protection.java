package org.fundinggap.demand;

import java.util.List;
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
 * D5: section 47 enquiries, child protection conferences and plans.
 *
 * <p>Enquiries for each referral rise and conferences for each enquiry fall, and the two drifts
 * nearly cancel. So conferences have no drift for each <em>referral</em>: for each enquiry they
 * fall as enquiries rise. Plans have none for each conference.
 */
public final class Protection {
  /** Enquiries for each referral. */
  public static final Variable ENQUIRY_RATE =
      Variable.of("section47Rate", "section 47 enquiries for each referral", Unit.RATIO);

  /** Section 47 enquiries started in the year. */
  public static final Variable ENQUIRIES =
      Variable.of("section47Enquiries", "section 47 enquiries in the year", Unit.NUMBER);

  /** Conferences for each enquiry. */
  public static final Variable CONFERENCE_RATE =
      Variable.of("conferenceRate", "initial conferences for each enquiry", Unit.RATIO);

  /** Initial child protection conferences in the year. */
  public static final Variable CONFERENCES =
      Variable.of("initialConferences", "initial child protection conferences", Unit.NUMBER);

  /** Plans for each conference. */
  public static final Variable PLAN_RATE =
      Variable.of("planRate", "plans started for each conference", Unit.RATIO);

  /** Child protection plans started in the year. */
  public static final Variable PLANS_STARTED =
      Variable.of("plansStarted", "child protection plans started", Unit.NUMBER);

  /** How far {@link #HAZARD} is from the base year's, in logarithms. */
  public static final Variable HAZARD_DEVIATION =
      Variable.of("planHazardDeviation", "log deviation of the plan hazard", Unit.RATIO);

  /** Hazard of the end of a plan. */
  public static final Variable HAZARD =
      Variable.of("planHazard", "hazard of the end of a plan", Unit.HAZARD);

  /** Child protection plans in force at 31 March. */
  public static final Variable PLANS =
      Variable.of("plans", "child protection plans at 31 March", Unit.NUMBER);

  /** Child protection plans in force on the average day. */
  public static final Variable PLANS_AVERAGE =
      Variable.of("plansAverage", "child protection plans, average of the year", Unit.NUMBER);

  /** Recent drift of {@link #ENQUIRY_RATE}. */
  public static final Parameter ENQUIRY_DRIFT =
      new Parameter(
          "section47Drift", "drift of enquiries for each referral", Unit.LOG_PER_YEAR, -0.2, 0.2);

  /** Spread of yearly changes of {@link #ENQUIRY_RATE}. */
  public static final Parameter ENQUIRY_SPREAD =
      new Parameter("section47Spread", "spread of enquiries for each referral", Unit.RATIO, 0, 0.3);

  /** Spread of yearly changes of {@link #CONFERENCE_RATE}. */
  public static final Parameter CONFERENCE_SPREAD =
      new Parameter(
          "conferenceSpread", "spread of conferences for each enquiry", Unit.RATIO, 0, 0.3);

  /** Spread of yearly changes of {@link #PLAN_RATE}. */
  public static final Parameter PLAN_SPREAD =
      new Parameter("planSpread", "spread of plans for each conference", Unit.RATIO, 0, 0.2);

  /** {@link #HAZARD} of the base year. */
  public static final Parameter HAZARD_AT_BASE =
      new Parameter("planHazardAtBase", "plan hazard of the base year", Unit.HAZARD, 0.2, 4);

  /** Where {@link #HAZARD_DEVIATION} tends to. */
  public static final Parameter HAZARD_LEVEL =
      new Parameter("planHazardLevel", "level of deviations of the plan hazard", Unit.RATIO, -1, 1);

  /** Persistence of {@link #HAZARD_DEVIATION}. */
  public static final Parameter HAZARD_PERSISTENCE =
      new Parameter(
          "planHazardPersistence", "persistence of the plan hazard", Unit.RATIO, -0.5, 0.95);

  /** Spread of the yearly shocks to {@link #HAZARD_DEVIATION}. */
  public static final Parameter HAZARD_SPREAD =
      new Parameter("planHazardSpread", "spread of the plan hazard", Unit.RATIO, 0, 0.3);

  /** Shock to {@link #ENQUIRY_RATE}. */
  public static final Shock ENQUIRY_SHOCK =
      new Shock("section47Shock", "shock to enquiries for each referral");

  /** Shock to {@link #CONFERENCE_RATE}. */
  public static final Shock CONFERENCE_SHOCK =
      new Shock("conferenceShock", "shock to conferences for each enquiry");

  /** Shock to {@link #PLAN_RATE}. */
  public static final Shock PLAN_SHOCK =
      new Shock("planShock", "shock to plans for each conference");

  /** Shock to {@link #HAZARD}. */
  public static final Shock HAZARD_SHOCK = new Shock("planHazardShock", "shock to the plan hazard");

  private Protection() {}

  static List<Equation> equations() {
    return List.of(
        Shapes.drifting(
            "D5a", ENQUIRY_RATE, ENQUIRY_DRIFT, DriftFade.FADE, ENQUIRY_SPREAD, ENQUIRY_SHOCK),
        Shapes.product("D5b", ENQUIRIES, Referrals.REFERRALS, ENQUIRY_RATE),
        Equation.of(
                "D5c",
                "conferences for each enquiry = last year's x exp(spread x shock - drift of"
                    + " enquiries x last year's fade)")
            .readsLastYear(CONFERENCE_RATE, DriftFade.FADE)
            .uses(ENQUIRY_DRIFT, CONFERENCE_SPREAD, CONFERENCE_SHOCK)
            .writes(CONFERENCE_RATE)
            .as(new ConferenceRate()),
        Shapes.product("D5d", CONFERENCES, ENQUIRIES, CONFERENCE_RATE),
        Shapes.wandering("D5e", PLAN_RATE, PLAN_SPREAD, PLAN_SHOCK),
        Shapes.product("D5f", PLANS_STARTED, CONFERENCES, PLAN_RATE),
        Levels.revertingTo(
            "D5g", HAZARD_DEVIATION, HAZARD_LEVEL, HAZARD_PERSISTENCE, HAZARD_SPREAD, HAZARD_SHOCK),
        Levels.at("D5h", HAZARD, HAZARD_AT_BASE, HAZARD_DEVIATION),
        StockFlow.equation("D5i", PLANS, PLANS_AVERAGE, PLANS_STARTED, HAZARD));
  }

  private record ConferenceRate() implements Formula {
    @Override
    public void apply(Block block) {
      double[] enquiries = block.column(ENQUIRY_DRIFT);
      double[] fade = block.lastYear(DriftFade.FADE);
      double[] spread = block.column(CONFERENCE_SPREAD);
      double[] shock = block.column(CONFERENCE_SHOCK);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = spread[i] * shock[i] - enquiries[i] * fade[i];
      }
      double[] before = block.lastYear(CONFERENCE_RATE);
      Shapes.grow(before, growth, block.column(CONFERENCE_RATE), block.draws());
    }
  }
}
