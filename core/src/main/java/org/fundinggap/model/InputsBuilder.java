package org.fundinggap.model;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;

/**
 * Collects the numbers of a model; {@link #build} reports everything that is wrong with them.
 *
 * <p>A quantity given twice keeps the later number. Not for sharing between threads.
 */
public final class InputsBuilder {
  /** The method of a number that {@link #fixing} fixed. */
  public static final String FIXED = "fixed at a value";

  final Model model;
  final YearRange years;
  final Map<Parameter, Distribution> parameters = new LinkedHashMap<>();
  final Map<Variable, Double> openings = new LinkedHashMap<>();
  final Map<Schedule, NavigableMap<FinancialYear, Double>> paths = new LinkedHashMap<>();
  final List<Correlation> correlations = new ArrayList<>();
  final Set<Shock> shocks = new LinkedHashSet<>();

  /** Names of parameters that were fixed after others were drawn with them. */
  final Set<String> held = new HashSet<>();

  /** By name of a quantity, or by what {@link #nameOf} calls a correlation. */
  final Map<String, Origin> origins = new LinkedHashMap<>();

  InputsBuilder(Model model, YearRange years) {
    this.model = model;
    this.years = years;
  }

  /**
   * Gives a parameter.
   *
   * @param parameter a parameter of the model
   * @param distribution how it is distributed; its support within the parameter's bounds
   * @param evidenceIds where that comes from; at least one
   * @return this
   */
  public InputsBuilder parameter(
      Parameter parameter, Distribution distribution, String... evidenceIds) {
    return parameter(parameter, distribution, Origin.given(evidenceIds));
  }

  /**
   * Gives a parameter and says how its distribution was arrived at.
   *
   * @param parameter a parameter of the model
   * @param distribution how it is distributed; its support within the parameter's bounds
   * @param origin where that comes from; at least one evidence id
   * @return this
   */
  public InputsBuilder parameter(Parameter parameter, Distribution distribution, Origin origin) {
    held.remove(parameter.name());
    parameters.put(
        parameter,
        Objects.requireNonNull(distribution, () -> "distribution of " + parameter.name()));
    return from(parameter, origin);
  }

  /**
   * Gives a variable's value in the base year; the equation that writes it is not run then.
   *
   * @param variable a variable of the model
   * @param value its value; finite
   * @param evidenceIds where that comes from; at least one
   * @return this
   */
  public InputsBuilder opening(Variable variable, double value, String... evidenceIds) {
    return opening(variable, value, Origin.given(evidenceIds));
  }

  /**
   * Gives a variable's value in the base year and says how it was arrived at.
   *
   * @param variable a variable of the model
   * @param value its value; finite
   * @param origin where that comes from; at least one evidence id
   * @return this
   */
  public InputsBuilder opening(Variable variable, double value, Origin origin) {
    openings.put(variable, value);
    return from(variable, origin);
  }

  /**
   * Gives a path.
   *
   * @param path a path of the model
   * @param values its value for every year of the inputs; finite
   * @param evidenceIds where that comes from; at least one
   * @return this
   */
  public InputsBuilder schedule(
      Schedule path, Map<FinancialYear, Double> values, String... evidenceIds) {
    return schedule(path, values, Origin.given(evidenceIds));
  }

  /**
   * Gives a path and says how it was arrived at.
   *
   * @param path a path of the model
   * @param values its value for every year of the inputs; finite
   * @param origin where that comes from; at least one evidence id
   * @return this
   */
  public InputsBuilder schedule(Schedule path, Map<FinancialYear, Double> values, Origin origin) {
    paths.put(path, Collections.unmodifiableNavigableMap(new TreeMap<>(values)));
    return from(path, origin);
  }

