package org.fundinggap.quantity;

import java.util.Locale;
import java.util.Objects;
import org.fundinggap.internal.Checks;

/**
 * An amount of money together with its price basis.
 *
 * <p>Amounts add up only in the same basis; {@link Deflator} converts.
 *
 * @param pounds the amount in pounds sterling; finite, may be negative
 * @param basis the prices in which it is stated
 */
public record Money(double pounds, PriceBasis basis) {
  private static final double MILLION = 1e6;
  private static final double BILLION = 1e9;

  /**
   * Checks the amount.
   *
   * @param pounds as described above
   * @param basis as described above
   * @throws IllegalArgumentException if {@code pounds} is not finite
   */
  public Money {
    Objects.requireNonNull(basis, "basis");
    Checks.finite(pounds, "pounds");
  }

  /**
   * An amount in pounds.
   *
   * @param pounds the amount
   * @param basis its prices
   * @return the money
   */
  public static Money of(double pounds, PriceBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return new Money(pounds, basis);
  }

  /**
   * An amount in millions of pounds.
   *
   * @param millions the amount
   * @param basis its prices
   * @return the money
   */
  public static Money ofMillions(double millions, PriceBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return new Money(millions * MILLION, basis);
  }

  /**
   * The amount in millions of pounds.
   *
   * @return pounds divided by a million
   */
  public double millions() {
    return pounds / MILLION;
  }

  /**
   * The sum of two amounts in the same basis.
   *
   * @param other the other amount
   * @return the sum
   * @throws IllegalArgumentException if the bases differ
   */
  public Money plus(Money other) {
    return new Money(pounds + sameBasis(other, "add").pounds, basis);
  }

  /**
   * The difference of two amounts in the same basis.
   *
   * @param other what is taken away
   * @return the difference
   * @throws IllegalArgumentException if the bases differ
   */
  public Money minus(Money other) {
    return new Money(pounds - sameBasis(other, "subtract").pounds, basis);
  }

  /**
   * A multiple of the amount.
   *
   * @param factor the factor; finite
   * @return the multiple, in the same basis
   */
  public Money times(double factor) {
    return new Money(pounds * Checks.finite(factor, "factor"), basis);
  }

  private Money sameBasis(Money other, String verb) {
    if (!basis.equals(other.basis)) {
      throw new IllegalArgumentException(
          "price basis must be "
              + basis
              + " to "
              + verb
              + ", was "
              + other.basis
              + " ("
              + other
              + "); convert with a Deflator first");
    }
    return other;
  }

  /** The amount with its unit and basis, such as {@code GBP 1.60bn (real 2022-23)}. */
  @Override
  public String toString() {
    double size = Math.abs(pounds);
    if (size >= BILLION) {
      return String.format(Locale.ROOT, "GBP %,.2fbn (%s)", pounds / BILLION, basis);
    }
    if (size >= MILLION) {
      return String.format(Locale.ROOT, "GBP %,.1fm (%s)", pounds / MILLION, basis);
    }
    return String.format(Locale.ROOT, "GBP %,.2f (%s)", pounds, basis);
  }
}
