package org.fundinggap.analysis;

import org.fundinggap.distribution.Distribution;
import org.fundinggap.distribution.Fixed;
import org.fundinggap.distribution.LogNormal;
import org.fundinggap.distribution.Normal;
import org.fundinggap.distribution.Triangular;
import org.fundinggap.distribution.TruncatedNormal;
import org.fundinggap.distribution.Uniform;
import org.fundinggap.evidence.Prior;
import org.fundinggap.internal.NumberText;

/** Distributions as readers of tables want them. */
final class DistributionText {

  private DistributionText() {}

  /** A distribution in a phrase. */
  static String of(Distribution distribution) {
    if (distribution instanceof Fixed fixed) {
      return "fixed at " + NumberText.of(fixed.value());
    }
    if (distribution instanceof Normal normal) {
      return "normal, mean "
          + NumberText.of(normal.mean())
          + ", s.d. "
          + NumberText.of(normal.standardDeviation());
    }
    if (distribution instanceof TruncatedNormal cut) {
      return "normal, mean "
          + NumberText.of(cut.location())
          + ", s.d. "
          + NumberText.of(cut.scale())
          + ", cut to "
          + span(cut.lower(), cut.upper());
    }
    if (distribution instanceof LogNormal log) {
      return "log-normal, median "
          + NumberText.of(log.median())
          + ", sigma "
          + NumberText.of(log.sigma());
    }
    if (distribution instanceof Uniform uniform) {
      return "uniform, " + span(uniform.lower(), uniform.upper());
    }
    if (distribution instanceof Triangular triangular) {
      return "triangular, mode "
          + NumberText.of(triangular.mode())
          + ", "
          + span(triangular.lower(), triangular.upper());
    }
    return distribution.toString();
  }

  /** A prior's distribution in a phrase. */
  static String of(Prior prior) {
    String mass =
        prior.massAtZero() > 0
            ? "0 with probability " + NumberText.of(prior.massAtZero()) + ", else "
            : "";
    return mass + spreadOut(prior);
  }

  private static String spreadOut(Prior prior) {
    return switch (prior.distribution()) {
      case FIXED -> "fixed: " + prior.whyFixed();
      case NORMAL ->
          "normal, s.d. "
              + NumberText.of(prior.spread())
              + (Double.isInfinite(prior.lower()) && Double.isInfinite(prior.upper())
                  ? ""
                  : ", cut to " + span(prior.lower(), prior.upper()));
      case TRIANGULAR -> "triangular, " + span(prior.lower(), prior.upper());
      case UNIFORM -> "uniform, " + span(prior.lower(), prior.upper());
    };
  }

  private static String span(double lower, double upper) {
    return "[" + NumberText.of(lower) + ", " + NumberText.of(upper) + "]";
  }
}
