package org.fundinggap.draws;

import java.util.Locale;
import org.fundinggap.internal.NumberText;

/** A summary in one line, for a console. */
final class SummaryLine {
  private SummaryLine() {}

  static String of(Summary summary) {
    return String.format(
        Locale.ROOT,
        "mean %.6g (s.e. %s), p10 %.6g (%s), p50 %.6g (%s), p90 %.6g (%s), of %,d draws",
        summary.mean(),
        NumberText.error(summary.meanError()),
        summary.quantile(0.1),
        NumberText.error(summary.quantileError(0.1)),
        summary.quantile(0.5),
        NumberText.error(summary.quantileError(0.5)),
        summary.quantile(0.9),
        NumberText.error(summary.quantileError(0.9)),
        summary.size());
  }
}
