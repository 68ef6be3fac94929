package org.fundinggap.distribution;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Identified;
import org.fundinggap.internal.NumberText;

/**
 * A distribution drawn from a table of its quantile function: PERT, beta, gamma, elicited, and any
 * other whose quantile function is given. Quantiles are off by at most 1e-9 (1e-7 where a given
 * function is uneven) of the range from the 5% to the 95% quantile or of the distance from the
 * median, whichever is larger. Those that one draw in a million passes may be off by more, up to
 * 1e-4 at the end; a given function's that one in 50 million passes, by what the function is. Below
 * a probability of 2^-53, where no sampler draws, all quantiles but that of 0 are that of 2^-53.
 *
 * <p>Immutable; equal to another of the same family and parameters or, if made from a function, of
 * the same name and table.
 */
final class Tabulated implements Distribution, Identified {
  /** Of each halving of the distance from an end, how many quantiles of a function are taken. */
  private static final int AN_OCTAVE = 16;

  /** Below 2^-53 no sampler draws. */
  private static final int OCTAVES = 52;

  private final String family;

  /** The numbers that it was asked for with, by name; none for a function. */
  private final ImmutableMap<String, Double> parameters;

  private final Support support;
  private final TableMoments moments;
  private final QuantileTable table;
  private final int hash;

  Tabulated(
      String family,
      ImmutableMap<String, Double> parameters,
      Support support,
      TableMoments moments,
      QuantileTable table) {
    this.family = family;
    // Adding 0.0 turns a negative zero into zero, so that the two are one value.
    this.parameters = ImmutableMap.copyOf(Maps.transformValues(parameters, p -> p + 0.0));
    this.support = support;
    this.moments = moments;
    this.table = table;
    this.hash =
        31 * family.hashCode() + (parameters.isEmpty() ? table : this.parameters).hashCode();
  }

  @Override
  public double quantile(double p) {
    return support.place(table.at(Arguments.probability(p)));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    table.at(u, out, count);
    support.place(out, count);
  }

  @Override
  public double mean() {
    return moments.mean();
  }

  @Override
  public double standardDeviation() {
    return moments.standardDeviation();
  }

  @Override
  public double lower() {
    return support.lower();
  }

  @Override
  public double upper() {
    return support.upper();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Tabulated that
            && hash == that.hash
            && family.equals(that.family)
            && parameters.equals(that.parameters)
            // A function has no parameters, and its ends are not in the table.
            && (!parameters.isEmpty()
                || (support.equals(that.support) && table.equals(that.table))));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  String family() {
    return family;
  }

  ImmutableMap<String, Double> parameters() {
    return parameters;
  }

  /** The family with its parameters, such as {@code pert(0.0, 0.05, 0.2)}. */
  @Override
  public String toString() {
    return parameters.isEmpty()
        ? family
        : parameters.values().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", family + "(", ")"));
  }

  @Override
  public String describe() {
    return parameters.isEmpty()
        ? family + ", " + TableMoments.inWords(this)
        : parameters.entrySet().stream()
            .map(each -> each.getKey() + " " + NumberText.of(each.getValue()))
            .collect(Collectors.joining(", ", family + ", ", ""));
  }

  @Override
  public List<?> identity() {
    return parameters.isEmpty()
        ? List.of(family, parameters, quantiles())
        : List.of(family, parameters);
  }

  /** Of a function: its ends, and from its median towards either end ever more closely. */
  private List<Double> quantiles() {
    List<Double> quantiles = new ArrayList<>(List.of(lower(), upper()));
    for (int octave = 1; octave <= OCTAVES; octave++) {
      for (int step = 0; step < AN_OCTAVE; step++) {
        double p = Math.scalb(1.0 - step / (2.0 * AN_OCTAVE), -octave);
        quantiles.add(quantile(p));
        quantiles.add(quantile(1.0 - p));
      }
    }
    return quantiles;
  }
}
