package org.fundinggap.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one case in one fresh JVM through JMH. */
final class ForkRunner {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** From this version on the JVM complains of what JMH does, on every start. */
  private static final int FIRST_TO_WARN = 24;

  private static final TimeValue ITERATION = TimeValue.milliseconds(250);

  private ForkRunner() {}

  /**
   * What a fork gave.
   *
   * @param best the best of its counted iterations, in the benchmark's own unit: what else the
   *     machine does can only slow it, and the programs outside of Java report their best too
   * @param allocated bytes an operation
   * @param result all that JMH keeps of it
   */
  record Fork(double best, double allocated, RunResult result) {}

  static Fork run(TimedCase timed, Jdk jdk) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + timed.benchmark().replace(".", "\\.") + "$")
            .jvm(jdk.java().toString())
            .mode(timed.mode())
            .forks(1)
            .warmupIterations(timed.warmup())
            .warmupTime(ITERATION)
            .measurementIterations(timed.counted())
            .measurementTime(ITERATION)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (jdk.feature() >= FIRST_TO_WARN) {
      options.jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow");
    }
    timed.parameters().forEach(options::param);
    Collection<RunResult> results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new RunnerException(
          timed + " must name one benchmark, named " + results.size() + "; give all parameters");
    }
    RunResult result = results.iterator().next();
    double best = Double.POSITIVE_INFINITY;
    for (var fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        best = Math.min(best, iteration.getPrimaryResult().getScore());
      }
    }
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATION);
    return new Fork(best, allocated == null ? Double.NaN : allocated.getScore(), result);
  }
}
