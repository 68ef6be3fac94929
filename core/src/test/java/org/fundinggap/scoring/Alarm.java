package org.fundinggap.scoring;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be wrong with a forecaster, told from scores alone. Each alarm counts cases, and a right
 * forecaster's count is binomial: so it is false at most as often as stated, for any distribution.
 */
enum Alarm {
  TOO_HIGH,
  TOO_LOW,
  TOO_NARROW,
  TOO_WIDE,
  /** Outcomes do not fall evenly into the tenths of their forecasts. */
  UNEVEN;

  private static final int TENTHS = 10;

  /**
   * The alarms raised.
   *
   * @param effective how many independent cases there are
   * @param falseAlarms how often each may be raised of a right forecaster
   */
  static Set<Alarm> of(ScoreSummary scores, double effective, double falseAlarms) {
    EnumSet<Alarm> raised = EnumSet.noneOf(Alarm.class);
    int above = (int) scores.scores().stream().filter(each -> each.error() > 0).count();
    // Each of two opposite alarms has one tail, so the interval leaves out twice the rate.
    Interval tooLow = new Coverage(above, scores.size()).interval(effective, 1 - 2 * falseAlarms);
    raise(raised, tooLow, 0.5, TOO_HIGH, TOO_LOW);
    Band band = Band.FOUR_FIFTHS;
    Interval held = scores.coverage(band).interval(effective, 1 - 2 * falseAlarms);
    raise(raised, held, band.share(), TOO_NARROW, TOO_WIDE);
    int[] tenths = scores.pitHistogram(TENTHS);
    boolean even =
        Arrays.stream(tenths)
            .mapToObj(count -> new Coverage(count, scores.size()))
            .allMatch(
                each -> each.interval(effective, 1 - falseAlarms / TENTHS).contains(1.0 / TENTHS));
    if (!even) {
      raised.add(UNEVEN);
    }
    return raised;
  }

  private static void raise(
      Set<Alarm> raised, Interval interval, double expected, Alarm less, Alarm more) {
    if (interval.upper() < expected) {
      raised.add(less);
    } else if (interval.lower() > expected) {
      raised.add(more);
    }
  }
}
