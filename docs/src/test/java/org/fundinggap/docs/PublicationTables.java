package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Series;
import org.fundinggap.evidence.Source;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;

/** What is published when of a year, and which series it goes into. */
final class PublicationTables {
  private static final Pattern SERIES = Pattern.compile("^series (\\S+) must hold .*");
  private static final Path OBSERVATIONS =
      Path.of("core/src/main/resources/org/fundinggap/evidence/observations");

  private PublicationTables() {}

  /** Where and when a value of the next base year is to be found, as its last value was. */
  private record Place(LocalDate month, String publication, String file)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byMonth = month.compareTo(other.month);
      return byMonth != 0 ? byMonth : toString().compareTo(other.toString());
    }
  }

  /** The publications that the next base year needs, in the order in which they come. */
  static List<String> publications() {
    EvidenceBase evidence = EvidenceBase.load();
    FinancialYear next = Baseline.england(evidence).baseYear().plus(1);
    Set<String> needed = needed(evidence);
    Map<String, String> files = files();
    Map<Place, Set<String>> rows = new TreeMap<>();
    Set<String> listed = used();
    listed.addAll(needed);
    for (String id : listed) {
      if (evidence.hasSeries(id)) {
        Place place = place(evidence.series(id), next, String.valueOf(files.get(id)));
        String held = holds(evidence.series(id), next) ? " (held)" : "";
        String text = (needed.contains(id) ? "**`" + id + "`**" : "`" + id + "`") + held;
        rows.computeIfAbsent(place, any -> new TreeSet<>()).add(text);
      }
    }
    MarkdownTable table =
        new MarkdownTable("about", "where the last value is from", "file", "series");
    rows.forEach(
        (place, ids) ->
            table.row(
                place.month().getMonth().getDisplayName(TextStyle.FULL, Locale.UK)
                    + " "
                    + place.month().getYear(),
                place.publication(),
                place.file(),
                String.join(", ", ids)));
    return table.lines();
  }

  private static boolean holds(Series series, FinancialYear year) {
    return !series.timing().isCalendar() && series.has(year);
  }

  /** Series without which no year can be a base year; far ahead every one of them is missing. */
  private static Set<String> needed(EvidenceBase evidence) {
    return Calibration.missing(evidence, FinancialYear.parse("2090-91")).stream()
        .map(SERIES::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toSet());
  }

  /** What any number of the baseline names. */
  private static Set<String> used() {
    return FullNumbers.all().values().stream()
        .flatMap(inputs -> inputs.evidence().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * As long after the last publication as its year is before the next base year; a year for a
   * forecast, which every edition gives anew.
   */
  private static Place place(Series series, FinancialYear next, String file) {
    Map.Entry<String, Observation> last = series.observations().lastEntry();
    Provenance provenance = last.getValue().provenance();
    int year = Integer.parseInt(last.getKey().substring(0, "2024".length()));
    int later = provenance.kind() == EvidenceKind.FORECAST ? 1 : next.startYear() - year;
    LocalDate month = provenance.published().withDayOfMonth(1).plusYears(later);
    return new Place(month, linked(provenance.source()), "`" + file + "`");
  }

  private static String linked(Source source) {
    return source
        .link()
        .map(address -> source.id() + ": [" + source.title() + "](" + address + ")")
        .orElseGet(() -> source.id() + ": " + source.title());
  }

  /** The file of observations that holds each series. */
  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(Pages.root().resolve(OBSERVATIONS))) {
      for (Path file : all.sorted().toList()) {
        Files.readAllLines(file, UTF_8)
            .forEach(line -> files.put(line.split(",", -1)[0], String.valueOf(file.getFileName())));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return files;
  }
}
