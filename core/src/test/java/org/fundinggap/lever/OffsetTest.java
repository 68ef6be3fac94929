package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sizes of a lever that belong together")
class OffsetTest {
  private static final String EVIDENCE = "spend-gross";
  private static final String OTHER = "looked-after";
  private static final FinancialYear START = year(2026);
  private static final FinancialYear LAST = year(2030);
  private static final int DRAWS = 200;
  private static final Distribution CHANGE = Distribution.uniform(-0.3, 0.3);
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Projection WITHOUT = LeverRuns.alone(ENGLAND, 1, DRAWS);

  private static LeverBuilder lever() {
    return Lever.named("lever").from(START);
  }

  private static LeverBuilder offset(double left) {
    return lever()
        .multiply(Referrals.REFERRALS, CHANGE, EVIDENCE)
        .offsetBy(ChildrenInNeed.STARTED, Distribution.fixed(left), OTHER);
  }

  private static Projection with(LeverBuilder lever) {
    return LeverRuns.alone(ENGLAND.with("with", lever.build()), 1, DRAWS);
  }

  private static Lever lever(Projection with) {
    return Scenario.leversOf(with.scenarios().get(0)).get(0);
  }

  private static double[] ratio(Projection with, Variable variable, FinancialYear year) {
    double[] after = LeverRuns.values(with, variable, year);
    double[] before = LeverRuns.values(WITHOUT, variable, year);
    double[] ratio = new double[DRAWS];
    Arrays.setAll(ratio, i -> after[i] / before[i]);
    return ratio;
  }

  private static double[] changes(Projection with, double times) {
    Parameter size = lever(with).changes().get(0).sizes().get(0).parameter();
    return Arrays.stream(with.draws("with", size).values()).map(e -> 1 + times * e).toArray();
  }

