package org.fundinggap.file;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.distribution.Spelling;
import org.fundinggap.internal.NearestNames;

/** Distributions in a file: a number that is known, or a family with its numbers by name. */
final class Distributions {
  private static final String FIXED = "fixed";
  private static final String ZERO_OR = "zero-or";
  private static final String OTHERWISE = "otherwise";
  private static final Distribution SOME = Distribution.fixed(0);

  private Distributions() {}

  static Distribution read(Item item) {
    int before = item.faults().count();
    if (!item.isMapping()) {
      double value = item.number();
      return before < item.faults().count()
          ? SOME
          : item.made(() -> Distribution.fixed(value)).orElse(SOME);
    }
    return spelling(item).flatMap(spelt -> item.made(spelt::distribution)).orElse(SOME);
  }

  private static Optional<Spelling> spelling(Item item) {
    int before = item.faults().count();
    Map<String, Item> families = item.fields().all();
    if (families.size() != 1) {
      item.refuse(
          "must be a number or one family of distributions, had "
              + families.size()
              + " entries; write triangular: {lower: 1, mode: 2, upper: 4}");
      return Optional.empty();
    }
    String family = families.keySet().iterator().next();
    Item given = families.values().iterator().next();
    if (!Spelling.families().contains(family)) {
      given.refuse(
          NearestNames.refusal("must be a family of distributions", family, Spelling.families()));
      return Optional.empty();
    }
    Fields fields = given.fields();
    Map<String, List<Double>> numbers = new LinkedHashMap<>();
    for (String name : Spelling.names(family)) {
      fields.get(name).ifPresent(number -> numbers.put(name, number.numbers()));
    }
    Optional<Item> otherwise = family.equals(ZERO_OR) ? fields.get(OTHERWISE) : Optional.empty();
    Optional<Spelling> rest = otherwise.flatMap(Distributions::part);
    fields.end();
    return before < item.faults().count()
        ? Optional.empty()
        : given.made(() -> new Spelling(family, numbers, rest));
  }

  /** What is a part of another one may be a number too. */
  private static Optional<Spelling> part(Item item) {
    return item.isMapping() ? spelling(item) : Spelling.of(read(item));
  }

  /** As a file holds it: a number, or a family with its numbers by name. */
  static Object written(String what, Distribution distribution) {
    return Spelling.of(distribution)
        .map(Distributions::written)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    what
                        + " must be made of numbers to be written to a file, was "
                        + distribution
                        + ", a function; give its quantiles by Distribution.ofQuantiles"));
  }

  private static Object written(Spelling spelt) {
    if (spelt.family().equals(FIXED)) {
      return spelt.numbers().values().iterator().next().get(0);
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    spelt
        .numbers()
        .forEach((name, given) -> numbers.put(name, given.size() == 1 ? given.get(0) : given));
    spelt.otherwise().ifPresent(rest -> numbers.put(OTHERWISE, written(rest)));
    return ImmutableMap.of(spelt.family(), numbers);
  }
}
