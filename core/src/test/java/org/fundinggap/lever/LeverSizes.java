package org.fundinggap.lever;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.simulation.CentralPath;

/** Sizes of levers by chance, of the order of what they change. */
final class LeverSizes {
  static final String EVIDENCE = "spend-gross";

  /** Lines of which another body may take a share. */
  static final List<CostLine> OF_DEMAND =
      Arrays.stream(CostLine.values()).filter(line -> !line.isBlock()).toList();

  private final Inputs base;
  private final CentralPath central;
  private final Random random;
  private final boolean orZero;

  /** Sizes of which each is zero in half of the draws, or not. */
  LeverSizes(Inputs base, Random random, boolean orZero) {
    this.base = base;
    this.central = CentralPath.of(base);
    this.random = random;
    this.orZero = orZero;
  }

  /** Known, spread out, or zero in some draws, if zero lies between the two. */
  Distribution within(double lower, double upper) {
    double one = lower + random.nextDouble() * (upper - lower);
    double other = lower + random.nextDouble() * (upper - lower);
    if (orZero && upper > 0) {
      return orZero(one == 0 ? upper : one);
    }
    if (!(one < other)) {
      return Distribution.fixed(one);
    }
    boolean nilToo = lower <= 0 && upper >= 0;
    return switch (random.nextInt(nilToo ? 3 : 1)) {
      case 0 -> Distribution.uniform(one, other);
      case 1 -> orZero(one == 0 ? other : one);
      default ->
          one > 0
              ? Distribution.zeroOr(0.5, Distribution.uniform(one, other))
              : Distribution.uniform(one, other);
    };
  }

  private static Distribution orZero(double value) {
    double[] ordered = {Math.min(value, 0), Math.max(value, 0)};
    return Distribution.discrete(ordered, new double[] {0.5, 0.5});
  }

  /** What may be added. */
  Distribution amount(Quantity target) {
    double about = 0.2 * about(target);
    return within(-about, about);
  }

  /** What it may be set to, or kept above or below. */
  Distribution value(Quantity target) {
    double centre = centre(target);
    double about = 0.3 * about(target);
    if (target instanceof Parameter parameter) {
      double lower = Math.max(parameter.lower(), centre - about);
      return within(lower, Math.max(lower, Math.min(parameter.upper(), centre + about)));
    }
    return within(centre - about, centre + about);
  }

  private double centre(Quantity target) {
    return target instanceof Parameter parameter
        ? base.distribution(parameter).mean()
        : central.at((Variable) target, base.years().last());
  }

  private double about(Quantity target) {
    double centre = Math.abs(centre(target));
    if (target instanceof Parameter parameter) {
      double widest = (parameter.upper() - parameter.lower()) / 10;
      double spread = base.distribution(parameter).standardDeviation();
      double least = Math.min(widest, 1) / 10;
      return Math.min(widest, Math.max(least, Math.max(centre, spread)));
    }
    return Math.max(centre, 1e-3);
  }
}
