package org.fundinggap.hindcast;

import java.util.Objects;
import java.util.Optional;
import org.fundinggap.internal.Checks;

/**
 * A published claim that cannot be set beside an outturn, and why.
 *
 * @param what who said what
 * @param figure the id of its number, where that is registered
 * @param why what keeps it from being scored
 */
public record UnscoredClaim(String what, Optional<String> figure, String why) {
  /**
   * Checks the text.
   *
   * @param what as described above
   * @param figure as described above
   * @param why as described above
   * @throws IllegalArgumentException if a text is blank
   */
  public UnscoredClaim {
    Checks.notBlank(what, "what");
    Objects.requireNonNull(figure, "figure");
    Checks.notBlank(why, "why");
  }

  static UnscoredClaim of(String figure, String what, String why) {
    return new UnscoredClaim(what, Optional.of(figure), why);
  }

  static UnscoredClaim unregistered(String what, String why) {
    return new UnscoredClaim(what, Optional.empty(), why);
  }
}
