package org.fundinggap.internal.plausible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables of rules beside the register that they were made from. */
@DisplayName("The tables of what a number can be")
class RulesTest {
  /** How far beyond published changes a bound lies, at least, on a scale of logarithms. */
  private static final double MARGIN = 1.5;

  private static final Set<Unit> NEEDS_SORT =
      Set.of(Unit.RATIO, Unit.NUMBER, Unit.YEARS, Unit.GBP_MILLION, Unit.GBP_EACH);

  private final EvidenceBase evidence = EvidenceBase.load();

  static List<NamedCsvRecord> rows(String file) {
    try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> column(String file, String column) {
    return rows(file).stream()
        .map(row -> row.getField(column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @DisplayName("have a row for every unit, and for every sort that is named")
  void everyUnitAndSort() {
    assertEquals(
        java.util.Arrays.stream(Unit.values())
            .map(Unit::symbol)
            .collect(Collectors.toCollection(TreeSet::new)),
        column("units.csv", "unit"));
    Set<String> sorts = column("numbers.csv", "sort");
    sorts.add("change over years"); // of all other figures and priors in shares
    assertEquals(sorts, column("sorts.csv", "sort"));
  }

  @Test
  @DisplayName("name ids that the register has")
  void idsAreKnown() {
    Set<String> named = column("numbers.csv", "id");
    for (NamedCsvRecord row : rows("wholes.csv")) {
      named.addAll(Splitter.on(' ').splitToList(row.getField("parts")));
      if (!row.getField("whole").isEmpty() && !row.getField("whole").equals("1")) {
        named.add(row.getField("whole"));
      }
    }
    assertEquals(
        Set.of(), named.stream().filter(id -> !evidence.knows(id)).collect(Collectors.toSet()));
  }

  @Test
  @DisplayName("give a sort to every prior whose unit says too little")
  void priorsHaveSorts() {
    Set<String> sorted = column("numbers.csv", "id");
    List<String> lacking =
        evidence.priors().stream()
            .filter(prior -> NEEDS_SORT.contains(prior.unit()))
            .map(Prior::id)
            .filter(id -> !sorted.contains(id))
            .toList();
    assertEquals(List.of(), lacking);
  }

  @Test
  @DisplayName("state the extremes that are published, and bounds at least half as far again")
  void changesComeFromHistory() {
    Rules rules = Rules.shipped();
    TreeMap<String, double[]> extremes = new TreeMap<>();
    for (Series series : evidence.allSeries()) {
      List<Observation> values = new ArrayList<>(values(series).values());
      List<Integer> years = new ArrayList<>(values(series).keySet());
      for (int i = 1; i < values.size(); i++) {
        double earlier = values.get(i - 1).value();
        Change change = rules.change(series.unit().symbol(), earlier).orElse(null);
        if (change == null || values.get(i).breakBefore()) {
          continue;
        }
        double yearly =
            yearly(change, earlier, values.get(i).value(), years.get(i) - years.get(i - 1));
        double[] found =
            extremes.computeIfAbsent(
                series.unit() + " " + change.from(),
                any -> change.factor() ? new double[] {1, 1} : new double[2]);
        found[0] = Math.min(found[0], yearly);
        found[1] = Math.max(found[1], yearly);
      }
    }
    for (NamedCsvRecord row : rows("changes.csv")) {
      String of = row.getField("unit") + " " + number(row, "from");
      double[] found = Objects.requireNonNull(extremes.get(of), of);
      assertEquals(found[0], number(row, "published_fall"), 0.00051, of);
      assertEquals(found[1], number(row, "published_rise"), 0.00051, of);
      if (row.getField("measure").equals("factor")) {
        assertTrue(number(row, "fall") <= StrictMath.pow(found[0], MARGIN), of);
        assertTrue(number(row, "rise") >= StrictMath.pow(found[1], MARGIN), of);
      } else {
        assertTrue(number(row, "fall") <= MARGIN * found[0], of);
        assertTrue(number(row, "rise") >= MARGIN * found[1], of);
      }
    }
  }

  private static Map<Integer, Observation> values(Series series) {
    TreeMap<Integer, Observation> values = new TreeMap<>();
    series
        .observations()
        .forEach((year, one) -> values.put(Integer.parseInt(year.substring(0, 4)), one));
    return values;
  }

  private static double yearly(Change change, double earlier, double value, int years) {
    if (!change.factor()) {
      return (value - earlier) / years;
    }
    double factor = Math.max(value, change.smallest()) / Math.max(earlier, change.smallest());
    return StrictMath.pow(factor, 1.0 / years);
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  @Test
  @DisplayName("hold what the register holds without a word of anybody")
  void nothingIsLetThrough() {
    List<String> notes = new ArrayList<>();
    evidence.figures().stream().map(Figure::provenance).forEach(one -> notes.add(one.note()));
    evidence.priors().stream().map(Prior::provenance).forEach(one -> notes.add(one.note()));
    evidence.allSeries().stream()
        .flatMap(series -> series.observations().values().stream())
        .forEach(one -> notes.add(one.provenance().note()));
    assertEquals(List.of(), notes.stream().filter(note -> AsIs.reason(note).isPresent()).toList());
  }
}
