package org.fundinggap.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Reads across the years of a series: complete, and comparable unless the reader said otherwise.
 *
 * <p>Years are keys as {@link Periods#key} makes them. A break before the first year of a span does
 * no harm, because nothing before it is read.
 */
record Span(
    String id, Timing timing, NavigableMap<Integer, Observation> observations, boolean anyBreak) {

  /** The values from one year to another, both included. */
  NavigableMap<Integer, Double> values(int first, int last) {
    List<String> problems = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int key = first; key <= last; key++) {
      if (!observations.containsKey(key)) {
        missing.add(Periods.written(timing, key));
      }
    }
    if (!missing.isEmpty()) {
      problems.add("no value for " + String.join(", ", missing) + "; it holds " + held());
    }
    addBreaks(first, last, problems);
    refuse(first, last, problems);
    return stored(first, last);
  }

  /** The values that the series has between two years, both included; there may be gaps. */
  NavigableMap<Integer, Double> stored(int first, int last) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    observations
        .subMap(first, true, last, true)
        .forEach((key, observation) -> values.put(key, observation.value()));
    return Collections.unmodifiableNavigableMap(values);
  }

  /** Refuses a break after the first year, up to the last. */
  void requireComparable(int first, int last) {
    List<String> problems = new ArrayList<>();
    addBreaks(first, last, problems);
    refuse(first, last, problems);
  }

  private void addBreaks(int first, int last, List<String> problems) {
    if (anyBreak) {
      return;
    }
    List<String> breaks = new ArrayList<>();
    observations
        .subMap(first, false, last, true)
        .forEach(
            (key, observation) -> {
              if (observation.breakBefore()) {
                breaks.add(Periods.written(timing, key));
              }
            });
    if (!breaks.isEmpty()) {
      problems.add(
          String.join(", ", breaks)
              + " not comparable with the year before; choose years on one side,"
              + " or read series.acrossBreaks()");
    }
  }

  /** The natural logarithm of each value; every value must be positive. */
  List<Double> logs(int first, int last) {
    NavigableMap<Integer, Double> values = values(first, last);
    List<String> problems = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (!(value > 0)) {
            problems.add(
                "value of "
                    + Periods.written(timing, key)
                    + " must be positive for a logarithm, was "
                    + value);
          }
        });
    refuse(first, last, problems);
    // StrictMath gives the same bits on every machine; these few values need no speed.
    return values.values().stream().map(StrictMath::log).toList();
  }

  private void refuse(int first, int last, List<String> problems) {
    InvalidInputException.throwIfAny(
        "series "
            + id
            + " over "
            + Periods.written(timing, first)
            + " to "
            + Periods.written(timing, last),
        problems);
  }

  /** The years that have a value, runs joined: {@code 2013-14 to 2018-19, 2020-21}. */
  String held() {
    List<String> runs = new ArrayList<>();
    int start = observations.firstKey();
    int previous = start;
    for (Map.Entry<Integer, Observation> entry : observations.entrySet()) {
      int key = entry.getKey();
      if (key > previous + 1) {
        runs.add(run(start, previous));
        start = key;
      }
      previous = key;
    }
    runs.add(run(start, previous));
    return String.join(", ", runs);
  }

  private String run(int start, int end) {
    String first = Periods.written(timing, start);
    return start == end ? first : first + " to " + Periods.written(timing, end);
  }
}
