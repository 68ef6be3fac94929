package org.fundinggap.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.fundinggap.random.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a draw takes to make, a block of 1,024 at a time: uniforms and normals of a stream, each
 * family of distributions from uniforms that are there, and correlation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class SamplingBenchmark {
  private static final int SIZE = 1024;
  private static final int TOGETHER = 6;

  /** A stream and where it has got to. */
  @State(Scope.Thread)
  public static class Stream {
    private final DrawStream stream =
        Sampler.independent(42).stream(StreamId.ofParameter("benchmark", "E92000001"));
    private final Workspace workspace = new Workspace();
    private final double[] out = new double[SIZE];
    private long firstDraw;
  }

  /** A distribution and uniforms to put through it. */
  @State(Scope.Thread)
  public static class Quantiles {
    /** Which family. */
    @Param({
      "UNIFORM",
      "TRIANGULAR",
      "NORMAL",
      "TRUNCATED_NORMAL",
      "LOG_NORMAL",
      "DISCRETE",
      "ZERO_OR"
    })
    public Family family = Family.UNIFORM;

    private final double[] uniforms = new double[SIZE];
    private final double[] out = new double[SIZE];
    private Distribution distribution = Distribution.fixed(0);

    /** Makes the distribution and the uniforms. */
    @Setup
    public void prepare() {
      distribution = family.distribution();
      Sampler.independent(42)
          .uniforms(StreamId.ofParameter("benchmark", "E92000001"), 0, uniforms, SIZE);
    }
  }

  /** The families of distributions, one example each. */
  public enum Family {
    /** Uniform. */
    UNIFORM,
    /** Triangular. */
    TRIANGULAR,
    /** Normal. */
    NORMAL,
    /** Normal, cut off at both ends. */
    TRUNCATED_NORMAL,
    /** Lognormal. */
    LOG_NORMAL,
    /** Five values. */
    DISCRETE,
    /** Zero or a truncated normal. */
    ZERO_OR;

    Distribution distribution() {
      return switch (this) {
        case UNIFORM -> Distribution.uniform(-1, 1);
        case TRIANGULAR -> Distribution.triangular(0, 1, 3);
        case NORMAL -> Distribution.normal(1, 2);
        case TRUNCATED_NORMAL -> Distribution.truncatedNormal(0, 1, -1, 3);
        case LOG_NORMAL -> Distribution.logNormal(1, 0.2);
        case DISCRETE ->
            Distribution.discrete(
                new double[] {0, 1, 2, 3, 4}, new double[] {0.1, 0.2, 0.4, 0.2, 0.1});
        case ZERO_OR -> Distribution.zeroOr(0.25, Distribution.truncatedNormal(0, 1, 0, 3));
      };
    }
  }

  /** Six rows of normals and their correlation. */
  @State(Scope.Thread)
  public static class Rows {
    private final Correlation correlation = together();
    private final double[][] independent = new double[TOGETHER][SIZE];
    private final double[][] out = new double[TOGETHER][SIZE];

    /** Fills the rows. */
    @Setup
    public void prepare() {
      for (int i = 0; i < TOGETHER; i++) {
        Sampler.independent(42)
            .normals(StreamId.ofParameter("row" + i, "E92000001"), 0, independent[i], SIZE);
      }
    }

    private static Correlation together() {
      List<String> names = IntStream.range(0, TOGETHER).mapToObj(i -> "row" + i).toList();
      double[][] matrix = new double[TOGETHER][TOGETHER];
      for (int i = 0; i < TOGETHER; i++) {
        for (int j = 0; j < TOGETHER; j++) {
          matrix[i][j] = i == j ? 1 : 0.3;
        }
      }
      return Correlation.of(names, matrix);
    }
  }

  /**
   * Uniforms of a stream.
   *
   * @param state the stream
   * @return a block of them
   */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public double[] uniforms(Stream state) {
    state.stream.uniforms(state.firstDraw, state.out, SIZE, state.workspace);
    state.firstDraw += SIZE;
    return state.out;
  }

  /**
   * Normals of a stream.
   *
   * @param state the stream
   * @return a block of them
   */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public double[] normals(Stream state) {
    state.stream.normals(state.firstDraw, state.out, SIZE, state.workspace);
    state.firstDraw += SIZE;
    return state.out;
  }

  /**
   * Draws of a distribution from uniforms.
   *
   * @param state the distribution
   * @return a block of draws
   */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public double[] quantiles(Quantiles state) {
    state.distribution.quantiles(state.uniforms, state.out, SIZE);
    return state.out;
  }

  /**
   * Correlated normals from independent ones, six together; time is for one normal.
   *
   * @param state the rows
   * @return six blocks
   */
  @Benchmark
  @OperationsPerInvocation(TOGETHER * SIZE)
  public double[][] correlation(Rows state) {
    state.correlation.correlate(state.independent, state.out, SIZE);
    return state.out;
  }
}
