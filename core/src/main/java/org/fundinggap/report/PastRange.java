package org.fundinggap.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.fundinggap.quantity.FinancialYear;

/**
 * How often 80% ranges of past projections held what came, as it was when the library was released:
 * what a reader must know beside any range of today. A test keeps the file that comes with the
 * library to what scoring the past gives.
 *
 * @param of whose ranges, such as {@code lines of spending}
 * @param firstOrigin the first base year that was projected from
 * @param held how many ranges held what came
 * @param windows of how many
 * @param independent how many independent tests they are worth, for windows overlap
 * @param bias by how much what came was above the median on average, as a share
 */
public record PastRange(
    String of, FinancialYear firstOrigin, int held, int windows, int independent, double bias) {
  private static final String FILE = "past-ranges.csv";

  /**
   * The record that comes with the library.
   *
   * @return lines of spending, then gross totals
   */
  public static List<PastRange> shipped() {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    // Asked of the class itself: a module lets nobody else read what it holds.
                    Objects.requireNonNull(PastRange.class.getResourceAsStream(FILE), FILE),
                    UTF_8))) {
      return rows.stream().map(PastRange::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PastRange of(NamedCsvRecord row) {
    return new PastRange(
        row.getField("of"),
        FinancialYear.parse(row.getField("first origin")),
        Integer.parseInt(row.getField("held")),
        Integer.parseInt(row.getField("windows")),
        Integer.parseInt(row.getField("independent")),
        Double.parseDouble(row.getField("bias")));
  }

  /**
   * The whole record in a sentence.
   *
   * @return such as {@code Projected from 2018-19 on, 80% ranges held 177 of 216 (82%) lines of
   *     spending and ...}
   */
  public static String sentence() {
    List<PastRange> all = shipped();
    StringBuilder text =
        new StringBuilder("Projected from " + all.get(0).firstOrigin() + " on, 80% ranges held ");
    for (int i = 0; i < all.size(); i++) {
      text.append(i == 0 ? "" : " and ").append(all.get(i));
    }
    return text.append(", worth about ")
        .append(all.get(0).independent())
        .append(" independent tests.")
        .toString();
  }

  /** By how much totals came out above the median on average, as a share; the last of the file. */
  static double biasOfTotals() {
    List<PastRange> all = shipped();
    return all.get(all.size() - 1).bias();
  }

  /** Such as {@code 177 of 216 (82%) lines of spending}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d of %d (%.0f%%) %s", held, windows, 100.0 * held / windows, of);
  }
}
