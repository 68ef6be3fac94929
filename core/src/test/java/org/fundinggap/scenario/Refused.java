package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What a refusal says. */
public final class Refused {
  private Refused() {}

  /** The message with which a call is refused; fails if it is not, or not by a word. */
  public static String message(Executable call) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, call);
    return Objects.requireNonNull(refusal.getMessage(), "a refusal says why");
  }
}
