package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A lever that cannot be is refused when it is built, with everything that is wrong")
class LeverBuilderTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final Distribution LESS = Distribution.fixed(-0.1);

  private static void assertRefused(Consumer<LeverBuilder> change, String... words) {
    LeverBuilder lever = Lever.named("x").from(year(2026));
    change.accept(lever);
    assertOneProblem(lever::build, words);
  }

  /** With something that it does, so that the rest is what is wrong. */
  private static LeverBuilder doing() {
    return Lever.named("x").from(year(2026)).multiply(Referrals.RATE, LESS, EVIDENCE);
  }

  @Test
  void blankNameIsRefused() {
    assertTrue(refusal(() -> Lever.named(" \t")).startsWith("name must not be blank"));
    assertTrue(
        refusal(() -> new Lever("", Timetable.from(year(2026)), List.of(), List.of()))
            .startsWith("name must not be blank"));
  }

  @Test
  @DisplayName("without a start, a change or a cost")
  void allProblemsAreReportedAtOnce() {
    assertEquals(
        List.of(
            "start must be given, was not; say from(year)",
            "lever must change something, had neither a change nor a cost; add one"),
        problems(() -> Lever.named("x").build()));
    assertTrue(
        refusal(() -> new Lever("y", Timetable.from(year(2026)), List.of(), List.of()))
            .contains("lever \"y\" must change something"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.2, Double.NaN, Double.POSITIVE_INFINITY})
  void coverageIsRefused_unlessAShare(double share) {
    assertOneProblem(
        () -> doing().coverage(share).build(), "coverage from 2026-27", "was " + share);
  }

  @Test
  void coverageByYearIsRefused_whenEmpty() {
    assertOneProblem(
        () -> doing().coverage(Map.of()).build(), "coverage must hold at least one year, had none");
  }

  @Test
  void timetableIsRefused_whenItCannotBe() {
    assertOneProblem(() -> doing().ramp(-1).build(), "ramp must be in [0, 100], was -1");
    assertOneProblem(() -> doing().lag(101).build(), "lag must be in [0, 100], was 101");
    assertOneProblem(
        () -> doing().through(year(2025)).build(), "last year must not be before start 2026-27");
  }

  @Test
  @DisplayName("by sizes that would lead out of what makes sense whatever is drawn")
  void sizesAreRefused_outOfBounds() {
    assertRefused(
        lever -> lever.multiply(Referrals.RATE, Distribution.uniform(-1.1, 0), EVIDENCE),
        "size of multiply referralRate must be in [-1.0, Infinity] ratio",
        "was Uniform[lower=-1.1",
        "truncate it or correct its scale");
    assertRefused(
        lever -> lever.set(Cost.INCOME, Distribution.fixed(0.51), EVIDENCE),
        "size of set incomeShare must be in [0.0, 0.5] share");
    assertRefused(
        lever -> lever.cap(Cost.INCOME, Distribution.normal(0.1, 0.1), EVIDENCE),
        "size of at most incomeShare must be in [0.0, 0.5] share");
    assertRefused(
        lever -> lever.floor(Cost.INCOME, Distribution.fixed(-0.1), EVIDENCE),
        "size of at least incomeShare must be in [0.0, 0.5] share");
    assertRefused(
        lever -> lever.shift(Cost.INCOME, Distribution.fixed(0.6), EVIDENCE),
        "size of shift incomeShare must be in [-0.5, 0.5] share");
    assertRefused(
        lever -> lever.move(CareEntries.ENTRIES, CareEntries.ASYLUM_ENTRIES, LESS, EVIDENCE),
        "size of move careEntries to asylumEntries must be in [0.0, 1.0] share");
    assertRefused(
        lever ->
            lever.share(CostLine.HOMES, Payer.PARTNERS, Distribution.uniform(0, 1.01), EVIDENCE),
        "size of share need.homes with partners must be in [0.0, 1.0] share");
  }

  @Test
  @DisplayName("by numbers that are none")
  void notANumberIsRefused() {
    assertTrue(
        refusal(() -> doing().cost(Payer.COUNCILS, Distribution.fixed(Double.NaN), EVIDENCE))
            .contains("NaN"));
    assertTrue(
        refusal(
                () ->
                    doing()
                        .cost(
                            Payer.COUNCILS,
                            Distribution.ofQuantileFunction("none", p -> Double.NaN),
                            EVIDENCE))
            .contains("NaN"));
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertRefused(
          lever ->
              lever.set(Referrals.RATE, Map.of(year(2026), 500.0, year(2027), value), EVIDENCE),
          "referralRate in 2027-28 must be finite, was " + value);
    }
  }

  @Test
  void valuesByYearAreRefused_whenThereAreNone() {
    Map<FinancialYear, Double> none = Map.of();
    assertEquals(
        "values of referralRate must hold at least one year, had none",
        problems(() -> doing().set(Referrals.RATE, none, EVIDENCE).build()).get(0));
  }

  @Test
  @DisplayName("by a target that is drawn anew each year, or a path that is not set by year")
  void targetsAreRefused_unlessParametersOrVariables() {
    for (Quantity target :
        List.of(Workforce.TURNOVER_SHOCK, FundingStream.familiesFirst().schedule())) {
      assertRefused(
          lever -> lever.multiply(target, LESS, EVIDENCE),
          "target of multiply must be a parameter or a variable, was " + target.name(),
          "a path can be set by year");
      assertRefused(
          lever -> lever.cap(target, TENTH, EVIDENCE), "target of at most", target.name());
      assertRefused(lever -> lever.rule(target, (x, e, s) -> x, TENTH, EVIDENCE), "target of rule");
    }
    assertRefused(
        lever -> lever.set(Workforce.TURNOVER_SHOCK, Map.of(year(2026), 0.0), EVIDENCE),
        "target of set by year must be a parameter, a variable or a path, was turnoverShock");
  }

  private static void assertMoveRefused(Quantity from, Quantity to, String problem) {
    assertEquals(problem, problems(() -> doing().move(from, to, TENTH, EVIDENCE).build()).get(0));
  }

  @Test
  @DisplayName("by a move between things that differ in kind, unit or prices")
  void movesAreRefused_unlessAlike() {
    String what = "source and target of a move must be two parameters or two variables, were ";
    assertMoveRefused(Cost.INCOME, CareEntries.ENTRIES, what + "incomeShare and careEntries");
    assertMoveRefused(Cost.INCOME, Cost.INCOME, what + "incomeShare and incomeShare");
    assertMoveRefused(
        Workforce.TURNOVER_SHOCK,
        Workforce.TURNOVER_SHOCK,
        what + "turnoverShock and turnoverShock");
    assertMoveRefused(
        Children.CHILDREN,
        Cost.NEED,
        "source and target of a move must be in one unit, were children in number and need in GBP"
            + " million, cash; multiply one and shift the other");
    assertMoveRefused(
        Cost.INCOME,
        SocialWorkCost.AGENCY_PREMIUM,
        "source and target of a move must be in one unit, were incomeShare in share and"
            + " agencyPremium in GBP per year; multiply one and shift the other");
  }

  @Test
  @DisplayName("by an amount added to another target where none was, or none of its unit")
  void amountIsAddedToAnotherTarget_onlyAfterAShiftOfItsUnit() {
    String what = "alsoShift of childrenInNeedStarted must follow a shift of a target of the same";
    assertEquals(
        what + " unit, number; followed nothing",
        problems(() -> Lever.named("x").from(year(2026)).alsoShift(ChildrenInNeed.STARTED).build())
            .get(0));
    assertOneProblem(
        () -> doing().alsoShift(ChildrenInNeed.STARTED).build(), what, "followed multiply");
    assertOneProblem(
        () ->
            doing()
                .shift(Workforce.NEWLY_QUALIFIED, TENTH, EVIDENCE)
                .alsoShift(ChildrenInNeed.STARTED)
                .build(),
        what,
        "followed shift newlyQualifiedStarters");
    assertOneProblem(
        () ->
            doing()
                .shift(CareEntries.ENTRIES, TENTH, EVIDENCE)
                .alsoShift(CareEntries.ENTRIES)
                .build(),
        "must not shift careEntries twice");
    Lever lever =
        doing()
            .shift(CareEntries.ENTRIES, TENTH, EVIDENCE)
            .alsoShift(ChildrenInNeed.STARTED)
            .build();
    assertEquals(lever.changes().get(1).size(), lever.changes().get(2).size());
    assertEquals(lever.changes().get(1).origin(), lever.changes().get(2).origin());
  }

  @Test
  @DisplayName("by a share of a block line, or one that goes to councils")
  void sharesAreRefused_unlessOfDemandAndToOthers() {
    String what = "a share of a line that follows demand must go from councils to others, was of ";
    assertEquals(
        what + "HOMES to councils; use multiply on a block line's spending and cost(...)",
        problems(() -> doing().share(CostLine.HOMES, Payer.COUNCILS, TENTH, EVIDENCE).build())
            .get(0));
    assertTrue(
        problems(
                () ->
                    doing().share(CostLine.YOUTH_JUSTICE, Payer.PARTNERS, TENTH, EVIDENCE).build())
            .get(0)
            .startsWith(what + "YOUTH_JUSTICE to partners"));
  }

  @Test
  @DisplayName("that does the same to a target twice")
  void sameChangeTwiceIsRefused() {
    assertOneProblem(
        () -> doing().multiply(Referrals.RATE, TENTH, EVIDENCE).build(),
        "must not multiply referralRate twice, did; join the two or make two levers");
    assertOneProblem(
        () ->
            doing()
                .cost(Payer.PARTNERS, TENTH, EVIDENCE)
                .cost(Payer.PARTNERS, LESS, EVIDENCE)
                .build(),
        "must not cost to partners twice");
    assertOneProblem(
        () ->
            doing()
                .costEach(Payer.PARTNERS, ChildrenInNeed.AVERAGE, TENTH, EVIDENCE)
                .costEach(Payer.PARTNERS, ChildrenInNeed.AVERAGE, LESS, EVIDENCE)
                .build(),
        "cost to partners for each of childrenInNeedAverage twice");
  }

  @Test
  @DisplayName("by a number that does not say where it comes from")
  void numbersAreRefused_withoutEvidence() {
    assertRefused(
        lever -> lever.multiply(Referrals.RATE, LESS), "multiply referralRate", "evidence");
    assertRefused(
        lever -> lever.set(Referrals.RATE, Map.of(year(2026), 500.0)), "referralRate", "evidence");
    assertRefused(
        lever -> lever.cost(Payer.COUNCILS, TENTH, EVIDENCE, " "), "cost to councils", "evidence");
    assertRefused(
        lever -> lever.share(CostLine.HOMES, Payer.PARTNERS, TENTH), "need.homes", "evidence");
    assertRefused(
        lever -> lever.move(Placement.HOMES.entryShare(), Placement.FOSTER.entryShare(), TENTH),
        "entryShare.homes",
        "evidence");
    assertRefused(
        lever -> lever.rule(Referrals.RATE, (x, e, s) -> x, TENTH), "referralRate", "evidence");
  }

  @Test
  @DisplayName("many faults are told together, under the lever's name")
  void messageNamesTheLever() {
    String message =
        refusal(
            () ->
                Lever.named("wrong")
                    .from(year(2026))
                    .ramp(-3)
                    .multiply(Referrals.RATE, Distribution.fixed(-2), EVIDENCE)
                    .share(CostLine.OTHER, Payer.GOVERNMENT, TENTH, EVIDENCE)
                    .build());
    assertTrue(message.contains("lever \"wrong\""), message);
    assertTrue(message.contains("ramp must be"), message);
    assertTrue(message.contains("size of multiply referralRate"), message);
    assertTrue(message.contains("a share of a line"), message);
  }

  @Test
  @DisplayName("what is built is data: names, sizes and texts as given, copied")
  void leverIsData() {
    Lever lever = doing().ramp(2).cost(Payer.GOVERNMENT, TENTH, EVIDENCE).build();
    assertEquals("x", lever.name());
    assertEquals(2, lever.timetable().ramp());
    assertEquals(
        "x (from 2026-27, full after 2 years): [multiply referralRate Fixed[value=-0.1]], costs"
            + " [Fixed[value=0.1] GBP million a year, paid by government]",
        lever.toString());
    assertEquals(
        "x: multiply referralRate", lever.changes().get(0).size().orElseThrow().parameter().name());
    assertEquals("x: cost to government", lever.costs().get(0).size().name());
    assertEquals(lever, doing().ramp(2).cost(Payer.GOVERNMENT, TENTH, EVIDENCE).build());
    assertEquals(
        Timetable.from(year(2030)), lever.withTimetable(Timetable.from(year(2030))).timetable());
  }
}
