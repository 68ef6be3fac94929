package org.fundinggap.evidence;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.internal.NearestNames;

/**
 * The rows of one file of the register, columns bound by name.
 *
 * @param rows what could be read
 * @param complete false if a fault of the file hid rows, so that what they would have declared is
 *     not known
 */
record CsvTable(List<Row> rows, boolean complete) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static CsvTable unreadable() {
    return new CsvTable(List.of(), false);
  }

  /** Reads a file, adding what is wrong with it to the problems. */
  static CsvTable read(String file, byte[] bytes, List<String> columns, List<String> problems) {
    String text;
    try {
      text = decode(bytes);
    } catch (CharacterCodingException e) {
      problems.add(
          file
              + " line "
              + firstBadLine(bytes)
              + ": must be UTF-8, was another encoding"
              + "; save the file as UTF-8");
      return unreadable();
    }
    if (text.isBlank()) {
      problems.add(file + ": must not be empty; its first line is " + String.join(",", columns));
      return unreadable();
    }
    return parse(file, text, columns, problems);
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

  private static CsvTable parse(
      String file, String text, List<String> columns, List<String> problems) {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        if (!header.isEmpty()) {
          rows.add(row(file, line, header, problems));
          continue;
        }
        header = line.getFields();
        if (!isSound(file, header, columns, problems)) {
          return unreadable();
        }
      }
    } catch (CsvParseException e) {
      problems.add(brokenOff(file, e));
      return new CsvTable(rows, false);
    } catch (IOException e) {
      throw new UncheckedIOException("closing " + file, e);
    }
    return new CsvTable(rows, true);
  }

  private static String brokenOff(String file, CsvParseException fault) {
    Throwable cause = fault.getCause();
    return file
        + ": reading stopped: "
        + fault.getMessage()
        + (cause == null ? "" : " (" + cause.getMessage() + ")")
        + "; close every quote, and double a quote inside a quoted value";
  }

  private static boolean isSound(
      String file, List<String> header, List<String> columns, List<String> problems) {
    int before = problems.size();
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        problems.add(file + " line 1, column " + column + ": must stand once, stands twice");
      } else if (!columns.contains(column)) {
        problems.add(
            file
                + " line 1: unknown column \""
                + column
                + "\"; "
                + NearestNames.to(column, columns));
      }
    }
    for (String column : columns) {
      if (!seen.contains(column)) {
        problems.add(file + " line 1, column " + column + ": is missing; add it");
      }
    }
    return problems.size() == before;
  }

  private static Row row(String file, CsvRecord line, List<String> header, List<String> problems) {
    String place = file + " line " + line.getStartingLineNumber();
    int fields = line.getFieldCount();
    boolean malformed = fields != header.size();
    if (malformed) {
      problems.add(
          place
              + ": must have "
              + header.size()
              + " fields like the header, had "
              + fields
              + "; quote values that hold commas, and write empty ones as nothing between commas");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(fields, header.size()); i++) {
      values.put(header.get(i), line.getField(i));
    }
    return new Row(place, values, problems, malformed);
  }
}
