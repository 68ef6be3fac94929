package org.fundinggap.demand;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Plain;

/** Equations D0 to D7 for one draw, written from their texts with textbook functions. */
public final class PlainDemand {
  private static final List<Placement> STATES = List.of(Placement.values());

  private PlainDemand() {}

  public static void year(Plain y) {
    y.set(
        DriftFade.FADE,
        () -> y.last(DriftFade.FADE) * StrictMath.pow(0.5, 1 / y.of(DriftFade.HALF_LIFE)));
    referrals(y);
    need(y);
    protection(y);
    entries(y);
    placements(y);
  }

  private static double exp(double x) {
    return StrictMath.exp(x);
  }

  /** Growth by last year's share of the recent drift, and a shock. */
  private static void drifting(
      Plain y, Variable rate, Parameter drift, Parameter spread, Shock shock) {
    y.set(
        rate,
        () ->
            y.last(rate) * exp(y.of(drift) * y.last(DriftFade.FADE) + y.of(spread) * y.of(shock)));
  }

  private static void reverting(
      Plain y, Variable deviation, Parameter persistence, Parameter spread, Shock shock) {
    y.set(deviation, () -> y.of(persistence) * y.last(deviation) + y.of(spread) * y.of(shock));
  }

  private static void aboutLevel(
      Plain y, Variable rate, Parameter level, Parameter spread, Shock shock) {
    y.set(rate, () -> y.of(level) * exp(y.of(spread) * y.of(shock)));
  }

  /** Closing stock, and the average stock as the integral of the stock over the year. */
  private static void stock(
      Plain y, Variable stock, Variable average, Variable entrants, Variable hazard) {
    y.set(
        stock,
        () -> {
          double h = y.now(hazard);
          return y.last(stock) * exp(-h) - y.now(entrants) * StrictMath.expm1(-h) / h;
        });
    y.set(
        average,
        () -> {
          double h = y.now(hazard);
          double held = -StrictMath.expm1(-h) / h;
          return y.last(stock) * held + y.now(entrants) * (1 - held) / h;
        });
  }

  private static void referrals(Plain y) {
    y.set(Children.CHILDREN, () -> y.last(Children.CHILDREN) * exp(y.of(Children.GROWTH)));
    y.set(Referrals.LEVEL, () -> y.last(Referrals.LEVEL) * exp(y.of(Referrals.TREND)));
    reverting(y, Referrals.DEVIATION, Referrals.PERSISTENCE, Referrals.SPREAD, Referrals.SHOCK);
    y.set(Referrals.RATE, () -> y.now(Referrals.LEVEL) * exp(y.now(Referrals.DEVIATION)));
    y.set(Referrals.REFERRALS, () -> y.now(Children.CHILDREN) * y.now(Referrals.RATE) / 10_000);
  }

  private static void need(Plain y) {
    drifting(
        y,
        ChildrenInNeed.NO_FURTHER_ACTION,
        ChildrenInNeed.NO_FURTHER_ACTION_DRIFT,
        ChildrenInNeed.NO_FURTHER_ACTION_SPREAD,
        ChildrenInNeed.NO_FURTHER_ACTION_SHOCK);
    drifting(
        y,
        ChildrenInNeed.NOT_IN_NEED,
        ChildrenInNeed.NOT_IN_NEED_DRIFT,
        ChildrenInNeed.NOT_IN_NEED_SPREAD,
        ChildrenInNeed.NOT_IN_NEED_SHOCK);
    y.set(
        ChildrenInNeed.STARTED,
        () ->
            y.now(Referrals.REFERRALS)
                * (1
                    - y.now(ChildrenInNeed.NO_FURTHER_ACTION)
                    - y.now(ChildrenInNeed.NOT_IN_NEED)
                    + y.of(ChildrenInNeed.STARTED_RECONCILIATION)));
    aboutLevel(
        y,
        ChildrenInNeed.HAZARD,
        ChildrenInNeed.HAZARD_LEVEL,
        ChildrenInNeed.HAZARD_SPREAD,
        ChildrenInNeed.HAZARD_SHOCK);
    stock(
        y,
        ChildrenInNeed.STOCK,
        ChildrenInNeed.AVERAGE,
        ChildrenInNeed.STARTED,
        ChildrenInNeed.HAZARD);
    ended(y);
  }