  /**
   * Fixes a parameter that was given. Its number keeps the evidence that it had. Where it is in a
   * correlation it stays there, so that those that are drawn with it keep their draws: a value that
   * somebody sets says nothing of theirs.
   *
   * @param parameter a parameter that has been given
   * @param value within the parameter's bounds
   * @return this
   * @throws IllegalArgumentException if the parameter has not been given
   */
  public InputsBuilder fixing(Parameter parameter, double value) {
    Origin before = origins.get(parameter.name());
    if (before == null || !parameters.containsKey(parameter)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "parameter must have a number in the inputs of " + model.name() + " to be fixed",
              parameter,
              parameters.keySet(),
              Quantity::name));
    }
    Origin origin = new Origin(Origin.Derivation.GIVEN, FIXED, before.evidence());
    parameter(parameter, Distribution.fixed(value), origin);
    if (!groupsOf(parameter.name()).isEmpty()) {
      held.add(parameter.name());
    }
    return this;
  }

  /**
   * Lets parameters, or shocks, move together: the standard normals behind them have the
   * correlation, and each keeps its distribution (a Gaussian copula). Shocks move together within a
   * year.
   *
   * @param correlation names parameters of the model that are not fixed, or shocks of the model;
   *     all in no other group
   * @param evidenceIds where that comes from; at least one
   * @return this
   */
  public InputsBuilder correlation(Correlation correlation, String... evidenceIds) {
    return correlation(correlation, Origin.given(evidenceIds));
  }

  /**
   * Lets parameters, or shocks, move together and says how their correlation was arrived at.
   *
   * @param correlation as for {@link #correlation(Correlation, String...)}
   * @param origin where that comes from; at least one evidence id
   * @return this
   */
  public InputsBuilder correlation(Correlation correlation, Origin origin) {
    correlations.add(correlation);
    origins.put(nameOf(correlation), origin);
    return this;
  }

  /**
   * Takes out the correlation that a parameter or shock is in: all of that group are independent
   * from now on.
   *
   * @param name of a parameter or shock that is in a correlation
   * @return this
   * @throws IllegalArgumentException if it is in none
   */
  public InputsBuilder uncorrelated(String name) {
    List<Correlation> with = groupsOf(name);
    if (with.isEmpty()) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "name must be in a correlation",
              name,
              correlations.stream().flatMap(group -> group.names().stream()).toList()));
    }
    correlations.removeAll(with);
    for (Correlation group : with) {
      origins.remove(nameOf(group));
      group.names().forEach(held::remove);
    }
    return this;
  }

  private List<Correlation> groupsOf(String name) {
    return correlations.stream().filter(group -> group.names().contains(name)).toList();
  }

  /**
   * Says where the shape of a shock comes from. A shock is standard normal whether this is said or
   * not; its size is a parameter, with an origin of its own.
   *
   * @param shock a shock of the model
   * @param origin why it is as it is; at least one evidence id
   * @return this
   */
  public InputsBuilder shock(Shock shock, Origin origin) {
    shocks.add(shock);
    return from(shock, origin);
  }

  /** Lets another variable open with a variable's opening value, if it has one. */
  void moveOpening(Variable from, Variable to) {
    Double value = openings.remove(from);
    Origin origin = origins.get(from.name());
    if (value != null && origin != null) {
      origins.remove(from.name());
      opening(to, value, origin);
    }
  }

  static String nameOf(Correlation correlation) {
    return "correlation of " + String.join(", ", correlation.names());
  }

  private InputsBuilder from(Quantity quantity, Origin origin) {
    origins.put(
        quantity.name(), Objects.requireNonNull(origin, () -> "origin of " + quantity.name()));
    return this;
  }

  /**
   * Checks and completes the inputs.
   *
   * @return the inputs
   * @throws InvalidInputException if a parameter, opening value, path or year is missing, if one of
   *     them or a shock is unknown to the model, out of bounds or without evidence, if an equation
   *     has opening values for a part of what it writes, or if a correlation names what the model
   *     lacks, parameters beside shocks, a fixed parameter or what is in another; all problems at
   *     once
   */
  public Inputs build() {
    List<String> problems = new ArrayList<>();
    requireExactly("parameter", model.parameters(), parameters.keySet(), problems);
    requireExactly("schedule", model.schedules(), paths.keySet(), problems);
    requireAll("opening value of", model.states(), openings.keySet(), problems);
    requireKnown("variable with an opening value", model.variables(), openings.keySet(), problems);
    requireKnown("shock", model.shocks(), shocks, problems);
    checkWhole(problems);
    parameters.forEach((parameter, given) -> checkBounds(parameter, given, problems));
    openings.forEach(
        (variable, value) -> checkFinite("opening value of " + variable.name(), value, problems));
    paths.forEach((path, values) -> checkPath(path, values, problems));
    problems.addAll(CorrelationGroups.problems(this));
    origins.forEach((name, origin) -> checkEvidence(name, origin.evidence(), problems));
    InvalidInputException.throwIfAny("inputs of model " + model.name(), problems);
    return new Inputs(this);
  }

  private static <T extends Quantity> void requireExactly(
      String what, Set<T> wanted, Set<T> given, List<String> problems) {
    requireAll(what, wanted, given, problems);
    requireKnown(what, wanted, given, problems);
  }

  private static <T extends Quantity> void requireAll(
      String what, Set<T> wanted, Set<T> given, List<String> problems) {
    for (T missing : Sets.difference(wanted, given)) {
      problems.add(
          what
              + " "
              + missing.name()
              + " ("
              + missing.label()
              + ") must be given, was missing; add it with its evidence");
    }
  }

  private static <T extends Quantity> void requireKnown(
      String what, Set<T> known, Set<T> given, List<String> problems) {
    for (T unknown : Sets.difference(given, known)) {
      problems.add(
          NearestNames.refusal(what + " must be of the model", unknown, known, Quantity::name));
    }
  }

  /** In the base year an equation runs or not: it would overwrite a part of its outputs. */
  private void checkWhole(List<String> problems) {
    for (Equation equation : model.equations()) {
      Set<Variable> missing = Sets.difference(equation.writes(), openings.keySet());
      boolean needed = !equation.readsLastYear().isEmpty();
      if (!needed && !missing.isEmpty() && missing.size() < equation.writes().size()) {
        problems.add(
            "opening values of equation "
                + equation.id()
                + " must be given for all that it writes or for none, lacked "
                + missing.stream().map(Variable::name).collect(Collectors.joining(", "))
                + "; add these or take the others out");
      }
    }
  }

  private static void checkBounds(Parameter parameter, Distribution given, List<String> problems) {
    if (!(given.lower() >= parameter.lower() && given.upper() <= parameter.upper())) {
      problems.add(
          "parameter "
              + parameter.name()
              + " must be in ["
              + parameter.lower()
              + ", "
              + parameter.upper()
              + "] "
              + parameter.unit()
              + ", was "
              + given
              + " with support ["
              + given.lower()
              + ", "
              + given.upper()
              + "]; truncate the distribution or correct its scale");
    }
  }

  private static void checkFinite(String name, double value, List<String> problems) {
    if (!Double.isFinite(value)) {
      problems.add(name + " must be finite, was " + value + "; give a finite number");
    }
  }

  private void checkPath(
      Schedule path, NavigableMap<FinancialYear, Double> values, List<String> problems) {
    for (FinancialYear year : years.years()) {
      Double value = values.get(year);
      if (value == null) {
        problems.add("schedule " + path.name() + " must cover " + years + ", lacks " + year);
      } else {
        checkFinite("schedule " + path.name() + " in " + year, value, problems);
      }
    }
  }

  private static void checkEvidence(String name, List<String> ids, List<String> problems) {
    if (ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
      problems.add(
          name
              + " must name its evidence, named "
              + Arrays.toString(ids.toArray())
              + "; give the id of a figure, series or prior");
    }
  }

  /** The model, its years and how much was given so far. */
  @Override
  public String toString() {
    return "Inputs of "
        + model
        + ", "
        + years
        + ", so far "
        + NumberText.count(parameters.size(), "parameter")
        + " of "
        + model.parameters().size()
        + ", "
        + NumberText.count(openings.size(), "opening value")
        + ", "
        + NumberText.count(paths.size(), "schedule")
        + " of "
        + model.schedules().size();
  }
}
