package org.fundinggap.benchmarks;

/** Checks what is given to a benchmark by {@code -p name=value}. */
final class BenchmarkChecks {
  /** The most scenarios that are run together. */
  static final int MOST = 50;

  private BenchmarkChecks() {}

  static void scenarios(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "scenarios must be in [1, " + MOST + "], was " + count + "; write -p scenarios=4, say");
    }
  }

  /** Whether a word is true; any other than true and false is refused. */
  static boolean isTrue(String name, String word) {
    if (!word.equals("true") && !word.equals("false")) {
      throw new IllegalArgumentException(
          name + " must be true or false, was " + word + "; write -p " + name + "=true, say");
    }
    return word.equals("true");
  }
}
