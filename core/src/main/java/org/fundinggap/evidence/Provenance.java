package org.fundinggap.evidence;

import java.time.LocalDate;

/**
 * Where one number comes from and how far it may be trusted.
 *
 * @param kind what sort of statement it is
 * @param quality how far it may be trusted
 * @param source the publication that holds it
 * @param location where in the publication: table, column or page; may be empty
 * @param published the day from which it was known; see {@link Observation#latestValues()}
 * @param note method, trap or caveat; may be empty
 */
public record Provenance(
    EvidenceKind kind,
    Quality quality,
    Source source,
    String location,
    LocalDate published,
    String note) {
  /**
   * The source and the place in it.
   *
   * @return such as {@code DFE-CIN-2025 (Department for Education, October 2025), table C1}
   */
  public String citation() {
    return location.isEmpty() ? source.citation() : source.citation() + ", " + location;
  }

  /**
   * Whether the number was known on a date.
   *
   * @param date the date
   * @return true if it was published on that day or before
   */
  public boolean knownBy(LocalDate date) {
    return !published.isAfter(date);
  }
}
