package org.fundinggap.benchmarks;

import java.util.concurrent.TimeUnit;
import org.fundinggap.benchmarks.peers.Peer;
import org.fundinggap.benchmarks.peers.PeerSimulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long other libraries take for the reference workload: 2^20 draws, one thread, every year's
 * gap of every draw stored. Arrays for the gaps are made once, which is in the peers' favour.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class PeersBenchmark {
  private static final int DRAWS = 1 << 20;

  /** Which library. */
  @Param({"SSJ", "SSJ_FASTEST", "FINMATH", "COMMONS_MATH", "COMMONS_RNG", "XOSHIRO", "L64X128"})
  public Peer peer = Peer.SSJ;

  private final double[][] gap = new double[PeerSimulator.YEARS][DRAWS];
  private PeerSimulator simulator = filled -> {};

  /** Seeds the peer. */
  @Setup
  public void prepare() {
    simulator = peer.simulator(42);
  }

  /**
   * One run.
   *
   * @return every year's gap of every draw, GBP million
   */
  @Benchmark
  public double[][] referenceWorkload() {
    simulator.fill(gap);
    return gap;
  }
}
