package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;

/**
 * Equations of one's own with their numbers. They read what the model has; nothing in it reads
 * them, but for an {@link OwnLine} of a column that one of them writes. Immutable.
 */
public final class OwnEquations implements Addition {
  private final String id;
  private final String label;
  private final ImmutableList<Equation> equations;
  private final ImmutableList<Consumer<InputsBuilder>> numbers;
  private final ImmutableSet<Parameter> parameters;

  private OwnEquations(
      String id,
      String label,
      List<Equation> equations,
      List<Consumer<InputsBuilder>> numbers,
      Set<Parameter> parameters) {
    new AdditionChecks(id, label).throwIfAny("own equations \"" + id + "\"");
    this.id = id;
    this.label = label;
    this.equations = ImmutableList.copyOf(equations);
    this.numbers = ImmutableList.copyOf(numbers);
    this.parameters = ImmutableSet.copyOf(parameters);
  }

  /**
   * Equations without numbers of their own.
   *
   * @param id the word for them, such as {@code queues}
   * @param label what they are about, in a few words
   * @param equations at least one; each after those whose values of the year it reads
   * @return the equations
   * @throws IllegalArgumentException if the id is not a word, the label is blank or there is no
   *     equation
   */
  public static OwnEquations of(String id, String label, Equation... equations) {
    if (equations.length == 0) {
      throw new IllegalArgumentException(
          "own equations \"" + id + "\" must hold at least one equation, had none");
    }
    return new OwnEquations(id, label, List.of(equations), List.of(), Set.of());
  }

  private OwnEquations and(Consumer<InputsBuilder> number) {
    Iterable<Consumer<InputsBuilder>> all = Iterables.concat(numbers, List.of(number));
    return new OwnEquations(id, label, equations, ImmutableList.copyOf(all), parameters);
  }

  /**
   * The same with a number for a parameter that they use and the model lacks.
   *
   * @param parameter its name is that of its random stream
   * @param distribution how it is distributed, within the parameter's bounds
   * @param evidence where that comes from, at least one: ids, or words
   * @return other equations
   */
  public OwnEquations parameter(
      Parameter parameter, Distribution distribution, String... evidence) {
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(distribution, "distribution");
    Origin origin = Origin.given(evidence);
    Set<Parameter> more = Sets.union(parameters, Set.of(parameter));
    return new OwnEquations(id, label, equations, numbers, more)
        .and(builder -> builder.parameter(parameter, distribution, origin));
  }

  /**
   * The same with the value of the base year for a variable that they carry from year to year.
   *
   * @param variable one that they write
   * @param value finite
   * @param evidence where it comes from, at least one: ids, or words
   * @return other equations
   */
  public OwnEquations opening(Variable variable, double value, String... evidence) {
    Objects.requireNonNull(variable, "variable");
    Origin origin = Origin.given(evidence);
    return and(builder -> builder.opening(variable, value, origin));
  }

  /**
   * The same with values for a path that they use.
   *
   * @param path what they use
   * @param values for the base year and every projected one; finite
   * @param evidence where they come from, at least one: ids, or words
   * @return other equations
   */
  public OwnEquations schedule(
      Schedule path, Map<FinancialYear, Double> values, String... evidence) {
    Objects.requireNonNull(path, "path");
    Map<FinancialYear, Double> copy = Map.copyOf(values);
    Origin origin = Origin.given(evidence);
    return and(builder -> builder.schedule(path, copy, origin));
  }

  /**
   * The same with shocks that are correlated.
   *
   * @param correlation names shocks that they use
   * @param evidence where it comes from, at least one: ids, or words
   * @return other equations
   */
  public OwnEquations correlation(Correlation correlation, String... evidence) {
    Objects.requireNonNull(correlation, "correlation");
    Origin origin = Origin.given(evidence);
    return and(builder -> builder.correlation(correlation, origin));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * What they are.
   *
   * @return immutable, in the order in which they run
   */
  public List<Equation> equations() {
    return equations;
  }

  /** The same with a parameter fixed, if its number was given here. */
  OwnEquations fixing(Parameter parameter, Distribution value) {
    return parameters.contains(parameter)
        ? and(builder -> builder.parameter(parameter, value, Origin.given("fixed at a value")))
        : this;
  }

  void numbers(InputsBuilder builder) {
    numbers.forEach(number -> number.accept(builder));
  }

  /** Label and equations. */
  @Override
  public String toString() {
    return label + ": " + equations;
  }
}
