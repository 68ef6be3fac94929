package org.fundinggap.file;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One part of a file with its place: a value, a list or a mapping. What it is asked for and is not
 * is a fault, and is answered with some value that is never used, so that reading goes on.
 */
final class Item {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,19}");
  private static final Pattern INFINITE = Pattern.compile("([-+]?)\\.(inf|Inf|INF)");
  private static final Pattern NOTHING = Pattern.compile("|null");
  static final Pattern THOUSANDS = Pattern.compile("\\d{3}(\\.\\d*)?");
  private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+([eE].*)?");
  private static final FinancialYear SOME_YEAR = FinancialYear.starting(2000);

  private final @Nullable Node node;
  private final String path;
  private final Faults faults;

  Item(@Nullable Node node, String path, Faults faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  /** What is not there, and has been reported: asked for anything, it reports nothing more. */
  static Item missing(Faults faults) {
    return new Item(null, "", faults);
  }

  Faults faults() {
    return faults;
  }

  Optional<Mark> place() {
    return node == null ? Optional.empty() : node.getStartMark();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Reports what is wrong with it: {@code must be ..., was ...; fix}. */
  void refuse(String problem) {
    if (node != null) {
      faults.add(place(), (path.isEmpty() ? "the file" : path) + " " + problem);
    }
  }

  /** What can be made of it, or its refusals at this place. */
  <T> Optional<T> made(Supplier<T> make) {
    return made(make, Map.of());
  }

  /** The same, with a refusal that has one of some words in it at the part that these stand for. */
  <T> Optional<T> made(Supplier<T> make, Map<String, Item> parts) {
    try {
      return Optional.of(make.get());
    } catch (InvalidInputException refused) {
      for (String problem : refused.problems()) {
        parts.entrySet().stream()
            .filter(part -> problem.contains(part.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(this)
            .add(problem);
      }
    } catch (IllegalArgumentException refused) {
      add(String.valueOf(refused.getMessage()));
    }
    return Optional.empty();
  }

  /** The same, but for what was read with a fault since there were so many. */
  <T> Optional<T> madeIfFaultless(int before, Supplier<T> make) {
    return faults.count() > before ? Optional.empty() : made(make);
  }

  private void add(String problem) {
    faults.add(place(), path.isEmpty() ? problem : path + ": " + problem);
  }

  String text() {
    if (node instanceof ScalarNode scalar
        && !(scalar.isPlain() && NOTHING.matcher(scalar.getValue()).matches())) {
      return scalar.getValue();
    }
    refuse("must be a text, was " + shown() + "; write it behind the colon, in quotes if need be");
    return "";
  }

  double number() {
    String text = plain();
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value) && (value != 0 || ZERO.matcher(text).matches())) {
        return value;
      }
      refuse("must be a number that 64 bits hold, was " + Faults.quoted(text));
      return 0;
    }
    if (INFINITE.matcher(text).matches()) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    refuse("must be a number, was " + shown() + "; write 0.03 for 3%, and 15500 for 15,500");
    return 0;
  }

  long whole(long least, long most) {
    String text = plain();
    if (WHOLE.matcher(text).matches()) {
      try {
        long value = Long.parseLong(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException tooLarge) {
        // Said below, with the bounds.
      }
    }
    refuse("must be a whole number from " + least + " to " + most + ", was " + shown());
    return least;
  }

  boolean flag() {
    String text = plain();
    if (!text.equals("true") && !text.equals("false")) {
      refuse("must be true or false, was " + shown());
    }
    return text.equals("true");
  }

  FinancialYear year() {
    return node instanceof ScalarNode scalar ? year(scalar.getValue()) : year(shown());
  }

  private FinancialYear year(String text) {
    try {
      return FinancialYear.parse(text);
    } catch (IllegalArgumentException refused) {
      boolean split = THOUSANDS.matcher(text).matches();
      refuse(
          "must be a financial year such as 2026-27, was "
              + Faults.quoted(text)
              + (split ? "; a comma separates entries: write 15000, not 15,000" : ""));
      return SOME_YEAR;
    }
  }

  /** One of the words of an enum. */
  <E extends Enum<E>> E word(Class<E> type) {
    return word(type, List.of(type.getEnumConstants()));
  }

  /** One of the words of some constants of an enum. */
  <E extends Enum<E>> E word(Class<E> type, List<E> allowed) {
    String text = plain();
    Optional<E> found = EnumWords.find(type, text).filter(allowed::contains);
    if (found.isEmpty()) {
      String words = String.join(", ", allowed.stream().map(EnumWords::of).toList());
      refuse("must be one of " + words + ", was " + shown());
    }
    return found.orElse(allowed.get(0));
  }

  /** One of some names; of any, the first is answered where it is none of them. */
  <T> T named(String what, Map<String, T> known) {
    String text = text();
    T found = known.get(text);
    if (found == null && node != null && !text.isEmpty()) {
      refuse(
          faults.isFull()
              ? "must be " + what
              : NearestNames.refusal("must be " + what, text, known.keySet()));
    }
    return found == null ? known.values().iterator().next() : found;
  }

  List<Item> items() {
    if (!(node instanceof SequenceNode list)) {
      refuse("must be a list, was " + shown() + "; write each entry behind a dash");
      return ImmutableList.of();
    }
    List<Node> nodes = list.getValue();
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> new Item(nodes.get(i), path + "[" + (i + 1) + "]", faults))
        .toList();
  }

  /** One text, or a list of them. */
  String[] texts() {
    return isList()
        ? items().stream().map(Item::text).toArray(String[]::new)
        : new String[] {text()};
  }

  /** One number, or a list of them. */
  List<Double> numbers() {
    return isList() ? items().stream().map(Item::number).toList() : List.of(number());
  }

  Fields fields() {
    if (node != null && !isMapping()) {
      refuse("must be entries with a colon each, was " + shown());
    }
    return new Fields(this, node instanceof MappingNode mapping ? mapping : null, path);
  }

  /** Numbers by financial year. */
  SortedMap<FinancialYear, Double> byYear() {
    SortedMap<FinancialYear, Double> values = new TreeMap<>();
    fields().all().forEach((key, value) -> values.put(value.year(key), value.number()));
    return values;
  }

  private String plain() {
    return node instanceof ScalarNode scalar && scalar.isPlain() ? scalar.getValue() : "";
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      boolean isNothing = scalar.isPlain() && NOTHING.matcher(value).matches();
      return isNothing ? "nothing" : Faults.quoted(value) + (scalar.isPlain() ? "" : " in quotes");
    }
    return isList() ? "a list" : "entries with a colon each";
  }
}
