package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.model.Variable;
import org.fundinggap.nowcast.MadeUpYear;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.policy.Provision;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A baseline with what is law or paid for")
@Tag("medium")
class CurrentLawBaselineTest {
  private static final Settings SETTINGS = Settings.of(2026, 2_000);
  private static final Baseline WITH = England.underLaw();
  private static final Baseline WITHOUT = WITH.withoutCurrentLaw();
  private static final FinancialYear LAST = WITH.years().last();
  private static final String EVIDENCE = "spend-gross";

  private static Lever[] levers(Baseline baseline) {
    return baseline.currentLaw().stream()
        .flatMap(each -> each.levers().stream())
        .toArray(Lever[]::new);
  }

  private static List<String> ids(Baseline baseline) {
    return baseline.currentLaw().stream().map(Provision::id).toList();
  }

  private static Lever fewer() {
    return Lever.named("fewer")
        .from(FinancialYear.parse("2026-27"))
        .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.2, -0.1), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("can be left out of a scenario as out of a baseline, to the same numbers")
  void leftOutOfAScenario() {
    Scenario all = WITH.with(FundingRule.CASH_FLAT);
    Lever rules =
        all.levers().stream()
            .filter(lever -> lever.name().equals("law: agency-rules"))
            .findFirst()
            .orElseThrow();
    Scenario less = all.without("without rules", rules);
    assertEquals(
        Fingerprint.of(WITH.withoutLaw("agency-rules").with(FundingRule.CASH_FLAT)),
        Fingerprint.of(less));
    assertEquals(all.levers().size() - 1, less.levers().size());
    String refused =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> less.without("again", rules))
                .getMessage());
    assertTrue(refused.contains("law: agency-rules") && refused.contains("levers()"), refused);
  }

  @Test
  @DisplayName("stays when funding, outlook, last year or cuts of early help are changed")
  void staysWithOtherChoices() {
    Baseline baseline = England.underLaw();
    int all = baseline.currentLaw().size();
    assertEquals(6, all);
    assertEquals(all, baseline.withOutlook(Outlook.RATES_AS_TODAY).currentLaw().size());
    assertEquals(all, baseline.withEarlyHelpCuts().currentLaw().size());
    assertEquals(all, baseline.withFunding(baseline.baseFunding(), "ro-net").currentLaw().size());
    assertTrue(baseline.start().endsWith("and 6 provisions of current law"), baseline.start());
    Baseline some = baseline.withoutLaw("agency-rules");
    assertTrue(some.start().endsWith("and 5 of 6 provisions of current law"), some.start());
    Baseline none = baseline.withoutCurrentLaw();
    assertTrue(none.start().endsWith("without current law"), none.start());
  }

  @Test
  @DisplayName("is the one without with the levers laid, to the bit, under its own name")
  void withoutAndLeversIsWith() {
    Scenario with = WITH.with(FundingPlan.HEADLINE);
    Scenario without = WITHOUT.with(FundingPlan.HEADLINE);
    Scenario laid = without.with("laid", levers(WITH));
    assertEquals(with.inputs().parameters(), laid.inputs().parameters());
    assertEquals(List.of(), without.levers());
    assertEquals(laid.levers(), with.levers());
    assertEquals(without.name(), with.name());
    Projection run =
        Simulation.of(with.named("with"), laid)
            .keeping(Gap.STAND_STILL.cash(), Placements.LOOKED_AFTER, Cost.SPENDING)
            .run(SETTINGS);
    for (Variable each : List.of(Gap.STAND_STILL.cash(), Placements.LOOKED_AFTER, Cost.SPENDING)) {
      for (FinancialYear year : WITH.years().years()) {
        assertArrayEquals(
            run.outcome("laid", each).in(year).values(),
            run.outcome("with", each).in(year).values(),
            each.name());
      }
    }
  }

  @Test
  @DisplayName("says so in what a projection starts from")
  void saysSo() {
    assertEquals("2024-25 and 6 provisions of current law", WITH.start());
    assertEquals(
        "2024-25 and 5 of 6 provisions of current law", WITH.withoutLaw("family-help").start());
    assertEquals("2024-25 without current law", WITHOUT.start());
    assertEquals(
        "England from 2024-25 and 6 provisions of current law; core funding cash-flat",
        WITH.with(FundingRule.CASH_FLAT).description());
    assertEquals(
        "England from 2024-25 without current law; core funding cash-flat",
        WITHOUT.with(FundingRule.CASH_FLAT).description());
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "agency-rules, agencySocialWorkers, -1",
    "agency-price-caps, need.safeguarding, -1",
    "child-protection-teams, plans, -1",
    "child-protection-teams, careEntries, -1",
    "family-help, caseHolders, -1",
    "family-help, careEntries, -1",
    "foster-allowances, placed.homes, -1",
    "foster-allowances, placed.foster, 1",
    "family-decision-making, careEntries, -1",
    "family-decision-making, lookedAfter, -1"
  })
  @DisplayName("moves by each provision what its lever is about, in the mean, and the gap")
  void eachMovesWhatItIsAbout(String id, String name, int sign) {
    Scenario all = WITH.with(FundingPlan.HEADLINE).named("all");
    Scenario rest = WITH.withoutLaw(id).with(FundingPlan.HEADLINE).named("rest");
    assertEquals(all.levers().size() - 1, rest.levers().size());
    Variable variable =
        rest.inputs().model().variables().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Projection run =
        Simulation.of(all, rest).keeping(variable, Gap.STAND_STILL.cash()).run(SETTINGS);
    Draws moved = difference(run, variable, LAST);
    assertTrue(
        sign * moved.mean() > 6 * moved.meanError(),
        () -> name + " moved by " + moved.mean() + ", error " + moved.meanError());
    assertNotEquals(0, difference(run, Gap.STAND_STILL.cash(), LAST).mean());
    FinancialYear base = WITH.baseYear();
    assertEquals(0, difference(run, variable, base).standardDeviation());
    assertEquals(0, difference(run, variable, base).mean());
  }

  private static Draws difference(Projection run, Variable variable, FinancialYear year) {
    return run.outcome("all", variable)
        .in(year)
        .combine(run.outcome("rest", variable).in(year), (with, without) -> with - without);
  }

  @Test
  @DisplayName("leaves out one by its id and refuses an unknown one, naming the nearest")
  void oneIsLeftOut() {
    Baseline rest = WITH.withoutLaw("agency-rules");
    List<String> expected = new ArrayList<>(ids(WITH));
    expected.remove("agency-rules");
    assertEquals(expected, ids(rest));
    assertEquals(List.of(), ids(WITHOUT));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> WITH.withoutLaw("agency-rule"));
    assertTrue(String.valueOf(e.getMessage()).contains("agency-rules"), e::toString);
    assertThrows(IllegalArgumentException.class, () -> rest.withoutLaw("agency-rules"));
  }

  @Test
  @DisplayName("has the law whatever else it is set to")
  void lawStays() {
    List<String> all = ids(WITH);
    assertEquals(all, ids(WITH.withEarlyHelpCuts()));
    assertEquals(all, ids(WITH.to(LAST.plus(5))));
    assertEquals(
        levers(WITH).length, WITH.withEarlyHelpCuts().with(FundingRule.REAL_FLAT).levers().size());
  }

  @Test
  @DisplayName("leaves out what is felt only after the last projected year")
  void laterOnesAreLeftOut() {
    Baseline next = WITH.to(WITH.baseYear().plus(1));
    assertEquals(
        List.of("agency-rules", "child-protection-teams", "family-help", "foster-allowances"),
        ids(next));
    assertEquals(4, next.with(FundingRule.CASH_FLAT).levers().size());
    assertEquals(List.of(), ids(WITH.to(WITH.baseYear())));
    assertEquals(6, ids(next.to(LAST)).size());
  }

  @Test
  @DisplayName("takes levers of the user's as before, of the catalogue and those that set again")
  void takesUsersLevers() {
    Scenario england = WITH.with(FundingRule.REAL_FLAT);
    Scenario with = england.with("more", fewer());
    assertEquals(england.levers().size() + 1, with.levers().size());
    assertEquals(fewer(), with.levers().get(england.levers().size()));
    assertTrue(with.description().endsWith("; levers: fewer"), with.description());
    PolicyCatalogue catalogue = PolicyCatalogue.of(England.evidence(), WITH.baseYear());
    for (String id : List.of("appgc-7", "family-group-conferences", "stable-homes-5")) {
      assertTrue(england.with(id, catalogue.levers(id)).levers().size() > england.levers().size());
    }
    // A cap that is in part of England only would not go with another one.
    Lever cap =
        Lever.named("cap")
            .from(FinancialYear.parse("2026-27"))
            .coverage(0.5)
            .cap(SocialWorkCost.AGENCY_PREMIUM, Distribution.fixed(15_000), EVIDENCE)
            .build();
    assertEquals(england.levers().size() + 1, england.with(cap).levers().size());
    Lever set =
        Lever.named("set")
            .from(FinancialYear.parse("2025-26"))
            .set(Workforce.AGENCY_COVER, Distribution.fixed(0.5), EVIDENCE)
            .build();
    assertEquals(england.levers().size() + 1, england.with(set).levers().size());
  }

  @Test
  @DisplayName("refuses a lever that changes nothing beside the law")
  void silentLeversAreRefused() {
    Scenario england = WITH.with(FundingRule.REAL_FLAT);
    Lever nothing =
        Lever.named("nothing")
            .from(FinancialYear.parse("2026-27"))
            .multiply(Protection.PLAN_RATE, Distribution.fixed(0), EVIDENCE)
            .build();
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> england.with(nothing));
    assertTrue(e.toString().contains("lever \"nothing\" must change something"), e::toString);
    assertEquals(1, e.problems().size());
  }

  @Test
  @DisplayName("keeps the law where a number is fixed, a size of it among them")
  void fixingKeepsTheLaw() {
    Scenario england = WITH.with(FundingRule.REAL_FLAT);
    Scenario fixed = england.fixing(CareEntries.DRIFT, 0.01);
    assertEquals(england.levers(), fixed.levers());
    var size = england.levers().get(0).changes().get(0).size().orElseThrow().parameter();
    Scenario sized = england.fixing(size, -0.1).with("more", fewer());
    assertEquals(Distribution.fixed(-0.1), sized.inputs().distribution(size));
    assertEquals(england.levers().size() + 1, sized.levers().size());
  }

  @Test
  @DisplayName("is changed in numbers and equations with the levers laid over them again")
  void changingKeepsLevers() {
    Scenario with = WITH.with(FundingRule.REAL_FLAT).with("more", fewer());
    Scenario changed =
        with.changing(
            "steady",
            numbers ->
                numbers.toBuilder()
                    .parameter(Placements.HOMES_DRIFT, Distribution.fixed(0), EVIDENCE)
                    .build());
    assertEquals("steady", changed.name());
    assertEquals(with.levers(), changed.levers());
    assertEquals(Distribution.fixed(0), changed.inputs().distribution(Placements.HOMES_DRIFT));
    assertEquals(
        with.inputs().parameters(),
        with.changing("same", numbers -> numbers).inputs().parameters());
    assertEquals(
        with.fixing(Placements.HOMES_DRIFT, 0).inputs().parameters(),
        changed.inputs().parameters());
    Scenario without = WITHOUT.with(FundingRule.REAL_FLAT);
    assertEquals(List.of(), without.changing("none", numbers -> numbers).levers());
    assertThrows(
        IllegalArgumentException.class, () -> without.changing("twice", n -> with.inputs()));
  }

  @Test
  @DisplayName("of a part-published year counts what comes in after it, and works in every part")
  void partPublishedYearCountsLess(@TempDir Path directory) {
    EvidenceBase evidence = MadeUpYear.in(directory).with(List.of("referrals"), id -> 1.0).load();
    Baseline part = Baseline.partPublished(evidence);
    assertEquals(MadeUpYear.YEAR, part.baseYear());
    assertEquals(
        List.of(
            "agency-rules",
            "child-protection-teams",
            "family-help",
            "foster-allowances",
            "agency-price-caps",
            "family-decision-making"),
        ids(part));
    for (String id : ids(WITH)) {
      assertEquals(
          strength(WITH, id, LAST),
          strength(WITH, id, MadeUpYear.YEAR) + strength(part, id, LAST),
          1e-12,
          id);
    }
    Projection run =
        Simulation.of(part.with(FundingPlan.HEADLINE))
            .keeping(Gap.STAND_STILL.cash())
            .run(SETTINGS);
    assertTrue(Double.isFinite(run.outcome(Gap.STAND_STILL.cash()).in(LAST).mean()));
  }

  private static double strength(Baseline baseline, String id, FinancialYear year) {
    return baseline.currentLaw().stream()
        .filter(each -> each.id().equals(id))
        .flatMap(each -> each.levers().stream())
        .mapToDouble(lever -> lever.timetable().strength(year))
        .sum();
  }

  @Test
  @DisplayName("of 2012-13 to 2022-23 has no levers, so that nothing of their scores moves")
  void olderYearsHaveNoLevers() {
    for (FinancialYear year : England.baseYears()) {
      Scenario then = Baseline.england(England.evidence(), year).with(FundingRule.CASH_FLAT);
      if (year.compareTo(FinancialYear.parse("2022-23")) <= 0) {
        assertEquals(List.of(), then.levers(), year::toString);
      }
    }
  }

  @Test
  @DisplayName("all together lowers need in the mean, and children in homes")
  void needFalls() {
    Projection run =
        Simulation.of(
                WITH.with(FundingPlan.HEADLINE).named("all"),
                WITHOUT.with(FundingPlan.HEADLINE).named("rest"))
            .keeping(Cost.NEED, Cost.SPENDING, Placement.HOMES.stock())
            .run(SETTINGS);
    Draws need = difference(run, Cost.NEED, LAST);
    assertTrue(need.mean() < -6 * need.meanError());
    double homes = difference(run, Placement.HOMES.stock(), LAST).mean();
    assertTrue(homes < 0, () -> "homes " + homes);
  }
}
