package org.fundinggap.policy;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;

/**
 * How much of a provision is in force in a year: nothing before its day, then more in equal steps,
 * read at 30 September, the middle of the financial year, when social workers are counted.
 *
 * @param from the day from which it acts
 * @param years until all of it does, above zero
 */
record PhaseIn(LocalDate from, double years) {
  private static final int MID_YEAR_DAY = 30;
  private static final double DAYS_A_YEAR = 365.25;
  private static final double LONGEST = 20;

  PhaseIn {
    Checks.within(years, 1 / DAYS_A_YEAR, LONGEST, "years of coming in", "give a day at the least");
  }

  /** 0 to 1. */
  double of(FinancialYear year) {
    LocalDate middle = LocalDate.of(year.startYear(), Month.SEPTEMBER, MID_YEAR_DAY);
    double since = ChronoUnit.DAYS.between(from, middle) / DAYS_A_YEAR;
    return Math.min(1, Math.max(0, since / years));
  }

  /**
   * What has come in since a base year, whose data hold the rest, by year from which it holds; to
   * the year in which all of it is in force.
   *
   * @return empty if the base year holds all of it
   */
  NavigableMap<FinancialYear, Double> since(FinancialYear baseYear) {
    NavigableMap<FinancialYear, Double> shares = new TreeMap<>();
    double before = of(baseYear);
    FinancialYear year = baseYear;
    while (of(year) < 1) {
      year = year.plus(1);
      double share = of(year) - before;
      if (share > 0) {
        shares.put(year, share);
      }
    }
    return shares;
  }
}
