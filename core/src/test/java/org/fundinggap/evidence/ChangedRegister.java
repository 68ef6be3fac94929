package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of the register that ships with the library, to change some of it. */
public final class ChangedRegister {
  private static final Set<String> NUMBERS = Set.of("value", "low", "high");

  private final Path directory;

  private ChangedRegister(Path directory) {
    this.directory = directory;
  }

  /** Copies the shipped register into an empty directory. */
  public static ChangedRegister in(Path directory) {
    try {
      Path shipped =
          Path.of(Objects.requireNonNull(EvidenceBase.class.getResource("figures.csv")).toURI())
              .getParent();
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(shipped))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
          Path copy = directory.resolve(shipped.relativize(file).toString());
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(file, copy);
        }
      }
      return new ChangedRegister(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces a text that a file holds. */
  public ChangedRegister replace(String file, String text, String other) {
    String whole = read(file);
    if (!whole.contains(text)) {
      throw new IllegalArgumentException(file + " must hold " + text);
    }
    return write(file, whole.replace(text, other));
  }

  /**
   * Multiplies the numbers of some observations and figures: value, low and high.
   *
   * @param series which observations, by id of their series and period
   * @param figures which figures, by id
   */
  public ChangedRegister multiply(
      double factor, BiPredicate<String, String> series, Predicate<String> figures) {
    changeRows("figures.csv", factor, row -> figures.test(row.getField("id")));
    try (Stream<Path> files = Files.list(directory.resolve("observations"))) {
      for (Path file : files.sorted().toList()) {
        changeRows(
            directory.relativize(file).toString(),
            factor,
            row -> series.test(row.getField("series"), row.getField("year")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /**
   * Multiplies earlier values.
   *
   * @param published which, by the day on which they were published
   */
  public ChangedRegister multiplyVintages(double factor, Predicate<LocalDate> published) {
    try (Stream<Path> files = Files.list(directory.resolve("vintages"))) {
      for (Path file : files.sorted().toList()) {
        changeRows(
            directory.relativize(file).toString(),
            factor,
            row -> published.test(LocalDate.parse(row.getField("published"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void changeRows(String file, double factor, Predicate<NamedCsvRecord> which) {
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(read(file)).stream().toList();
    List<String> header = rows.get(0).getHeader();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      for (NamedCsvRecord row : rows) {
        csv.writeRecord(header.stream().map(each -> field(row, each, factor, which)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(file, text.toString());
  }

  private static String field(
      NamedCsvRecord row, String column, double factor, Predicate<NamedCsvRecord> which) {
    String field = row.getField(column);
    if (column.equals("note") && which.test(row)) {
      return "as-is: changed for a test. " + field;
    }
    return NUMBERS.contains(column) && !field.isEmpty() && which.test(row)
        ? Double.toString(factor * Double.parseDouble(field))
        : field;
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChangedRegister write(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Reads the register as it now is. */
  public EvidenceBase load() {
    return EvidenceBase.load(directory);
  }
}
