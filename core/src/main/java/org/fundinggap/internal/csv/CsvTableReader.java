package org.fundinggap.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one file of the register, row by row.
 *
 * <p>Accepted without a word: a byte-order mark, line ends of any system, columns in another order,
 * empty lines after the last row. All else that is not a row of the table is a fault. Rows of a
 * file whose columns are separated by something else are read all the same, so that what else is
 * wrong with them is told too.
 */
final class CsvTableReader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String LOST_CHARACTER = "\uFFFD";
  private static final String AGAIN = "take the file again from where it came";

  private static final Cause ENCODING =
      new Cause("must be UTF-8, was ", "; save the file as UTF-8", Cause.Scope.FILES);
  private static final Cause LOST =
      new Cause(
          "must not hold U+FFFD, the sign of a character that was lost; "
              + AGAIN
              + ", and save it as UTF-8",
          "",
          Cause.Scope.FILES);
  private static final Cause EMPTY =
      new Cause(
          "must not be empty", "; its first line is the names of its columns", Cause.Scope.FILES);
  private static final Cause SEPARATOR =
      new Cause(
          "columns must be separated by commas, were by ", "; save with commas", Cause.Scope.FILES);
  private static final Cause BLANK =
      new Cause(
          "must not be blank; delete it, or fill it in: only after the last row may lines be empty",
          "",
          Cause.Scope.FILES);
  private static final Cause FIELDS =
      new Cause(
          "must have as many fields as the header, had ",
          "; quote values that hold commas, and write empty ones as nothing between commas",
          Cause.Scope.FILES);
  private static final Cause CUT =
      new Cause(
          "must end with a whole row, ends inside one: the file was cut short; " + AGAIN,
          "",
          Cause.Scope.FILES);

  private final String file;
  private final List<String> columns;
  private final Faults faults;

  CsvTableReader(String file, List<String> columns, Faults faults) {
    this.file = file;
    this.columns = columns;
    this.faults = faults;
  }

  CsvTable read(byte[] bytes) {
    String text;
    try {
      text = decode(bytes);
    } catch (CharacterCodingException e) {
      faults.add(Fault.of(new Place(file, firstBadLine(bytes)), "", ENCODING, "another encoding"));
      return CsvTable.unreadable();
    }
    lostCharacters(text);
    List<CsvRecord> records = new ArrayList<>();
    boolean whole = readInto(records, text);
    List<CsvRecord> lines = withoutBlank(records);
    if (lines.isEmpty() && whole) {
      faults.add(
          Fault.ofRow(
              Place.of(file),
              EMPTY.before() + "; its first line is " + String.join(",", columns),
              EMPTY,
              ""));
    }
    if (lines.isEmpty() || !header(lines.get(0)).isSound(faults)) {
      return CsvTable.unreadable();
    }
    return rows(lines, whole, text);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    // A fresh decoder reports malformed input, where new String(...) would replace it.
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int firstBadLine(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // Stops at the first malformed byte; every character takes at least one byte.
    StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private void lostCharacters(String text) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.contains(LOST_CHARACTER)) {
        faults.add(Fault.of(new Place(file, number), "", LOST, ""));
      }
    }
  }

  /** Reads up to the end or the first fault of quotes; true if there is none. */
  private boolean readInto(List<CsvRecord> records, String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord each : reader) {
        records.add(each);
      }
      return true;
    } catch (CsvParseException e) {
      faults.add(Fault.of(Place.of(file), brokenOff(e)));
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("closing " + file, e);
    }
  }

  private char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char separator = Header.separator(first, columns);
    if (separator != Header.COMMA) {
      String shown = separator == '\t' ? "tabs" : "\"" + separator + "\"";
      faults.add(Fault.of(new Place(file, 1), "", SEPARATOR, shown));
    }
    return separator;
  }

  private static String brokenOff(CsvParseException fault) {
    Throwable cause = fault.getCause();
    return "reading stopped: "
        + fault.getMessage()
        + (cause == null ? "" : " (" + cause.getMessage() + ")")
        + "; close every quote, and double a quote inside a quoted value";
  }

  /** The records that say something; a blank one is a fault, unless it is an empty last line. */
  private List<CsvRecord> withoutBlank(List<CsvRecord> records) {
    List<CsvRecord> lines = new ArrayList<>();
    List<CsvRecord> blank = new ArrayList<>();
    int sound = 0;
    for (CsvRecord each : records) {
      if (!each.getFields().stream().allMatch(String::isBlank)) {
        lines.add(each);
        sound = blank.size();
      } else {
        blank.add(each);
        // A row of commas is no empty line: its values may have been lost.
        sound = each.getFieldCount() > 1 ? blank.size() : sound;
      }
    }
    if (!lines.isEmpty()) {
      blank.subList(0, sound).forEach(each -> faults.add(Fault.of(place(each), "", BLANK, "")));
    }
    return lines;
  }

  private Place place(CsvRecord record) {
    return new Place(file, Math.toIntExact(record.getStartingLineNumber()));
  }

  private Header header(CsvRecord first) {
    return new Header(place(first), first.getFields(), columns);
  }

  private CsvTable rows(List<CsvRecord> lines, boolean whole, String text) {
    List<String> header = lines.get(0).getFields();
    List<CsvRecord> data = lines.subList(1, lines.size());
    boolean cut = whole && isCut(data, header.size(), text);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      rows.add(row(data.get(i), header, cut && i == data.size() - 1));
    }
    return new CsvTable(rows, whole && !cut);
  }

  /** Whether the last row lacks fields and the end of its line. */
  private static boolean isCut(List<CsvRecord> data, int fields, String text) {
    return !data.isEmpty()
        && data.get(data.size() - 1).getFieldCount() < fields
        && !text.endsWith("\n")
        && !text.endsWith("\r");
  }

  private Row row(CsvRecord line, List<String> header, boolean cut) {
    int fields = line.getFieldCount();
    boolean malformed = fields != header.size();
    if (cut) {
      faults.add(
          Fault.ofRow(
              place(line),
              CUT.before() + ", or write the other " + (header.size() - fields) + " fields",
              CUT,
              ""));
    } else if (malformed) {
      String alone =
          "must have " + header.size() + " fields like the header, had " + fields + FIELDS.after();
      faults.add(Fault.ofRow(place(line), alone, FIELDS, Integer.toString(fields)));
    } else {
      malformed = !Texts.areSound(place(line), header, line.getFields(), faults);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(fields, header.size()); i++) {
      values.put(header.get(i), line.getField(i));
    }
    return new Row(place(line), values, faults, malformed);
  }
}
