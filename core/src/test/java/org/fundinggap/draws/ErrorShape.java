package org.fundinggap.draws;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.fundinggap.random.Workspace;

/**
 * A number of which everything is known, made of some independent normal inputs: their sum over the
 * root of their number, which is normal too, and a function of that.
 *
 * @param name what it stands for
 * @param inputs how many it is made of
 * @param function of a standard normal, that never falls
 * @param mean the true mean
 */
record ErrorShape(String name, int inputs, DoubleUnaryOperator function, double mean)
    implements ErrorCoverage.Truth {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Above this the third shape is not zero; it is in 69% of draws. */
  private static final double SELDOM = 0.5;

  /** Chosen before any coverage was looked at, and all of them stated. */
  static final List<ErrorShape> ALL =
      List.of(
          new ErrorShape("one input, even", 1, NORMAL::cumulativeProbability, 0.5),
          new ErrorShape("one input, skewed", 1, StrictMath::exp, StrictMath.exp(0.5)),
          new ErrorShape("seven inputs, normal", 7, x -> x, 0),
          new ErrorShape("seven inputs, skewed", 7, StrictMath::exp, StrictMath.exp(0.5)),
          new ErrorShape(
              "three inputs, mostly zero",
              3,
              x -> Math.max(0, x - SELDOM),
              NORMAL.density(SELDOM) - SELDOM * (1 - NORMAL.cumulativeProbability(SELDOM))));

  /** The streams that it is made of. */
  List<StreamId> streams() {
    return IntStream.range(0, inputs)
        .mapToObj(i -> StreamId.ofParameter(name + " " + i, "E92000001"))
        .toList();
  }

  /** So many draws of it. */
  double[] draws(Sampler sampler, int count) {
    double[] sum = new double[count];
    double[] own = new double[count];
    Workspace workspace = new Workspace();
    for (StreamId stream : streams()) {
      sampler.stream(stream).normals(0, own, count, workspace);
      for (int i = 0; i < count; i++) {
        sum[i] += own[i] / Math.sqrt(inputs);
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] = function.applyAsDouble(sum[i]);
    }
    return sum;
  }

  /** The true quantile. */
  @Override
  public double quantile(double probability) {
    return function.applyAsDouble(NORMAL.inverseCumulativeProbability(probability));
  }
}
