package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Set;
import org.fundinggap.distribution.Distribution;

/**
 * How much, with the evidence that it comes from.
 *
 * @param distribution how much
 * @param evidence ids of figures and priors
 */
record Size(Distribution distribution, Set<String> evidence) {
  /** Points of each factor, in the middle of equal shares of its probability. */
  private static final int POINTS = 256;

  /** Quantiles of a product that are kept. */
  private static final int KEPT = 200;

  Size {
    evidence = ImmutableSet.copyOf(evidence);
  }

  String[] ids() {
    return evidence.toArray(String[]::new);
  }

  /**
   * The product of two independent quantities; exact where the other is fixed at 1. Else the
   * quantiles of all products of 256 middle values of each: within a percent of probability, which
   * is far less than any of these sizes is known by.
   */
  Size times(Size other) {
    Distribution product =
        other.distribution.equals(Distribution.fixed(1))
            ? distribution
            : product(distribution, other.distribution);
    return new Size(product, Sets.union(evidence, other.evidence));
  }

  private static Distribution product(Distribution one, Distribution other) {
    if (one.isFixed() && other.isFixed()) {
      return Distribution.fixed(one.lower() * other.lower());
    }
    double[] products = new double[POINTS * POINTS];
    for (int i = 0; i < POINTS; i++) {
      double factor = one.quantile((i + 0.5) / POINTS);
      for (int j = 0; j < POINTS; j++) {
        products[i * POINTS + j] = factor * other.quantile((j + 0.5) / POINTS);
      }
    }
    Arrays.sort(products);
    double[] probabilities = new double[KEPT + 1];
    double[] values = new double[KEPT + 1];
    for (int k = 0; k <= KEPT; k++) {
      probabilities[k] = (double) k / KEPT;
      values[k] = products[(int) Math.min(products.length - 1, (long) k * products.length / KEPT)];
    }
    return Distribution.ofQuantiles(probabilities, values);
  }
}
