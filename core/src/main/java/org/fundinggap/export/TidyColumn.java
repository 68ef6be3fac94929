package org.fundinggap.export;

import java.util.Locale;
import java.util.function.Function;

/** The columns of a tidy table, in their order. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum TidyColumn {
  SCENARIO("scenario", "what the number is of", TidyRow::scenario),
  AGAINST("against", "what it is measured from, of a difference", TidyRow::against),
  VARIABLE("variable", "the variable, parameter or driver that it is of", TidyRow::variable),
  AREA("area", "the area", TidyRow::area),
  YEAR("year", "the financial year, April to March, or years", TidyRow::year),
  STATISTIC(
      "statistic",
      "mean, sd, p10 and so on; what ends in _error is a Monte Carlo standard error",
      TidyRow::statistic),
  VALUE("value", "the number; empty where it is unknown", TidyColumn::number),
  UNIT("unit", "its unit", TidyRow::unit),
  PRICE_BASIS("price basis", "cash, or real in prices of a year", TidyRow::priceBasis),
  EVIDENCE("evidence", "where a number that goes into a model comes from", TidyRow::evidence);

  private final String title;
  private final String description;
  private final Function<TidyRow, String> cell;

  TidyColumn(String title, String description, Function<TidyRow, String> cell) {
    this.title = title;
    this.description = description;
    this.cell = cell;
  }

  /** As the header of the file writes it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  String cell(TidyRow row) {
    return cell.apply(row);
  }

  boolean isNumber() {
    return this == VALUE;
  }

  /** Whether no row leaves it empty. */
  boolean isRequired() {
    return this == SCENARIO || this == VARIABLE || this == AREA || this == STATISTIC;
  }

  /** Whether it is among those that tell a row from all others of its table. */
  boolean isKey() {
    return compareTo(STATISTIC) <= 0;
  }

  /** The shortest text that reads back as the same double. */
  private static String number(TidyRow row) {
    return Double.isNaN(row.value()) ? "" : Double.toString(row.value()).replace("Infinity", "INF");
  }
}
