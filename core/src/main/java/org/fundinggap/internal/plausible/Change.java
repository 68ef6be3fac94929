package org.fundinggap.internal.plausible;

import org.fundinggap.internal.NumberText;

/**
 * How far a number may lie from the one of the year before.
 *
 * @param unit of what
 * @param from the least earlier value for which this holds
 * @param factor whether fall and rise are factors, and not differences
 * @param fall the least factor or difference of one year
 * @param rise the greatest
 * @param smallest what smaller values count as, for factors: few children may become many
 * @param broken the same over a break, where something else is counted than before
 */
record Change(
    String unit,
    double from,
    boolean factor,
    double fall,
    double rise,
    double smallest,
    Span broken) {

  /**
   * How far the first value after a break may lie from the last one before it, however many years.
   *
   * @param fall the least factor or difference
   * @param rise the greatest
   */
  record Span(double fall, double rise) {}

  boolean isOf(String other, double earlier) {
    return unit.equals(other) && earlier >= from;
  }

  /** The same rule over a break. */
  Change overBreak() {
    return new Change(unit, from, factor, broken.fall(), broken.rise(), smallest, broken);
  }

  /** Whether a value can follow another, some years later. */
  boolean allows(double earlier, double value, int years) {
    double least = base(earlier);
    double most = least;
    for (int i = 0; i < years; i++) {
      least = factor ? least * fall : least + fall;
      most = factor ? most * rise : most + rise;
    }
    double counted = base(value);
    return counted >= least && counted <= most;
  }

  private double base(double value) {
    return factor ? Math.max(value, smallest) : value;
  }

  /** Such as {@code from 0.68 to 2.7 times}. */
  String words() {
    String range = "from " + NumberText.exact(fall) + " to " + NumberText.exact(rise);
    return factor ? range + " times" : "by " + range + " away from";
  }
}
