package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A measure acts as it says and on nothing else:")
@Tag("medium")
class MechanismsTest {
  private static final Settings SETTINGS = Settings.of(7, 1_500);
  private static final FinancialYear FIRST = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final Scenario BASE = Catalogues.realFlat();

  private static Projection run(String id) {
    return Simulation.of(BASE, BASE.with(id, Catalogues.shipped().levers(id))).run(SETTINGS);
  }

  private static Draws change(Projection run, String id, Variable of, FinancialYear year) {
    return run.outcome(id, of)
        .in(year)
        .combine(run.outcome(BASE.name(), of).in(year), (with, without) -> with - without);
  }

  private static Draws ratio(Projection run, String id, Variable of, FinancialYear year) {
    return run.outcome(id, of)
        .in(year)
        .combine(run.outcome(BASE.name(), of).in(year), (with, without) -> with / without);
  }

  private static Change.Size size(String id, int lever, int change) {
    return Catalogues.shipped()
        .measure(id)
        .levers()
        .get(lever)
        .changes()
        .get(change)
        .size()
        .orElseThrow();
  }

  @Test
  @DisplayName("of referrals that partners spare or add a share alone reaches children in need")
  void referralsOfPartnersMostlyComeToNothing() {
    String id = "appgc-3";
    Projection run = run(id);
    double[] referrals = ratio(run, id, Referrals.REFERRALS, LAST).values();
    double[] started = ratio(run, id, ChildrenInNeed.STARTED, LAST).values();
    double[] enquiries = ratio(run, id, Protection.ENQUIRIES, LAST).values();
    double[] left = run.draws(id, size(id, 0, 1).parameter()).values();
    for (int i = 0; i < referrals.length; i++) {
      assertEquals(1 + left[i] * (referrals[i] - 1), started[i], 1e-12);
      assertEquals(started[i], enquiries[i], 1e-12);
    }
  }

  @Test
  @DisplayName("those whom a wider threshold adds to children in need make no entries fewer")
  void addedChildrenInNeedLeaveEntriesOrAddFew() {
    String id = "appgc-4";
    Projection run = run(id);
    double[] entries = ratio(run, id, CareEntries.ENTRIES, LAST).values();
    double[] inNeed = ratio(run, id, ChildrenInNeed.AVERAGE, LAST).values();
    double[] hazard = run.draws(id, size(id, 0, 1).parameter()).values();
    for (int i = 0; i < entries.length; i++) {
      assertEquals(1 + hazard[i] * (inNeed[i] - 1), entries[i], 0.002);
    }
    // While the stock goes up the offset keeps step with it.
    double total = 0;
    for (FinancialYear year = FIRST; year.compareTo(LAST) <= 0; year = year.plus(1)) {
      double rise = 0.28 * (ratio(run, id, ChildrenInNeed.AVERAGE, year).mean() - 1);
      total += ratio(run, id, CareEntries.ENTRIES, year).mean() - 1 - rise;
    }
    assertEquals(0, total, 0.004);
  }

  @ParameterizedTest
  @ValueSource(strings = {"appgc-8", "stable-homes-4", "children-first-therapy"})
  @DisplayName("steadier foster placements spare homes, and no adoption or return home")
  void steadierPlacementsReRouteMovesToHomesAlone(String id) {
    Projection run = run(id);
    assertTrue(change(run, id, Placement.HOMES.stock(), LAST).mean() < -5);
    assertTrue(change(run, id, Placement.FOSTER.stock(), LAST).mean() > 5);
    for (FinancialYear year = FIRST; year.compareTo(LAST) <= 0; year = year.plus(1)) {
      for (Placement other : List.of(Placement.ADOPTION, Placement.PARENTS, Placement.SUPPORTED)) {
        double change = change(run, id, other.stock(), year).mean();
        double of = run.outcome(BASE.name(), other.stock()).in(year).mean();
        assertTrue(change > -1e-4 * of, other + " by " + change + " of " + of + " in " + year);
      }
    }
  }

  @Test
  @DisplayName("an inquiry into variation raises access below the median, at either sign of cost")
  void convergenceGoesBothWays() {
    String id = "appgc-5";
    Projection run = run(id);
    assertTrue(change(run, id, ChildrenInNeed.STOCK, LAST).quantile(0.5) > 0);
    Draws gap = change(run, id, Gap.STAND_STILL.cash(), LAST);
    assertTrue(gap.quantile(0.1) < -20, () -> "at best " + gap.quantile(0.1));
    assertTrue(gap.quantile(0.9) > 20, () -> "at worst " + gap.quantile(0.9));
  }

