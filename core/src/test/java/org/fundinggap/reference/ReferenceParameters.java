package org.fundinggap.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.random.Correlation;

/**
 * What a draw's parameters are, from its uniforms, a second time: one draw at a time, as the page
 * of equations says it, by the normal distribution of another library. It shares with the engine
 * only the uniforms and the quantiles of distributions, which are tested elsewhere.
 */
final class ReferenceParameters {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private ReferenceParameters() {}

  /** Every parameter by name, from the uniform of each. */
  static Map<String, Double> of(Inputs inputs, ToDoubleFunction<String> uniform) {
    Map<String, Double> probabilities = new TreeMap<>();
    for (Parameter each : inputs.model().parameters()) {
      probabilities.put(each.name(), uniform.applyAsDouble(each.name()));
    }
    for (Correlation group : inputs.correlations()) {
      if (probabilities.containsKey(group.names().get(0))) {
        probabilities.putAll(together(group, uniform));
      }
    }
    Map<String, Double> values = new TreeMap<>();
    for (Parameter each : inputs.model().parameters()) {
      Distribution distribution = inputs.distribution(each);
      double probability = probabilities.get(each.name());
      values.put(
          each.name(),
          distribution.isFixed() ? distribution.mean() : distribution.quantile(probability));
    }
    return values;
  }

  private static Map<String, Double> together(Correlation group, ToDoubleFunction<String> uniform) {
    List<String> names = group.names();
    double[][] lower = lower(group);
    Map<String, Double> probabilities = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      double normal = 0;
      for (int j = 0; j <= i; j++) {
        double own = NORMAL.inverseCumulativeProbability(uniform.applyAsDouble(names.get(j)));
        normal += lower[i][j] * own;
      }
      probabilities.put(names.get(i), NORMAL.cumulativeProbability(normal));
    }
    return probabilities;
  }

  /** The lower triangle whose product with its mirror image is the matrix. */
  private static double[][] lower(Correlation group) {
    double[][] lower = new double[group.size()][group.size()];
    for (int i = 0; i < group.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double left = group.at(i, j);
        for (int k = 0; k < j; k++) {
          left -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? StrictMath.sqrt(left) : left / lower[j][j];
      }
    }
    return lower;
  }
}
