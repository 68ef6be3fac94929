package org.fundinggap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;

/**
 * Collects what stands under a chart: the publications of the values that it shows or starts from,
 * and not of others that their series hold. Not thread-safe.
 */
final class Citations {
  private final EvidenceBase evidence;
  private final FinancialYear baseYear;

  /** Publications by the place in them, since one place often holds in several editions. */
  private final Map<String, Set<String>> publications = new LinkedHashMap<>();

  Citations(EvidenceBase evidence, FinancialYear baseYear) {
    this.evidence = evidence;
    this.baseYear = baseYear;
  }

  /** Adds every publication that the line of a series up to the base year is drawn from. */
  Citations history(String seriesId) {
    Series series = evidence.series(seriesId);
    ProjectionCharts.drawn(series, baseYear)
        .forEach(year -> add(series.observation(year).provenance()));
    return this;
  }

  /**
   * Adds where numbers come from: of a series its value of the base year, or its latest where it
   * has none for that year.
   */
  Citations cite(Iterable<String> ids) {
    ids.forEach(id -> add(provenance(id)));
    return this;
  }

  Citations cite(String... ids) {
    return cite(List.of(ids));
  }

  private void add(Provenance provenance) {
    publications
        .computeIfAbsent(provenance.location(), location -> new LinkedHashSet<>())
        .add(provenance.source().citation());
  }

  private Provenance provenance(String id) {
    if (evidence.figures().stream().anyMatch(figure -> figure.id().equals(id))) {
      return evidence.figure(id).provenance();
    }
    if (evidence.priors().stream().anyMatch(prior -> prior.id().equals(id))) {
      return evidence.prior(id).provenance();
    }
    Series series = evidence.series(id);
    return !series.timing().isCalendar() && series.has(baseYear)
        ? series.observation(baseYear).provenance()
        : series.observations().lastEntry().getValue().provenance();
  }

  /** One line, such as {@code Sources: A and B, table 1; C, table 2.} */
  @Override
  public String toString() {
    List<String> citations = new ArrayList<>();
    publications.forEach(
        (location, sources) -> {
          String joined = String.join(" and ", sources);
          citations.add(location.isEmpty() ? joined : joined + ", " + location);
        });
    return "Sources: " + String.join("; ", citations) + ".";
  }
}
