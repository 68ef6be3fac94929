package org.fundinggap.quantity;

import com.google.common.collect.Comparators;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Consecutive financial years, at least one.
 *
 * <p>The one place where ranges are made, so that "to" is never ambiguous: {@link #inclusive} keeps
 * both ends, {@link #halfOpen} drops the second.
 *
 * @param first the first year in the range
 * @param last the last year in the range, itself included
 */
public record YearRange(FinancialYear first, FinancialYear last) {
  /**
   * Checks the order of the ends.
   *
   * @param first as described above
   * @param last as described above
   * @throws IllegalArgumentException if {@code last} is before {@code first}
   */
  public YearRange {
    Objects.requireNonNull(first, "first");
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "last must not be before first " + first + ", was " + last + "; swap the two");
    }
  }

  /**
   * All years from one to another, both included.
   *
   * @param first the first year
   * @param last the last year
   * @return the range
   */
  public static YearRange inclusive(FinancialYear first, FinancialYear last) {
    Objects.requireNonNull(first, "first");
    return new YearRange(first, last);
  }

  /**
   * All years from one up to, but not including, another.
   *
   * @param first the first year
   * @param end the first year that is out
   * @return the range
   * @throws IllegalArgumentException if that leaves no year
   */
  public static YearRange halfOpen(FinancialYear first, FinancialYear end) {
    Objects.requireNonNull(first, "first");
    if (end.compareTo(first) <= 0) {
      throw new IllegalArgumentException(
          "end must be after first " + first + ", was " + end + "; a range holds at least a year");
    }
    return new YearRange(first, end.plus(-1));
  }

  /**
   * How many years the range holds.
   *
   * @return at least 1
   */
  public int length() {
    return first.yearsUntil(last) + 1;
  }

  /**
   * Whether a year lies in the range.
   *
   * @param year the year
   * @return true if it does
   */
  public boolean contains(FinancialYear year) {
    return year.compareTo(first) >= 0 && year.compareTo(last) <= 0;
  }

  /**
   * The shortest range that holds this one and another.
   *
   * @param other any range; years that lie between the two are in the result
   * @return from the earlier first year to the later last one
   */
  public YearRange span(YearRange other) {
    return new YearRange(Comparators.min(first, other.first), Comparators.max(last, other.last));
  }

  /**
   * The years that this range and another have in common.
   *
   * @param other any range
   * @return the range; empty if they have no year in common
   */
  public Optional<YearRange> overlap(YearRange other) {
    FinancialYear from = Comparators.max(first, other.first);
    FinancialYear to = Comparators.min(last, other.last);
    return to.compareTo(from) < 0 ? Optional.empty() : Optional.of(new YearRange(from, to));
  }

  /**
   * Where a year stands in the range.
   *
   * @param year a year of the range
   * @return 0 for the first year
   * @throws IllegalArgumentException if the year is outside the range
   */
  public int indexOf(FinancialYear year) {
    if (!contains(year)) {
      throw new IllegalArgumentException(
          "year must be in " + this + ", was " + year + "; ask for a year of the range");
    }
    return first.yearsUntil(year);
  }

  /**
   * The years in order.
   *
   * @return an immutable list of {@link #length()} years
   */
  public List<FinancialYear> years() {
    return IntStream.range(0, length()).mapToObj(first::plus).toList();
  }

  /** Both ends, such as {@code 2024-25 to 2034-35}. */
  @Override
  public String toString() {
    return first + " to " + last;
  }
}
