package org.fundinggap.hindcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.calibration.Published;
import org.fundinggap.quantity.FinancialYear;

/**
 * The files of forecasts that come with the library, one a release: lines of {@code # name: value}
 * that say who said it, then a row for each quantity and year with a column for each level.
 */
public final class ForecastFile {
  private static final String FOLDER = "forecasts/";
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
    lines.put("release", head.release());
    lines.put("made on", head.madeOn().toString());
    lines.put("base year", head.baseYear().toString());
    lines.put("draws", Integer.toString(head.draws()));
    lines.put("seed", Long.toString(head.seed()));
    lines.put("fingerprint", head.fingerprint());
    lines.put("digest", head.digest());
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
   * @throws IllegalArgumentException if a line of the head or a column is missing, or a quantity is
   *     unknown
   */
  public static WrittenForecast parse(String text) {
    Map<String, String> head = new HashMap<>();
    Map<WrittenForecast.Key, List<Double>> quantiles = new LinkedHashMap<>();
    List<String> columns = List.of();
    CsvReader<CsvRecord> rows =
        CsvReader.builder().commentStrategy(CommentStrategy.READ).ofCsvRecord(text);
    for (CsvRecord row : rows) {
      if (row.isComment()) {
        List<String> parts = NAME_AND_VALUE.splitToList(row.getField(0).strip());
        head.put(parts.get(0), parts.get(parts.size() - 1));
      } else if (columns.isEmpty()) {
        columns = row.getFields();
        requireColumns(columns);
      } else {
        quantiles.put(key(row), values(row));
      }
    }
    return new WrittenForecast(head(head), quantiles);
  }

  private static void requireColumns(List<String> columns) {
    List<String> wanted = columns();
    if (!columns.equals(wanted)) {
      throw new IllegalArgumentException("columns must be " + wanted + ", were " + columns);
    }
  }

  private static WrittenForecast.Key key(CsvRecord row) {
    Published quantity = Published.named(row.getField(0));
    return new WrittenForecast.Key(quantity.id(), FinancialYear.parse(row.getField(2)));
  }

  private static List<Double> values(CsvRecord row) {
    return row.getFields().stream()
        .skip(FIRST_COLUMNS.size())
        .map(Double::valueOf)
        .collect(ImmutableList.toImmutableList());
  }

  private static WrittenForecast.Head head(Map<String, String> lines) {
    return new WrittenForecast.Head(
        line(lines, "release"),
        LocalDate.parse(line(lines, "made on")),
        FinancialYear.parse(line(lines, "base year")),
        Integer.parseInt(line(lines, "draws")),
        Long.parseLong(line(lines, "seed")),
        line(lines, "fingerprint"),
        line(lines, "digest"));
  }

  private static String line(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "head of a forecast must have a line \"# " + name + ": ...\", had " + lines.keySet());
    }
    return value;
  }
}
