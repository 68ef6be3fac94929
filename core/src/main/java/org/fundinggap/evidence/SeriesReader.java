package org.fundinggap.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.csv.CsvTable;
import org.fundinggap.internal.csv.Place;
import org.fundinggap.internal.csv.Row;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** Reads the table of series, then every table of observations, then every table of vintages. */
final class SeriesReader {
  private static final List<String> SERIES_COLUMNS =
      List.of(
          "id",
          "label",
          "unit",
          "price_basis",
          "timing",
          "area",
          "kind",
          "source",
          "location",
          "lag_months",
          "note");
  private static final List<String> OBSERVATION_COLUMNS =
      List.of("series", "year", "value", "quality", "break", "kind", "source", "published", "note");
  private static final List<String> VINTAGE_COLUMNS =
      List.of(
          "series",
          "year",
          "value",
          "quality",
          "kind",
          "source",
          "location",
          "published",
          "until",
          "note");

  /** A series with what its observations inherit; {@code row} is for faults found at the end. */
  private record Entry(
      Series.Head head,
      EvidenceKind kind,
      Source source,
      String location,
      int lagMonths,
      Row row) {}

  /** What an observation says itself; the rest it inherits. */
  private record Own(
      double value,
      Quality quality,
      Optional<EvidenceKind> kind,
      Optional<Source> source,
      Optional<LocalDate> published) {}

  private static final String BREAK = "yes";
  private static final int UNKNOWN_YEAR = 0;

  private final RegisterReader register;
  private final Set<String> declared = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, NavigableMap<Integer, Observation>> observations = new HashMap<>();
  private final Map<String, Vintages> vintages = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  SeriesReader(RegisterReader register) {
    this.register = register;
  }

  Map<String, Series> read() {
    CsvTable table = register.table(RegisterFiles.SERIES, SERIES_COLUMNS);
    table.rows().forEach(this::readHead);
    boolean complete = true;
    for (String file : register.observationFiles()) {
      CsvTable values = register.table(file, OBSERVATION_COLUMNS);
      complete &= values.complete();
      for (Row row : values.rows()) {
        readObservation(row, table.complete());
      }
    }
    for (String file : register.vintageFiles()) {
      for (Row row : register.table(file, VINTAGE_COLUMNS).rows()) {
        readVintage(row, table.complete(), complete);
      }
    }
    return assemble(complete);
  }

  private void readHead(Row row) {
    String id = register.ids().take(row);
    declared.add(id);
    String label = row.required("label");
    Unit unit = RegisterReader.unit(row);
    Optional<PriceBasis> basis = RegisterReader.basis(row, unit);
    Timing timing = row.word("timing", Timing.class);
    String area = RegisterReader.area(row);
    EvidenceKind kind = row.word("kind", EvidenceKind.class);
    Source source = register.source(row);
    int lag = row.whole("lag_months");
    row.build(
            () ->
                new Entry(
                    new Series.Head(id, label, unit, basis, timing, area, row.text("note")),
                    kind,
                    source,
                    row.text("location"),
                    lag,
                    row))
        .ifPresent(entry -> entries.put(id, entry));
  }

  private void readObservation(Row row, boolean allSeriesKnown) {
    String id = seriesOf(row, allSeriesKnown);
    mentioned.add(id);
    if (!row.isEmpty("break") && !row.text("break").equals(BREAK)) {
      row.fault("break", "be yes or empty", "write yes where the series breaks");
    }
    Own own =
        new Own(
            row.number("value"),
            row.word("quality", Quality.class),
            unlessEmpty(row, "kind", () -> row.word("kind", EvidenceKind.class)),
            unlessEmpty(row, "source", () -> register.source(row)),
            unlessEmpty(row, "published", () -> row.date("published")));
    Entry entry = entries.get(id);
    if (entry != null) {
      place(row, entry, own);
    }
  }

  private String seriesOf(Row row, boolean allSeriesKnown) {
    String id = row.text("series");
    if (allSeriesKnown && !declared.contains(id)) {
      row.unknown(
          "series",
          "be the id of a series in series.csv",
          () -> NearestNames.to(id, declared),
          "look whether series.csv lost rows, or add them");
    }
    return id;
  }

  private static <T> Optional<T> unlessEmpty(Row row, String column, Supplier<T> reading) {
    return row.isEmpty(column) ? Optional.empty() : Optional.of(reading.get());
  }

  private void place(Row row, Entry entry, Own own) {
    String id = entry.head().id();
    Timing timing = entry.head().timing();
    int key = row.period("year", () -> Periods.key(timing, row.text("year")), UNKNOWN_YEAR);
    if (key != UNKNOWN_YEAR) {
      takeYear(row, id);
    }
    register
        .plausibility()
        .observation(
            row,
            id,
            entry.head().unit().symbol(),
            key,
            own.value(),
            row.text("break").equals(BREAK));
    EvidenceKind kind = own.kind().orElse(entry.kind());
    if (kind == EvidenceKind.FORECAST && own.published().isEmpty()) {
      row.fault("published", "be given for a forecast", "a lag cannot date what comes early");
    }
    row.build(
            () ->
                new Observation(
                    own.value(),
                    row.text("break").equals(BREAK),
                    own.published().isEmpty(),
                    new Provenance(
                        kind,
                        own.quality(),
                        own.source().orElse(entry.source()),
                        entry.location(),
                        own.published().orElseGet(() -> afterLag(timing, key, entry.lagMonths())),
                        row.text("note"))))
        .ifPresent(
            observation ->
                observations.computeIfAbsent(id, any -> new TreeMap<>()).put(key, observation));
  }

