package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever reads an id anywhere finds it on a page, in a row that leads to an address. */
@DisplayName("The way from an id to an address that a reader can open")
class ChainTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*");
  private static final Pattern ROW_OF_SOURCE = Pattern.compile("^\\| ([A-Z0-9-]+) \\|.*");

  /** The rows of tables by the id that they start with. */
  private static Map<String, String> rows(Pattern pattern, String... pages) {
    Map<String, String> rows = new HashMap<>();
    for (String page : pages) {
      for (String line : Pages.named(page).lines()) {
        Matcher row = pattern.matcher(line);
        if (row.matches()) {
          rows.merge(row.group(1), line, String::concat);
        }
      }
    }
    return rows;
  }

  /** What each id of the register rests on. */
  private static Map<String, List<Source>> sourcesById(EvidenceBase evidence) {
    Map<String, List<Source>> sources = new LinkedHashMap<>();
    evidence.figures().forEach(each -> sources.put(each.id(), List.of(each.provenance().source())));
    evidence.priors().forEach(each -> sources.put(each.id(), List.of(each.provenance().source())));
    evidence
        .allSeries()
        .forEach(
            each ->
                sources.put(
                    each.id(),
                    each.observations().values().stream()
                        .map(value -> value.provenance().source())
                        .distinct()
                        .toList()));
    return sources;
  }

  @Test
  @DisplayName("leads over every figure, series and prior")
  void everyIdLeadsToAnAddress() {
    EvidenceBase evidence = EvidenceBase.load();
    Map<String, String> rows = rows(ROW, "docs/evidence.md", "docs/parameters.md");
    List<String> broken = new ArrayList<>();
    sourcesById(evidence)
        .forEach(
            (id, sources) -> {
              String row = rows.getOrDefault(id, "");
              for (Source source : sources) {
                String target = source.address().isEmpty() ? source.id() : source.id() + "](";
                if (!row.contains(target)) {
                  broken.add(id + " does not lead to " + source.id());
                }
              }
            });
    assertEquals(List.of(), broken);
  }

  @Test
  @DisplayName("or to a source that says why it has none")
  void sourceWithoutAddressSaysWhy() {
    Map<String, String> rows = rows(ROW_OF_SOURCE, "docs/evidence.md");
    for (Source source : EvidenceBase.load().sources()) {
      String row = rows.getOrDefault(source.id(), "");
      assertTrue(row.contains("](") || row.contains(source.unconfirmed()), source::id);
      assertTrue(!source.address().isEmpty() || !source.unconfirmed().isEmpty(), source::id);
    }
  }

  @Test
  @DisplayName("starts from every number of the baseline")
  void everyNumberNamesKnownIds() {
    Set<String> known = rows(ROW, "docs/evidence.md", "docs/parameters.md").keySet();
    assertKnown(FullNumbers.openings(), known);
    assertKnown(FullNumbers.pathEvidence(), known);
    assertKnown(ModelTables.parameters(), known);
  }

  private static void assertKnown(List<String> table, Set<String> known) {
    int evidence = cells(table.get(0)).indexOf("evidence");
    for (String row : table.subList(2, table.size())) {
      List<String> ids = List.of(cells(row).get(evidence).split(", ", -1));
      assertTrue(known.containsAll(ids), row);
    }
  }

  private static List<String> cells(String row) {
    return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
  }
}
