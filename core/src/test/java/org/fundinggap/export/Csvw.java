package org.fundinggap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a table and what stands beside it keep the rules of CSV on the Web.
 *
 * <p>References: W3C, Metadata Vocabulary for Tabular Data and Model for Tabular Data and Metadata
 * on the Web, Recommendations of 17 December 2015.
 */
public final class Csvw {
  private static final Set<String> INHERITED =
      Set.of(
          "aboutUrl",
          "datatype",
          "default",
          "lang",
          "null",
          "ordered",
          "propertyUrl",
          "required",
          "separator",
          "textDirection",
          "valueUrl");

  private static final Set<String> TABLE =
      Set.of(
          "@context",
          "@id",
          "@type",
          "url",
          "dialect",
          "notes",
          "suppressOutput",
          "tableDirection",
          "tableSchema",
          "transformations");

  private static final Set<String> SCHEMA =
      Set.of("@id", "@type", "columns", "foreignKeys", "primaryKey", "rowTitles");

  private static final Set<String> COLUMN =
      Set.of("@id", "@type", "name", "suppressOutput", "titles", "virtual");

  /** How a number of XML Schema is written that CSV on the Web reads without a format. */
  private static final Pattern DOUBLE =
      Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?|-?INF|NaN");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.]*");
  private static final Pattern PREFIXED = Pattern.compile("dc:[A-Za-z]+");

  private final Map<String, Object> metadata;
  private final List<CsvRecord> records;

  private Csvw(String csv, String json) {
    metadata = object(StrictJson.read(json));
    records = CsvReader.builder().ofCsvRecord(csv).stream().toList();
  }

  public static void assertKept(String csv, String json, String file) {
    Csvw table = new Csvw(csv, json);
    table.assertNames(table.metadata, TABLE);
    assertEquals(
        List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")),
        table.metadata.get("@context"));
    URI url = URI.create((String) table.metadata.get("url"));
    assertFalse(url.isAbsolute() || url.getRawPath().contains("/"), url.toString());
    assertEquals(file, url.getPath());
    table.assertDialect(csv);
    table.assertColumns();
    table.assertCells();
    table.assertKey();
  }

  @SuppressWarnings("unchecked") // so does StrictJson read them
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  private static Object member(Map<String, Object> of, String name) {
    return Objects.requireNonNull(of.get(name), name);
  }

  private Map<String, Object> schema() {
    return object(member(metadata, "tableSchema"));
  }

  private List<Map<String, Object>> columns() {
    return ((List<?>) member(schema(), "columns")).stream().map(Csvw::object).toList();
  }

  private void assertNames(Map<String, Object> of, Set<String> known) {
    for (String name : of.keySet()) {
      boolean prefixed = PREFIXED.matcher(name).matches();
      assertTrue(prefixed || known.contains(name) || INHERITED.contains(name), name);
      assertTrue(!prefixed || of.get(name) instanceof String, name);
    }
  }

  /** UTF-8 without a mark at its start, a line feed behind every row, quotes doubled in quotes. */
  private void assertDialect(String csv) {
    assertEquals(
        Map.of("encoding", "utf-8", "lineTerminators", List.of("\n"), "header", true),
        metadata.get("dialect"));
    assertFalse(csv.startsWith("\uFEFF"));
    assertTrue(csv.endsWith("\n"));
    String outside = csv.replaceAll("\"(?:[^\"]|\"\")*+\"", "");
    assertFalse(outside.contains("\r") || outside.contains("\""));
    assertEquals(records.size(), outside.lines().count());
    assertTrue(outside.lines().skip(1).noneMatch(line -> line.startsWith("#")), "a comment");
  }

  private void assertColumns() {
    assertNames(schema(), SCHEMA);
    Set<String> names = new HashSet<>();
    List<String> titles = new ArrayList<>();
    for (Map<String, Object> column : columns()) {
      assertNames(column, COLUMN);
      String name = (String) column.get("name");
      assertTrue(NAME.matcher(name).matches() && names.add(name), name);
      titles.add((String) column.get("titles"));
      assertTrue(Set.of("string", "double").contains((String) column.get("datatype")), name);
    }
    assertEquals(records.get(0).getFields(), titles);
  }

  /** An empty cell is null, the default of the vocabulary, whatever its type. */
  private void assertCells() {
    List<Map<String, Object>> columns = columns();
    for (CsvRecord row : records.subList(1, records.size())) {
      assertEquals(columns.size(), row.getFieldCount());
      for (int c = 0; c < columns.size(); c++) {
        String cell = row.getField(c);
        boolean required = Boolean.TRUE.equals(columns.get(c).get("required"));
        assertFalse(required && cell.isEmpty(), () -> row + "");
        boolean number = member(columns.get(c), "datatype").equals("double") && !cell.isEmpty();
        assertFalse(number && !DOUBLE.matcher(cell).matches(), () -> row + "");
      }
    }
  }

  boolean isKeyed() {
    return schema().containsKey("primaryKey");
  }

  private void assertKey() {
    if (!isKeyed()) {
      return;
    }
    List<Object> names = columns().stream().map(column -> column.get("name")).toList();
    List<Integer> key =
        ((List<?>) member(schema(), "primaryKey")).stream().map(names::indexOf).toList();
    assertTrue(key.stream().allMatch(column -> column >= 0), key + "");
    Set<List<String>> seen = new HashSet<>();
    for (CsvRecord row : records.subList(1, records.size())) {
      assertTrue(seen.add(key.stream().map(row::getField).toList()), () -> "twice: " + row);
    }
  }

  static boolean isKeyed(Tidy table) {
    return new Csvw(table.toCsv(), table.metadata("a.csv")).isKeyed();
  }
}
