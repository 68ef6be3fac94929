package org.fundinggap.export;

import java.util.List;
import java.util.Optional;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;

/**
 * One number with all that says which number it is. A text that says nothing is empty.
 *
 * @param scenario what it is of, such as {@code real-flat}
 * @param against what it is measured from, of a difference: the baseline, the start of a bridge
 * @param variable the name of the variable, parameter, driver or other thing that it is of
 * @param area such as {@code England}
 * @param year such as {@code 2029-30}, or years such as {@code 2025-26 to 2034-35}
 * @param statistic such as {@code mean}, {@code p10} or {@code mean_error}
 * @param value the number; NaN where it is unknown, which leaves the cell empty
 * @param unit such as {@code GBP million}
 * @param priceBasis such as {@code cash} or {@code real 2024-25}; empty where it is no money
 * @param evidence ids of figures, series and priors, of a number that goes into a model
 */
public record TidyRow(
    String scenario,
    String against,
    String variable,
    String area,
    String year,
    String statistic,
    double value,
    String unit,
    String priceBasis,
    String evidence) {
  private static final String ENGLAND = "England";

  /** A row of a variable. */
  static TidyRow of(
      String scenario, Variable variable, Object year, String statistic, double value) {
    return of(
        scenario,
        variable.name(),
        year,
        statistic,
        value,
        variable.unit().symbol(),
        basis(variable));
  }

  static String basis(Variable variable) {
    return Optional.ofNullable(variable.basis()).map(PriceBasis::toString).orElse("");
  }

  static TidyRow of(
      String scenario,
      String variable,
      Object year,
      String statistic,
      double value,
      String unit,
      String basis) {
    return new TidyRow(
        scenario, "", variable, ENGLAND, year.toString(), statistic, value, unit, basis, "");
  }

  TidyRow against(String other) {
    return new TidyRow(
        scenario, other, variable, area, year, statistic, value, unit, priceBasis, evidence);
  }

  /** The same number in another unit than the other statistics of its variable have. */
  TidyRow in(String otherUnit, String otherBasis) {
    return new TidyRow(
        scenario, against, variable, area, year, statistic, value, otherUnit, otherBasis, evidence);
  }

  TidyRow from(List<String> ids) {
    String all = String.join(" ", ids);
    return new TidyRow(
        scenario, against, variable, area, year, statistic, value, unit, priceBasis, all);
  }
}
