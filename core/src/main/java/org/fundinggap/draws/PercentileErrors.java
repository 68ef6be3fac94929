package org.fundinggap.draws;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.internal.NumberText;

/** What tables say of the Monte Carlo errors of the percentiles in their rows. */
public final class PercentileErrors {
  private PercentileErrors() {}

  /**
   * One sentence for a whole table whose rows give the error of their mean: how many times as large
   * those of the percentiles are at most, over rows.
   *
   * @param rows what each row is of
   * @param probabilities the percentiles that it gives, each strictly between 0 and 1
   * @return a line, with its end
   */
  public static String note(List<? extends Summary> rows, double... probabilities) {
    List<String> parts = new ArrayList<>();
    for (double probability : probabilities) {
      double most = 0;
      for (Summary row : rows) {
        most = Math.max(most, times(row, probability)); // NaN if any is unknown
      }
      String name = "p" + NumberText.of(100 * probability);
      parts.add(name + (Double.isNaN(most) ? " unknown" : " up to " + NumberText.error(most)));
    }
    return "Monte Carlo standard errors of percentiles, in those of the row's mean: "
        + String.join(", ", parts)
        + ".\n";
  }

  private static double times(Summary row, double probability) {
    double error = row.quantileError(probability);
    return error == 0 ? 0 : error / row.meanError();
  }
}
