package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;

/**
 * All numbers of a model: parameters with their distributions, opening values, paths, correlations.
 *
 * <p>Immutable. Each number names the evidence it comes from; there is no way in for a number
 * without.
 */
public final class Inputs {
  private final Model model;
  private final YearRange years;
  private final ImmutableMap<Parameter, Distribution> parameters;
  private final ImmutableMap<Variable, Double> openings;
  private final ImmutableMap<Schedule, NavigableMap<FinancialYear, Double>> paths;
  private final ImmutableList<Correlation> correlations;
  private final ImmutableMap<String, Origin> origins;

  Inputs(InputsBuilder builder) {
    this.model = builder.model;
    this.years = builder.years;
    this.parameters = ImmutableMap.copyOf(builder.parameters);
    this.openings = ImmutableMap.copyOf(builder.openings);
    this.paths = ImmutableMap.copyOf(builder.paths);
    this.correlations = ImmutableList.copyOf(builder.correlations);
    this.origins = ImmutableMap.copyOf(builder.origins);
  }

  /**
   * Starts the inputs of a model.
   *
   * @param model the model
   * @param years the base year and all years to project after it
   * @return a builder
   */
  public static InputsBuilder builder(Model model, YearRange years) {
    return new InputsBuilder(model, years);
  }

  /**
   * A builder that holds all of these numbers, to change some.
   *
   * @return a new builder
   */
  public InputsBuilder toBuilder() {
    return toBuilder(model);
  }

  /**
   * A builder that holds all of these numbers for another model, to which only what that model adds
   * must be given.
   *
   * @param other a model with at least the parameters, paths and shocks of this one
   * @return a new builder; its {@code build} names whatever {@code other} lacks or still needs
   */
  public InputsBuilder toBuilder(Model other) {
    InputsBuilder builder = new InputsBuilder(other, years);
    builder.parameters.putAll(parameters);
    builder.openings.putAll(openings);
    builder.paths.putAll(paths);
    builder.correlations.addAll(correlations);
    model.shocks().stream()
        .filter(shock -> origins.containsKey(shock.name()))
        .forEach(builder.shocks::add);
    builder.origins.putAll(origins);
    parameters.forEach(
        (parameter, given) -> {
          if (given.isFixed() && correlation(parameter).isPresent()) {
            builder.held.add(parameter.name());
          }
        });
    return builder;
  }

  /**
   * The model that the numbers are for.
   *
   * @return the model
   */
  public Model model() {
    return model;
  }

  /**
   * The base year and the projected years.
   *
   * @return at least one year; the first is the base year
   */
  public YearRange years() {
    return years;
  }

  /**
   * How a parameter is distributed.
   *
   * @param parameter a parameter of the model
   * @return its distribution
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public Distribution distribution(Parameter parameter) {
    Distribution distribution = parameters.get(parameter);
    if (distribution == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "parameter must be of model " + model.name(),
              parameter,
              model.parameters(),
              Quantity::name));
    }
    return distribution;
  }

  /**
   * The base-year value of a variable.
   *
   * @param variable the variable
   * @return its value, or empty when the base year's is worked out by its equation
   */
  public Optional<Double> opening(Variable variable) {
    return Optional.ofNullable(openings.get(variable));
  }

