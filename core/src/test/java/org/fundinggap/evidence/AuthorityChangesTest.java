package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.evidence.AuthorityChanges.Change;
import org.fundinggap.evidence.AuthorityChanges.Spending;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes need every authority, which no cut holds. */
@DisplayName("How far spending of authorities follows their children")
@ExtendWith(NeedsWholeFiles.class)
class AuthorityChangesTest {
  private static AuthorityChanges panel() {
    return new AuthorityChanges(PublishedFiles.whole().orElseThrow(), false);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "looked-after-spend-elasticity-1-year, LOOKED_AFTER, 1, false",
    "looked-after-spend-elasticity-3-years, LOOKED_AFTER, 3, false",
    "looked-after-spend-elasticity-falls-1-year, LOOKED_AFTER, 1, true",
    "looked-after-spend-elasticity-falls-3-years, LOOKED_AFTER, 3, true",
    "safeguarding-spend-elasticity-1-year, SAFEGUARDING, 1, true",
    "safeguarding-spend-elasticity-3-years, SAFEGUARDING, 3, true",
    "safeguarding-spend-elasticity-5-years, SAFEGUARDING, 5, true",
  })
  @DisplayName("is what the published rows give, to the digits of the register")
  void registerHoldsElasticities(String id, Spending spending, int years, boolean fallsOnly) {
    List<Change> changes =
        fallsOnly ? panel().fallsOver(spending, years) : panel().over(spending, years);
    ClusteredSlope fit = ClusteredSlope.of(changes);
    Figure figure = PublishedFiles.EVIDENCE.figure(id);
    assertEquals(printed(fit.slope()), figure.value(), fit::toString);
    assertEquals(printed(fit.slope() - 2 * fit.error()), figure.low(), fit::toString);
    assertEquals(printed(fit.slope() + 2 * fit.error()), figure.high(), fit::toString);
    String counts =
        String.format(
            Locale.ROOT,
            "%d authorities, %,d %s; standard error %.2f",
            fit.authorities(),
            fit.changes(),
            fallsOnly ? "falls" : "changes",
            fit.error());
    String note = figure.provenance().note();
    assertTrue(note.startsWith(counts), () -> note + " should start: " + counts);
  }

  @ParameterizedTest(name = "over {0} years")
  @CsvSource({"1, 1-year", "3, 3-years", "5, 5-years"})
  @DisplayName("of safeguarding is also said with the broken returns")
  void noteSaysWhatBrokenReturnsDo(int years, String id) {
    AuthorityChanges all = new AuthorityChanges(panel().files(), true);
    ClusteredSlope fit = ClusteredSlope.of(all.fallsOver(Spending.SAFEGUARDING, years));
    String said =
        String.format(Locale.ROOT, "with broken returns %.2f (%.2f)", fit.slope(), fit.error());
    Figure figure = PublishedFiles.EVIDENCE.figure("safeguarding-spend-elasticity-" + id);
    String note = figure.provenance().note();
    assertTrue(note.contains(said), () -> note + " should say: " + said);
  }

  private static double printed(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
  }

  @Test
  @DisplayName("leaves out authorities by names that are in the file")
  void namesAreInTheFile() {
    Set<String> unknown = new TreeSet<>(AuthorityChanges.LEFT_OUT);
    unknown.removeAll(panel().names());
    assertEquals(Set.of(), unknown);
  }

  /**
   * 135 authorities with 8 changes, less the last of Middlesbrough and Wandsworth, which made no
   * return of 2024-25; for safeguarding also less the years without counts of children in need in
   * Hackney, and less 9 over which the return changed.
   */
  @Test
  @DisplayName("leaves out no change of looked-after spending for its return, 9 of safeguarding")
  void brokenReturnsAreOfSafeguarding() {
    assertEquals(135 * 8 - 2, panel().over(Spending.LOOKED_AFTER, 1).size());
    assertEquals(135 * 8 - 2 - 6 - 9, panel().over(Spending.SAFEGUARDING, 1).size());
  }
}
