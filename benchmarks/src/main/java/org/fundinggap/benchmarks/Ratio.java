package org.fundinggap.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How many times one time is another, over rounds.
 *
 * @param value the median of the rounds; none if neither was measured
 * @param spread largest less smallest of the rounds, over the median; none as for value
 */
record Ratio(OptionalDouble value, OptionalDouble spread) {
  /** Rounds that lie further apart than this say nothing. */
  static final double MOST_SPREAD = 0.2;

  private static final String NOT_MEASURED = "not measured";

  static Ratio of(Collection<Double> rounds) {
    return new Ratio(Measurements.median(rounds), Measurements.spread(rounds));
  }

  /** Whether the rounds are near enough to each other for their median to be quoted. */
  boolean isMeasured() {
    return value.isPresent() && spread.orElse(0) <= MOST_SPREAD;
  }

  Ratio times(double factor) {
    return value.isEmpty()
        ? this
        : new Ratio(OptionalDouble.of(factor * value.getAsDouble()), spread);
  }

  /**
   * Such as {@code 1.25}, and {@code not measured (45%)} with its spread where rounds lie too far
   * apart; a dash where there is none.
   */
  String text() {
    if (value.isEmpty() || isMeasured()) {
      return Markdown.hundredths(value);
    }
    return String.format(Locale.ROOT, "%s (%s)", NOT_MEASURED, Markdown.percent(spread));
  }
}
