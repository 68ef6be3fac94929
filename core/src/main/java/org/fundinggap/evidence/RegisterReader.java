package org.fundinggap.evidence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.csv.Cause;
import org.fundinggap.internal.csv.CsvTable;
import org.fundinggap.internal.csv.Fault;
import org.fundinggap.internal.csv.Faults;
import org.fundinggap.internal.csv.Ids;
import org.fundinggap.internal.csv.Place;
import org.fundinggap.internal.csv.Row;
import org.fundinggap.internal.plausible.Plausibility;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** Reads a register whole, and reports every fault of every file at once. */
final class RegisterReader {
  private static final List<String> FIGURE_COLUMNS =
      List.of(
          "id",
          "label",
          "value",
          "low",
          "high",
          "range",
          "unit",
          "price_basis",
          "period",
          "area",
          "kind",
          "quality",
          "source",
          "location",
          "published",
          "note");
  private static final int NEAREST_OFFERED = 20;
  private static final Pattern AREA = Pattern.compile("[A-Z]\\d{8}");
  private static final Cause MISSING =
      new Cause(
          "must be there",
          "; name the folder that holds the register, or put the file there",
          Cause.Scope.FILES);
  private static final Source STAND_IN =
      new Source(
          "NONE",
          "none",
          "nobody",
          LocalDate.EPOCH,
          "",
          Optional.empty(),
          "stands in for a source with faults",
          "none",
          "",
          "");

  private final RegisterFiles files;
  private final Faults faults = new Faults();
  private final Plausibility plausibility = new Plausibility();
  private final Ids sourceIds = Ids.ofSources();
  private final Ids ids = Ids.ofNumbers();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private boolean allSourcesKnown;
  private int nearestOffered;

  private RegisterReader(RegisterFiles files) {
    this.files = files;
  }

  /**
   * Reads all files.
   *
   * @throws InvalidInputException if anything is wrong: file, lines, column, values and reason of
   *     each cause
   */
  static Register read(RegisterFiles files) {
    RegisterReader reader = new RegisterReader(files);
    reader.readSources();
    Map<String, Figure> figures = reader.readFigures();
    Map<String, Series> series = new SeriesReader(reader).read();
    PriorReader priorReader = new PriorReader(reader);
    Map<String, Prior> priors = priorReader.read();
    VaguePriors vague = VaguePriors.read(reader, priorReader, priors);
    reader.plausibility.finish();
    Map<String, String> unused = UnusedNumbers.read(reader, priorReader, figures, series);
    InvalidInputException.throwIfAny("evidence register", reader.faults.problems());
    return new Register(reader.sources, figures, series, priors, vague, unused);
  }

  /** The rows of a file; a file that is missing or cannot be read is a problem. */
  CsvTable table(String name, List<String> columns) {
    try {
      Optional<byte[]> content = files.content(name);
      if (content.isPresent()) {
        return CsvTable.read(name, content.get(), columns, faults);
      }
      String alone =
          MISSING.before() + ", is missing; its first line is " + String.join(",", columns);
      faults.add(Fault.ofRow(Place.of(name), alone, MISSING, ""));
    } catch (IOException e) {
      faults.add(Fault.of(Place.of(name), unreadable(e)));
    }
    return CsvTable.unreadable();
  }

  private static String unreadable(IOException e) {
    // What this package says of a file needs no name of a class before it.
    return "cannot be read: "
        + (e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString());
  }

  /** The same of a file that need not be there. */
  CsvTable optionalTable(String name, List<String> columns) {
    try {
      if (files.content(name).isEmpty()) {
        return new CsvTable(List.of(), true);
      }
    } catch (IOException e) {
      faults.add(Fault.of(Place.of(name), unreadable(e)));
      return CsvTable.unreadable();
    }
    return table(name, columns);
  }

  List<String> observationFiles() {
    return listed(RegisterFiles.OBSERVATIONS, files::observationFiles);
  }

  List<String> vintageFiles() {
    return listed(RegisterFiles.VINTAGES, files::vintageFiles);
  }

  /** Lists a folder, which may fail. */
  private interface Listing {
    List<String> names() throws IOException;
  }

  private List<String> listed(String folder, Listing listing) {
    try {
      return listing.names();
    } catch (IOException e) {
      faults.add(Fault.of(Place.of(folder), "cannot be listed: " + e));
      return List.of();
    }
  }

