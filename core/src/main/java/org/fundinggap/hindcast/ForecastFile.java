package org.fundinggap.hindcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.primitives.Doubles;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * The files of forecasts that come with the library, one a release: lines of {@code # name: value}
 * that say who said it, then a row for each quantity and year with a column for each level.
 */
public final class ForecastFile {
  private static final String FOLDER = "forecasts/";
  private static final String RELEASE = "release";
  private static final String MADE_ON = "made on";
  private static final String BASE_YEAR = "base year";
  private static final String DRAWS = "draws";
  private static final String SEED = "seed";
  private static final String FINGERPRINT = "fingerprint";
  private static final String DIGEST = "digest";
  private static final List<String> HEAD =
      List.of(RELEASE, MADE_ON, BASE_YEAR, DRAWS, SEED, FINGERPRINT, DIGEST);
  private static final Splitter NAME_AND_VALUE = Splitter.on(": ").limit(2);
  private static final MathContext DIGITS = new MathContext(6);
  private static final List<String> FIRST_COLUMNS = List.of("quantity", "unit", "year");

  private ForecastFile() {}

  /**
   * All forecasts that come with the library.
   *
   * @return oldest first; at least one
   */
  public static List<WrittenForecast> shipped() {
    return text("files.txt").lines().map(name -> parse(text(name))).toList();
  }

  private static String text(String name) {
    // Asked of the class itself: a module lets nobody else read what it holds.
    try (InputStream stream = ForecastFile.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The text of a file.
   *
   * @param forecast the forecast
   * @return lines that end with a line feed; numbers in six digits
   */
  public static String write(WrittenForecast forecast) {
    StringWriter text = new StringWriter();
    head(forecast.head()).forEach((name, value) -> text.write("# " + name + ": " + value + "\n"));
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.writeRecord(columns());
      forecast.quantiles().forEach((key, quantiles) -> rows.writeRecord(row(key, quantiles)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(FIRST_COLUMNS);
    WrittenForecast.LEVELS.forEach(level -> columns.add(level.toString()));
    return columns;
  }

  private static List<String> row(WrittenForecast.Key key, List<Double> quantiles) {
    List<String> row = new ArrayList<>();
    row.add(key.quantity());
    row.add(Published.named(key.quantity()).unit().toString());
    row.add(key.year().toString());
    quantiles.forEach(value -> row.add(sixDigits(value)));
    return row;
  }

  private static Map<String, String> head(WrittenForecast.Head head) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(RELEASE, head.release());
    lines.put(MADE_ON, head.madeOn().toString());
    lines.put(BASE_YEAR, head.baseYear().toString());
    lines.put(DRAWS, Integer.toString(head.draws()));
    lines.put(SEED, Long.toString(head.seed()));
    lines.put(FINGERPRINT, head.fingerprint());
    lines.put(DIGEST, head.digest());
    return lines;
  }

  private static String sixDigits(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /**
   * Reads the text of a file.
   *
   * @param text as {@link #write} makes it
   * @return the forecast
   * @throws InvalidInputException if a line of the head is missing, or a row is wrong; all are
   *     listed, each with its line, value, bound and fix
   */
  public static WrittenForecast parse(String text) {
    Map<String, String> head = new HashMap<>();
    Map<WrittenForecast.Key, List<Double>> quantiles = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    boolean named = false;
    for (CsvRecord row : records(text)) {
      if (row.isComment()) {
        List<String> parts = NAME_AND_VALUE.splitToList(row.getField(0).strip());
        head.put(parts.get(0), parts.get(parts.size() - 1));
      } else if (named) {
        read(row, quantiles, problems);
      } else {
        named = true;
        if (!row.getFields().equals(columns())) {
          problems.add(
              at(row, "columns must be " + columns() + ", were " + row.getFields())
                  + "; write the file anew");
        }
      }
    }
    HEAD.stream()
        .filter(name -> !head.containsKey(name))
        .map(ForecastFile::lacks)
        .forEach(problems::add);
    InvalidInputException.throwIfAny("forecast file", problems);
    try {
      return new WrittenForecast(head(head), quantiles);
    } catch (NumberFormatException | DateTimeException wrong) {
      throw new InvalidInputException(
          "forecast file",
          List.of("head must have numbers and a date, had " + head + "; " + wrong.getMessage()));
    }
  }

  private static CsvReader<CsvRecord> records(String text) {
    // A row that is too short or too long is reported with its line.
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.READ)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private static String at(CsvRecord row, String problem) {
    return "line " + row.getStartingLineNumber() + ": " + problem;
  }

  private static String lacks(String name) {
    return "head must have a line \"# " + name + ": ...\", has none; add it";
  }

  private static void read(
      CsvRecord row, Map<WrittenForecast.Key, List<Double>> quantiles, List<String> problems) {
    try {
      List<String> fields = row.getFields();
      if (fields.size() != columns().size()) {
        throw new IllegalArgumentException(
            "fields must be " + columns().size() + ", were " + fields.size() + "; mend the row");
      }
      Published quantity = Published.named(fields.get(0));
      if (!quantity.unit().toString().equals(fields.get(1))) {
        throw new IllegalArgumentException(
            "unit of "
                + quantity.id()
                + " must be "
                + quantity.unit()
                + ", was "
                + fields.get(1)
                + "; convert the row");
      }
      WrittenForecast.Key key =
          new WrittenForecast.Key(quantity.id(), FinancialYear.parse(fields.get(2)));
      List<Double> values =
          fields.stream().skip(FIRST_COLUMNS.size()).map(ForecastFile::number).toList();
      if (quantiles.putIfAbsent(key, values) != null) {
        throw new IllegalArgumentException(
            "quantity and year must be new, were " + key + "; take one of the two rows out");
      }
    } catch (IllegalArgumentException problem) {
      problems.add(at(row, String.valueOf(problem.getMessage())));
    }
  }

  private static double number(String text) {
    Double value = Doubles.tryParse(text);
    if (value == null || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "quantile must be a finite number, was \"" + text + "\"; write it like 1234.5");
    }
    return value;
  }

  private static WrittenForecast.Head head(Map<String, String> lines) {
    return new WrittenForecast.Head(
        line(lines, RELEASE),
        LocalDate.parse(line(lines, MADE_ON)),
        FinancialYear.parse(line(lines, BASE_YEAR)),
        Integer.parseInt(line(lines, DRAWS)),
        Long.parseLong(line(lines, SEED)),
        line(lines, FINGERPRINT),
        line(lines, DIGEST));
  }

  private static String line(Map<String, String> lines, String name) {
    return Objects.requireNonNull(lines.get(name), name);
  }
}
