package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.fundinggap.model.Block;
import org.fundinggap.model.Formula;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run that fails")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailureTest {
  private static final int BLOCKS = 40;
  private static final int THREADS = 3;

  /** The threads that ran a formula. */
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  /** Of whole blocks only: the few draws on which a formula is tried first are another test's. */
  private void run(int threads, YearRange years, Formula formula) {
    Formula watched =
        block -> {
          Arrays.fill(block.column(number("x")), 0, block.draws(), 1.0);
          if (block.draws() == Block.SIZE) {
            workers.add(Thread.currentThread());
            formula.apply(block);
          }
        };
    Simulation.of(OneVariable.by(watched, years))
        .on(Execution.ofThreads(threads))
        .run(Settings.of(1, BLOCKS * Block.SIZE));
  }

  /** A pool's thread may need a moment to die after its pool has reported its end. */
  @AfterEach
  void noThreadStaysBehind() throws InterruptedException {
    assertFalse(workers.isEmpty(), "some thread must have run a formula");
    workers.remove(Thread.currentThread());
    for (Thread worker : workers) {
      worker.join(10_000);
      assertFalse(worker.isAlive(), worker + " is still at work");
    }
  }

  private static void waitForInterrupt() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, THREADS})
  @DisplayName("throws with what the formula threw as cause, on one and on several threads")
  void exceptionReachesTheCaller(int threads) {
    RuntimeException fault = new ArithmeticException("no price for 2026-27");
    Formula.Failure thrown =
        assertThrows(
            Formula.Failure.class,
            () ->
                run(
                    threads,
                    years(2024, 2028),
                    block -> {
                      if (block.year().startYear() == 2026) {
                        throw fault;
                      }
                    }));
    assertSame(fault, thrown.getCause());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, THREADS})
  @DisplayName("throws an error as it is, on one and on several threads")
  void errorReachesTheCaller(int threads) {
    Error fault = new AssertionError("stock below zero");
    Error thrown =
        assertThrows(
            Error.class,
            () ->
                run(
                    threads,
                    years(2024, 2025),
                    block -> {
                      throw fault;
                    }));
    assertSame(fault, thrown);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, THREADS})
  @DisplayName("names the equation that reaches for what it does not declare")
  void undeclaredAccessReachesTheCaller(int threads) {
    Formula.Failure thrown =
        assertThrows(
            Formula.Failure.class,
            () -> run(threads, years(2024, 2025), block -> block.column(number("stranger"))));
    assertHolds(String.valueOf(thrown.getMessage()), "equation E1", "stranger", "reads");
  }

  @Test
  @DisplayName("starts no more blocks once one has failed")
  void otherThreadsStop() {
    AtomicBoolean failed = new AtomicBoolean();
    AtomicInteger entered = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    // The other threads are inside a block when the first one fails, and take their time to leave.
    Formula formula =
        block -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("the first block fails");
          }
          entered.incrementAndGet();
          waitForInterrupt();
          Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(100));
          left.incrementAndGet();
        };
    Formula.Failure thrown =
        assertThrows(Formula.Failure.class, () -> run(THREADS, years(2024, 2024), formula));
    assertHolds(String.valueOf(thrown.getMessage()), ": the first block fails");
    assertTrue(entered.get() < THREADS, entered + " blocks were run after the failure");
    assertEquals(entered.get(), left.get(), "blocks still running when the caller is told");
  }

  @Test
  @DisplayName("ends when its caller is interrupted, and says so")
  void interruptEndsTheRun() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    AtomicReference<String> thrown = new AtomicReference<>("nothing thrown");
    Formula formula =
        block -> {
          started.countDown();
          waitForInterrupt();
          done.incrementAndGet();
        };
    Thread caller =
        new Thread(
            () -> {
              try {
                run(THREADS, years(2024, 2024), formula);
              } catch (IllegalStateException interrupted) {
                thrown.set(String.valueOf(interrupted.getMessage()));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    assertTrue(started.await(30, TimeUnit.SECONDS));
    caller.interrupt();
    caller.join(30_000);
    assertFalse(caller.isAlive());
    assertHolds(String.valueOf(thrown.get()), "interrupted before it ended");
    assertTrue(stillInterrupted.get(), "the caller must see that it was interrupted");
    assertTrue(done.get() <= THREADS, done + " blocks were run");
  }

  @Test
  @DisplayName("leaves no thread behind when it succeeds either")
  void successLeavesNoThread() {
    run(THREADS, years(2024, 2025), block -> {});
    assertFalse(workers.contains(Thread.currentThread()), "work must have gone to other threads");
  }
}
