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
  @DisplayName("a range of volumes held up to three years ahead, one of money did not")
  void volumesHeldAndMoneyDidNot() {
    assertTrue(held(row(Group.VOLUME, HorizonGroup.ONE)) >= 0.8);
    assertTrue(held(row(Group.VOLUME, HorizonGroup.TWO_TO_THREE)) >= 0.8);
    for (HorizonGroup horizon : HorizonGroup.values()) {
      assertTrue(held(row(Group.SPENDING, horizon)) < 0.7, horizon::toString);
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
