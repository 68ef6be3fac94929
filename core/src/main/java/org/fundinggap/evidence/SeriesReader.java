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
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** Reads the table of series, then every table of observations. */
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

  /** A series with what its observations inherit; {@code row} is for faults found at the end. */
  private record Entry(
      SeriesHead head, EvidenceKind kind, Source source, String location, int lagMonths, Row row) {}

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
                    new SeriesHead(id, label, unit, basis, timing, area, row.text("note")),
                    kind,
                    source,
                    row.text("location"),
                    lag,
                    row))
        .ifPresent(entry -> entries.put(id, entry));
  }

  private void readObservation(Row row, boolean allSeriesKnown) {
    String id = row.text("series");
    mentioned.add(id);
    if (allSeriesKnown && !declared.contains(id)) {
      row.unknown(
          "series",
          "be the id of a series in series.csv",
          NearestNames.to(id, declared),
          "look whether series.csv lost rows, or add them");
    }
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
    LocalDate end =
        timing.isCalendar() ? timing.endOf(key) : timing.endOf(FinancialYear.starting(key));
    return end.plusMonths(months);
  }

  private Map<String, Series> assemble(boolean complete) {
    Map<String, Series> series = new LinkedHashMap<>();
    entries.forEach(
        (id, entry) -> {
          NavigableMap<Integer, Observation> values = observations.get(id);
          if (values != null) {
            series.put(id, Series.of(entry.head(), values));
          } else if (complete && !mentioned.contains(id)) {
            entry.row().fault("id", "have an observation", "add one or drop the series");
          }
        });
    return series;
  }
}
