package org.fundinggap.draws;

import java.util.Locale;

/** A summary in one line, for a console. */
final class SummaryLine {
  private SummaryLine() {}

  static String of(Summary summary) {
    return String.format(
        Locale.ROOT,
        "mean %.6g (s.e. %.2g), p10 %.6g, p50 %.6g, p90 %.6g, of %,d draws",
        summary.mean(),
        summary.meanError(),
        summary.quantile(0.1),
        summary.quantile(0.5),
        summary.quantile(0.9),
        summary.size());
  }
}