  Plausibility plausibility() {
    return plausibility;
  }

  Ids ids() {
    return ids;
  }

  private void readSources() {
    SourceReader reader = new SourceReader(this, sourceIds);
    allSourcesKnown = reader.complete();
    sources.putAll(reader.read());
  }

  private Map<String, Figure> readFigures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Row row : table(RegisterFiles.FIGURES, FIGURE_COLUMNS).rows()) {
      String id = ids.take(row);
      String label = row.required("label");
      OptionalDouble value = row.optionalNumber("value");
      Optional<Range> range = range(row);
      Unit unit = unit(row);
      Optional<PriceBasis> basis = basis(row, unit);
      String period = row.period("period", () -> Periods.checked(row.text("period")), "");
      String area = area(row);
      Provenance provenance = provenance(row);
      value.ifPresent(number -> plausibility.number(row, "value", id, unit.symbol(), number));
      range.ifPresent(
          ends -> {
            plausibility.number(row, "low", id, unit.symbol(), ends.low());
            plausibility.number(row, "high", id, unit.symbol(), ends.high());
          });
      row.build(() -> new Figure(id, label, value, range, unit, basis, period, area, provenance))
          .ifPresent(figure -> figures.put(id, figure));
    }
    return figures;
  }

  private static Optional<Range> range(Row row) {
    OptionalDouble low = row.optionalNumber("low");
    OptionalDouble high = row.optionalNumber("high");
    if (low.isPresent() != high.isPresent()) {
      row.fault(low.isPresent() ? "high" : "low", "be given with its pair", "give both or neither");
      return Optional.empty();
    }
    if (low.isEmpty() || high.isEmpty()) {
      if (!row.isEmpty("range")) {
        row.fault("range", "be empty without low and high", "clear it or give both ends");
      }
      return Optional.empty();
    }
    Range.Meaning meaning = row.word("range", Range.Meaning.class);
    return row.build(() -> new Range(low.getAsDouble(), high.getAsDouble(), meaning));
  }

  /** Kind, quality, source, location, date and note of a row. */
  Provenance provenance(Row row) {
    EvidenceKind kind = row.word("kind", EvidenceKind.class);
    Quality quality = row.word("quality", Quality.class);
    Source source = source(row);
    LocalDate published = row.date("published", Optional.of(source.published()));
    return new Provenance(kind, quality, source, row.text("location"), published, row.text("note"));
  }

  /** The source that a row cites; its own faults are reported with the source. */
  Source source(Row row) {
    String id = row.text("source");
    if (allSourcesKnown && !sourceIds.has(id)) {
      row.unknown(
          "source",
          "be the id of a source in sources.csv",
          () -> NearestNames.to(id, sourceIds.all()),
          "look whether sources.csv lost rows, or add them");
    }
    return sources.getOrDefault(id, STAND_IN);
  }

  /** Reports an id that names nothing; the first of them with the nearest names each. */
  void unknown(Row row, String must, Supplier<String> nearest, String fixOfMany) {
    if (nearestOffered < NEAREST_OFFERED) {
      nearestOffered++;
      row.fault("id", must, nearest.get());
    } else {
      row.unknown("id", must, nearest, fixOfMany);
    }
  }

  static Unit unit(Row row) {
    return row.parsed("unit", () -> Unit.parse(row.text("unit")), Unit.NUMBER);
  }

  static String area(Row row) {
    return row.matching("area", AREA, "an ONS code such as E92000001");
  }

  /** The price basis: money has one, or says that its source is silent; nothing else has. */
  static Optional<PriceBasis> basis(Row row, Unit unit) {
    String column = "price_basis";
    String text = row.text(column);
    if (!row.text("unit").equals(unit.symbol())) {
      // The unit has been reported; what it needs is not known.
      return Optional.empty();
    }
    if (unit.isMoney() && text.isEmpty()) {
      row.fault(column, "be given for " + unit, "write cash, real 2022-23 or unstated");
    }
    if (text.isEmpty() || text.equals("unstated")) {
      return Optional.empty();
    }
    if (!unit.isMoney()) {
      row.fault(column, "be empty for " + unit, "clear it");
      return Optional.empty();
    }
    return row.parsed(column, () -> Optional.of(PriceBasis.parse(text)), Optional.empty());
  }
}
