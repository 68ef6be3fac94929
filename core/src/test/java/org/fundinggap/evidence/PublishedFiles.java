package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.fundinggap.quantity.FinancialYear;

/**
 * A folder of published files and what tests read in them.
 *
 * @param folder where the files lie
 * @param isWhole true for the files as they were published, false for the cuts of them that every
 *     clone holds: some rows of each, unaltered
 */
public record PublishedFiles(Path folder, boolean isWhole) {
  /** Names the folder of whole files. */
  static final String PROPERTY = "fundinggap.publishedFiles";

  private static final Pattern CELL =
      Pattern.compile(
          "<c r=\"([A-Z]+)(\\d+)\"([^>]*)>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>([^<]*)</v>");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The register, read once. */
  static final EvidenceBase EVIDENCE = EvidenceBase.load();

  /** The cuts, and after them the whole files where their folder is named. */
  public static List<PublishedFiles> held() {
    List<PublishedFiles> held = new ArrayList<>(List.of(cuts()));
    whole().ifPresent(held::add);
    return held;
  }

  static PublishedFiles cuts() {
    String page = "published/README.md";
    try {
      Path beside =
          Path.of(Objects.requireNonNull(PublishedFiles.class.getResource(page), page).toURI());
      return new PublishedFiles(Objects.requireNonNull(beside.getParent()), false);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<PublishedFiles> whole() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .filter(name -> !name.isBlank())
        .map(name -> new PublishedFiles(Path.of(name).toAbsolutePath(), true));
  }

  /** Says so where the file is missing: a folder that is named must hold every file. */
  Path path(String file) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "published file "
              + file
              + " must be in "
              + folder
              + ", was not; put it there (docs/evidence.md lists all) or leave out -D"
              + PROPERTY);
    }
    return path;
  }

  @Override
  public String toString() {
    return isWhole ? "whole files" : "cuts";
  }

  /** Rows of a UTF-8 file whose first line is the header. */
  public List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(path(file))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of England in a file of Explore Education Statistics. */
  List<NamedCsvRecord> england(String file) {
    return rows(file).stream()
        .filter(row -> row.getField("geographic_level").equals("National"))
        .toList();
  }

  /** England by year from a file with a column of categories, one value for each. */
  Map<Integer, String> england(
      String file, String categoryColumn, String category, String valueColumn) {
    Map<Integer, String> byYear = new HashMap<>();
    for (NamedCsvRecord row : england(file)) {
      if (row.getField(categoryColumn).equals(category)) {
        byYear.put(Integer.valueOf(row.getField("time_period")), row.getField(valueColumn));
      }
    }
    return byYear;
  }

  /** The value of a year; a missing year is a failure, not a skip. */
  static String of(Map<Integer, String> byYear, int year) {
    return Objects.requireNonNull(
        byYear.get(year), () -> year + " is not among " + byYear.keySet());
  }

  /** England of one measure of the interactive tool, by financial year as it is written there. */
  Map<String, String> tool(String measure) {
    Map<String, String> byYear = new HashMap<>();
    for (NamedCsvRecord row : rows("lait/lait_social_care_extract.csv")) {
      if (row.getField("LA Number").equals("970") && row.getField("Short Desc").equals(measure)) {
        byYear.put(row.getField("Years").replace(" (OT)", ""), row.getField("Values"));
      }
    }
    return byYear;
  }

  /** The sum over authorities of one column of one line of a section 251 outturn, in pounds. */
  BigDecimal outturnSum(String file, String line, String column) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(path(file), WINDOWS)) {
      return reader.stream()
          .filter(row -> row.getField("LineNumber").equals(line))
          .map(row -> row.getField(column))
          .map(cell -> cell.isBlank() ? BigDecimal.ZERO : new BigDecimal(cell))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a finance table that has title rows above its header, up to its second header. */
  List<List<String>> financeTable(String file, boolean windows) {
    Charset charset = windows ? WINDOWS : StandardCharsets.UTF_8;
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder().detectBomHeader(!windows).ofCsvRecord(path(file), charset);
        Stream<CsvRecord> lines = reader.stream()) {
      return lines.map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a sheet of a workbook, counted from 1, by row and column. */
  Map<Integer, Map<String, String>> sheet(String workbook, int sheet) throws IOException {
    Map<Integer, Map<String, String>> rows = new TreeMap<>();
    try (ZipFile zip = new ZipFile(path(workbook).toFile())) {
      List<String> texts = new ArrayList<>();
      Matcher items =
          Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL)
              .matcher(entry(zip, "xl/sharedStrings.xml"));
      while (items.find()) {
        texts.add(items.group(1).replaceAll("<[^>]*>", "").strip());
      }
      Matcher cells = CELL.matcher(entry(zip, "xl/worksheets/sheet" + sheet + ".xml"));
      while (cells.find()) {
        boolean isText = cells.group(3).contains("t=\"s\"");
        rows.computeIfAbsent(Integer.valueOf(cells.group(2)), any -> new HashMap<>())
            .put(
                cells.group(1),
                isText ? texts.get(Integer.parseInt(cells.group(4))) : cells.group(4));
      }
    }
    return rows;
  }

  private static String entry(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** A number of a finance table, which separates thousands, in millions of its thousands. */
  static double millions(String cell) {
    return new BigDecimal(cell.replace(",", "").strip()).movePointLeft(3).doubleValue();
  }

  /** A number of pounds, in millions. */
  static double millionsOfPounds(String cell) {
    return new BigDecimal(cell).movePointLeft(6).doubleValue();
  }

  /** A published percentage as a share. */
  static double share(String cell) {
    return new BigDecimal(cell).movePointLeft(2).doubleValue();
  }

  /** What the register holds. */
  static double registered(String series, FinancialYear year) {
    return EVIDENCE.series(series).at(year);
  }

  /** Compares a published text with the register. */
  static void assertSame(String published, String series, FinancialYear year) {
    assertEquals(
        Double.parseDouble(published), registered(series, year), () -> series + " in " + year);
  }
}
