package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("From the pages alone the baseline can be built again, to the bit:")
class FullNumbersTest {
  private static Map<String, Inputs> all;

  @BeforeAll
  static void read() {
    all = FullNumbers.all();
  }

  /** The cells of the rows of tables, without code marks; titles and rules of tables too. */
  private static List<List<String>> cells(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .map(row -> row.stream().map(cell -> cell.replace("`", "")).toList())
        .toList();
  }

  /** The texts of a column by the name in the first, for the inputs of a name. */
  private static Map<String, String> column(List<String> lines, int column, String where) {
    Map<String, String> texts = new TreeMap<>();
    for (List<String> row : cells(lines).subList(2, cells(lines).size())) {
      String last = row.get(row.size() - 1);
      if (last.equals("all") || List.of(last.split("; ", -1)).contains(where)) {
        texts.put(row.get(0), row.get(column));
      }
    }
    return texts;
  }

  @Test
  @DisplayName("every distribution")
  void distributions() {
    List<String> lines = FullNumbers.distributions();
    List<String> expected = new ArrayList<>();
    List<String> made = new ArrayList<>();
    all.forEach(
        (where, inputs) -> {
          Map<String, String> texts = column(lines, 1, where);
          inputs
              .parameters()
              .forEach(
                  (parameter, distribution) -> {
                    expected.add(distribution.toString());
                    made.add(texts.getOrDefault(parameter.name(), "missing()"));
                  });
        });
    assertEquals(expected, printed(made.stream().distinct().toList(), made));
    assertTrue(expected.size() > 6 * 100, () -> "only " + expected.size());
  }

  /** What Java prints for distributions that are written as the page writes them. */
  private static List<String> printed(List<String> different, List<String> texts) {
    Map<String, String> printed = new TreeMap<>();
    try (Shell shell = new Shell()) {
      shell.start(List.of("import static org.fundinggap.distribution.Distribution.*"));
      for (String text : different) {
        String java = text.replace("{", "new double[] {");
        printed.put(text, String.join("", shell.run("System.out.println(" + java + ");")));
      }
    }
    return texts.stream().map(text -> String.valueOf(printed.get(text))).toList();
  }

  @Test
  @DisplayName("every opening value")
  void openings() {
    List<String> lines = FullNumbers.openings();
    all.forEach(
        (where, inputs) -> {
          Map<String, Double> expected = new TreeMap<>();
          for (InputEntry entry : inputs.entries()) {
            if (entry instanceof InputEntry.OfOpening opening) {
              expected.put(opening.quantity().name(), opening.value());
            }
          }
          Map<String, Double> read = new TreeMap<>();
          column(lines, 3, where).forEach((name, text) -> read.put(name, Double.valueOf(text)));
          assertEquals(expected, read, where);
        });
  }

  @Test
  @DisplayName("every correlation, and which shocks have none")
  void correlations() {
    List<Correlation> read = new ArrayList<>();
    List<List<String>> rows = cells(FullNumbers.correlations());
    for (int i = 0; i < rows.size(); ) {
      List<String> names = rows.get(i).subList(1, rows.get(i).size());
      double[][] matrix =
          rows.subList(i + 2, i + 2 + names.size()).stream()
              .map(row -> row.subList(1, row.size()))
              .map(row -> row.stream().mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      read.add(Correlation.of(names, matrix));
      i += 2 + names.size();
    }
    List<String> alone =
        cells(FullNumbers.independentShocks()).stream().map(row -> row.get(0)).toList();
    for (Inputs inputs : all.values()) {
      assertEquals(inputs.correlations(), read);
      for (InputEntry entry : inputs.entries()) {
        if (entry instanceof InputEntry.OfShock shock) {
          assertEquals(shock.group().isEmpty(), alone.contains(shock.quantity().name()));
        }
      }
    }
  }

  @Test
  @DisplayName("every path of every year")
  void paths() {
    List<List<String>> rows = cells(FullNumbers.paths());
    List<String> names = rows.get(0);
    for (Inputs inputs : all.values()) {
      Model model = inputs.model();
      model
          .schedules()
          .forEach(
              path -> {
                int column = names.indexOf(path.name());
                assertTrue(column > 0, path::name);
                Map<FinancialYear, Double> read =
                    rows.subList(2, rows.size()).stream()
                        .collect(
                            Collectors.toMap(
                                row -> FinancialYear.parse(row.get(0)),
                                row -> Double.valueOf(row.get(column))));
                for (FinancialYear year : inputs.years().years()) {
                  assertEquals(inputs.schedule(path, year), read.get(year), path + " " + year);
                }
              });
    }
  }
}
