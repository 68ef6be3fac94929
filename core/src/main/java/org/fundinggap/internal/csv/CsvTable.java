package org.fundinggap.internal.csv;

import java.util.List;

/**
 * The rows of one file of the register, columns bound by name.
 *
 * @param rows what could be read
 * @param complete false if a fault of the file hid rows, so that what they would have declared is
 *     not known
 */
public record CsvTable(List<Row> rows, boolean complete) {
  public static CsvTable unreadable() {
    return new CsvTable(List.of(), false);
  }

  /** Reads a file, adding what is wrong with it to the faults. */
  public static CsvTable read(String file, byte[] bytes, List<String> columns, Faults faults) {
    return new CsvTableReader(file, columns, faults).read(bytes);
  }
}
