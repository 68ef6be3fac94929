package org.fundinggap.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a series that others took the place of later: first releases, and forecasts each
 * time they were made.
 *
 * @param earlier by year as {@link Periods#key} makes it, then by the day of publication
 * @param until by year, the day from which the latest value was known; only of years whose rows say
 *     so
 */
record Vintages(
    NavigableMap<Integer, NavigableMap<LocalDate, Observation>> earlier,
    Map<Integer, LocalDate> until) {

  static Vintages none() {
    return new Vintages(Collections.emptyNavigableMap(), Map.of());
  }

  /** The newest value that was known on a date, the latest one among them. */
  Optional<Observation> knownBy(LocalDate date, int key, Observation latest) {
    if (!latestKnownFrom(key, latest).isAfter(date)) {
      return Optional.of(latest);
    }
    return Optional.ofNullable(of(key).floorEntry(date)).map(Map.Entry::getValue);
  }

  /** The day of the first value of a year, the latest one among them. */
  LocalDate firstPublished(int key, Observation latest) {
    LocalDate day = latestKnownFrom(key, latest);
    NavigableMap<LocalDate, Observation> values = of(key);
    return values.isEmpty() || day.isBefore(values.firstKey()) ? day : values.firstKey();
  }

  /** A date of its own says it; if there is none, the end of the vintage that it followed. */
  private LocalDate latestKnownFrom(int key, Observation latest) {
    LocalDate own = latest.provenance().published();
    return latest.latestValues() ? until.getOrDefault(key, own) : own;
  }

  private NavigableMap<LocalDate, Observation> of(int key) {
    return earlier.getOrDefault(key, new TreeMap<>());
  }
}
