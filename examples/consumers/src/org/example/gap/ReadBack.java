package org.example.gap;

import java.nio.file.Path;
import org.dflib.DataFrame;
import org.dflib.csv.Csv;
import org.fundinggap.export.Tidy;

/** Reads a table with a library of data frames, and prints what another program must find too. */
final class ReadBack {
  private ReadBack() {}

  static void check(Tidy table, Path file) {
    DataFrame read = Csv.loader().emptyStringIsNull().load(file);
    double[] written = table.rows().mapToDouble(row -> row.value()).toArray();
    double sum = 0;
    int numbers = 0;
    for (int i = 0; i < read.height(); i++) {
      Object cell = read.get("value", i);
      double value = cell == null ? Double.NaN : Double.parseDouble(cell.toString());
      if (Double.compare(value, written[i]) != 0) {
        throw new IllegalStateException("row " + i + " was " + value + ", wrote " + written[i]);
      }
      if (cell != null) {
        sum += value;
        numbers++;
      }
    }
    if (read.height() != written.length) {
      throw new IllegalStateException(read.height() + " rows read, wrote " + written.length);
    }
    String bits = String.format("%016x", Double.doubleToLongBits(sum));
    System.out.println("read " + numbers + " numbers, bits of their sum " + bits);
  }
}