  @Test
  @DisplayName("are not fixed where nothing would be left to offset")
  void nothingLeft() {
    Scenario with = ENGLAND.with("with", offset(0.2).build());
    Parameter size = with.levers().get(0).changes().get(0).sizes().get(0).parameter();
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> with.fixing(size, -1)).getMessage());
    assertTrue(message.contains("must be above -1"), message);
    assertTrue(message.contains(size.name()), message);
    assertEquals(1, with.fixing(size, -0.9).levers().size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 1})
  @DisplayName("an offset leaves a share of the change of the product, in every draw")
  void offsetLeavesAShareOfTheProduct(double left) {
    Projection with = with(offset(left).ramp(1).coverage(0.6));
    for (int i = 0; i < 3; i++) {
      double strength = i == 0 ? 0.3 : 0.6;
      FinancialYear year = START.plus(i);
      assertArrayEquals(
          changes(with, strength), ratio(with, Referrals.REFERRALS, year), 1e-12, "referrals");
      assertArrayEquals(
          changes(with, strength * left),
          ratio(with, ChildrenInNeed.STARTED, year),
          1e-12,
          "started");
    }
  }

  @Test
  @DisplayName("an offset may be felt later than the change")
  void offsetMayBeLater() {
    Projection with =
        with(
            lever()
                .multiply(Referrals.REFERRALS, CHANGE, EVIDENCE)
                .offsetBy(ChildrenInNeed.STARTED, 2, Distribution.fixed(0.2), OTHER));
    double[] left = {1, 1, 0.2, 0.2};
    for (int i = 0; i < left.length; i++) {
      assertArrayEquals(
          changes(with, left[i]), ratio(with, ChildrenInNeed.STARTED, START.plus(i)), 1e-12);
    }
  }

  @Test
  @DisplayName("an offset with nothing left leaves all behind the product as it was")
  void offsetInFullMovesNothingBehind() {
    Projection with = with(offset(0));
    double[] before = LeverRuns.values(WITHOUT, Placements.LOOKED_AFTER, LAST);
    double[] after = LeverRuns.values(with, Placements.LOOKED_AFTER, LAST);
    assertArrayEquals(before, after, 1e-8);
  }

  @Test
  @DisplayName("an offset that leaves all is silent: it has the bits of the change alone")
  void offsetOfNothingIsSilent() {
    LeverRuns.assertSame(
        with(lever().multiply(Referrals.REFERRALS, CHANGE, EVIDENCE)), with(offset(1)));
  }

  @Test
  @DisplayName("an offset of no change is refused, as any lever that changes nothing")
  void offsetOfNoChangeIsSilent() {
    Lever lever =
        lever()
            .multiply(Referrals.REFERRALS, Distribution.fixed(0), EVIDENCE)
            .offsetBy(ChildrenInNeed.STARTED, Distribution.fixed(0.2), OTHER)
            .build();
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> ENGLAND.with(lever));
    assertTrue(refused.problems().get(0).contains("must change something"), refused::toString);
  }

  @Test
  @DisplayName("an offset names the evidence of the change and of the share")
  void offsetNamesBoth() {
    Change offset = offset(0.2).build().changes().get(1);
    assertEquals(List.of(EVIDENCE, OTHER), offset.origin().evidence());
    assertTrue(offset.mayRaise() != (CHANGE.mean() >= 0));
  }

  @Test
  @DisplayName("a fixed size of a change is fixed in its offset too")
  void fixingReachesTheOffset() {
    Lever lever = offset(0.2).build();
    Parameter size = lever.changes().get(0).size().orElseThrow().parameter();
    Distribution fixed = Distribution.fixed(-0.1);
    Lever after = lever.fixing(size, fixed, Origin.given(OTHER));
    for (Change change : after.changes()) {
      assertTrue(
          change.sizes().stream()
              .anyMatch(each -> each.parameter().equals(size) && each.distribution() == fixed));
    }
  }

  @Test
  @DisplayName("an offset must follow what multiplies another quantity and leaves something of it")
  void offsetsAreRefused() {
    Distribution half = Distribution.fixed(0.5);
    String what = "offset by careEntries must follow what multiplies another quantity";
    assertOneProblem(
        () ->
            lever()
                .cost(Payer.COUNCILS, half, OTHER)
                .offsetBy(CareEntries.ENTRIES, half, OTHER)
                .build(),
        what,
        "followed nothing");
    assertOneProblem(
        () ->
            lever()
                .multiply(CareEntries.ENTRIES, CHANGE, EVIDENCE)
                .offsetBy(CareEntries.ENTRIES, half, OTHER)
                .build(),
        what);
    assertOneProblem(
        () ->
            lever()
                .beyondUsual()
                .multiply(Referrals.REFERRALS, Distribution.fixed(-1), EVIDENCE)
                .offsetBy(CareEntries.ENTRIES, half, OTHER)
                .build(),
        "a change that is offset must leave something");
    assertOneProblem(
        () -> offset(1.5).build(), "size of offset childrenInNeedStarted must be in [0.0, 1.0]");
    assertOneProblem(
        () -> offset(0.5).alsoOffsetBy(ChildrenInNeed.STARTED).build(),
        "must not offset childrenInNeedStarted twice");
    assertOneProblem(
        () ->
            lever()
                .multiply(Referrals.REFERRALS, CHANGE, EVIDENCE)
                .alsoOffsetBy(CareEntries.ENTRIES)
                .build(),
        "alsoOffsetBy careEntries must follow offsetBy, followed multiply referrals");
  }

  @Test
  @DisplayName("a share stands behind an effect and a cost by the same draws")
  void shareStandsBehindEffectAndCost() {
    Projection with =
        with(
            lever()
                .multiply(CareEntries.ENTRIES, Distribution.fixed(-0.2), EVIDENCE)
                .inPart("part", Distribution.uniform(0, 1), OTHER)
                .cost(Payer.GOVERNMENT, Distribution.fixed(100), EVIDENCE)
                .alsoInPart());
    double[] entries = ratio(with, CareEntries.ENTRIES, START);
    double[] paid = LeverRuns.values(with, Payer.GOVERNMENT.cost(), START);
    double[] deflator = LeverRuns.values(with, Inflation.DEFLATOR, START);
    for (int i = 0; i < DRAWS; i++) {
      assertEquals((1 - entries[i]) / 0.2, paid[i] / deflator[i] / 100, 1e-12);
    }
    Lever lever = lever(with);
    assertEquals(List.of(EVIDENCE, OTHER), lever.changes().get(0).origin().evidence());
    assertEquals(
        "careEntries, relative change, times part",
        lever.changes().get(0).describe(quantity -> quantity.name()));
  }

  @Test
  @DisplayName("a divided cost is paid in full by the two together, in every draw")
  void dividedCostIsPaidInFull() {
    Projection with =
        with(
            lever()
                .costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, CHANGE, EVIDENCE)
                .splitWith(Payer.PARTNERS, Distribution.uniform(0.1, 0.6), OTHER));
    double[] councils = LeverRuns.values(with, Payer.COUNCILS.cost(), START);
    double[] partners = LeverRuns.values(with, Payer.PARTNERS.cost(), START);
    double[] deflator = LeverRuns.values(with, Inflation.DEFLATOR, START);
    double[] inNeed = LeverRuns.values(with, ChildrenInNeed.AVERAGE, START);
    OwnCost cost = lever(with).costs().get(0);
    double[] amount = with.draws("with", cost.size()).values();
    for (int i = 0; i < DRAWS; i++) {
      double all = amount[i] * inNeed[i] / 1e6 * deflator[i];
      assertEquals(all, councils[i] + partners[i], 1e-9);
      double share = partners[i] / all;
      assertTrue(share >= 0.1 - 1e-9 && share <= 0.6 + 1e-9, () -> "share " + share);
    }
  }

  @Test
  @DisplayName("shares of what has none, of two at once and of a shared size are refused")
  void sharesAreRefused() {
    Distribution half = Distribution.fixed(0.5);
    assertOneProblem(
        () -> lever().set(Referrals.RATE, half, EVIDENCE).inPart("part", half, OTHER).build(),
        "inPart must follow multiply, shift, move, share or a cost");
    assertOneProblem(
        () -> lever().multiply(Referrals.RATE, CHANGE, EVIDENCE).alsoInPart().build(),
        "alsoInPart must follow inPart");
    assertOneProblem(
        () ->
            lever()
                .multiply(Referrals.RATE, CHANGE, EVIDENCE)
                .inPart("part", half, OTHER)
                .alsoInPart()
                .build(),
        "must not multiply by two shares");
    assertOneProblem(
        () ->
            lever()
                .shift(CareEntries.ENTRIES, half, EVIDENCE)
                .alsoShift(ChildrenInNeed.STARTED)
                .inPart("part", half, OTHER)
                .build(),
        "come before alsoShift");
    assertOneProblem(
        () ->
            lever()
                .cost(Payer.COUNCILS, half, EVIDENCE)
                .splitWith(Payer.COUNCILS, half, OTHER)
                .build(),
        "splitWith councils must follow a cost of another payer");
  }
}
