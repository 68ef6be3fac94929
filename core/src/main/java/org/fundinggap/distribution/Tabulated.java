package org.fundinggap.distribution;

import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.internal.Arguments;

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
public final class Tabulated implements Distribution {
  private final String family;
  private final List<Double> parameters;
  private final Support support;
  private final TableMoments moments;
  private final QuantileTable table;
  private final int hash;

  Tabulated(
      String family,
      List<Double> parameters,
      Support support,
      TableMoments moments,
      QuantileTable table) {
    this.family = family;
    // Adding 0.0 turns a negative zero into zero, so that the two are one value.
    this.parameters = parameters.stream().map(p -> p + 0.0).toList();
    this.support = support;
    this.moments = moments;
    this.table = table;
    this.hash =
        31 * family.hashCode() + (parameters.isEmpty() ? table : this.parameters).hashCode();
  }

  /**
   * What kind of distribution it is.
   *
   * @return {@code pert}, {@code beta}, {@code gamma}, {@code elicited}, or the name that a
   *     function was given with
   */
  public String family() {
    return family;
  }

  /**
   * The numbers that it was asked for with.
   *
   * @return the arguments of the method of {@link Distribution} that made it, in its order; empty
   *     for a function; immutable
   */
  public List<Double> parameters() {
    return parameters;
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

  /** The family with its parameters, such as {@code pert(0.0, 0.05, 0.2)}. */
  @Override
  public String toString() {
    return parameters.isEmpty()
        ? family
        : parameters.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", family + "(", ")"));
  }
}
