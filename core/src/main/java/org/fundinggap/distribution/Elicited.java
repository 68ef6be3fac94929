package org.fundinggap.distribution;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.internal.NormalQuantile;

/** Distributions from three quantiles that somebody was asked for. */
final class Elicited {
  /*
   * Without bounds, and between two.
   *
   * Layout. With L = ln(p / (1 - p)) the metalog of three terms is M(p) = a1 + (a2 + a3 (p - 1/2)) L. It
   * meets the 10%, 50% and 90% quantiles if a1 is the median and, in units of the range from the 10% to
   * the 90%, a2 = 1 / (2 ln 9) and a3 = (1 - 2 r) / (0.8 ln 9), where r in (0, 1) is the median's place in
   * that range. Between two bounds the same is done to ln((x - lower) / (upper - x)).
   *
   * Reason. It meets the quantiles exactly, whatever their skew up to 1 to 5, in closed form, and its
   * tails are those of a logistic: a little heavier than a normal's, which suits judgement. It rises as
   * long as |a3| / a2 < 1.66711, which 1 / max over p of (p - 1/2 + p (1 - p) L) is.
   *
   * Reference. T. W. Keelin, The Metalog Distributions, Decision Analysis 13 (2016), 243-277.
   */
  private static final double LN_9 = 2.1972245773362196;

  /** A little inside 1/2 - 0.2 * 1.66711, where the density is zero at a point. */
  private static final double LEAST_PLACE = 0.1666;

  /*
   * To one side of a bound.
   *
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
  private static final double NORMAL_90 = 1.2815515655446004;

  /** A little inside 1/2 - 0.2 / 0.628905, where the density is zero at a point. */
  private static final double LEAST_PLACE_OF_ONE = 0.182;

  private Elicited() {}

