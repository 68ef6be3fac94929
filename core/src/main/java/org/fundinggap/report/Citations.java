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
import org.fundinggap.evidence.Source;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
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

  private final Set<String> ids = new LinkedHashSet<>();

  Citations(EvidenceBase evidence, FinancialYear baseYear) {
    this.evidence = evidence;
    this.baseYear = baseYear;
  }

  /** Adds every publication that the line of a series up to the base year is drawn from. */
  Citations history(String seriesId) {
    Series series = evidence.series(seriesId);
    ids.add(seriesId);
    ProjectionCharts.drawn(series, baseYear)
        .forEach(year -> add(series.observation(year).provenance()));
    return this;
  }

  /** Adds what numbers of a model rest on. */
  Citations of(Inputs inputs, Quantity... quantities) {
    for (Quantity quantity : quantities) {
      cite(inputs.origin(quantity).evidence());
    }
    return this;
  }

  /**
   * Adds where numbers come from: of a series its value of the base year, or its latest where it
   * has none for that year.
   */
  Citations cite(List<String> cited) {
    for (String id : cited) {
      ids.add(id);
      add(provenance(id));
    }
    return this;
  }

  /** What was cited, in the order in which it was. */
  Set<String> ids() {
    return Set.copyOf(ids);
  }

  private void add(Provenance provenance) {
    publications
        .computeIfAbsent(provenance.location(), location -> new LinkedHashSet<>())
        .add(linked(provenance.source()));
  }

  /** A source by its citation, which leads to its address where a browser can open that. */
  private static String linked(Source source) {
    return source
        .link()
        .map(address -> LinkedText.link(source.citation(), address))
        .orElseGet(source::citation);
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

  /** One line, such as {@code Sources: A and B, table 1; C, table 2.}, with links. */
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
