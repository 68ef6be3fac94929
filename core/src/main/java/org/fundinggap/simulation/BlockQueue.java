package org.fundinggap.simulation;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoublePredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.fundinggap.model.Block;
import org.fundinggap.model.Option;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a stretch of blocks, one after the other, to workers that keep their columns from block
 * to block. It may be run a piece at a time, to look at results in between.
 */
final class BlockQueue {
  /** Enough for what a formula does in every draw; a block of them takes a third of a whole one. */
  private static final int TRIAL_DRAWS = 32;

  private final Execution execution;
  private final ImmutableList<BlockWorker> workers;
  private final int first;
  private final int end;
  private final IntUnaryOperator order;
  private final Meter meter;

  /** Number of the next block to hand out. */
  private final AtomicInteger next;

  /** Whether equations that were never watched before were watched in a few draws. */
  private boolean isTried;

  private final AtomicBoolean stopped = new AtomicBoolean();

  /** What went wrong in the first of the blocks in which something did, so far. */
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  private record Failure(int block, Throwable thrown) {}

  /**
   * Prepares one worker a thread.
   *
   * @param settings seeds and draws of the whole run
   * @param options the scenarios
   * @param sinks gives each worker sinks of its own, one a scenario
   * @param stretch which draws to run
   * @param execution threads, reporting and stopping
   * @param order which block is run when a block's turn comes; results must not depend on it
   */
  BlockQueue(
      Settings settings,
      List<? extends Option> options,
      Supplier<? extends List<? extends Sink>> sinks,
      DrawRange stretch,
      Execution execution,
      IntUnaryOperator order) {
    this.execution = execution;
    this.first = stretch.first();
    this.end = stretch.end();
    this.order = order;
    this.next = new AtomicInteger(stretch.first() / Block.SIZE);
    this.meter = new Meter(execution, stretch.size());
    Chance chance = Chance.of(settings);
    List<BlockWorker> all = new ArrayList<>();
    for (int i = 0; i < Math.min(execution.threads(), stretch.blocks()); i++) {
      all.add(new BlockWorker(chance, options, sinks.get()));
    }
    this.workers = ImmutableList.copyOf(all);
  }

  /** Before other threads begin: a formula that keeps something must be caught whatever they do. */
  private void tryOut() {
    if (!isTried && !workers.isEmpty()) {
      workers.get(0).tryOut(first, Math.min(TRIAL_DRAWS, end - first));
      isTried = true;
      requireNoInterrupt();
    }
  }

  /** Watches every equation of every block, and refuses some of the numbers that they may write. */
  BlockQueue watching(DoublePredicate refused) {
    tryOut();
    workers.forEach(worker -> worker.watch(refused));
    return this;
  }

  /**
   * Runs on up to a draw, or until the execution wants to stop.
   *
   * @param draw a multiple of the block size, or the end of the stretch
   * @return number of the draw after the last that is done
   */
  int to(int draw) {
    tryOut();
    int lastBlock = (Math.min(draw, end) + Block.SIZE - 1) / Block.SIZE;
    List<Runnable> work = new ArrayList<>();
    for (BlockWorker worker : workers) {
      work.add(() -> runBlocks(worker, lastBlock));
    }
    try {
      Workers.run(work, () -> stopped.set(true));
    } catch (RuntimeException | Error any) {
      // Blocks are handed out in order and end before this: the first that fails is always known.
      Failure earliest = failure.get();
      if (earliest != null) {
        Throwables.throwIfUnchecked(earliest.thrown);
      }
      throw any;
    }
    return Math.min(end, next.get() * Block.SIZE);
  }

  /** Whether the execution wanted to stop. */
  boolean isStopped() {
    return stopped.get();
  }

  /** Says that no more is run. */
  void end() {
    meter.end();
  }

  private void runBlocks(BlockWorker worker, int lastBlock) {
    while (!stopped.get() && next.get() < lastBlock) {
      requireNoInterrupt();
      if (execution.wantsToStop()) {
        stopped.set(true);
        return;
      }
      int block = next.getAndUpdate(i -> i < lastBlock ? i + 1 : i);
      if (block >= lastBlock) {
        return;
      }
      int start = order.applyAsInt(block) * Block.SIZE;
      int draws = Math.min(Block.SIZE, end - start);
      run(block, () -> worker.run(start, draws));
      meter.add(draws);
    }
  }

  private static void requireNoInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("simulation was interrupted before it ended");
    }
  }

  /** Notes a failure with the block's place in the order. */
  private void run(int block, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error thrown) {
      Failure here = new Failure(block, thrown);
      failure.accumulateAndGet(here, (a, b) -> a != null && a.block < block ? a : here);
      stopped.set(true);
      throw thrown;
    }
  }
}
