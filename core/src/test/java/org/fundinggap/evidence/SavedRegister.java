package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped register as a program would save it after it opened it. */
final class SavedRegister {
  private SavedRegister() {}

  /**
   * Writes every file anew, with a byte-order mark, line ends of Windows, and quotes only where
   * they must be.
   *
   * @param cell what becomes of a cell
   */
  static EvidenceBase load(Path directory, char separator, UnaryOperator<String> cell) {
    ChangedRegister.in(directory);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
        Files.writeString(file, saved(Files.readString(file, UTF_8), separator, cell), UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return EvidenceBase.load(directory);
  }

  private static String saved(String text, char separator, UnaryOperator<String> cell)
      throws IOException {
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    StringWriter saved = new StringWriter();
    saved.write('\uFEFF');
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(saved)) {
      csv.writeRecord(rows.get(0).getHeader());
      for (NamedCsvRecord row : rows) {
        csv.writeRecord(row.getFields().stream().map(cell).toList());
      }
    }
    return saved.toString();
  }
}
