package org.fundinggap.simulation;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Threads that do the same work side by side until there is none left. */
final class Workers {
  private static final ThreadFactory THREADS =
      new ThreadFactoryBuilder().setNameFormat("fundinggap-%d").build();

  private Workers() {}

  /** When one thread fails, the others stop at their next block and are gone when this returns. */
  static void run(List<Runnable> work, Runnable leaveNoMoreBlocks) {
    if (work.size() == 1) {
      work.get(0).run();
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(work.size(), THREADS);
    CompletionService<Boolean> workers = new ExecutorCompletionService<>(executor);
    boolean finished = false;
    try {
      for (Runnable each : work) {
        workers.submit(each, true);
      }
      for (int i = 0; i < work.size(); i++) {
        workers.take().get();
      }
      finished = true;
    } catch (ExecutionException failure) {
      Throwables.throwIfUnchecked(Objects.requireNonNullElse(failure.getCause(), failure));
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("simulation was interrupted before it ended")
              .initCause(interrupted);
    } finally {
      if (!finished) {
        leaveNoMoreBlocks.run();
      }
      executor.shutdownNow();
      Uninterruptibles.awaitTerminationUninterruptibly(executor);
    }
  }
}
