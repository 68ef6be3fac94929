package org.fundinggap.quantity;

import java.util.Arrays;
import java.util.stream.Collectors;

/** In what a number is counted. Shares and rates are fractions: 0.05 is 5%. */
public enum Unit {
  /** A count of children, referrals, episodes or areas. */
  NUMBER("number"),
  /** A rate per 10,000 children aged 0 to 17. */
  PER_10_000_CHILDREN("per 10,000 children"),
  /** A rate per 100,000 children. */
  PER_100_000_CHILDREN("per 100,000 children"),
  /** A part of a whole, 0 to 1. */
  SHARE("share"),
  /** Growth a year, in proportion: 0.02 is a factor of 1.02. */
  PER_YEAR("per year"),
  /** Growth or drift a year of a logarithm: 0.02 is a factor of e^0.02. */
  LOG_PER_YEAR("log per year"),
  /** Events for each person and year: at 0.5, e^-0.5 of those at the start are left. */
  HAZARD("hazard per year"),
  /** Pounds. */
  GBP("GBP"),
  /** Millions of pounds. */
  GBP_MILLION("GBP million"),
  /** Pounds a week. */
  GBP_PER_WEEK("GBP per week"),
  /** Pounds a year. */
  GBP_PER_YEAR("GBP per year"),
  /** Pounds an hour. */
  GBP_PER_HOUR("GBP per hour"),
  /** Pounds for each case or event. */
  GBP_EACH("GBP each"),
  /** An index number. */
  INDEX("index"),
  /** Full-time equivalent staff. */
  FTE("FTE"),
  /** Open cases for each case holder. */
  CASES_PER_WORKER("cases per worker"),
  /** Children for each worker. */
  CHILDREN_PER_WORKER("children per worker"),
  /** One quantity divided by another. */
  RATIO("ratio"),
  /** Years. */
  YEARS("years"),
  /** Days. */
  DAYS("days");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /**
   * How the unit is written in the register, in tables and on axes.
   *
   * @return such as {@code GBP million}
   */
  public String symbol() {
    return symbol;
  }

  /**
   * Whether a number in this unit is money and so needs a price basis.
   *
   * @return true for all units in pounds
   */
  public boolean isMoney() {
    return symbol.startsWith("GBP");
  }

  /**
   * Reads a unit as {@link #symbol()} writes it.
   *
   * @param text the text
   * @return the unit
   * @throws IllegalArgumentException if there is no such unit
   */
  public static Unit parse(String text) {
    for (Unit unit : values()) {
      if (unit.symbol.equals(text)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "unit must be one of "
            + Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining("; "))
            + ", was \""
            + text
            + "\"");
  }

  /** The symbol. */
  @Override
  public String toString() {
    return symbol;
  }
}
