package org.fundinggap.simulation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts draws as they are done, and tells the listener of an execution now and then. */
final class Meter {
  private static final long BETWEEN_REPORTS = 500_000_000L;

  private final Execution.@Nullable Reporting reporting;
  private final int limit;
  private final long start;
  private final AtomicInteger done = new AtomicInteger();
  private final ReentrantLock telling = new ReentrantLock();
  private long lastTold;

  Meter(Execution execution, int limit) {
    this.reporting = execution.reporting();
    this.limit = limit;
    this.start = reporting == null ? 0 : reporting.nanoTime().getAsLong();
    this.lastTold = start;
  }

  /** Takes note of a block; whoever comes while another tells goes on with its work. */
  void add(int draws) {
    done.addAndGet(draws);
    if (reporting != null && telling.tryLock()) {
      try {
        long now = reporting.nanoTime().getAsLong();
        if (now - lastTold >= BETWEEN_REPORTS) {
          tell(reporting, now);
        }
      } finally {
        telling.unlock();
      }
    }
  }

  /** Tells how far the run came in the end. */
  void end() {
    if (reporting != null) {
      tell(reporting, reporting.nanoTime().getAsLong());
    }
  }

  private void tell(Execution.Reporting to, long now) {
    lastTold = now;
    to.listener().accept(new Progress(done.get(), limit, Duration.ofNanos(now - start)));
  }
}
