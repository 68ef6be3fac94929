package org.fundinggap.simulation;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that do the same work side by side until there is none left. */
final class Workers {
  private Workers() {}

  /** When one thread fails, the others stop at their next block and are gone when this returns. */
  static void run(Runnable work, Runnable leaveNoMoreBlocks, int threads) {
    if (threads == 1) {
      work.run();
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CompletionService<Boolean> workers = new ExecutorCompletionService<>(executor);
    try {
      for (int i = 0; i < threads; i++) {
        workers.submit(work, true);
      }
      for (int i = 0; i < threads; i++) {
        workers.take().get();
      }
    } catch (ExecutionException failure) {
      Throwables.throwIfUnchecked(Objects.requireNonNullElse(failure.getCause(), failure));
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("simulation was interrupted before it ended", interrupted);
    } finally {
      leaveNoMoreBlocks.run();
      executor.shutdownNow();
      Uninterruptibles.awaitTerminationUninterruptibly(executor);
    }
  }
}
