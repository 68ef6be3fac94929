package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scenario refuses a lever that does not fit it, and says why")
@Tag("medium")
class LeverRefusalTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);

  private static LeverBuilder lever(String name, int start) {
    return Lever.named(name).from(year(start));
  }

  private static Lever more(String name, int start) {
    return lever(name, start).multiply(Referrals.RATE, TENTH, EVIDENCE).build();
  }

  @Test
  void noLeverIsRefused() {
    assertOneProblem(() -> ENGLAND.with("none"), "levers must hold at least one lever, had none");
  }

  @Test
  void nameIsRefused_whenBlank() {
    assertHolds(refusal(() -> ENGLAND.with(" ", more("x", 2026))), "name must not be blank");
  }

  @Test
  @DisplayName("by the name of another, also of one pulled before")
  void namesMustDiffer() {
    String twice = "names of levers must differ, had twice \"x\"; rename one";
    assertOneProblem(() -> ENGLAND.with(more("x", 2026), more("x", 2027)), twice);
    assertOneProblem(() -> ENGLAND.with(more("x", 2026)).with(more("x", 2027)), twice);
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2023, 2000})
  @DisplayName("that starts in the base year or before")
  void startMustFollowTheBaseYear(int start) {
    assertOneProblem(
        () -> ENGLAND.with(more("early", start)),
        "lever \"early\": start must be after the base year 2024-25, whose values are published,"
            + " was "
            + year(start));
  }

  @Test
  @DisplayName(
      "that changes, takes from or is paid for what its model lacks, with the nearest names")
  void targetsMustBeOfTheModel() {
    Variable mistyped = Variable.of("careEntrys", "entries", Unit.NUMBER);
    assertOneProblem(
        () -> ENGLAND.with(lever("x", 2026).multiply(mistyped, TENTH, EVIDENCE).build()),
        "lever \"x\": careEntrys must be in model England, was not",
        "nearest known: careEntrySpread, careEntries, ");
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026).costEach(Payer.PARTNERS, mistyped, TENTH, EVIDENCE).build()),
        "careEntrys must be in model");
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026).move(mistyped, ChildrenInNeed.STARTED, TENTH, EVIDENCE).build()),
        "careEntrys must be in model");
    Parameter growth = FundingStream.core(FundingRule.REAL_FLAT).growth();
    assertOneProblem(
        () -> ENGLAND.with(lever("x", 2026).shift(growth, TENTH, EVIDENCE).build()),
        growth.name() + " must be in model");
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026)
                    .set(
                        FundingStream.core(FundingRule.SCHEDULED).schedule(),
                        Map.of(year(2026), 1.0),
                        PriceBasis.cash(),
                        EVIDENCE)
                    .build()),
        "fundingSchedule.core must be in model");
  }

  @Test
  @DisplayName("of money where the model has no prices, or no totals to add costs to")
  void moneyNeedsPricesAndTotals() {
    Scenario referrals =
        Baseline.referrals(EvidenceBase.load(), YearRange.inclusive(year(2024), year(2030)));
    Lever cost = lever("x", 2026).cost(Payer.PARTNERS, TENTH, EVIDENCE).build();
    assertOneProblem(
        () -> referrals.with(cost),
        "lever \"x\": an own cost in base-year prices needs deflator in model",
        "had none");
    List<String> ofCouncils =
        problems(
            () -> referrals.with(lever("x", 2026).cost(Payer.COUNCILS, TENTH, EVIDENCE).build()));
    assertEquals(3, ofCouncils.size(), ofCouncils.toString());
    assertHolds(ofCouncils.get(1), "a cost to councils needs need in model", "had none");
    assertHolds(ofCouncils.get(2), "a cost to councils needs spending in model");
    List<String> ofShares =
        problems(
            () ->
                referrals.with(
                    lever("x", 2026)
                        .share(CostLine.HOMES, Payer.GOVERNMENT, TENTH, EVIDENCE)
                        .build()));
    assertHolds(ofShares.toString(), "need.homes must be in model", "needs revenueOutturnScope");
    List<String> ofAmounts =
        problems(() -> referrals.with(lever("x", 2026).cap(Cost.NEED, TENTH, EVIDENCE).build()));
    assertHolds(ofAmounts.toString(), "need in base-year prices needs deflator in model");
  }

  @Test
  @DisplayName("that sets what another sets in the same year, but not in other years")
  void settingTwiceIsRefused_inOneYear() {
    Quantity target = SocialWorkCost.AGENCY_PREMIUM;
    Lever one =
        lever("one", 2026)
            .through(year(2028))
            .set(target, Distribution.fixed(9_000), EVIDENCE)
            .build();
    LeverBuilder other =
        Lever.named("other")
            .set(target, Map.of(year(2026), 8_000.0), PriceBasis.real(year(2024)), EVIDENCE);
    Lever rule =
        lever("rule", 2027)
            .rule(target, (x, e, s) -> x - s * e, Distribution.fixed(9), EVIDENCE)
            .build();
    String both = "levers \"one\" and \"other\" must not both set agencyPremium in one year";
    for (int start : new int[] {2026, 2028}) {
      assertOneProblem(
          () -> ENGLAND.with(one, other.from(year(start)).build()),
          both,
          "end one before the other starts");
      assertOneProblem(() -> ENGLAND.with(one).with(other.from(year(start)).build()), both);
    }
    assertOneProblem(
        () -> ENGLAND.with(rule, one),
        "levers \"rule\" and \"one\" must not both set agencyPremium");
    Lever after = other.from(year(2029)).build();
    Scenario inTurn = ENGLAND.with("in turn", one, after);
    LeverRuns.assertSame(
        LeverRuns.alone(inTurn, 1, 50),
        LeverRuns.alone(ENGLAND.with("in turn", after, one), 1, 50));
    assertOneProblem(() -> ENGLAND.with(one.withTimetable(one.timetable()), felt(after)), both);
  }

  @Test
  @DisplayName("that caps in a part of England what another caps, for the order would matter")
  void partialCapsAreRefused() {
    Quantity target = SocialWorkCost.AGENCY_PREMIUM;
    Lever high = lever("a", 2026).cap(target, Distribution.fixed(16_000), EVIDENCE).build();
    Lever low = lever("b", 2026).cap(target, Distribution.fixed(9_000), EVIDENCE).build();
    LeverBuilder half = lever("b", 2026).coverage(0.5);
    Lever partial = half.cap(target, Distribution.fixed(9_000), EVIDENCE).build();
    assertOneProblem(
        () -> ENGLAND.with(high, partial),
        "levers \"a\" and \"b\" must not both partly keep at most agencyPremium in one year");
    assertOneProblem(
        () -> ENGLAND.with(high, low), "lever \"a\" must change something", "beside the other");
    Lever later = low.delayed(2);
    assertEquals(List.of(high, later), ENGLAND.with(high, later).levers());
  }

  /** From 2029 less a year, but felt as late: the effects count, not the costs. */
  private static Lever felt(Lever after) {
    Timetable table = after.timetable();
    return after.withTimetable(
        new Timetable(
            table.start().plus(-2), 0, 1, null, Timetable.from(table.start().plus(-2)).coverage()));
  }

  @Test
  void settingInTwoWaysIsRefused_inOneLever() {
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026)
                    .set(Referrals.RATE, Distribution.fixed(500), EVIDENCE)
                    .set(Referrals.RATE, Map.of(year(2026), 550.0), EVIDENCE)
                    .build()),
        "lever \"x\": must set referralRate in one way, did in two; take one out");
  }

  @Test
  @DisplayName(
      "that leads a parameter out of bounds, or makes negative what was not, in some draws")
  void effectsMustStayInBounds() {
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026)
                    .shift(Cost.INCOME, Distribution.uniform(0.3, 0.49), EVIDENCE)
                    .build()),
        "incomeShare with levers [x] must stay in [0.0, 0.5] share, was 0.",
        "in a draw of 2026-27; give the lever a smaller size");
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2027)
                    .beyondUsual()
                    .shift(Referrals.REFERRALS, Distribution.fixed(-1e6), EVIDENCE)
                    .build()),
        "referrals with levers [x] must stay at least zero, was -",
        "in a draw of 2027-28");
    Lever half =
        lever("half", 2026)
            .move(
                CareEntries.ENTRIES, CareEntries.ASYLUM_ENTRIES, Distribution.fixed(0.7), EVIDENCE)
            .build();
    Lever other =
        lever("other", 2026)
            .move(CareEntries.ENTRIES, CareLeavers.JOINED, Distribution.fixed(0.7), EVIDENCE)
            .build();
    assertOneProblem(
        () -> ENGLAND.with(half, other),
        "careEntries with levers [half, other] must stay at least zero");
  }

  @Test
  @DisplayName("whose rule makes what is no number")
  void rulesMustMakeNumbers() {
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026)
                    .rule(Referrals.RATE, (x, e, s) -> Double.NaN, TENTH, EVIDENCE)
                    .build()),
        "referralRate with levers [x] must stay finite, was NaN");
    Parameter income = Cost.INCOME;
    assertOneProblem(
        () ->
            ENGLAND.with(
                lever("x", 2026).rule(income, (x, e, s) -> Math.sqrt(-e), TENTH, EVIDENCE).build()),
        "incomeShare with levers [x] must stay in [0.0, 0.5] share, was NaN");
  }

  @Test
  @DisplayName("but a logarithm may fall below zero, for it does without levers")
  void logarithmMayBeNegative() {
    Variable deviation = CareEntries.DEVIATION;
    Lever lever = lever("x", 2026).shift(deviation, Distribution.fixed(-0.5), EVIDENCE).build();
    assertEquals(List.of(lever), ENGLAND.with(lever).levers());
  }

  @Test
  @DisplayName("that changes a parameter of the loop from early help, where a gap cuts early help")
  void loopMustStayAsItIs() {
    Scenario cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    for (Parameter target :
        List.of(
            EarlyHelpCuts.GAP_SHARE,
            EarlyHelpCuts.FLOOR,
            EarlyHelp.ELASTICITY_NEED,
            EarlyHelp.ELASTICITY_ENTRIES)) {
      Lever lever = lever("x", 2026).multiply(target, Distribution.fixed(-0.1), EVIDENCE).build();
      assertOneProblem(
          () -> cuts.with(lever),
          "lever \"x\": "
              + target.name()
              + " must stay as it is where a gap cuts early help, for the gain of that loop must be"
              + " shown to be below 1; give the scenario other numbers instead");
    }
    Lever elasticity =
        lever("x", 2026)
            .multiply(EarlyHelp.ELASTICITY_NEED, Distribution.fixed(-0.1), EVIDENCE)
            .build();
    assertEquals(List.of(elasticity), ENGLAND.with(elasticity).levers());
  }

  @Test
  @DisplayName("that changes a variable of that loop, but for more early help of the same kind")
  void variablesOfTheLoopMustStayAsTheyAre() {
    Scenario cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    for (Variable target :
        List.of(EarlyHelp.LEVEL, EarlyHelp.FELT, EarlyHelp.ON_NEED, EarlyHelp.ON_ENTRIES)) {
      Lever lever = lever("x", 2026).multiply(target, Distribution.fixed(0.4), EVIDENCE).build();
      assertOneProblem(
          () -> cuts.with(lever),
          target.name() + " must stay as it is where a gap cuts early help");
    }
    Lever more = lever("x", 2026).shift(EarlyHelp.LEVEL, Distribution.fixed(0.1), EVIDENCE).build();
    assertEquals(List.of(more), cuts.with(more).levers());
  }

  @Test
  @DisplayName("that takes from a parameter of that loop to give to another")
  void moveOutOfTheLoopIsRefused() {
    Scenario cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    Lever lever =
        lever("x", 2026)
            .move(EarlyHelp.ELASTICITY_NEED, Placements.EXIT_LEVEL, TENTH, EVIDENCE)
            .build();
    assertOneProblem(
        () -> cuts.with(lever),
        "earlyHelpElasticityNeed must stay as it is where a gap cuts early help");
    assertEquals(List.of(lever), ENGLAND.with(lever).levers());
  }

  @Test
  @DisplayName(
      "the loop is looked at again with the levers: one that makes it feed on itself is"
          + " refused with the numbers")
  void gainIsCheckedWithLevers() {
    Scenario cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    Lever dearer =
        lever("x", 2026)
            .beyondUsual()
            .multiply(CostLine.SAFEGUARDING.unitCost(), Distribution.fixed(9), EVIDENCE)
            .build();
    assertHolds(
        refusal(() -> cuts.with(dearer)),
        "gain of the loop from early help must be below 1, was ",
        "lower one of the first three or raise the floor");
  }

  @Test
  @DisplayName("all faults of all levers are told at once, under the scenario's name")
  void allProblemsAreReportedAtOnce() {
    FinancialYear base = year(2024);
    Lever early = more("early", base.startYear());
    Variable noSuch = Variable.of("noSuch", "nothing", Unit.NUMBER);
    Lever unknown = lever("unknown", 2026).multiply(noSuch, TENTH, EVIDENCE).build();
    String message = refusal(() -> ENGLAND.with("both", early, unknown));
    assertHolds(
        message,
        "scenario \"both\"",
        "lever \"early\": start",
        "lever \"unknown\": noSuch must be");
  }

  @Test
  @DisplayName("what it accepts is named after both, and kept in the order in which it was given")
  void scenarioIsNamedAfterItsLevers() {
    Scenario one =
        ENGLAND.with(
            more("b", 2026), lever("a", 2026).shift(Funding.FUNDING, TENTH, EVIDENCE).build());
    assertEquals(ENGLAND.name() + " + b + a", one.name());
    assertEquals(List.of("b", "a"), one.levers().stream().map(Lever::name).toList());
    assertHolds(one.description(), ENGLAND.description(), "; levers: b, a");
    assertEquals("mine", ENGLAND.with("mine", more("b", 2026)).name());
    assertEquals(one.levers(), one.named("other").levers());
    assertEquals(List.of(), ENGLAND.levers());
  }
}
