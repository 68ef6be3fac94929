package org.fundinggap.distribution;

import com.google.common.collect.ImmutableMap;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;

/** Families that are drawn from tables: PERT, beta, gamma, and functions. */
final class Families {
  private static final double LEAST_SHAPE = 0.05;
  private static final double LARGEST_SHAPE = 1e4;

  private Families() {}

  static Distribution pert(double lower, double mode, double upper) {
    bounds(lower, upper);
    Checks.within(mode, lower, upper, "mode", "the most likely value lies between the bounds");
    double share = 4.0 * ((mode - lower) / (upper - lower));
    Support support = Support.between(lower, upper);
    return onBounds(
        "pert",
        ImmutableMap.of("lower", lower, "mode", mode, "upper", upper),
        support,
        1.0 + share,
        5.0 - share);
  }

  static Distribution beta(double alpha, double beta, double lower, double upper) {
    shape(alpha, "alpha");
    shape(beta, "beta");
    bounds(lower, upper);
    Support support = Support.between(lower, upper);
    return onBounds(
        "beta",
        ImmutableMap.of("alpha", alpha, "beta", beta, "lower", lower, "upper", upper),
        support,
        alpha,
        beta);
  }

  private static Distribution onBounds(
      String family,
      ImmutableMap<String, Double> parameters,
      Support support,
      double alpha,
      double beta) {
    double sum = alpha + beta;
    double sd = Math.sqrt(alpha * beta / (sum + 1.0)) / sum;
    return new Tabulated(
        family,
        parameters,
        support,
        new TableMoments(alpha / sum, sd).moved(support.location(), support.scale()),
        QuantileTableBuilder.build(family, BetaTail.tails(alpha, beta)));
  }

  static Distribution gamma(double shape, double scale) {
    shape(shape, "shape");
    Arguments.scale(scale, "scale", "it is the mean divided by the shape");
    return new Tabulated(
        "gamma",
        ImmutableMap.of("shape", shape, "scale", scale),
        new Support(0.0, scale, 0.0, Double.POSITIVE_INFINITY),
        new TableMoments(shape * scale, Math.sqrt(shape) * scale),
        QuantileTableBuilder.build("gamma", GammaTail.tails(shape)));
  }

  static Distribution function(String name, DoubleUnaryOperator quantile) {
    Checks.notBlank(name, "name");
    QuantileTable table = QuantileTableBuilder.build(name, Tails.of(quantile));
    double lower = quantile.applyAsDouble(0.0) + 0.0;
    double upper = quantile.applyAsDouble(1.0) + 0.0;
    String fix = "give the end of the support there, infinite if there is none";
    double least = table.at(0x1p-53);
    double most = table.at(1.0 - 0x1p-53);
    Checks.within(lower, Double.NEGATIVE_INFINITY, least, name + " at probability 0", fix);
    Checks.within(upper, most, Double.POSITIVE_INFINITY, name + " at probability 1", fix);
    return new Tabulated(
        name,
        ImmutableMap.of(),
        new Support(0.0, 1.0, lower, upper),
        TableMoments.of(name, table),
        table);
  }

  private static void bounds(double lower, double upper) {
    Arguments.place(lower, "lower");
    Arguments.place(upper, "upper");
    Arguments.ordered(lower, upper, "lower and upper", "use Distribution.fixed for a known value");
  }

  private static void shape(double value, String name) {
    String fix = "use Distribution.normal for larger ones, discrete for smaller ones";
    Checks.within(value, LEAST_SHAPE, LARGEST_SHAPE, name, fix);
  }
}
