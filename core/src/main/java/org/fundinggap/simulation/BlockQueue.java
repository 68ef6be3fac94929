package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;

/**
 * Hands out a stretch of blocks, one after the other, to workers that keep their columns from block
 * to block. It may be run a piece at a time, to look at results in between.
 */
final class BlockQueue {
  private final Execution execution;
  private final ImmutableList<BlockWorker> workers;
  private final int end;
  private final IntUnaryOperator order;
  private final Meter meter;

  /** Number of the next block to hand out. */
  private final AtomicInteger next;

  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Prepares one worker a thread.
   *
   * @param settings seeds and draws of the whole run
   * @param inputs the scenarios
   * @param sinks gives each worker sinks of its own, one a scenario
   * @param stretch which draws to run
   * @param execution threads, reporting and stopping
   * @param order which block is run when a block's turn comes; results must not depend on it
   */
  BlockQueue(
      Settings settings,
      List<Inputs> inputs,
      Supplier<? extends List<? extends Sink>> sinks,
      DrawRange stretch,
      Execution execution,
      IntUnaryOperator order) {
    this.execution = execution;
    this.end = stretch.end();
    this.order = order;
    this.next = new AtomicInteger(stretch.first() / Block.SIZE);
    this.meter = new Meter(execution, stretch.size());
    Chance chance = Chance.of(settings);
    List<BlockWorker> all = new ArrayList<>();
    for (int i = 0; i < Math.min(execution.threads(), stretch.blocks()); i++) {
      all.add(new BlockWorker(chance, inputs, sinks.get()));
    }
    this.workers = ImmutableList.copyOf(all);
  }

  /**
   * Runs on up to a draw, or until the execution wants to stop.
   *
   * @param draw a multiple of the block size, or the end of the stretch
   * @return number of the draw after the last that is done
   */
  int to(int draw) {
    int lastBlock = (Math.min(draw, end) + Block.SIZE - 1) / Block.SIZE;
    List<Runnable> work = new ArrayList<>();
    for (BlockWorker worker : workers) {
      work.add(() -> runBlocks(worker, lastBlock));
    }
    Workers.run(work, () -> stopped.set(true));
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
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("simulation was interrupted before it ended");
      }
      if (execution.wantsToStop()) {
        stopped.set(true);
        return;
      }
      int block = next.getAndUpdate(i -> i < lastBlock ? i + 1 : i);
      if (block >= lastBlock) {
        return;
      }
      int first = order.applyAsInt(block) * Block.SIZE;
      int draws = Math.min(Block.SIZE, end - first);
      worker.run(first, draws);
      meter.add(draws);
    }
  }
}
