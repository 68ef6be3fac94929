package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.hindcast.HorizonGroup;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.scoring.Band;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers on the page are generated; these are the sentences that lean on them. */
@DisplayName("What the page on validation says of past runs")
@Tag("slow")
class ValidationProseTest {
  private static ScoreRow row(Group group, HorizonGroup... horizons) {
    List<ScoredCase> all = TrackRecords.today().of(group, Terms.CASH);
    return ScoreRow.of(
        all.stream().filter(each -> List.of(horizons).contains(each.window().group())).toList());
  }

  private static double held(ScoreRow row) {
    return row.scores().coverage(Band.FOUR_FIFTHS).share();
  }

  @Test
  @DisplayName("bands of 80% held 65 to 90% of each group since 2018-19, eight in ten of spending")
  void bandsHeldWhereTheyWereJudged() {
    for (Group group : Group.values()) {
      double held = held(JudgedTables.judged(each -> each.group() == group));
      assertTrue(held >= 0.65 && held <= 0.9, () -> group + " " + held);
    }
    double spending = held(JudgedTables.judged(each -> each.group() == Group.SPENDING));
    assertEquals(0.8, spending, 0.05);
  }

  @Test
  @DisplayName("some quantities have bands that are too narrow, others too wide")
  void someBandsAreOff() {
    for (String id : List.of("unit-cost-homes", "spending-gross")) {
      assertTrue(held(JudgedTables.judged(each -> each.id().equals(id))) < 0.7, id);
    }
    for (String id : List.of("children-in-need", "plans", "foster")) {
      assertTrue(held(JudgedTables.judged(each -> each.id().equals(id))) > 0.9, id);
    }
  }

  @Test
  @DisplayName("what was spent lay above the medians")
  void spendingWasTooLow() {
    List<ScoredCase> gross = TrackRecords.today().of(Published.named("spending-gross"), Terms.CASH);
    assertTrue(ScoreRow.of(gross).scores().bias() > 0.03);
    long above = gross.stream().filter(each -> each.model().error() > 0).count();
    assertTrue(2 * above > gross.size(), above + " of " + gross.size());
  }

  @Test
  @DisplayName("four years ahead and more there are one to three windows that share no year")
  void farHorizonsHaveFewWindows() {
    assertEquals(3, row(Group.VOLUME, HorizonGroup.FOUR_TO_SIX).windows());
    assertEquals(1, row(Group.VOLUME, HorizonGroup.SEVEN_AND_MORE).windows());
  }
}
