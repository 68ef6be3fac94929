package org.fundinggap.nowcast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.calibration.NetBasis;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Series;
import org.fundinggap.evidence.Source;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.CentralPath;

/**
 * What a {@link PartPublishedYear} lacks, projected from the complete year before it on the central
 * path of the model.
 *
 * <p>A volume, or a placement, grows from its last published value as its variable does. Referrals
 * that lead to no need keep their share of referrals. A line of spending is its last published
 * value times the growth of its volume, the published one where it is held, and of its cost of a
 * unit, published or on the central path. Totals are the sum of their lines, or go with it.
 *
 * <p>They are numbers and no ranges: where they open a projection, it starts without the
 * uncertainty of what is not yet known. Drifts stay those of the complete year and have faded for a
 * year; levels and spreads are estimated anew, with projected values as if they were published.
 */
public final class ProjectedTotals {
  private static final String CARE = "spend-looked-after-gross";
  private static final String FAMILY_SUPPORT =
      PublishedLine.of(CostLine.FAMILY_SUPPORT).spending().plus().get(0);
  private static final List<FundingStream> TIED =
      List.of(FundingStream.familiesFirst(), FundingStream.transformation());
  private static final String REFERRALS = "referrals";

  /** Counts with no variable of their own in the model, which go with another. */
  private static final Map<String, String> OF_PARENT =
      Map.of("no-further-action-count", REFERRALS, "not-in-need-count", REFERRALS);

  private final EvidenceBase evidence;
  private final FinancialYear year;
  private final FinancialYear before;
  private final Inputs inputs;
  private final CentralPath path;
  private final Map<String, Double> projected = new LinkedHashMap<>();

  private ProjectedTotals(EvidenceBase evidence, PartPublishedYear part, Inputs complete) {
    this.evidence = evidence;
    this.year = part.year();
    this.before = part.completeYear();
    this.inputs = complete;
    this.path = CentralPath.of(complete);
  }

  /**
   * The register with what a year lacks, as observations of kind forecast and quality red, whose
   * source says that they were projected and from which year.
   *
   * @param evidence the register
   * @param part its part-published year
   * @param complete England's model from the complete year, to the part-published one at least
   * @return a register in which the year can be a base year
   */
  public static EvidenceBase addedTo(
      EvidenceBase evidence, PartPublishedYear part, Inputs complete) {
    ProjectedTotals totals = new ProjectedTotals(evidence, part, complete);
    totals.volumes();
    totals.spending();
    return evidence.with(part.year(), totals.observations());
  }

  /**
   * Numbers of a part-published year with drifts of the complete one wherever they rest on
   * projected totals: values that follow from a drift cannot tell of it.
   *
   * @param inputs of the part-published year
   * @param complete of the complete year, of a model with the same demand and cost
   * @param projected ids of the series that hold projected totals
   * @return numbers of the same model
   */
  public static Inputs withDriftsOf(Inputs complete, Inputs inputs, Collection<String> projected) {
    InputsBuilder changed = inputs.toBuilder();
    for (Parameter parameter : inputs.parameters().keySet()) {
      boolean isDrift =
          parameter.unit() == Unit.LOG_PER_YEAR || parameter.equals(Placements.EXIT_LEVEL);
      boolean isTouched = !Collections.disjoint(inputs.origin(parameter).evidence(), projected);
      if (isDrift && isTouched && complete.parameters().containsKey(parameter)) {
        changed.parameter(parameter, complete.distribution(parameter), complete.origin(parameter));
      }
    }
    return changed.build();
  }

  /**
   * The series of which a register holds a projected total for a year.
   *
   * @param evidence the register
   * @param year the year
   * @return their ids in the order of the register; empty for a year of published values
   */
  public static List<String> in(EvidenceBase evidence, FinancialYear year) {
    return evidence.allSeries().stream()
        .filter(series -> !series.timing().isCalendar() && series.has(year))
        .filter(series -> series.observation(year).provenance().source().isProjection())
        .map(Series::id)
        .toList();
  }

  private void volumes() {
    for (Published row : Published.all()) {
      boolean counted = row.group() == Group.VOLUME || row.group() == Group.PLACEMENT;
      if (counted && row.variables().size() == 1) {
        double growth = growth(row.variables().get(0));
        row.series().series().forEach(id -> project(id, growth));
      }
    }
    OF_PARENT.forEach((id, parent) -> project(id, now(parent) / last(parent)));
  }

