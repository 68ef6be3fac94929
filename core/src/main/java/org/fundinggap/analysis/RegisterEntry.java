package org.fundinggap.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * What the register says under one id, in the same words for figures, series and priors.
 *
 * <p>A series as a whole has the least certain kind and the worst quality of any of its values, and
 * the date and citation of its latest one; whether it is an assumption goes by its latest value
 * too.
 *
 * @param id its id
 * @param type what it is
 * @param label what it counts
 * @param unit the unit, with the price basis of money where the source states it
 * @param period a year, or the first and last year of a series; may be empty
 * @param value the number; empty for a series as a whole and for a figure that is a range
 * @param shape the range of a figure or the distribution of a prior; may be empty
 * @param kind what sort of statement it is
 * @param quality how far it may be trusted
 * @param published its vintage: the day from which it was known
 * @param citation source and place in it
 * @param address where a browser opens the source: an http or https address; empty where none is
 *     held or the source is a page of the repository
 * @param note method, trap or caveat; may be empty
 * @param isAssumption whether a model that uses it rests on an assumption: a prior, or a number of
 *     kind assumption. A published series is none, even if an early value of it had to be supposed;
 *     nor is a published number of weak quality
 */
public record RegisterEntry(
    String id,
    Type type,
    String label,
    String unit,
    String period,
    OptionalDouble value,
    String shape,
    EvidenceKind kind,
    Quality quality,
    LocalDate published,
    String citation,
    String address,
    String note,
    boolean isAssumption) {
  /** The tables of the register. */
  public enum Type {
    /** A single published number or range. */
    FIGURE,
    /** One value a year. */
    SERIES,
    /** What is supposed of a parameter before any data. */
    PRIOR
  }

  static RegisterEntry of(Figure figure) {
    Provenance from = figure.provenance();
    return new RegisterEntry(
        figure.id(),
        Type.FIGURE,
        figure.label(),
        unit(figure.unit(), figure.basis()),
        figure.period(),
        figure.central(),
        figure
            .range()
            .map(
                r -> NumberText.of(r.low()) + " to " + NumberText.of(r.high()) + ", " + r.meaning())
            .orElse(""),
        from.kind(),
        from.quality(),
        from.published(),
        from.citation(),
        address(from),
        from.note(),
        from.kind() == EvidenceKind.ASSUMPTION);
  }

  static RegisterEntry of(Prior prior) {
    Provenance from = prior.provenance();
    return new RegisterEntry(
        prior.id(),
        Type.PRIOR,
        prior.label(),
        prior.unit().symbol(),
        "",
        OptionalDouble.of(prior.centre()),
        PriorText.of(prior),
        from.kind(),
        from.quality(),
        from.published(),
        from.citation(),
        address(from),
        from.note(),
        true);
  }

  static RegisterEntry of(Series series) {
    NavigableMap<String, Observation> values = series.observations();
    Provenance latest = values.lastEntry().getValue().provenance();
    List<Provenance> all = values.values().stream().map(Observation::provenance).toList();
    Comparator<Provenance> byKind = Comparator.comparing(Provenance::kind);
    Comparator<Provenance> byQuality = Comparator.comparing(Provenance::quality);
    String first = values.firstKey();
    String last = values.lastKey();
    return new RegisterEntry(
        series.id(),
        Type.SERIES,
        series.label(),
        unit(series.unit(), series.basis()),
        first.equals(last) ? first : first + " to " + last,
        OptionalDouble.empty(),
        "",
        all.stream().max(byKind).orElse(latest).kind(),
        all.stream().max(byQuality).orElse(latest).quality(),
        latest.published(),
        latest.citation(),
        address(latest),
        series.note(),
        latest.kind() == EvidenceKind.ASSUMPTION);
  }

  /** The same entry narrowed to one value of a series. */
  RegisterEntry at(String year, Observation observation) {
    Provenance from = observation.provenance();
    return new RegisterEntry(
        id,
        type,
        label,
        unit,
        year,
        OptionalDouble.of(observation.value()),
        shape,
        from.kind(),
        from.quality(),
        from.published(),
        from.citation(),
        address(from),
        note,
        from.kind() == EvidenceKind.ASSUMPTION);
  }

  private static String address(Provenance provenance) {
    return provenance.source().link().orElse("");
  }

  private static String unit(Unit unit, Optional<PriceBasis> basis) {
    return unit.symbol() + basis.map(prices -> ", " + prices).orElse("");
  }
}
