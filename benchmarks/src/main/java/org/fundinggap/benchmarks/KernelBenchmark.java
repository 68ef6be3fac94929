package org.fundinggap.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.Scratch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one element of the library's own vector kernels takes beside a loop over {@link Math},
 * whose bits may differ between JVMs, and {@link StrictMath}, whose bits may not.
 *
 * <p>Arrays hold 1,024 elements and stay in cache, as a block's columns do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBenchmark.SIZE)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class KernelBenchmark {
  static final int SIZE = 1024;

  private final NormalDistribution normal = new NormalDistribution(null, 0, 1);
  private final double[] growth = uniforms(-0.2, 0.2);
  private final double[] wide = uniforms(-20, 20);
  private final double[] positive = uniforms(0.01, 100);
  private final double[] probabilities = uniforms(0, 1);
  private final double[] out = new double[SIZE];
  private final Scratch scratch = new Scratch();

  private static double[] uniforms(double from, double to) {
    return new SplittableRandom(1).doubles(SIZE, from, to).toArray();
  }

  /**
   * The library's exponential of numbers such as a year's growth.
   *
   * @return the answers
   */
  @Benchmark
  public double[] expOfGrowth() {
    Exp.exp(growth, out, SIZE);
    return out;
  }

  /**
   * The library's exponential of numbers up to 20.
   *
   * @return the answers
   */
  @Benchmark
  public double[] expOfWide() {
    Exp.exp(wide, out, SIZE);
    return out;
  }

  /**
   * The platform's exponential.
   *
   * @return the answers
   */
  @Benchmark
  public double[] expOfMath() {
    for (int i = 0; i < SIZE; i++) {
      out[i] = Math.exp(growth[i]);
    }
    return out;
  }

  /**
   * The platform's reproducible exponential.
   *
   * @return the answers
   */
  @Benchmark
  public double[] expOfStrictMath() {
    for (int i = 0; i < SIZE; i++) {
      out[i] = StrictMath.exp(growth[i]);
    }
    return out;
  }

  /**
   * The library's logarithm.
   *
   * @return the answers
   */
  @Benchmark
  public double[] log() {
    Log.log(positive, out, SIZE, scratch);
    return out;
  }

  /**
   * The platform's logarithm.
   *
   * @return the answers
   */
  @Benchmark
  public double[] logOfMath() {
    for (int i = 0; i < SIZE; i++) {
      out[i] = Math.log(positive[i]);
    }
    return out;
  }

  /**
   * The platform's reproducible logarithm.
   *
   * @return the answers
   */
  @Benchmark
  public double[] logOfStrictMath() {
    for (int i = 0; i < SIZE; i++) {
      out[i] = StrictMath.log(positive[i]);
    }
    return out;
  }

  /**
   * The library's quantile of the standard normal distribution.
   *
   * @return the answers
   */
  @Benchmark
  public double[] normalQuantile() {
    NormalQuantile.quantile(probabilities, out, SIZE, scratch);
    return out;
  }

  /**
   * The same of Commons Math; the platform has none.
   *
   * @return the answers
   */
  @Benchmark
  public double[] normalQuantileOfCommonsMath() {
    for (int i = 0; i < SIZE; i++) {
      out[i] = normal.inverseCumulativeProbability(probabilities[i]);
    }
    return out;
  }
}
