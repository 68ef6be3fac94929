package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.PublishedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Variation of entries and of children in need between authorities")
@ParameterizedClass(name = "{0}")
@MethodSource("org.fundinggap.evidence.PublishedFiles#held")
class PublishedVariationTest {
  private static final String FILE = "ees-cla/cla_number_and_rate_per_10k_children.csv";

  /** The least number of children of an authority that is counted. */
  private static final double LEAST = 5_000;

  private static final String NEED = "ees-cin/b1_children_in_need_2013_to_2025.csv";

  private record Authority(double children, double counted) {
    double rate() {
      return 10_000 * counted / children;
    }
  }

  private final PublishedFiles files;

  PublishedVariationTest(PublishedFiles files) {
    this.files = files;
  }

  private List<Authority> authorities() {
    return files.rows(FILE).stream()
        .filter(row -> row.getField("geographic_level").equals("Local authority"))
        .filter(row -> row.getField("time_period").equals("2025"))
        .filter(row -> row.getField("population_type").contains("starting"))
        .filter(row -> row.getField("children_count").matches("[0-9]+"))
        .filter(row -> row.getField("population_estimate").matches("[0-9]+"))
        .map(
            row -> new Authority(number(row, "population_estimate"), number(row, "children_count")))
        .filter(authority -> authority.children() > LEAST)
        .sorted(Comparator.comparing(Authority::rate))
        .toList();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static Figure figure(String id) {
    return Catalogues.evidence().figure(id);
  }

  private List<Authority> inNeed() {
    Map<String, Double> children =
        files.rows(FILE).stream()
            .filter(row -> row.getField("geographic_level").equals("Local authority"))
            .filter(row -> row.getField("time_period").equals("2025"))
            .filter(row -> row.getField("population_type").contains("starting"))
            .filter(row -> row.getField("population_estimate").matches("[0-9]+"))
            .collect(
                Collectors.toMap(
                    row -> row.getField("new_la_code"), row -> number(row, "population_estimate")));
    return files.rows(NEED).stream()
        .filter(row -> row.getField("geographic_level").equals("Local authority"))
        .filter(row -> row.getField("time_period").equals("2025"))
        .filter(row -> children.getOrDefault(row.getField("new_la_code"), 0.0) > LEAST)
        .map(
            row ->
                new Authority(
                    Objects.requireNonNull(children.get(row.getField("new_la_code"))),
                    number(row, "At31_episodes")))
        .sorted(Comparator.comparing(Authority::rate))
        .toList();
  }

  @Test
  @DisplayName("of children in need is what the published rows give")
  void variationOfNeedIsThatOfThePublishedRows() {
    List<Authority> all = inNeed();
    assertEquals(151, all.size());
    double median = all.get(75).rate();
    Figure rate = figure("authority-need-rate-2024-25");
    assertEquals(median, rate.value(), 0.06);
    assertEquals(all.get(15).rate(), rate.low(), 0.5);
    assertEquals(all.get(135).rate(), rate.high(), 0.5);
    double inNeed = 0;
    double below = 0;
    double missing = 0;
    for (Authority authority : all) {
      inNeed += authority.counted();
      if (authority.rate() < median) {
        below += authority.counted();
        missing += median * authority.children() / 10_000 - authority.counted();
      }
    }
    assertEquals(below / inNeed, figure("authority-need-below-median").value(), 0.0005);
    assertEquals(missing / below, figure("authority-need-shortfall").value(), 0.0005);
  }

  @Test
  @DisplayName("of entries is what the published rows give")
  void variationIsThatOfThePublishedRows() {
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
      entries += authority.counted();
      if (authority.rate() > median) {
        above += authority.counted();
        beyond += authority.counted() - median * authority.children() / 10_000;
      }
    }
    assertEquals(above / entries, figure("authority-entries-above-median").value(), 0.0005);
    assertEquals(beyond / above, figure("authority-entries-excess").value(), 0.0005);
  }
}