  /** Lines first, then what is left of care, then the totals. */
  private void spending() {
    for (PublishedLine row : PublishedLine.all()) {
      double unit = unitGrowth(row);
      double volume = volumeGrowth(row);
      if (row.spending().minus().isEmpty()) {
        project(row.spending().plus().get(0), volume * unit);
      }
      row.unitCost().ifPresent(id -> project(id, unit));
    }
    newServices();
    PublishedLine rest = rest();
    double left = last(CARE);
    double parts = 0;
    for (String part : rest.spending().minus()) {
      left -= last(part);
      parts += now(part);
    }
    project(CARE, (parts + left * volumeGrowth(rest) * unitGrowth(rest)) / last(CARE));
    double lines = sumOfLines(true) / sumOfLines(false);
    project(PublishedTable.GROSS, lines);
    NetBasis basis = NetBasis.of(evidence, before);
    project(basis.grossSeries(), lines);
    project(basis.netSeries(), lines);
  }

  /**
   * What tied grants buy beyond the complete year is in no line of the model's need and will be in
   * what was spent: it is added to family support, on the gross basis of the lines.
   */
  private void newServices() {
    double tied = 0;
    for (FundingStream stream : TIED) {
      if (inputs.model().variables().contains(stream.amount())) {
        tied += path.at(stream.amount(), year) - path.at(stream.amount(), before);
      }
    }
    double toNet =
        (1 + inputs.distribution(Cost.SCOPE).mean())
            * (1 - inputs.distribution(Cost.INCOME).mean());
    double gross = tied / toNet;
    projected.computeIfPresent(FAMILY_SUPPORT, (id, value) -> value + gross);
  }

  private static PublishedLine rest() {
    return PublishedLine.all().stream()
        .filter(row -> !row.spending().minus().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Spending by line, each once: what is left of care and the parts it is left of are its block.
   */
  private double sumOfLines(boolean ofYear) {
    List<String> parts = rest().spending().minus();
    double sum = 0;
    for (PublishedLine row : PublishedLine.all()) {
      String id = row.spending().plus().get(0);
      if (!parts.contains(id)) {
        sum += ofYear ? now(id) : last(id);
      }
    }
    return sum;
  }

  /** Growth of the cost of a unit: as published where it is, else as the model has it. */
  private double unitGrowth(PublishedLine row) {
    return row.unitCost()
        .filter(id -> holds(id, before) && holds(id, year))
        .map(id -> now(id) / last(id))
        .orElseGet(() -> growth(row.line().spending()) / growth(row.stock()));
  }

  /** Of what is published or, by now, projected; of care leavers as the model has them. */
  private double volumeGrowth(PublishedLine row) {
    if (row.volumeIsModelled()) {
      return growth(row.stock());
    }
    double now = row.volume().plus().stream().mapToDouble(this::now).sum();
    double last = row.volume().plus().stream().mapToDouble(this::last).sum();
    return now / last;
  }

  /** A series that lacks the year, if it holds the year before. */
  private void project(String id, double growth) {
    if (holds(id, before) && !holds(id, year)) {
      projected.putIfAbsent(id, last(id) * growth);
    }
  }

  private boolean holds(String id, FinancialYear when) {
    return evidence.hasSeries(id)
        && !evidence.series(id).timing().isCalendar()
        && evidence.series(id).has(when);
  }

  /** Zero where a part is not held, as of care in years in which its parts are not published. */
  private double last(String id) {
    return holds(id, before) ? evidence.series(id).at(before) : 0;
  }

  private double now(String id) {
    return holds(id, year)
        ? evidence.series(id).at(year)
        : Optional.ofNullable(projected.get(id)).orElse(0.0);
  }

  private double growth(Variable variable) {
    return path.at(variable, year) / path.at(variable, before);
  }

  private Map<String, Observation> observations() {
    Source source = source();
    Provenance provenance =
        new Provenance(
            EvidenceKind.FORECAST,
            Quality.RED,
            source,
            "",
            source.published(),
            "not published yet; projected from " + before + " on the central path of the model");
    Map<String, Observation> observations = new LinkedHashMap<>();
    projected.forEach(
        (id, value) -> observations.put(id, new Observation(value, false, false, provenance)));
    return observations;
  }

  private Source source() {
    return new Source(
        Source.PROJECTED + year,
        "Totals of " + year + " that are not published yet, projected from " + before,
        "fundinggap",
        known(),
        "",
        Optional.empty(),
        "worked out by this library and published nowhere",
        "none",
        "",
        "central path of the model of base year " + before);
  }

  /** The day on which the newest of what is held of the year came out. */
  private LocalDate known() {
    List<LocalDate> days = new ArrayList<>();
    evidence.allSeries().stream()
        .filter(series -> holds(series.id(), year))
        .map(series -> series.observation(year).provenance())
        .filter(provenance -> provenance.kind() != EvidenceKind.FORECAST)
        .forEach(provenance -> days.add(provenance.published()));
    return days.stream().max(Comparator.naturalOrder()).orElse(year.lastDay());
  }
}
