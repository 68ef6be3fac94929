package org.fundinggap.simulation;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fundinggap.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What must not change the answer: how many threads work, who is told how far they are, and when to
 * stop early. A run that is stopped holds fewer draws, each with the bits of the whole. Immutable.
 */
public final class Execution {
  private static final int MOST_THREADS = 1024;

  private final int threads;
  private final @Nullable Reporting reporting;
  private final BooleanSupplier stop;

  /** To whom progress is told, by whose clock. */
  record Reporting(Consumer<Progress> listener, LongSupplier nanoTime) {}

  private Execution(int threads, @Nullable Reporting reporting, BooleanSupplier stop) {
    Checks.within(threads, 1, MOST_THREADS, "threads", "use ofAllProcessors() if unsure");
    this.threads = threads;
    this.reporting = reporting;
    this.stop = stop;
  }

  /**
   * Work on some threads.
   *
   * @param threads how many, 1 to 1,024
   * @return the execution
   * @throws IllegalArgumentException if {@code threads} is out of bounds
   */
  public static Execution ofThreads(int threads) {
    return new Execution(threads, null, () -> false);
  }

  /**
   * Work on as many threads as there are processors.
   *
   * @return the execution
   */
  public static Execution ofAllProcessors() {
    return ofThreads(Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
  }

  /**
   * The same, telling someone how far the run is: about twice a second, and when it ends.
   *
   * @param listener is told, by one thread at a time; what it throws ends the run
   * @param nanoTime the clock, as the library reads none itself: {@code System::nanoTime}
   * @return the execution
   */
  public Execution reporting(Consumer<Progress> listener, LongSupplier nanoTime) {
    Objects.requireNonNull(listener, "listener must be given, was null; leave reporting out");
    Objects.requireNonNull(nanoTime, "nanoTime must be given, was null; use System::nanoTime");
    return new Execution(threads, new Reporting(listener, nanoTime), stop);
  }

  /**
   * The same, asking before each block of 1,024 draws whether to stop. What has been run until then
   * is the result: the first draws of the whole, with the same bits.
   *
   * @param condition true to stop; asked by several threads, perhaps at once, and by none again
   *     once all have heard that it was true
   * @return the execution
   */
  public Execution stoppingWhen(BooleanSupplier condition) {
    Objects.requireNonNull(condition, "condition must be given, was null; leave stoppingWhen out");
    return new Execution(threads, reporting, condition);
  }

  /**
   * How many threads work.
   *
   * @return 1 to 1,024
   */
  public int threads() {
    return threads;
  }

  @Nullable Reporting reporting() {
    return reporting;
  }

  boolean wantsToStop() {
    return stop.getAsBoolean();
  }

  /** The number of threads. */
  @Override
  public String toString() {
    return "Execution[threads=" + threads + "]";
  }
}
