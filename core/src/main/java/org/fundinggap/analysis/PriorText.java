package org.fundinggap.analysis;

import org.fundinggap.evidence.Prior;
import org.fundinggap.internal.NumberText;

/** Priors as readers of tables want them. */
final class PriorText {
  private PriorText() {}

  /** A prior's distribution in a phrase, about its central value, which stands apart. */
  static String of(Prior prior) {
    String mass =
        prior.massAtZero() > 0
            ? "0 with probability " + NumberText.of(prior.massAtZero()) + ", else "
            : "";
    return mass + spreadOut(prior);
  }

  private static String spreadOut(Prior prior) {
    String interval = NumberText.interval(prior.lower(), prior.upper());
    return switch (prior.distribution()) {
      case FIXED -> "fixed: " + prior.whyFixed();
      case NORMAL ->
          "normal, s.d. "
              + NumberText.of(prior.spread())
              + (Double.isInfinite(prior.lower()) && Double.isInfinite(prior.upper())
                  ? ""
                  : ", cut to " + interval);
      case TRIANGULAR -> "triangular, " + interval;
      case UNIFORM -> "uniform, " + interval;
    };
  }
}
