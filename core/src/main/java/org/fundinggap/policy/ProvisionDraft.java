package org.fundinggap.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Source;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.FinancialYear;

/** A provision in the making; its sizes are read only if it was known. */
final class ProvisionDraft {
  private static final String NAME = "law: ";

  private final String id;
  private final String title;
  private final List<String> sources;
  private LocalDate inForce = LocalDate.MAX;
  private String years = "";
  private String reach = "";
  private String drawnAs = "";
  private String meaning = "";

  private ProvisionDraft(String id, String title, String... sources) {
    this.id = id;
    this.title = title;
    this.sources = List.of(sources);
  }

  static ProvisionDraft of(String id, String title, String... sources) {
    return new ProvisionDraft(id, title, sources);
  }

  ProvisionDraft meaning(String text) {
    meaning = text;
    return this;
  }

  /** The day from which it acts, and the prior of the years until all of it does. */
  ProvisionDraft from(LocalDate day, String yearsId) {
    inForce = day;
    years = yearsId;
    return this;
  }

  /** The prior of the share of what its size is of that it ever reaches. */
  ProvisionDraft reach(String shareId) {
    reach = shareId;
    return this;
  }

  /** The name of the draws that its sizes share with another lever. */
  ProvisionDraft drawnAs(String name) {
    drawnAs = name;
    return this;
  }

  /**
   * Completes it.
   *
   * @param sizes the register as it stood then
   * @param changes adds what it changes to its lever
   * @return empty if it was not known, or the base year's data hold all of it
   */
  Optional<Provision> build(Sizes sizes, UnaryOperator<LeverDraft> changes) {
    LocalDate known = known(sizes.evidence());
    if (sizes.evidence().asOfDate().filter(known::isAfter).isPresent()) {
      return Optional.empty();
    }
    NavigableMap<FinancialYear, Double> shares = new TreeMap<>();
    double most = reach.isEmpty() ? 1 : sizes.number(reach);
    new PhaseIn(inForce, sizes.number(years))
        .since(sizes.baseYear())
        .forEach((year, share) -> shares.put(year, share * most));
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    String name = NAME + id;
    LeverDraft draft =
        LeverDraft.drawnAs(drawnAs.isEmpty() ? name : drawnAs, name, shares.firstKey())
            .coverage(shares);
    Lever lever = changes.apply(draft).build();
    return Optional.of(provision(sizes, known, lever));
  }

  private LocalDate known(EvidenceBase evidence) {
    return evidence.sources().stream()
        .filter(source -> sources.contains(source.id()))
        .map(Source::published)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Provision provision(Sizes sizes, LocalDate known, Lever lever) {
    Set<String> evidence = new LinkedHashSet<>();
    lever.changes().forEach(change -> evidence.addAll(change.origin().evidence()));
    lever.costs().forEach(cost -> evidence.addAll(cost.origin().evidence()));
    Arrays.asList(years, reach).stream().filter(each -> !each.isEmpty()).forEach(evidence::add);
    Quality worst =
        evidence.stream().map(sizes::quality).max(Comparator.naturalOrder()).orElseThrow();
    return new Provision(
        id, title, meaning, sources, inForce, known, List.of(lever), List.copyOf(evidence), worst);
  }
}
