package org.fundinggap.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;

/**
 * The shipped register with the numbers of some ids moved by less than a thousandth, each year of a
 * series by its own step. That passes every check, and moves the bits of all that is worked out.
 */
final class NudgedRegister {
  private static final double STEP = 1e-4;

  /** Shares that must add up to 1 may miss it by a part in a thousand million. */
  private static final double STEP_OF_SHARES = 1e-10;

  private static final List<String> SHARES = List.of("asylum-share-", "child-variant-");

  private static final Set<String> NUMBERS = Set.of("value", "low", "high", "centre", "spread");

  private final Path directory;
  private final Map<Path, String> files = new TreeMap<>();

  NudgedRegister(Path directory) throws IOException {
    this.directory = directory;
    ChangedRegister.in(directory);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        String text = Files.readString(file, UTF_8);
        if (text.startsWith("id,") || text.startsWith("series,")) {
          files.put(file, text);
        }
      }
    }
  }

  /** Reads the register with the numbers of these ids nudged. */
  EvidenceBase nudged(Set<String> ids) {
    try {
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.writeString(file.getKey(), nudged(file.getValue(), ids), UTF_8);
      }
      return EvidenceBase.load(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nudged(String text, Set<String> ids) throws IOException {
    if (ids.stream().noneMatch(text::contains)) {
      return text;
    }
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    List<String> header = rows.get(0).getHeader();
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(header);
      for (NamedCsvRecord row : rows) {
        String id = row.getField(0);
        boolean moves = ids.contains(id);
        boolean share = SHARES.stream().anyMatch(id::startsWith);
        double step =
            (share ? STEP_OF_SHARES : STEP) * (1 + row.getStartingLineNumber() % 97 / 16.0);
        csv.writeRecord(
            header.stream()
                .map(column -> moves ? nudged(row, column, step) : row.getField(column))
                .toList());
      }
    }
    return out.toString();
  }

  private static String nudged(NamedCsvRecord row, String column, double step) {
    String field = row.getField(column);
    if (!NUMBERS.contains(column) || field.isEmpty()) {
      return field;
    }
    double number = Double.parseDouble(field);
    // A share of 1 has no way but down.
    return Double.toString(number == 0 ? 1e-3 * step : number * (1 + (number == 1 ? -step : step)));
  }
}
