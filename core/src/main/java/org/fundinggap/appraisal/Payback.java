package org.fundinggap.appraisal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * When a policy has paid back: the first year in which the discounted net benefit so far is not
 * below zero and stays so to the last projected year. Each draw has a year of its own, or none.
 * Immutable.
 *
 * <p>Years before the policy changes anything in any draw do not count. Where the net benefit is
 * zero in every draw and year there is {@linkplain #isOfNothing nothing to pay back}: no
 * probability, and no median year.
 */
public final class Payback {
  private final YearRange years;

  /** By draw, how many years after the base year; infinite if not within the years. */
  private final Draws waits;

  private final boolean isOfNothing;

  private Payback(YearRange years, Draws waits, boolean isOfNothing) {
    this.years = years;
    this.waits = waits;
    this.isOfNothing = isOfNothing;
  }

  /** Payback of a cumulative flow. */
  static Payback of(RealFlow cumulative) {
    YearRange years = cumulative.years();
    List<FinancialYear> all = years.years();
    int last = all.size() - 1;
    int first = firstChange(cumulative);
    Draws waits = null;
    for (int year = last; year >= first; year--) {
      int now = year;
      Draws sum = cumulative.in(all.get(year));
      waits =
          waits == null
              ? sum.map(a -> a >= 0 ? now : Double.POSITIVE_INFINITY)
              : sum.combine(waits, (a, later) -> a >= 0 && later == now + 1 ? now : later);
    }
    if (waits == null) {
      throw new IllegalStateException("no year of " + years + " was looked at");
    }
    boolean anything =
        all.stream()
            .anyMatch(
                year ->
                    cumulative.in(year).quantile(0) != 0 || cumulative.in(year).quantile(1) != 0);
    return new Payback(years, waits, !anything);
  }

  /** The first year in which any draw is not zero; 0 if there is none. */
  private static int firstChange(RealFlow cumulative) {
    List<FinancialYear> all = cumulative.years().years();
    for (int year = 0; year < all.size(); year++) {
      for (double value : cumulative.in(all.get(year)).values()) {
        if (value != 0) {
          return year;
        }
      }
    }
    return 0;
  }

  /**
   * Whether there is nothing to pay back, as where money only changes hands.
   *
   * @return true if the net benefit is zero in every draw and year
   */
  public boolean isOfNothing() {
    return isOfNothing;
  }

  /**
   * The probability that the policy has paid back by a year.
   *
   * @param year one of the projected years
   * @return the share of draws that paid back in that year or before; NaN if there is {@linkplain
   *     #isOfNothing nothing to pay back}
   * @throws IllegalArgumentException if the year is not projected
   */
  public double probabilityBy(FinancialYear year) {
    double bound = years.indexOf(year) + 0.5;
    return isOfNothing ? Double.NaN : 1 - waits.probabilityAbove(bound);
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityBy}.
   *
   * @param year one of the projected years
   * @return the standard error; NaN if there is nothing to pay back
   * @throws IllegalArgumentException if the year is not projected
   */
  public double probabilityErrorBy(FinancialYear year) {
    double bound = years.indexOf(year) + 0.5;
    return isOfNothing ? Double.NaN : waits.probabilityAboveError(bound);
  }

  /**
   * The probability that the policy pays back within the projected years.
   *
   * @return the share of draws; NaN if there is {@linkplain #isOfNothing nothing to pay back}
   */
  public double probability() {
    return probabilityBy(years.last());
  }

  /**
   * The Monte Carlo standard error of {@link #probability}.
   *
   * @return the standard error; NaN if there is nothing to pay back
   */
  public double probabilityError() {
    return probabilityErrorBy(years.last());
  }

  /**
   * The first year by which at least half of the draws have paid back.
   *
   * @return empty if fewer than half do within the projected years, or there is {@linkplain
   *     #isOfNothing nothing to pay back}
   */
  public Optional<FinancialYear> medianYear() {
    return years.years().stream().filter(year -> probabilityBy(year) >= 0.5).findFirst();
  }

  /** Median year and probability, such as {@code median 2029-30; by 2034-35 in 87% of draws}. */
  @Override
  public String toString() {
    if (isOfNothing) {
      return "nothing to pay back: the net benefit is zero in every draw";
    }
    return String.format(
        Locale.ROOT,
        "median %s; by %s in %.0f%% of draws",
        medianYear().map(FinancialYear::toString).orElse("not within the years"),
        years.last(),
        100 * probability());
  }
}
