package org.fundinggap.benchmarks.peers;

/** Runs the reference workload by the means of another library; not for sharing by threads. */
@FunctionalInterface
public interface PeerSimulator {
  /** How many years follow the base year. */
  int YEARS = 10;

  /**
   * Works out fresh draws, which follow those of earlier calls.
   *
   * @param gap 10 rows, one for each year after the base year, of as many elements as draws are
   *     wanted; filled with the gap, GBP million
   */
  void fill(double[][] gap);
}
