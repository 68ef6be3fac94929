package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A register written by what the page on evidence says of its columns is one that can be read. */
@DisplayName("The columns of a register on the page on evidence")
class RegisterColumnsTest {
  private static final String OBSERVATIONS = "observations/\\*.csv";
  private static final String PRIORS = "priors.csv";
  private static final String OPTIONAL = "may be given";
  private static final String EMPTY = "empty";

  /** A value for each column of a sound row; columns that are not here are left empty. */
  private static final Map<String, Map<String, String>> ROWS =
      Map.of(
          "sources.csv",
          Map.of(
              "id",
              "S",
              "title",
              "T",
              "publisher",
              "P",
              "published",
              "2025-01-01",
              "unconfirmed",
              "lost",
              "licence",
              "none"),
          "figures.csv",
          Map.of(
              "id",
              "f",
              "label",
              "F",
              "value",
              "1",
              "unit",
              "number",
              "area",
              "E92000001",
              "kind",
              "outturn",
              "quality",
              "green",
              "source",
              "S"),
          "series.csv",
          Map.of(
              "id",
              "s",
              "label",
              "S",
              "unit",
              "number",
              "timing",
              "financial-year",
              "area",
              "E92000001",
              "kind",
              "outturn",
              "source",
              "S",
              "lag_months",
              "3"),
          OBSERVATIONS,
          Map.of("series", "s", "year", "2020-21", "value", "1", "quality", "green"),
          PRIORS,
          Map.of(
              "label",
              "B",
              "unit",
              "ratio",
              "kind",
              "assumption",
              "quality",
              "red",
              "source",
              "S"));

  /** What a prior may say of its shape. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "centre",
          "2",
          "spread",
          "1",
          "lower",
          "1",
          "upper",
          "4",
          "mass_at_zero",
          "0.25",
          "why_fixed",
          "a convention");

  private final List<String> page = Pages.named("docs/evidence.md").lines();

  @TempDir Path directory;

  @BeforeEach
  void writeOthers() throws IOException {
    for (String file : ROWS.keySet()) {
      write(file, file.equals(PRIORS) ? List.of() : List.of(ROWS.get(file)));
    }
  }

  private List<String> columns(String file) {
    int at = 0;
    while (!page.get(at).startsWith("**" + file + "**:")) {
      at++;
    }
    while (!page.get(at).equals(Page.FENCE)) {
      at++;
    }
    return List.of(page.get(at + 1).split(",", -1));
  }

  private void write(String file, List<Map<String, String>> rows) throws IOException {
    List<String> columns = columns(file);
    String lines =
        rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .collect(Collectors.joining(",")))
            .map(line -> "\n" + line)
            .collect(Collectors.joining());
    Path path = directory.resolve(file.replace("\\*", "own"));
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join(",", columns) + lines, UTF_8);
  }

  /** The rows of the table of shapes: by column, what the page says must stand there. */
  private List<Map<String, String>> shapes() {
    List<String> names =
        cells(page.stream().filter(l -> l.startsWith("| `distribution`")).findFirst().get());
    return page.stream()
        .filter(line -> line.matches("\\| `(fixed|normal|triangular|uniform)` \\|.*"))
        .map(
            line -> {
              Map<String, String> shape = new TreeMap<>();
              for (int i = 0; i < names.size(); i++) {
                for (String name : names.get(i).split(", ", -1)) {
                  shape.put(name, cells(line).get(i));
                }
              }
              return shape;
            })
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .map(cell -> cell.replace("`", "").strip())
        .toList();
  }

  /** A prior that says all that the page lets it say, or as little as it must. */
  private static Map<String, String> prior(Map<String, String> shape, boolean all) {
    Map<String, String> row = new TreeMap<>(ROWS.get(PRIORS));
    row.put("id", shape.get("distribution"));
    row.put("distribution", shape.get("distribution"));
    NUMBERS.forEach(
        (column, value) -> {
          String said = shape.get(column);
          if (!said.equals(EMPTY) && (all || !said.startsWith(OPTIONAL))) {
            row.put(column, value);
          }
        });
    return row;
  }

  @Test
  @DisplayName("make a register that can be read, with a prior of each shape")
  void registerIsRead_whenWrittenByThePage() throws IOException {
    for (boolean all : new boolean[] {true, false}) {
      write(PRIORS, shapes().stream().map(shape -> prior(shape, all)).toList());
      assertEquals(
          "Evidence: 1 series, 1 figures, 4 priors from 1 sources",
          EvidenceBase.load(directory).toString());
    }
  }

  @TestFactory
  @DisplayName("must be filled where the page says so, and empty where it says so:")
  List<DynamicTest> priorIsRefused_whenItIsNotAsThePageSays() {
    return shapes().stream()
        .flatMap(
            shape ->
                NUMBERS.keySet().stream()
                    .filter(column -> !shape.get(column).startsWith(OPTIONAL))
                    .map(
                        column ->
                            DynamicTest.dynamicTest(
                                shape.get("distribution") + ", " + column,
                                () -> assertRefused(shape, column))))
        .toList();
  }

  private void assertRefused(Map<String, String> shape, String column) throws IOException {
    Map<String, String> row = prior(shape, false);
    if (row.containsKey(column)) {
      row.remove(column);
    } else {
      row.put(column, NUMBERS.get(column));
    }
    write(PRIORS, List.of(row));
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> EvidenceBase.load(directory)).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("priors.csv line 2"), problems.get(0));
  }
}
