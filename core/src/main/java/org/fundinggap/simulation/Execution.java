package org.fundinggap.simulation;

import org.fundinggap.internal.Checks;

/**
 * What must not change the answer: the number of threads.
 *
 * @param threads how many threads work, 1 to 1,024
 */
public record Execution(int threads) {
  private static final int MOST_THREADS = 1024;

  /**
   * Checks the number of threads.
   *
   * @param threads as described above
   * @throws IllegalArgumentException if {@code threads} is out of bounds
   */
  public Execution {
    Checks.within(threads, 1, MOST_THREADS, "threads", "use ofAllProcessors() if unsure");
  }

  /**
   * Work on some threads.
   *
   * @param threads how many
   * @return the execution
   */
  public static Execution ofThreads(int threads) {
    return new Execution(threads);
  }

  /**
   * Work on as many threads as there are processors.
   *
   * @return the execution
   */
  public static Execution ofAllProcessors() {
    return new Execution(Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
  }
}
