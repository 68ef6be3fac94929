package org.fundinggap.docs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How often stated 95% intervals held the truth, from the files that a run of the tests wrote. */
final class ErrorTables {
  private static final List<String> FIGURES =
      List.of("mean", "quantile 0.1", "quantile 0.5", "quantile 0.9", "quantile 0.99");
  private static final String ONE_INPUT = "one input";

  private ErrorTables() {}

  /** One figure of one shape, over seeds. */
  private record Row(
      String sampling, int draws, String shape, String figure, int seeds, int known, int held) {
    static Row of(NamedCsvRecord line) {
      return new Row(
          line.getField("sampling"),
          Integer.parseInt(line.getField("draws")),
          line.getField("shape"),
          line.getField("figure"),
          Integer.parseInt(line.getField("seeds")),
          Integer.parseInt(line.getField("known")),
          Integer.parseInt(line.getField("held")));
    }

    double coverage() {
      return 100.0 * held / seeds;
    }

    String samplingAndDraws() {
      return sampling + ", " + String.format(Locale.ROOT, "%,d", draws);
    }
  }

  private static List<Row> rows(String file) {
    Path path = Pages.root().resolve("docs/errors").resolve(file);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
      return reader.stream().map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** England's gap, a row a sampling. */
  static List<String> england() {
    return table(rows("england.csv"));
  }

  /** What several inputs decide. */
  static List<String> several() {
    return table(rows("shapes.csv").stream().filter(row -> !isOfOne(row)).toList());
  }

  /** What one input decides alone. */
  static List<String> alone() {
    return table(rows("shapes.csv").stream().filter(ErrorTables::isOfOne).toList());
  }

  private static boolean isOfOne(Row row) {
    return row.shape.startsWith(ONE_INPUT);
  }

  private static List<String> table(List<Row> rows) {
    List<String> names = new ArrayList<>(List.of("draws"));
    FIGURES.forEach(figure -> names.add(">" + figure.replace("quantile 0.99", "99th percentile")
        .replace("quantile 0.1", "10th percentile").replace("quantile 0.5", "median")
        .replace("quantile 0.9", "90th percentile")));
    names.add(">P(above a value)");
    MarkdownTable table = new MarkdownTable(names.toArray(String[]::new));
    Map<String, List<Row>> bySampling = new LinkedHashMap<>();
    rows.forEach(row -> bySampling.computeIfAbsent(row.samplingAndDraws(), none -> new ArrayList<>()).add(row));
    bySampling.forEach(
        (name, own) -> {
          List<String> cells = new ArrayList<>(List.of(name));
          FIGURES.forEach(figure -> cells.add(cell(own.stream().filter(row -> row.figure.equals(figure)))));
          cells.add(cell(own.stream().filter(row -> row.figure.startsWith("P(above"))));
          table.row(cells.toArray(String[]::new));
        });
    return table.lines();
  }

  /** Least to greatest coverage over shapes; how many intervals lack an end, if any. */
  private static String cell(Stream<Row> of) {
    List<Row> rows = of.toList();
    double least = rows.stream().mapToDouble(Row::coverage).min().orElseThrow();
    double greatest = rows.stream().mapToDouble(Row::coverage).max().orElseThrow();
    int seeds = rows.stream().mapToInt(Row::seeds).sum();
    int open = seeds - rows.stream().mapToInt(Row::known).sum();
    String range = String.format(Locale.ROOT, "%.1f", least);
    if (greatest > least) {
      range += String.format(Locale.ROOT, " to %.1f", greatest);
    }
    return open == seeds
        ? "unknown"
        : open == 0 ? range : range + String.format(Locale.ROOT, "; %.0f unknown", Math.ceil(100.0 * open / seeds));
  }
}
