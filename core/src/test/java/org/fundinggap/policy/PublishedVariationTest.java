package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fundinggap.evidence.Figure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Variation of entries between authorities")
class PublishedVariationTest {
  private static final String FILE =
      "shared/evidence/data/ees-cla/cla_number_and_rate_per_10k_children.csv";
  private static final List<String> PLACES = List.of("../../" + FILE, "../" + FILE);

  /** The least number of children of an authority that is counted. */
  private static final double LEAST = 5_000;

  private record Authority(double children, double entries) {
    double rate() {
      return 10_000 * entries / children;
    }
  }

  private static List<Authority> authorities() throws IOException {
    Optional<Path> held = PLACES.stream().map(Path::of).filter(Files::isRegularFile).findFirst();
    assumeTrue(held.isPresent(), () -> "the published file is not held at " + PLACES);
    List<Authority> found = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(held.orElseThrow())) {
      for (NamedCsvRecord row : rows) {
        boolean counts =
            row.getField("geographic_level").equals("Local authority")
                && row.getField("time_period").equals("2025")
                && row.getField("population_type").contains("starting")
                && row.getField("children_count").matches("[0-9]+")
                && row.getField("population_estimate").matches("[0-9]+");
        if (counts && Double.parseDouble(row.getField("population_estimate")) > LEAST) {
          found.add(
              new Authority(
                  Double.parseDouble(row.getField("population_estimate")),
                  Double.parseDouble(row.getField("children_count"))));
        }
      }
    }
    found.sort(Comparator.comparing(Authority::rate));
    return found;
  }

  private static Figure figure(String id) {
    return Catalogues.evidence().figure(id);
  }

  @Test
  @DisplayName("is what the published rows give")
  void variationIsThatOfThePublishedRows() throws IOException {
    List<Authority> all = authorities();
    assertEquals(151, all.size());
    double median = all.get(75).rate();
    Figure rate = figure("authority-entries-rate-2024-25");
    assertEquals(median, rate.value(), 0.05);
    assertEquals(all.get(15).rate(), rate.low(), 0.5);
    assertEquals(all.get(135).rate(), rate.high(), 0.5);
    double entries = 0;
    double above = 0;
    double beyond = 0;
    for (Authority authority : all) {
      entries += authority.entries();
      if (authority.rate() > median) {
        above += authority.entries();
        beyond += authority.entries() - median * authority.children() / 10_000;
      }
    }
    assertEquals(above / entries, figure("authority-entries-above-median").value(), 0.0005);
    assertEquals(beyond / above, figure("authority-entries-excess").value(), 0.0005);
  }
}