  private void takeYear(Row row, String id) {
    String value = id + " " + row.text("year");
    Place first = places.putIfAbsent(value, row.place());
    if (first != null) {
      row.taken("year", "be new for its series", value, first);
    }
  }

  private static LocalDate afterLag(Timing timing, int key, int months) {
    return endOf(timing, key).plusMonths(months);
  }

  private static LocalDate endOf(Timing timing, int key) {
    return timing.isCalendar() ? timing.endOf(key) : timing.endOf(FinancialYear.starting(key));
  }

  private void readVintage(Row row, boolean allSeriesKnown, boolean allValuesKnown) {
    String id = seriesOf(row, allSeriesKnown);
    double value = row.number("value");
    Quality quality = row.word("quality", Quality.class);
    Optional<EvidenceKind> kind =
        unlessEmpty(row, "kind", () -> row.word("kind", EvidenceKind.class));
    Optional<Source> source = unlessEmpty(row, "source", () -> register.source(row));
    LocalDate published = row.date("published");
    Optional<LocalDate> until = row.optionalDate("until");
    Entry entry = entries.get(id);
    if (entry == null) {
      return;
    }
    Timing timing = entry.head().timing();
    int key = row.period("year", () -> Periods.key(timing, row.text("year")), UNKNOWN_YEAR);
    Observation latest = observations.getOrDefault(id, new TreeMap<>()).get(key);
    if (latest == null) {
      // An observation with faults of its own has been reported; its vintages are not blamed.
      if (key != UNKNOWN_YEAR
          && allValuesKnown
          && !places.containsKey(id + " " + row.text("year"))) {
        row.fault("year", "be one of which " + id + " has an observation", "add its latest value");
      }
      return;
    }
    Provenance from =
        new Provenance(
            kind.orElse(entry.kind()),
            quality,
            source.orElse(entry.source()),
            row.isEmpty("location") ? entry.location() : row.text("location"),
            published,
            row.text("note"));
    checkDates(row, from, until, latest, endOf(timing, key));
    register.plausibility().vintage(row, id, entry.head().unit().symbol(), key, value);
    row.build(() -> new Observation(value, latest.breakBefore(), false, from))
        .ifPresent(vintage -> keep(row, id, key, vintage, until));
  }

  private static void checkDates(
      Row row, Provenance from, Optional<LocalDate> until, Observation latest, LocalDate end) {
    LocalDate published = from.published();
    if (published.equals(LocalDate.EPOCH)) {
      return; // The stand-in after a fault, which has been reported.
    }
    if (from.kind() == EvidenceKind.OUTTURN && published.isBefore(end)) {
      row.fault("published", "not be before " + end, "no outturn is known before its period ends");
    }
    if (until.isPresent() && !latest.latestValues()) {
      row.fault("until", "be empty", "the latest value has a date of its own");
    } else if (until.isPresent() && !until.get().isAfter(published)) {
      row.fault("until", "be after " + published, "give the day of the next value");
    }
    LocalDate known = until.orElse(latest.provenance().published());
    if (until.isEmpty() && !published.isBefore(known)) {
      row.fault(
          "published", "be before " + known + ", when the latest value was known", "give until");
    }
  }

  private void keep(Row row, String id, int year, Observation vintage, Optional<LocalDate> until) {
    String day = vintage.provenance().published().toString();
    String value = id + " " + row.text("year") + " " + day;
    Place first = places.putIfAbsent(value, row.place());
    if (first != null) {
      row.taken("published", "be new for its series and year", value, first);
      return;
    }
    Vintages held =
        vintages.computeIfAbsent(id, any -> new Vintages(new TreeMap<>(), new HashMap<>()));
    held.earlier()
        .computeIfAbsent(year, any -> new TreeMap<>())
        .put(vintage.provenance().published(), vintage);
    until.ifPresent(
        end -> held.until().merge(year, end, (one, other) -> one.isAfter(other) ? one : other));
  }

  private Map<String, Series> assemble(boolean complete) {
    Map<String, Series> series = new LinkedHashMap<>();
    entries.forEach(
        (id, entry) -> {
          NavigableMap<Integer, Observation> values = observations.get(id);
          if (values != null) {
            series.put(
                id, Series.of(entry.head(), values, vintages.getOrDefault(id, Vintages.none())));
          } else if (complete && !mentioned.contains(id)) {
            entry.row().fault("id", "have an observation", "add one or drop the series");
          }
        });
    return series;
  }
}