  private static void ended(Plain y) {
    y.set(
        ChildrenInNeed.ENDED,
        y.now(ChildrenInNeed.STOCK),
        () ->
            y.last(ChildrenInNeed.STOCK)
                + y.now(ChildrenInNeed.STARTED)
                - y.now(ChildrenInNeed.STOCK));
    y.set(
        ChildrenInNeed.ENDED_AS_PUBLISHED,
        y.now(ChildrenInNeed.STOCK),
        () ->
            y.now(ChildrenInNeed.ENDED)
                - y.of(ChildrenInNeed.REMOVED_BETWEEN_RETURNS) * y.now(ChildrenInNeed.STARTED));
  }

  private static void protection(Plain y) {
    drifting(
        y,
        Protection.ENQUIRY_RATE,
        Protection.ENQUIRY_DRIFT,
        Protection.ENQUIRY_SPREAD,
        Protection.ENQUIRY_SHOCK);
    y.set(Protection.ENQUIRIES, () -> y.now(Referrals.REFERRALS) * y.now(Protection.ENQUIRY_RATE));
    y.set(
        Protection.CONFERENCE_RATE,
        () -> {
          double drift = y.of(Protection.CONFERENCE_DRIFT) - y.of(Protection.ENQUIRY_DRIFT);
          double shock = y.of(Protection.CONFERENCE_SPREAD) * y.of(Protection.CONFERENCE_SHOCK);
          return y.last(Protection.CONFERENCE_RATE) * exp(drift * y.last(DriftFade.FADE) + shock);
        });
    y.set(
        Protection.CONFERENCES,
        () -> y.now(Protection.ENQUIRIES) * y.now(Protection.CONFERENCE_RATE));
    drifting(
        y,
        Protection.PLAN_RATE,
        Protection.PLAN_DRIFT,
        Protection.PLAN_SPREAD,
        Protection.PLAN_SHOCK);
    y.set(
        Protection.PLANS_STARTED,
        () -> y.now(Protection.CONFERENCES) * y.now(Protection.PLAN_RATE));
    aboutLevel(
        y,
        Protection.HAZARD,
        Protection.HAZARD_LEVEL,
        Protection.HAZARD_SPREAD,
        Protection.HAZARD_SHOCK);
    stock(
        y, Protection.PLANS, Protection.PLANS_AVERAGE, Protection.PLANS_STARTED, Protection.HAZARD);
  }

  private static void entries(Plain y) {
    y.set(
        CareEntries.HAZARD_LEVEL,
        () ->
            y.last(CareEntries.HAZARD_LEVEL)
                * exp(y.of(CareEntries.DRIFT) * y.last(DriftFade.FADE)));
    reverting(
        y, CareEntries.DEVIATION, CareEntries.PERSISTENCE, CareEntries.SPREAD, CareEntries.SHOCK);
    y.set(
        CareEntries.ENTRIES,
        () ->
            y.now(CareEntries.HAZARD_LEVEL)
                * exp(y.now(CareEntries.DEVIATION))
                * y.now(ChildrenInNeed.AVERAGE));
    reverting(
        y,
        CareEntries.ASYLUM_DEVIATION,
        CareEntries.ASYLUM_PERSISTENCE,
        CareEntries.ASYLUM_SPREAD,
        CareEntries.ASYLUM_SHOCK);
    y.set(
        CareEntries.ASYLUM_ENTRIES,
        () -> y.of(CareEntries.ASYLUM_LEVEL) * exp(y.now(CareEntries.ASYLUM_DEVIATION)));
    aboutLevel(
        y,
        CareEntries.ASYLUM_HAZARD,
        CareEntries.ASYLUM_HAZARD_LEVEL,
        CareEntries.ASYLUM_HAZARD_SPREAD,
        CareEntries.ASYLUM_HAZARD_SHOCK);
    stock(
        y,
        CareEntries.ASYLUM_STOCK,
        CareEntries.ASYLUM_AVERAGE,
        CareEntries.ASYLUM_ENTRIES,
        CareEntries.ASYLUM_HAZARD);
  }

