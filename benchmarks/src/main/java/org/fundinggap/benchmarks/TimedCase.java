package org.fundinggap.benchmarks;

import java.util.Map;
import org.openjdk.jmh.annotations.Mode;

/**
 * One number that the page wants from each JDK: a benchmark with its parameters.
 *
 * @param key what it is called in {@link Measurements}
 * @param benchmark class and method
 * @param parameters JMH parameters
 * @param mode single shots for runs of a second, averages for nanoseconds
 * @param warmup iterations before those that count
 * @param counted iterations that count
 * @param rounds in how many rounds at most it is run
 */
record TimedCase(
    String key,
    String benchmark,
    Map<String, String> parameters,
    Mode mode,
    int warmup,
    int counted,
    int rounds) {

  /** Runs that take long enough for one to be a measurement. */
  static TimedCase run(
      String key, String benchmark, Map<String, String> parameters, int warmup, int counted) {
    return new TimedCase(
        key, benchmark, parameters, Mode.SingleShotTime, warmup, counted, Integer.MAX_VALUE);
  }

  /** Loops of nanoseconds, many times over. */
  static TimedCase loop(String key, String benchmark, Map<String, String> parameters) {
    return new TimedCase(key, benchmark, parameters, Mode.AverageTime, 4, 3, 3);
  }

  /** The same in a few rounds only. */
  TimedCase inAtMost(int fewer) {
    return new TimedCase(
        key, benchmark, parameters, mode, warmup, counted, Math.min(rounds, fewer));
  }

  /** The same, good for nothing but trying out the machinery. */
  TimedCase quick() {
    return new TimedCase(key, benchmark, parameters, mode, warmup > 2 ? 1 : 0, 1, 1);
  }
}
