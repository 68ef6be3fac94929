package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;

/**
 * Equations of one's own with their numbers. They read what the model and other additions have;
 * nothing in the model reads them, but for an {@link OwnLine} of a column that one of them writes.
 * Or no equation, but numbers of the model and of other additions that are {@linkplain #together
 * drawn together}. Immutable.
 */
public final class OwnEquations implements Addition {
  private final String id;
  private final String label;
  private final ImmutableList<Equation> equations;
  private final ImmutableList<Consumer<InputsBuilder>> numbers;
  private final ImmutableSet<Parameter> parameters;

  /** Names that a correlation given here holds. */
  private final ImmutableSet<String> correlated;

  /** Given last of all, as lines and streams give some of what moves together here. */
  private final ImmutableMap<Parameter, Double> fixed;

  private OwnEquations(
      String id,
      String label,
      List<Equation> equations,
      List<Consumer<InputsBuilder>> numbers,
      Set<Parameter> parameters,
      Set<String> correlated,
      Map<Parameter, Double> fixed) {
    new AdditionChecks(id, label).throwIfAny("own equations \"" + id + "\"");
    this.id = id;
    this.label = label;
    this.equations = ImmutableList.copyOf(equations);
    this.numbers = ImmutableList.copyOf(numbers);
    this.parameters = ImmutableSet.copyOf(parameters);
    this.correlated = ImmutableSet.copyOf(correlated);
    this.fixed = ImmutableMap.copyOf(fixed);
  }

  private OwnEquations(String id, String label, List<Equation> equations) {
    this(id, label, equations, List.of(), Set.of(), Set.of(), Map.of());
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
    return new OwnEquations(id, label, List.of(equations));
  }

  /**
   * No equation, but parameters that are drawn together, such as the unit costs of two own lines.
   *
   * @param id the word for it, such as {@code fees}
   * @param label what it is about, in a few words
   * @param correlation names parameters of the model or of what is added beside this, such as
   *     {@link OwnLine#unitCost}; or shocks. Sizes of levers come later and can't be in it
   * @param evidence where it comes from, at least one: ids, or words
   * @return an addition
   * @throws IllegalArgumentException if the id is not a word or the label is blank
   */
  public static OwnEquations together(
      String id, String label, Correlation correlation, String... evidence) {
    return new OwnEquations(id, label, List.<Equation>of()).correlation(correlation, evidence);
  }

  private OwnEquations and(Consumer<InputsBuilder> number) {
    Iterable<Consumer<InputsBuilder>> all = Iterables.concat(numbers, List.of(number));
    return new OwnEquations(
        id, label, equations, ImmutableList.copyOf(all), parameters, correlated, fixed);
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
    return new OwnEquations(id, label, equations, numbers, more, correlated, fixed)
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
   * The same with parameters, or shocks, that are correlated.
   *
   * @param correlation names parameters that they use, that the model has or that are added beside
   *     them; or shocks
   * @param evidence where it comes from, at least one: ids, or words
   * @return other equations
   */
  public OwnEquations correlation(Correlation correlation, String... evidence) {
    Objects.requireNonNull(correlation, "correlation");
    Origin origin = Origin.given(evidence);
    Set<String> more = Sets.union(correlated, Set.copyOf(correlation.names()));
    return new OwnEquations(id, label, equations, numbers, parameters, more, fixed)
        .and(builder -> builder.correlation(correlation, origin));
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
   * @return immutable, in the order in which they run; none of what is only drawn together
   */
  public List<Equation> equations() {
    return equations;
  }

  /** The same with a parameter fixed, if its number was given here or it moves with others. */
  OwnEquations fixing(Parameter parameter, double value) {
    if (!parameters.contains(parameter) && !correlated.contains(parameter.name())) {
      return this;
    }
    Map<Parameter, Double> more = new LinkedHashMap<>(fixed);
    more.put(parameter, value);
    return new OwnEquations(id, label, equations, numbers, parameters, correlated, more);
  }

  void numbers(InputsBuilder builder) {
    numbers.forEach(number -> number.accept(builder));
  }

  /** What was fixed; of the model's own numbers those that are fixed in the base as it is now. */
  void fix(InputsBuilder builder, Inputs base) {
    fixed.forEach(
        (parameter, value) -> {
          if (!base.parameters().containsKey(parameter)) {
            builder.fixing(parameter, value);
          }
        });
    base.parameters()
        .forEach(
            (parameter, now) -> {
              if (correlated.contains(parameter.name())
                  && now.isFixed()
                  && base.origin(parameter).method().equals(InputsBuilder.FIXED)) {
                builder.fixing(parameter, now.mean());
              }
            });
  }

  /** Label and equations. */
  @Override
  public String toString() {
    return label + ": " + equations;
  }
}
