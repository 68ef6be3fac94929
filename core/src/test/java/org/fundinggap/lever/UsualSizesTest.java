package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
    "A size that is more likely a slip of its unit is refused unless it is said to be meant")
class UsualSizesTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);

  private static LeverBuilder lever() {
    return Lever.named("x").from(year(2025));
  }

  private static Distribution fixed(double value) {
    return Distribution.fixed(value);
  }

  /** Refused, by these words, and taken by a lever that says that it is meant. */
  private static void assertDoubted(Consumer<LeverBuilder> change, String... parts) {
    assertOneProblem(
        () -> {
          LeverBuilder lever = lever();
          change.accept(lever);
          ENGLAND.with(lever.build());
        },
        parts);
    LeverBuilder meant = lever().beyondUsual();
    change.accept(meant);
    assertEquals(List.of(), LeverTrial.unusual(ENGLAND.inputs(), List.of(meant.build())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 0.9, 0.8, 1.1, -0.95})
  void relativeChangeIsNoPercentageAndNoFactor(double change) {
    assertOneProblem(
        () -> lever().multiply(CareEntries.ENTRIES, fixed(change), EVIDENCE).build(),
        "size of multiply careEntries must be within -0.9 (90% less) and 0.5 (50% more)",
        String.valueOf(change),
        "write 0.1 for 10% more, and -0.1 for 10% less or x 0.9; if it is meant, say"
            + " beyondUsual()");
    lever().multiply(CareEntries.ENTRIES, fixed(change), EVIDENCE).beyondUsual().build();
  }

  @Test
  @DisplayName("usual ones are taken, at their bounds too")
  void usualSizesAreTaken() {
    lever().multiply(CareEntries.ENTRIES, Distribution.uniform(-0.9, 0.5), EVIDENCE).build();
    Lever lever =
        lever()
            .set(CareEntries.ENTRIES, fixed(30_000), EVIDENCE)
            .shift(Funding.FUNDING, fixed(3_000), EVIDENCE)
            .cost(Payer.COUNCILS, fixed(900), EVIDENCE)
            .build();
    assertEquals(List.of(), LeverTrial.unusual(ENGLAND.inputs(), List.of(lever)));
  }

  @Test
  @DisplayName("children in thousands, and thousands of thousands")
  void children() {
    String[] words = {
      "set of careEntries must be within a factor of 10 of its central path",
      "write 82000 for 82 thousand; if it is meant, say beyondUsual()"
    };
    assertDoubted(lever -> lever.set(CareEntries.ENTRIES, fixed(32), EVIDENCE), words);
    assertDoubted(lever -> lever.set(CareEntries.ENTRIES, fixed(32e6), EVIDENCE), words);
    assertDoubted(
        lever -> lever.known(Placements.LOOKED_AFTER, Map.of(year(2025), 82.0), EVIDENCE),
        "known of lookedAfter must be within a factor of 10",
        "was 82.00; write 82000");
    assertDoubted(
        lever -> lever.cap(Referrals.REFERRALS, fixed(600), EVIDENCE), "at most of referrals");
    assertDoubted(
        lever -> lever.floor(Referrals.REFERRALS, fixed(6e8), EVIDENCE), "at least of referrals");
    assertDoubted(
        lever -> lever.shift(CareEntries.ENTRIES, fixed(82_000), EVIDENCE),
        "shift of careEntries must be at most",
        "was 8.200e+04");
  }

  @Test
  @DisplayName("pounds for millions, and millions for pounds")
  void money() {
    assertDoubted(
        lever -> lever.shift(Funding.FUNDING, fixed(100e6), EVIDENCE),
        "shift of funding must be at most",
        "GBP million, was 1.000e+08; write 100 for GBP 100 million");
    assertDoubted(
        lever -> lever.set(Funding.FUNDING, Map.of(year(2025), 14e9), PriceBasis.cash(), EVIDENCE),
        "set by year of funding must be within a factor of 10");
    assertDoubted(
        lever -> lever.cost(Payer.GOVERNMENT, fixed(100e6), EVIDENCE),
        "cost to government must be at most",
        "write 100 for GBP 100 million");
    assertDoubted(
        lever -> lever.costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, fixed(1e6), EVIDENCE),
        "cost to councils for each must be at most",
        "write pounds");
  }
}
