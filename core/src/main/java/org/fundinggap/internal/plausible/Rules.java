package org.fundinggap.internal.plausible;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.internal.csv.CsvTable;
import org.fundinggap.internal.csv.Faults;
import org.fundinggap.internal.csv.Row;

/**
 * The tables of rules.
 *
 * @param units bounds by unit
 * @param numbers bounds by id, of numbers whose unit says too little
 * @param change bounds of figures and priors in shares that {@code numbers} does not hold
 * @param changes how far a year may lie from the one before, by unit and size
 * @param wholes parts and their wholes
 */
record Rules(
    ImmutableMap<String, Bounds> units,
    ImmutableMap<String, Bounds> numbers,
    Bounds change,
    ImmutableList<Change> changes,
    ImmutableList<Whole> wholes) {

  static final String SHARE = "share";

  private static final String CHANGE = "change over years";

  /** Reads the tables that ship with the library. */
  static Rules shipped() {
    ImmutableMap.Builder<String, Bounds> units = ImmutableMap.builder();
    for (Row row : rows("units.csv", List.of("unit", "lower", "upper", "why"))) {
      units.put(row.text("unit"), bounds(row, "unit"));
    }
    ImmutableMap.Builder<String, Bounds> sorts = ImmutableMap.builder();
    for (Row row : rows("sorts.csv", List.of("sort", "lower", "upper", "why"))) {
      sorts.put(row.text("sort"), bounds(row, "sort"));
    }
    ImmutableMap<String, Bounds> bySort = sorts.buildOrThrow();
    ImmutableMap.Builder<String, Bounds> numbers = ImmutableMap.builder();
    for (Row row : rows("numbers.csv", List.of("id", "sort"))) {
      numbers.put(row.text("id"), Objects.requireNonNull(bySort.get(row.text("sort"))));
    }
    return new Rules(
        units.buildOrThrow(),
        numbers.buildOrThrow(),
        Objects.requireNonNull(bySort.get(CHANGE)),
        readChanges(),
        readWholes());
  }

  private static Bounds bounds(Row row, String sort) {
    return new Bounds(row.number("lower"), row.number("upper"), row.text(sort), row.text("why"));
  }

  private static ImmutableList<Change> readChanges() {
    List<String> columns =
        List.of(
            "unit",
            "from",
            "measure",
            "fall",
            "rise",
            "smallest",
            "published_fall",
            "published_rise",
            "break_fall",
            "break_rise");
    return rows("changes.csv", columns).stream()
        .map(
            row ->
                new Change(
                    row.text("unit"),
                    row.number("from"),
                    row.text("measure").equals("factor"),
                    row.number("fall"),
                    row.number("rise"),
                    row.number("smallest"),
                    new Change.Span(row.number("break_fall"), row.number("break_rise"))))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Whole> readWholes() {
    List<String> columns =
        List.of("relation", "whole", "parts", "slack", "slack_share", "from", "until", "why");
    return rows("wholes.csv", columns).stream()
        .map(
            row ->
                new Whole(
                    row.word("relation", Whole.Relation.class),
                    row.text("whole"),
                    Splitter.on(' ').splitToList(row.text("parts")),
                    row.number("slack"),
                    row.number("slack_share"),
                    row.whole("from"),
                    row.whole("until"),
                    row.text("why")))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<Row> rows(String file, List<String> columns) {
    Faults faults = new Faults();
    try (InputStream stream = Objects.requireNonNull(Rules.class.getResourceAsStream(file), file)) {
      List<Row> rows = CsvTable.read(file, stream.readAllBytes(), columns, faults).rows();
      if (faults.causes() > 0) {
        throw new IllegalStateException(String.join("\n", faults.problems()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** What a figure or prior must lie between; a share that nobody knows may be a change. */
  Bounds bounds(String id, String unit) {
    Bounds own = numbers.get(id);
    return own == null && unit.equals(SHARE) ? change : ofSeries(id, unit);
  }

  /** What the values of a series must lie between. */
  Bounds ofSeries(String id, String unit) {
    Bounds own = numbers.get(id);
    return own == null ? Objects.requireNonNull(units.get(unit), unit) : own;
  }

  /** How far the year after a value may lie from it; empty for units that have no rule. */
  Optional<Change> change(String unit, double earlier) {
    return changes.reverse().stream().filter(each -> each.isOf(unit, earlier)).findFirst();
  }
}
