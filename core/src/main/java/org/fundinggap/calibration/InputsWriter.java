package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Origin.Derivation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * Writes numbers into the inputs of a model. Numbers bring along what they were made from, and that
 * says how they came about: a published number as it stands, priors alone, or an estimate.
 */
final class InputsWriter {
  private static final String NOTHING_SAID = "no series of the time says anything";

  private final InputsBuilder inputs;
  private final EvidenceBase evidence;
  private final Map<Variable, Cited> openings = new HashMap<>();
  private final Map<Parameter, Written> written = new HashMap<>();

  /** What a parameter was given. */
  private record Written(Distribution distribution, Origin origin) {}

  InputsWriter(InputsBuilder inputs, EvidenceBase evidence) {
    this.inputs = inputs;
    this.evidence = evidence;
  }

  Inputs build() {
    Map<String, Set<String>> byName = new HashMap<>();
    written.forEach(
        (parameter, one) ->
            byName.put(parameter.name(), ImmutableSet.copyOf(one.origin().evidence())));
    openings.forEach((variable, value) -> byName.put(variable.name(), value.ids()));
    return Culprits.namingParts(byName, inputs::build);
  }

  /** An opening value written before, with what it was made from. */
  Cited openingOf(Variable variable) {
    Cited value = openings.get(variable);
    if (value == null) {
      throw new IllegalStateException(
          "opening value of " + variable.name() + " must be written before it is read, was not");
    }
    return value;
  }

  /** An opening value that is published as it stands. */
  void published(Variable variable, Cited value) {
    if (!value.asItStands() || value.ids().stream().anyMatch(evidence::hasPrior)) {
      throw new IllegalArgumentException(
          "opening value of "
              + variable.name()
              + " must be published as it stands, was "
              + value
              + "; say how it was worked out");
    }
    opening(variable, value, "");
  }

  /** An opening value; a method says how it was worked out, where it was. */
  void opening(Variable variable, Cited value, String method) {
    openings.put(variable, value);
    Origin origin = origin(List.of(value), method);
    naming(value.ids(), () -> inputs.opening(variable, value.value(), origin));
  }

  /** A parameter without a range worth stating. */
  void parameter(Parameter parameter, Cited value, String method) {
    write(parameter, Distribution.fixed(value.value()), origin(List.of(value), method));
  }

  /** A parameter with a distribution, and the numbers that went into it. */
  void parameter(Parameter parameter, Distribution given, String method, Cited... from) {
    write(parameter, given, origin(Cited.idsOf(List.of(from)), false, method));
  }

  /** A parameter as a caller gives it. */
  void given(Parameter parameter, FundingPlan.Growth growth) {
    write(
        parameter,
        growth.perYear(),
        new Origin(Derivation.GIVEN, "given with the plan", growth.evidence()));
  }

  /** A parameter with its estimate, kept inside its bounds. */
  void estimated(Parameter parameter, Estimate estimate, String what) {
    Distribution distribution =
        of(parameter.name(), () -> estimate.within(parameter.lower(), parameter.upper()));
    write(
        parameter,
        distribution,
        estimate.weightOfData() > 0
            ? new Origin(
                Derivation.ESTIMATED,
                estimate.method(what)
                    + projection(estimate.ids()).map(text -> "; " + text).orElse(""),
                List.copyOf(estimate.ids()))
            : new Origin(Derivation.PRIOR, NOTHING_SAID, List.copyOf(estimate.ids())));
  }

  /** A parameter written before, with the same spread about another centre. */
  void recentred(Parameter parameter, Cited centre, String method) {
    Written before = written.get(parameter);
    if (before == null) {
      throw new IllegalStateException(
          parameter.name() + " must be written before it is recentred, was not");
    }
    double spread = before.distribution().standardDeviation();
    Distribution about =
        of(
            parameter.name(),
            () ->
                spread > 0
                    ? Distribution.truncatedNormal(
                        centre.value(), spread, parameter.lower(), parameter.upper())
                    : Distribution.fixed(centre.value()),
            centre);
    Set<String> ids = Cited.joined(centre.ids(), ImmutableSet.copyOf(before.origin().evidence()));
    write(parameter, about, new Origin(Derivation.ESTIMATED, method, List.copyOf(ids)));
  }

  /** A parameter with its registered prior. */
  void prior(Parameter parameter, String id) {
    Distribution prior =
        Culprits.naming(
            Set.of(id),
            () -> of(parameter.name(), () -> Calibration.distribution(evidence.prior(id))));
    write(parameter, prior, Origin.prior(id));
  }

  /** A number for each year. */
  void schedule(Schedule schedule, Map<FinancialYear, Cited> values, String method) {
    Origin origin = origin(values.values(), method);
    Map<FinancialYear, Double> numbers = Maps.transformValues(values, Cited::value);
    naming(Cited.idsOf(values.values()), () -> inputs.schedule(schedule, numbers, origin));
  }

  /** Shocks that strike together. */
  void correlation(ShrunkCorrelation shrunk) {
    String method =
        "sample correlations of " + shrunk.years() + " years, weight " + shrunk.weightOfSample();
    List<String> ids = List.copyOf(shrunk.ids());
    inputs.correlation(
        shrunk.correlation(),
        shrunk.weightOfSample() > 0
            ? new Origin(Derivation.ESTIMATED, method, ids)
            : new Origin(Derivation.PRIOR, "", ids));
  }

  /** Yearly shocks are standard normal, which is an assumption of its own. */
  void shocks(Shock... shocks) {
    for (Shock shock : shocks) {
      inputs.shock(shock, Origin.prior("yearly-shock"));
    }
  }

  private void write(Parameter parameter, Distribution distribution, Origin origin) {
    written.put(parameter, new Written(distribution, origin));
    naming(
        ImmutableSet.copyOf(origin.evidence()),
        () -> inputs.parameter(parameter, distribution, origin));
  }

  private static void naming(Set<String> ids, Runnable write) {
    Culprits.naming(
        ids,
        () -> {
          write.run();
          return ids;
        });
  }

  /** A distribution of a parameter, which a refusal names. */
  private static Distribution of(String name, Supplier<Distribution> maker, Cited... from) {
    try {
      return Culprits.naming(Cited.idsOf(List.of(from)), maker);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private Origin origin(Collection<Cited> values, String method) {
    boolean published = values.stream().allMatch(Cited::asItStands);
    return origin(Cited.idsOf(values), published, method);
  }

  /** How a number came about: what it was made from says that, and a method how it was made. */
  private Origin origin(Set<String> ids, boolean asItStands, String method) {
    Optional<String> projected = projection(ids);
    if (projected.isPresent()) {
      String how = asItStands || method.isEmpty() ? "" : method + "; ";
      return new Origin(Derivation.ESTIMATED, how + projected.get(), List.copyOf(ids));
    }
    if (ids.stream().allMatch(evidence::hasPrior)) {
      return new Origin(Derivation.PRIOR, method, List.copyOf(ids));
    }
    boolean published = asItStands && ids.stream().noneMatch(evidence::hasPrior);
    return published
        ? new Origin(Derivation.PUBLISHED, "", List.copyOf(ids))
        : new Origin(Derivation.ESTIMATED, method, List.copyOf(ids));
  }

  /** Where a series of these opens with a total that is projected, that it is not published. */
  private Optional<String> projection(Set<String> ids) {
    return ids.stream()
        .filter(evidence::hasSeries)
        .map(id -> evidence.series(id).observations().lastEntry())
        .filter(last -> last.getValue().provenance().source().isProjection())
        .findFirst()
        .map(last -> "total of " + last.getKey() + " projected, not published yet");
  }
}
