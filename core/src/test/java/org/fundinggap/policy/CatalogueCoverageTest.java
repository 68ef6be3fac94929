package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every measure of the source documents is in the catalogue")
class CatalogueCoverageTest {
  /** Documents by the start of ids; numbers of each must run from 1 without a gap. */
  private static final Map<String, List<String>> DOCUMENTS =
      Map.of(
          "appgc-", List.of("SEED-0", "SEED-1"),
          "stable-homes-", List.of("SEED-2"),
          "family-help-", List.of("SEED-3"),
          "children-first-", List.of("SEED-4"));

  private static final Map<String, Integer> COUNTS =
      Map.of("appgc-", 12, "stable-homes-", 8, "family-help-", 5, "children-first-", 7);

  @Test
  @DisplayName("by its source and number")
  void everyDocumentIsComplete() {
    DOCUMENTS.forEach(
        (start, sources) -> {
          List<Measure> measures =
              Catalogues.shipped().measures().stream()
                  .filter(measure -> measure.id().startsWith(start))
                  .filter(measure -> measure.sources().get(0).startsWith("SEED-"))
                  .toList();
          assertEquals(COUNTS.get(start), measures.size(), start);
          for (int i = 0; i < measures.size(); i++) {
            assertEquals(i + 1, measures.get(i).number(), measures.get(i)::toString);
            assertEquals(sources, measures.get(i).sources());
          }
        });
    List<String> trials =
        Catalogues.shipped().measures().stream()
            .flatMap(measure -> measure.sources().stream())
            .filter(source -> source.startsWith("STUDY-"))
            .toList();
    assertEquals(List.of("STUDY-FGC-2024", "STUDY-HERTS"), trials);
  }

  @Test
  @DisplayName("by what it is about, and holds nothing else of them")
  void everyMeasureOfTheDocumentsIsThere() throws IOException {
    List<NamedCsvRecord> list = listed();
    for (NamedCsvRecord row : list) {
      Measure measure = Catalogues.shipped().measure(row.getField("id"));
      assertEquals(
          Splitter.on(' ').splitToList(row.getField("documents")),
          measure.sources(),
          row::toString);
      assertEquals(row.getField("number"), String.valueOf(measure.number()), row::toString);
      String text = Ascii.toLowerCase(measure.title() + " " + measure.meaning());
      for (String word : Splitter.on(' ').split(row.getField("words"))) {
        assertTrue(text.contains(word), () -> word + " is not in " + text + " of " + row);
      }
    }
    Set<String> others = new TreeSet<>();
    for (Measure measure : Catalogues.shipped().measures()) {
      if (measure.sources().get(0).startsWith("SEED-")) {
        others.add(measure.id());
      }
    }
    list.forEach(row -> others.remove(row.getField("id")));
    assertEquals(Set.of(), others);
  }

  /** What the documents propose, in our own words, and words that a measure of it must say. */
  private static List<NamedCsvRecord> listed() throws IOException {
    InputStream list = CatalogueCoverageTest.class.getResourceAsStream("source-measures.csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(list))) {
      return rows.stream().toList();
    }
  }

  @Test
  @DisplayName("with sources that are in the register, and over 25 that can be run")
  void sourcesAreRegistered() {
    var known = new HashSet<String>();
    Catalogues.evidence().sources().forEach(source -> known.add(source.id()));
    for (Measure measure : Catalogues.shipped().measures()) {
      assertTrue(known.containsAll(measure.sources()), measure::toString);
    }
    assertTrue(Catalogues.withLevers().size() > 25);
  }
}