  @Test
  @DisplayName("others who hold cases replace posts about one for one, at about the same cost")
  void replacedPostsAreThoseOfTheCases() {
    String id = "family-help-2";
    Projection run = run(id);
    FinancialYear full = FIRST.plus(4);
    double holders = change(run, id, Workforce.CASE_HOLDERS, full).mean();
    double posts = change(run, id, Workforce.POSTS, full).mean();
    double ratio = posts / holders;
    assertTrue(ratio > 1 && ratio < 1.35, () -> "posts for each case holder: " + ratio);
    double net =
        run.outcome(id, Payer.COUNCILS.cost()).in(full).mean()
            / run.outcome(id, Inflation.DEFLATOR).in(full).mean();
    double each = -1e6 * net / holders;
    double pay = Catalogues.evidence().prior("measure-other-practitioner-pay").centre();
    assertEquals(pay, each, 0.1 * pay);
  }

  @Test
  @DisplayName("what others cost for the cases is of the order of what social workers had cost")
  void replacementCostsWhatItReplaces() {
    String id = "family-help-2";
    Projection run = run(id);
    double paid = run.outcome(id, Payer.COUNCILS.cost()).in(LAST).mean();
    double net =
        (1 + BASE.inputs().distribution(Cost.SCOPE).mean())
            * (1 - BASE.inputs().distribution(Cost.INCOME).mean());
    double saved = -net * change(run, id, CostLine.SAFEGUARDING.need(), LAST).mean();
    double posts = saved - run.outcome(id, Payer.PARTNERS.takenOver()).in(LAST).mean();
    assertTrue(paid / posts > 0.6 && paid / posts < 1.6, () -> "paid " + paid + ", saved " + posts);
  }

  @Test
  @DisplayName("the review's programme is on top of what is paid, once, and as much in all")
  void programmeIsCountedOnce() {
    double asked = Catalogues.evidence().figure("care-review-investment").value();
    double paid = Catalogues.evidence().figure("sr-2025-total-since-2023").value();
    assertTrue(asked - paid <= 0, "what is beyond the money paid would be a measure of its own");
    Measure programme = Catalogues.shipped().measure("family-help-programme");
    double total = 0;
    for (Lever lever : programme.levers()) {
      FinancialYear last = Objects.requireNonNull(lever.timetable().last());
      double years = 1 + lever.timetable().start().yearsUntil(last);
      for (Change change : lever.changes()) {
        boolean money = change.target().equals(FundingStream.familiesFirst().amount());
        total += money ? years * change.size().orElseThrow().distribution().mean() : 0;
      }
      total += lever.costs().stream().mapToDouble(cost -> years * cost.amount().mean()).sum();
    }
    assertEquals(asked, total, 1e-9);
    Projection run = run(programme.id());
    Variable stream = FundingStream.familiesFirst().amount();
    List<Long> added = new ArrayList<>();
    for (FinancialYear year = FIRST; year.compareTo(LAST) <= 0; year = year.plus(1)) {
      Draws deflator = run.outcome(BASE.name(), Inflation.DEFLATOR).in(year);
      Draws more = change(run, programme.id(), stream, year);
      added.add(Math.round(more.combine(deflator, (amount, price) -> amount / price).mean()));
    }
    assertEquals(List.of(500L, 500L, 500L, 500L, 0L, 0L, 0L, 0L, 0L), added);
  }

  @Test
  @DisplayName("the kinship pilot has its published money, areas and years")
  void kinshipPilotIsThePublishedOne() {
    Lever pilot = Catalogues.shipped().measure("stable-homes-3").levers().get(0);
    double total = 0;
    for (int i = 0; i < 9; i++) {
      double strength = pilot.timetable().strength(FIRST.plus(i));
      total += strength * pilot.costs().get(0).amount().mean();
    }
    assertEquals(126 / 2.0 * 3.5, total, 1e-9);
    assertEquals(7.0 / 153, pilot.timetable().strength(FIRST), 1e-12);
    assertEquals(0, pilot.timetable().strength(FIRST.plus(4)));
  }

  @Test
  @DisplayName("how hard a cap on profits bites stands behind what it saves and what it makes dear")
  void profitCapBitesOnce() {
    String id = "programme-profit-cap";
    Projection run = run(id);
    double[] need = ratio(run, id, CostLine.HOMES.need(), LAST).values();
    double[] bite = run.draws(id, size(id, 0, 0).all().get(1).parameter()).values();
    double[] scarcity = run.draws(id, size(id, 0, 1).parameter()).values();
    double margin = -size(id, 0, 0).distribution().mean();
    int dearer = 0;
    for (int i = 0; i < need.length; i++) {
      assertEquals((1 - margin * bite[i]) * (1 + scarcity[i] * bite[i]), need[i], 1e-9);
      dearer += need[i] > 1 ? 1 : 0;
    }
    assertTrue(dearer > 0, "it may cost more than it saves");
  }
}
