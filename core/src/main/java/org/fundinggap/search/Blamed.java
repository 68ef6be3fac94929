package org.fundinggap.search;

/** What a caller's own code threw in a search, with what it was asked for. */
final class Blamed {
  private Blamed() {}

  /**
   * A failure of the caller's code, with where it happened.
   *
   * @param where what was asked for, at which value or in which scenario, and what to do
   * @param thrown what came; kept as the cause
   * @return an {@code IllegalArgumentException} if one came, else an {@code IllegalStateException}
   */
  static RuntimeException on(String where, RuntimeException thrown) {
    String message = where + ": " + (thrown.getMessage() == null ? thrown : thrown.getMessage());
    return thrown instanceof IllegalArgumentException
        ? new IllegalArgumentException(message, thrown)
        : new IllegalStateException(message, thrown);
  }
}
