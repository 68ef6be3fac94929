package org.fundinggap.internal;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.util.Collection;
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
    TreeRangeSet<Integer> runs = TreeRangeSet.create();
    numbers.forEach(number -> runs.add(Range.closedOpen(number, number + 1)));
    return runs.asRanges().stream()
        .map(run -> run(run.lowerEndpoint(), run.upperEndpoint() - 1, name))
        .collect(Collectors.joining(", "));
  }

  private static String run(int first, int last, IntFunction<String> name) {
    if (first == last) {
      return name.apply(first);
    }
    return name.apply(first) + (last == first + 1 ? ", " : " to ") + name.apply(last);
  }
}
