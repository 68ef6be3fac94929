package org.fundinggap.internal.plausible;

import org.fundinggap.internal.NumberText;

/**
 * Between which values a number lies, and what it is.
 *
 * @param lower the least value
 * @param upper the greatest value
 * @param sort what sort of number it is, such as {@code share}
 * @param why why no number of the sort lies outside
 */
record Bounds(double lower, double upper, String sort, String why) {
  boolean hold(double value) {
    return value >= lower && value <= upper;
  }

  /** Such as {@code [0, 1]}. */
  String interval() {
    return "[" + NumberText.exact(lower) + ", " + NumberText.exact(upper) + "]";
  }
}
