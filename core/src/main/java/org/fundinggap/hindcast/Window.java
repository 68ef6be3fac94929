package org.fundinggap.hindcast;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;

/**
 * The years that a forecast spans: after its origin's base year, up to its target.
 *
 * @param origin from where
 * @param target the year that is forecast; after the base year
 */
public record Window(ForecastOrigin origin, FinancialYear target) {
  /**
   * Checks that the target comes after the base year.
   *
   * @param origin as described above
   * @param target as described above
   * @throws IllegalArgumentException if it does not
   */
  public Window {
    Objects.requireNonNull(origin, "origin");
    Checks.atLeast(
        origin.baseYear().yearsUntil(target),
        1,
        "years from " + origin.baseYear() + " to " + target,
        "give a later target");
  }

  /**
   * How far ahead it looks.
   *
   * @return years, at least 1
   */
  public int years() {
    return origin.baseYear().yearsUntil(target);
  }

  /**
   * The group of its horizon.
   *
   * @return the group
   */
  public HorizonGroup group() {
    return HorizonGroup.of(years());
  }

  /**
   * The greatest number of windows that share no year: how many independent tests there are at
   * most, since what happened in a year moves every forecast that spans it.
   *
   * @param windows any windows
   * @return 0 for none
   */
  public static int apart(Collection<Window> windows) {
    List<Window> byTarget =
        windows.stream()
            .distinct()
            .sorted(Comparator.comparing(Window::target).thenComparing(Window::years))
            .toList();
    int count = 0;
    FinancialYear end = null;
    for (Window window : byTarget) {
      // Windows sorted by their ends: taking the first that fits is the most that can be taken.
      if (end == null || window.origin.baseYear().compareTo(end) >= 0) {
        count++;
        end = window.target;
      }
    }
    return count;
  }
}
