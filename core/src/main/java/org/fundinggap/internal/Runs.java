package org.fundinggap.internal;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.util.Collection;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Whole numbers in a sentence: three neighbours or more are written as first and last. */
public final class Runs {
  private Runs() {}

  /**
   * The numbers in order, each once.
   *
   * @param numbers what there is, in any order
   * @param name how one is written
   * @return such as {@code 2, 5 to 9, 12}
   */
  public static String text(Collection<Integer> numbers, IntFunction<String> name) {
    return text(numbers, name, Integer.MAX_VALUE);
  }

  /**
   * The numbers in order, each once, and only a count of those behind the first runs.
   *
   * @param numbers what there is, in any order
   * @param name how one is written
   * @param most how many runs are written out
   * @return such as {@code 2, 5 to 9 and 120 more}
   */
  public static String text(Collection<Integer> numbers, IntFunction<String> name, int most) {
    TreeRangeSet<Integer> runs = TreeRangeSet.create();
    numbers.forEach(number -> runs.add(Range.closedOpen(number, number + 1)));
    int more =
        runs.asRanges().stream()
            .skip(most)
            .mapToInt(run -> run.upperEndpoint() - run.lowerEndpoint())
            .sum();
    return runs.asRanges().stream()
            .limit(most)
            .map(run -> run(run.lowerEndpoint(), run.upperEndpoint() - 1, name))
            .collect(Collectors.joining(", "))
        + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }

  private static String run(int first, int last, IntFunction<String> name) {
    if (first == last) {
      return name.apply(first);
    }
    return name.apply(first) + (last == first + 1 ? ", " : " to ") + name.apply(last);
  }
}
