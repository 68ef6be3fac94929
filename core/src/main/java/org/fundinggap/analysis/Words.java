package org.fundinggap.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.fundinggap.evidence.Prior;
import org.fundinggap.random.Distribution;
import org.fundinggap.random.Fixed;
import org.fundinggap.random.LogNormal;
import org.fundinggap.random.Normal;
import org.fundinggap.random.Triangular;
import org.fundinggap.random.TruncatedNormal;
import org.fundinggap.random.Uniform;

/** Numbers and distributions as readers of tables want them. */
final class Words {
  private static final MathContext FOUR_FIGURES = new MathContext(4);
  private static final double SMALL = 1e-6;
  private static final double THOUSAND = 1000;

  private Words() {}

  /** Thousands whole and with separators, anything smaller to four figures. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= THOUSAND || !Double.isFinite(value)) {
      return Double.isInfinite(value) || size < 1e15
          ? String.format(Locale.ROOT, "%,.0f", value)
          : String.format(Locale.ROOT, "%.3e", value);
    }
    if (size < SMALL && size > 0) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_FIGURES).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** To three decimals, with its standard error; what rounds to nothing has no sign. */
  static String share(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text;
  }

  /** A distribution in a phrase. */
  static String shape(Distribution distribution) {
    if (distribution instanceof Fixed fixed) {
      return "fixed at " + number(fixed.value());
    }
    if (distribution instanceof Normal normal) {
      return "normal, mean "
          + number(normal.mean())
          + ", s.d. "
          + number(normal.standardDeviation());
    }
    if (distribution instanceof TruncatedNormal cut) {
      return "normal, mean "
          + number(cut.location())
          + ", s.d. "
          + number(cut.scale())
          + ", cut to "
          + span(cut.lower(), cut.upper());
    }
    if (distribution instanceof LogNormal log) {
      return "log-normal, median " + number(log.median()) + ", sigma " + number(log.sigma());
    }
    if (distribution instanceof Uniform uniform) {
      return "uniform, " + span(uniform.lower(), uniform.upper());
    }
    if (distribution instanceof Triangular triangular) {
      return "triangular, mode "
          + number(triangular.mode())
          + ", "
          + span(triangular.lower(), triangular.upper());
    }
    return distribution.toString();
  }

  /** A prior's distribution in a phrase. */
  static String shape(Prior prior) {
    String mass =
        prior.massAtZero() > 0
            ? "0 with probability " + number(prior.massAtZero()) + ", else "
            : "";
    return mass + spreadOut(prior);
  }

  private static String spreadOut(Prior prior) {
    return switch (prior.distribution()) {
      case FIXED -> "fixed: " + prior.whyFixed();
      case NORMAL ->
          "normal, s.d. "
              + number(prior.spread())
              + (Double.isInfinite(prior.lower()) && Double.isInfinite(prior.upper())
                  ? ""
                  : ", cut to " + span(prior.lower(), prior.upper()));
      case TRIANGULAR -> "triangular, " + span(prior.lower(), prior.upper());
      case UNIFORM -> "uniform, " + span(prior.lower(), prior.upper());
    };
  }

  private static String span(double lower, double upper) {
    return "[" + number(lower) + ", " + number(upper) + "]";
  }
}
