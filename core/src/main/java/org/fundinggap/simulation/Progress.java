package org.fundinggap.simulation;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a run is.
 *
 * @param draws how many draws are done
 * @param limit how many there are at most; fewer if a precision is reached first
 * @param elapsed how long it took by the clock of the {@link Execution}
 */
public record Progress(int draws, int limit, Duration elapsed) {

  /**
   * The rate so far.
   *
   * @return draws a second; 0 before the first
   */
  public double drawsPerSecond() {
    double seconds = elapsed.toNanos() * 1e-9;
    return draws == 0 || seconds <= 0 ? 0 : draws / seconds;
  }

  /**
   * How long the rest takes at the rate so far.
   *
   * @return at most; zero at the end, and 292 years (all that a duration holds in nanoseconds)
   *     before anything is known
   */
  public Duration timeLeft() {
    if (draws >= limit) {
      return Duration.ZERO;
    }
    double rate = drawsPerSecond();
    return Duration.ofNanos(rate == 0 ? Long.MAX_VALUE : (long) ((limit - draws) / rate * 1e9));
  }

  /** Such as {@code 102,400 of 1,000,000 draws, 51,200 a second, 17.5 s left}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d draws, %,.0f a second%s",
        draws,
        limit,
        drawsPerSecond(),
        drawsPerSecond() == 0
            ? ""
            : String.format(Locale.ROOT, ", %.1f s left", timeLeft().toNanos() * 1e-9));
  }
}