  static Distribution unbounded(double p10, double p50, double p90) {
    Arguments.place(p10, "p10");
    Arguments.place(p90, "p90");
    rising(p10, p50, p90);
    double range = p90 - p10;
    double place = (p50 - p10) / range;
    if (!isFeasible(place)) {
      throw infeasible(p50, p10 + LEAST_PLACE * range, p90 - LEAST_PLACE * range);
    }
    QuantileTable table = QuantileTableBuilder.build("elicited", tails(0.0, 1.0, place, z -> z));
    return new Tabulated(
        "elicited",
        ImmutableMap.of("p10", p10, "p50", p50, "p90", p90),
        new Support(p50, range, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        TableMoments.of("elicited", table).moved(p50, range),
        table);
  }

  static Distribution bounded(double lower, double p10, double p50, double p90, double upper) {
    Arguments.place(lower, "lower");
    Arguments.place(upper, "upper");
    String fix = "leave the bound out if it can be reached";
    Arguments.ordered(lower, p10, "lower and p10", fix);
    rising(p10, p50, p90);
    Arguments.ordered(p90, upper, "p90 and upper", fix);
    double z10 = logOdds(lower, p10, upper);
    double z50 = logOdds(lower, p50, upper);
    double range = logOdds(lower, p90, upper) - z10;
    double place = (z50 - z10) / range;
    Support support = Support.between(lower, upper);
    if (!isFeasible(place)) {
      double least = support.place(share(z10 + LEAST_PLACE * range));
      double most = support.place(share(z10 + (1.0 - LEAST_PLACE) * range));
      throw infeasible(p50, least, most);
    }
    QuantileTable table =
        QuantileTableBuilder.build("elicited", tails(z50, range, place, Elicited::share));
    return new Tabulated(
        "elicited",
        ImmutableMap.of("lower", lower, "p10", p10, "p50", p50, "p90", p90, "upper", upper),
        support,
        TableMoments.of("elicited", table).moved(lower, upper - lower),
        table);
  }

  static Distribution above(double lower, double p10, double p50, double p90) {
    Arguments.place(lower, "lower");
    Arguments.place(p90, "p90");
    Arguments.ordered(lower, p10, "lower and p10", "leave the bound out if it can be reached");
    rising(p10, p50, p90);
    QuantileTable table =
        oneSided(p10 - lower, p50 - lower, p90 - lower, y -> lower + y, tails -> tails);
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
    rising(p10, p50, p90);
    Arguments.ordered(p90, upper, "p90 and upper", "leave the bound out if it can be reached");
    QuantileTable table =
        oneSided(upper - p90, upper - p50, upper - p10, y -> upper - y, Elicited::mirrored);
    return new Tabulated(
        "elicited",
        ImmutableMap.of("p10", p10, "p50", p50, "p90", p90, "upper", upper),
        new Support(upper, upper - p50, Double.NEGATIVE_INFINITY, upper),
        TableMoments.of("elicited", table).moved(upper, upper - p50),
        table);
  }

  /** The table of distances from the bound over the median's. */
  private static QuantileTable oneSided(
      double y10, double y50, double y90, DoubleUnaryOperator placed, UnaryOperator<Tails> turned) {
    double z10 = Log.log(y10 / y50);
    double range = Log.log(y90 / y50) - z10;
    double place = -z10 / range;
    if (!(place >= LEAST_PLACE_OF_ONE && place <= 1.0 - LEAST_PLACE_OF_ONE)) {
      double one = placed.applyAsDouble(y10 * Exp.exp(LEAST_PLACE_OF_ONE * range));
      double other = placed.applyAsDouble(y10 * Exp.exp((1.0 - LEAST_PLACE_OF_ONE) * range));
      throw infeasible(placed.applyAsDouble(y50), Math.min(one, other), Math.max(one, other));
    }
    double a2 = 0.5 / NORMAL_90 * range;
    double a3 = (1.0 - 2.0 * place) / (0.8 * NORMAL_90) * range;
    Tails tails =
        new Tails(
            v -> Exp.exp((a2 - a3 * (0.5 - v)) * NormalQuantile.quantile(v)),
            v -> Exp.exp(-(a2 + a3 * (0.5 - v)) * NormalQuantile.quantile(v)));
    return QuantileTableBuilder.build("elicited", turned.apply(tails));
  }

  private static Tails mirrored(Tails tails) {
    return new Tails(v -> -tails.above().applyAsDouble(v), v -> -tails.below().applyAsDouble(v));
  }

  private static void rising(double p10, double p50, double p90) {
    String fix = "they are the values below which 10, 50 and 90 of 100 outcomes lie";
    Arguments.ordered(p10, p50, "p10 and p50", fix);
    Arguments.ordered(p50, p90, "p50 and p90", fix);
  }

  private static boolean isFeasible(double place) {
    return place >= LEAST_PLACE && place <= 1.0 - LEAST_PLACE;
  }

  private static IllegalArgumentException infeasible(double p50, double least, double most) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "p50 must be in [%s, %s] for these p10 and p90, was %s; nearer to one of them there is"
                + " no such distribution: ask again, or give more points to"
                + " Distribution.ofQuantiles",
            least,
            most,
            p50));
  }

  /** The two halves of a metalog, each value then put through a rising function. */
  private static Tails tails(
      double median, double range, double place, DoubleUnaryOperator rising) {
    double a2 = 0.5 / LN_9 * range;
    double a3 = (1.0 - 2.0 * place) / (0.8 * LN_9) * range;
    return new Tails(
        v -> rising.applyAsDouble(median + (a2 - a3 * (0.5 - v)) * logOdds(0.0, v, 1.0)),
        v -> rising.applyAsDouble(median - (a2 + a3 * (0.5 - v)) * logOdds(0.0, v, 1.0)));
  }

  private static double logOdds(double lower, double x, double upper) {
    return Log.log((x - lower) / (upper - x));
  }

  /** The number in (0, 1) whose log odds are z. */
  private static double share(double z) {
    double odds = Exp.exp(-Math.abs(z));
    return (z < 0.0 ? odds : 1.0) / (1.0 + odds);
  }
}
