package org.fundinggap.evidence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.internal.csv.CsvTable;
import org.fundinggap.internal.csv.Ids;
import org.fundinggap.internal.csv.Row;

/** Reads the sources of a register; what is wrong goes to the problems of the whole. */
final class SourceReader {
  private static final String SEEN = "seen";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "publisher",
          "published",
          "address",
          SEEN,
          "unconfirmed",
          "licence",
          "location",
          "note");

  private final Ids ids;
  private final CsvTable table;

  SourceReader(RegisterReader register, Ids ids) {
    this.ids = ids;
    this.table = register.table(RegisterFiles.SOURCES, COLUMNS);
  }

  /** Whether no fault of the file hid a source. */
  boolean complete() {
    return table.complete();
  }

  Map<String, Source> read() {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      String id = ids.take(row);
      read(row, id).ifPresent(source -> sources.put(id, source));
    }
    return sources;
  }

  private static Optional<Source> read(Row row, String id) {
    String title = row.required("title");
    String publisher = row.required("publisher");
    LocalDate published = row.date("published");
    String licence = row.required("licence");
    // A date that cannot be read has been reported, and what the others need of it is not known.
    Optional<LocalDate> seen = row.optionalDate(SEEN);
    if (seen.isPresent() || row.isEmpty(SEEN)) {
      SourceAddress.faults(published, row.text("address"), seen, row.text("unconfirmed"))
          .forEach(fault -> row.fault(fault.column(), fault.must(), fault.fix()));
    }
    return row.build(
        () ->
            new Source(
                id,
                title,
                publisher,
                published,
                row.text("address"),
                seen,
                row.text("unconfirmed"),
                licence,
                row.text("location"),
                row.text("note")));
  }
}