  private static void placements(Plain y) {
    reverting(
        y,
        Placements.EXIT_DEVIATION,
        Placements.EXIT_PERSISTENCE,
        Placements.EXIT_SPREAD,
        Placements.EXIT_SHOCK);
    fading(y, Placements.HOMES_WEIGHT, Placements.HOMES_DRIFT);
    STATES.forEach(placement -> placement(y, placement));
    y.set(Placements.LOOKED_AFTER, () -> sum(y, STATES.stream().map(Placement::stock).toList()));
    y.set(
        Placements.LOOKED_AFTER_AVERAGE,
        () -> sum(y, STATES.stream().map(Placement::average).toList()));
    y.set(Placements.STARTED, () -> y.now(CareEntries.ENTRIES) + y.now(CareEntries.ASYLUM_ENTRIES));
    y.set(
        Placements.CEASED,
        y.now(Placements.LOOKED_AFTER),
        () ->
            y.last(Placements.LOOKED_AFTER)
                + y.now(Placements.STARTED)
                + y.of(Placements.FLOW_SHORTFALL)
                - y.now(Placements.LOOKED_AFTER));
    fading(y, Placements.INDEPENDENT_FOSTER_SHARE, Placements.INDEPENDENT_DRIFT);
    y.set(
        Placements.INDEPENDENT_FOSTER,
        () -> y.now(Placement.FOSTER.stock()) * y.now(Placements.INDEPENDENT_FOSTER_SHARE));
  }

  private static void placement(Plain y, Placement placement) {
    int state = STATES.indexOf(placement);
    y.set(placement.othersStock(), () -> chain(y).closing()[state]);
    y.set(placement.othersAverage(), () -> chain(y).average()[state]);
    y.set(
        placement.stock(),
        () ->
            y.now(placement.othersStock())
                + asylumShare(y, placement) * y.now(CareEntries.ASYLUM_STOCK));
    y.set(
        placement.average(),
        () ->
            y.now(placement.othersAverage())
                + asylumShare(y, placement) * y.now(CareEntries.ASYLUM_AVERAGE));
  }

  private static double sum(Plain y, List<Variable> terms) {
    return terms.stream().mapToDouble(y::now).sum();
  }

  private static void fading(Plain y, Variable level, Parameter drift) {
    y.set(level, () -> y.last(level) * exp(y.of(drift) * y.last(DriftFade.FADE)));
  }

  private static double asylumShare(Plain y, Placement placement) {
    return y.of(placement.asylumShare())
        / STATES.stream().mapToDouble(state -> y.of(state.asylumShare())).sum();
  }

  private static ChainByMatrix chain(Plain y) {
    double shares = STATES.stream().mapToDouble(state -> y.of(state.entryShare())).sum();
    double[] inflow =
        each(
            placement ->
                y.of(placement.entryShare())
                    / shares
                    * (y.now(CareEntries.ENTRIES) + y.of(Placements.FLOW_SHORTFALL)));
    double[] weights = each(placement -> y.of(placement.destinationShare()));
    weights[STATES.indexOf(Placement.HOMES)] *= y.now(Placements.HOMES_WEIGHT);
    double total = Arrays.stream(weights).sum();
    return ChainByMatrix.over(
        1,
        each(placement -> y.last(placement.othersStock())),
        inflow,
        each(placement -> y.of(placement.exitRate()) * exp(y.now(Placements.EXIT_DEVIATION))),
        each(placement -> y.of(placement.moveRate())),
        Arrays.stream(weights).map(weight -> weight / total).toArray());
  }

  private static double[] each(ToDoubleFunction<Placement> value) {
    return STATES.stream().mapToDouble(value).toArray();
  }
}