  /**
   * The value of a path in a year.
   *
   * @param path a path of the model
   * @param year one of {@link #years()}
   * @return its value
   * @throws IllegalArgumentException if the model has no such path or it does not cover the year
   */
  public double schedule(Schedule path, FinancialYear year) {
    NavigableMap<FinancialYear, Double> values = paths.get(path);
    if (values == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "schedule must be of model " + model.name(), path, paths.keySet(), Quantity::name));
    }
    Double value = values.get(year);
    if (value == null) {
      throw new IllegalArgumentException(
          "schedule "
              + path.name()
              + " must cover "
              + year
              + ", does not; the inputs run "
              + years);
    }
    return value;
  }

  /**
   * The groups of shocks, and of parameters, that move together.
   *
   * @return disjoint groups; what is in none of them is independent
   */
  public List<Correlation> correlations() {
    return correlations;
  }

  /**
   * What a parameter or shock moves with.
   *
   * @param quantity of any model
   * @return the correlation that it is in; empty if it is independent, or no parameter or shock
   */
  public Optional<Correlation> correlation(Quantity quantity) {
    return correlations.stream()
        .filter(group -> group.names().contains(quantity.name()))
        .findFirst();
  }

  /**
   * Every number, in one list: what two inputs are compared by.
   *
   * @return parameters in the order of {@link #parameters()}, each with its correlation, then
   *     opening values, paths year by year, and shocks, in the order of the model; immutable
   */
  public List<InputEntry> entries() {
    ImmutableList.Builder<InputEntry> entries = ImmutableList.builder();
    parameters.keySet().forEach(each -> entries.addAll(entries(each)));
    model.variables().forEach(each -> entries.addAll(entries(each)));
    model.schedules().forEach(each -> entries.addAll(entries(each)));
    model.shocks().forEach(each -> entries.addAll(entries(each)));
    return entries.build();
  }

  /**
   * The numbers of one quantity.
   *
   * @param quantity of any model
   * @return one for a parameter or shock of the model, and another for a parameter in a
   *     correlation; one for each year of a path, none or one for a variable, none for what the
   *     model lacks; immutable
   */
  public List<InputEntry> entries(Quantity quantity) {
    if (quantity instanceof Parameter parameter) {
      return ofParameter(parameter);
    }
    if (quantity instanceof Variable variable) {
      Double value = openings.get(variable);
      return value == null
          ? ImmutableList.of()
          : ImmutableList.of(new InputEntry.OfOpening(variable, value));
    }
    if (quantity instanceof Schedule path && paths.containsKey(path)) {
      return years.years().stream()
          .map(year -> new InputEntry.OfSchedule(path, year, schedule(path, year)))
          .collect(ImmutableList.toImmutableList());
    }
    if (quantity instanceof Shock shock && model.shocks().contains(shock)) {
      return ImmutableList.of(new InputEntry.OfShock(shock, correlation(shock)));
    }
    return ImmutableList.of();
  }

  /** An entry more only where there is a correlation, so that others keep their fingerprints. */
  private List<InputEntry> ofParameter(Parameter parameter) {
    Distribution distribution = parameters.get(parameter);
    if (distribution == null) {
      return ImmutableList.of();
    }
    InputEntry own = new InputEntry.OfParameter(parameter, distribution);
    return correlation(parameter)
        .<List<InputEntry>>map(
            group -> ImmutableList.of(own, new InputEntry.OfCorrelation(parameter, group)))
        .orElse(ImmutableList.of(own));
  }

  /**
   * The evidence that the number of a quantity rests on.
   *
   * @param quantity a parameter, path, variable with an opening value, or shock, as {@link #origin}
   *     has it
   * @return evidence ids; at least one
   * @throws IllegalArgumentException if there is no number for it
   */
  public List<String> evidence(Quantity quantity) {
    return origin(quantity).evidence();
  }

  /**
   * How the number of a quantity was arrived at.
   *
   * @param quantity a parameter, path, variable with an opening value, or shock. A shock has the
   *     origin given for its shape, joined with that of the correlation that it is in
   * @return the origin
   * @throws IllegalArgumentException if there is no number for it, or it is a shock of which
   *     neither is known
   */
  public Origin origin(Quantity quantity) {
    Optional<Origin> joint =
        quantity instanceof Shock ? correlation(quantity).map(this::origin) : Optional.empty();
    Origin own = origins.get(quantity.name());
    if (own != null) {
      return joint.map(group -> joined(own, group)).orElse(own);
    }
    return joint.orElseThrow(() -> noOrigin(quantity));
  }

  /**
   * How a correlation was arrived at.
   *
   * @param correlation one of {@link #correlations()}
   * @return the origin
   * @throws IllegalArgumentException if it is not one of them
   */
  public Origin origin(Correlation correlation) {
    Origin origin = origins.get(InputsBuilder.nameOf(correlation));
    if (origin == null) {
      throw new IllegalArgumentException(
          "correlation must be one of the inputs of "
              + model.name()
              + ", was of "
              + correlation.names()
              + "; take it from correlations()");
    }
    return origin;
  }

  /**
   * Whether {@link #origin(Quantity)} knows a quantity.
   *
   * @param quantity any quantity
   * @return false for a variable without an opening value and for a shock of which nothing is said
   */
  public boolean hasOrigin(Quantity quantity) {
    return origins.containsKey(quantity.name())
        || (quantity instanceof Shock && correlation(quantity).isPresent());
  }

  private static Origin joined(Origin own, Origin group) {
    Set<String> evidence = new LinkedHashSet<>(own.evidence());
    evidence.addAll(group.evidence());
    String method =
        Stream.of(own.method(), group.method())
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return new Origin(own.kind(), method, List.copyOf(evidence));
  }

  private IllegalArgumentException noOrigin(Quantity quantity) {
    if (quantity instanceof Shock shock && model.shocks().contains(shock)) {
      return new IllegalArgumentException(
          "shock must have an origin or be in a correlation of the inputs of "
              + model.name()
              + ", was "
              + quantity.name()
              + " without; it is standard normal by definition, ask for the origin of its spread");
    }
    if (quantity instanceof Variable variable && model.variables().contains(variable)) {
      return new IllegalArgumentException(
          "variable must have an opening value in the inputs of "
              + model.name()
              + " for its origin, was "
              + quantity.name()
              + ", which its equation works out; ask for the origin of what that reads");
    }
    return new IllegalArgumentException(
        NearestNames.refusal(
            "quantity must have a number in the inputs of " + model.name(),
            quantity,
            numbered(),
            Quantity::name));
  }

  private List<Quantity> numbered() {
    return Stream.of(parameters.keySet(), openings.keySet(), paths.keySet(), model.shocks())
        .flatMap(Set::stream)
        .map(Quantity.class::cast)
        .toList();
  }

  /**
   * Every evidence id that any number of the inputs rests on.
   *
   * @return without repeats
   */
  public Set<String> evidence() {
    return origins.values().stream()
        .flatMap(origin -> origin.evidence().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * The parameters and their distributions.
   *
   * @return immutable, in the order in which they were given
   */
  public Map<Parameter, Distribution> parameters() {
    return parameters;
  }

  /** The model, its years and how many numbers of each kind there are. */
  @Override
  public String toString() {
    return "Inputs of "
        + model
        + ", "
        + years
        + ": "
        + NumberText.count(parameters.size(), "parameter")
        + ", "
        + NumberText.count(openings.size(), "opening value")
        + ", "
        + NumberText.count(paths.size(), "schedule")
        + ", "
        + NumberText.count(correlations.size(), "correlation");
  }
}
