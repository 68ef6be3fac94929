package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The model knows equations; who pulls a lever knows its name. */
@DisplayName("What the model refuses of a lever is said with the names of lever and scenario")
@Tag("medium")
class LeverNamedTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);

  private static LeverBuilder lever(String name) {
    return Lever.named(name).from(year(2027)).beyondUsual();
  }

  private static Lever costEach(Variable volume) {
    return lever("fee").costEach(Payer.COUNCILS, volume, TENTH, EVIDENCE).build();
  }

  private static final Lever OTHER =
      lever("third").multiply(Referrals.RATE, TENTH, EVIDENCE).build();

  @Test
  @DisplayName("a cost for each of what it changes: which cost, the circle and what to do")
  void circle() {
    for (Variable volume : List.of(Cost.SPENDING, Cost.NEED, Gap.STAND_STILL.cash())) {
      List<String> found = problems(() -> ENGLAND.with("with fee", costEach(volume), OTHER));
      assertEquals(1, found.size(), found.toString());
      assertHolds(
          found.get(0),
          "lever \"fee\": costs Fixed[value=0.1] GBP for each of " + volume.name(),
          "must not rest on what follows from what it changes in the same year, did (",
          "the cycle among",
          "; rest it on what does not follow from it");
      assertFalse(found.get(0).contains("third"), found.get(0));
      assertHolds(refusal(() -> ENGLAND.with("with fee", costEach(volume))), "\"with fee\"");
    }
  }

  @Test
  @DisplayName("a cost for each of what is worked out after it: no talk of moving equations")
  void order() {
    String said = refusal(() -> ENGLAND.with(costEach(Funding.FUNDING)));
    assertHolds(said, "lever \"fee\": costs", "must not rest on what follows from", "L1.need");
    assertFalse(said.contains("move it down"), said);
  }

  @Test
  @DisplayName("a move back to what its source comes from")
  void move() {
    Lever back =
        lever("back").move(CareEntries.ENTRIES, Referrals.REFERRALS, TENTH, EVIDENCE).build();
    assertHolds(
        refusal(() -> ENGLAND.with("s", OTHER, back)),
        "scenario \"s\"",
        "lever \"back\": move referrals by a share of careEntries",
        "must not rest on what follows");
  }

  @Test
  @DisplayName("a rule that throws, with year, value and cause; and one that is not finite")
  void rule() {
    LeverRule failing =
        (value, size, strength) -> {
          throw new ArithmeticException("by zero");
        };
    Lever thrower = lever("mine").rule(Referrals.RATE, failing, TENTH, EVIDENCE).build();
    RuntimeException thrown =
        assertThrows(RuntimeException.class, () -> ENGLAND.with("s", thrower));
    Throwable own = thrown;
    while (own.getCause() != null && !(own.getCause() instanceof ArithmeticException)) {
      own = own.getCause();
    }
    assertHolds(
        String.valueOf(own.getMessage()),
        "rule referralRate, mine must give a number for every value, threw",
        "by zero",
        "in 2027-28 for value",
        "correct the rule");
    assertInstanceOf(ArithmeticException.class, own.getCause());
    Lever infinite =
        lever("mine")
            .rule(Referrals.RATE, (value, size, s) -> Double.POSITIVE_INFINITY, TENTH, EVIDENCE)
            .build();
    assertHolds(
        refusal(() -> ENGLAND.with("s", infinite)),
        "referralRate with levers [mine] must stay finite, was Infinity");
  }

  @Test
  @DisplayName("a floor above the cap of the same lever")
  void floorAboveCap() {
    Distribution low = Distribution.fixed(500);
    Distribution high = Distribution.fixed(600);
    assertHolds(
        refusal(
            () ->
                lever("x")
                    .floor(Referrals.RATE, high, EVIDENCE)
                    .cap(Referrals.RATE, low, EVIDENCE)
                    .build()),
        "lever \"x\"",
        "must not keep at least referralRate Fixed[value=600.0] and at most referralRate"
            + " Fixed[value=500.0], did; swap the two");
    Lever band =
        lever("x").floor(Referrals.RATE, low, EVIDENCE).cap(Referrals.RATE, high, EVIDENCE).build();
    assertEquals(2, band.changes().size());
  }

  @Test
  @DisplayName("sizes beyond anything that is counted, even if they are said to be meant")
  void beyondSense() {
    String bound = "must be in [-1.0E12, 1.0E12]";
    Distribution huge = Distribution.fixed(1e90);
    for (LeverBuilder each :
        List.of(
            lever("x").multiply(Referrals.RATE, huge, EVIDENCE),
            lever("x").shift(Referrals.REFERRALS, huge, EVIDENCE),
            lever("x").set(Referrals.REFERRALS, huge, EVIDENCE),
            lever("x").set(Referrals.REFERRALS, Map.of(year(2027), 1e90), EVIDENCE),
            lever("x").cost(Payer.COUNCILS, Distribution.fixed(-1e100), EVIDENCE))) {
      assertHolds(refusal(each::build), "lever \"x\": 1 problem", bound, "E", "give it in");
    }
  }

  @Test
  @DisplayName("numbers of the scenario that are out of bounds")
  void numbers() {
    assertHolds(
        refusal(() -> ENGLAND.fixing(Cost.SCOPE, 1e6)), "scenario \"real-flat\"", "1000000");
    assertHolds(
        refusal(
            () ->
                ENGLAND.changing(
                    "new", all -> all.toBuilder().parameter(Cost.SCOPE, TENTH).build())),
        "scenario \"new\"");
  }
}
