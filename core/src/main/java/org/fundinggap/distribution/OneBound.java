package org.fundinggap.distribution;

import com.google.common.collect.ImmutableMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.internal.NormalQuantile;

/** Distributions from three quantiles that somebody was asked for, to one side of a bound. */
final class OneBound {
  /*
   * Layout. With y the distance from the bound and z = ln y, z(p) = a1 + (a2 + a3 (p - 1/2)) N(p), where N
   * is the quantile function of the standard normal. It meets the 10%, 50% and 90% quantiles if a1 is that
   * of the median and, in units of the range of z from the 10% to the 90%, a2 = 1 / (2 k) and
   * a3 = (1 - 2 r) / (0.8 k), where k = N(0.9) and r in (0, 1) is the median's place in that range.
   *
   * Reason. Where the median is half-way in ratio it is the lognormal, the usual distribution of a cost or
   * a time; otherwise a skewed one. A logistic in place of the normal has tails so heavy that quantiles
   * that differ nine times have no variance. It rises as long as |a3| / a2 < 1 / 0.628905, the greatest of
   * p - 1/2 + N(p) times the density there.
   *
   * Reference. T. W. Keelin and B. W. Powley, Quantile-Parameterized Distributions, Decision Analysis 8
   * (2011), 206-219: the simple Q-normal, here of a logarithm.
   */
  private static final double K = 1.2815515655446004;

  /** A little inside 1/2 - 0.2 / 0.628905, where the density is zero at a point. */
  private static final double LEAST_PLACE = 0.182;

  private OneBound() {}

  static Distribution above(double lower, double p10, double p50, double p90) {
    Arguments.place(lower, "lower");
    Arguments.place(p90, "p90");
    Arguments.ordered(lower, p10, "lower and p10", "leave the bound out if it can be reached");
    Metalog.rising(p10, p50, p90);
    QuantileTable table =
        table(p10 - lower, p50 - lower, p90 - lower, y -> lower + y, tails -> tails);
    return new Tabulated(
        "elicited",
        ImmutableMap.of("lower", lower, "p10", p10, "p50", p50, "p90", p90),
        new Support(lower, p50 - lower, lower, Double.POSITIVE_INFINITY),
        TableMoments.of("elicited", table).moved(lower, p50 - lower),
        table);
  }

  static Distribution below(double p10, double p50, double p90, double upper) {
    Arguments.place(p10, "p10");
    Arguments.place(upper, "upper");
    Metalog.rising(p10, p50, p90);
    Arguments.ordered(p90, upper, "p90 and upper", "leave the bound out if it can be reached");
    QuantileTable table =
        table(upper - p90, upper - p50, upper - p10, y -> upper - y, OneBound::mirrored);
    return new Tabulated(
        "elicited",
        ImmutableMap.of("p10", p10, "p50", p50, "p90", p90, "upper", upper),
        new Support(upper, upper - p50, Double.NEGATIVE_INFINITY, upper),
        TableMoments.of("elicited", table).moved(upper, upper - p50),
        table);
  }

  /** The table of distances from the bound over the median's. */
  private static QuantileTable table(
      double y10, double y50, double y90, DoubleUnaryOperator placed, UnaryOperator<Tails> turned) {
    double z10 = Log.log(y10 / y50);
    double range = Log.log(y90 / y50) - z10;
    double place = -z10 / range;
    if (!(place >= LEAST_PLACE && place <= 1.0 - LEAST_PLACE)) {
      double one = placed.applyAsDouble(y10 * Exp.exp(LEAST_PLACE * range));
      double other = placed.applyAsDouble(y10 * Exp.exp((1.0 - LEAST_PLACE) * range));
      throw Metalog.infeasible(
          placed.applyAsDouble(y50), Math.min(one, other), Math.max(one, other));
    }
    double a2 = 0.5 / K * range;
    double a3 = (1.0 - 2.0 * place) / (0.8 * K) * range;
    Tails tails =
        new Tails(
            v -> Exp.exp((a2 - a3 * (0.5 - v)) * NormalQuantile.quantile(v)),
            v -> Exp.exp(-(a2 + a3 * (0.5 - v)) * NormalQuantile.quantile(v)));
    return QuantileTableBuilder.build("elicited", turned.apply(tails));
  }

  private static Tails mirrored(Tails tails) {
    return new Tails(v -> -tails.above().applyAsDouble(v), v -> -tails.below().applyAsDouble(v));
  }
}
