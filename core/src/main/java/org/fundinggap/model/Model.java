package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Equations in the order in which they run each year, checked to fit together.
 *
 * <p>Immutable. Holds no numbers: those are {@link Inputs}.
 */
public final class Model {
  private final String name;
  private final ImmutableList<Equation> equations;
  private final ImmutableSet<Variable> variables;
  private final ImmutableSet<Variable> states;
  private final ImmutableSet<Parameter> parameters;
  private final ImmutableSet<Shock> shocks;
  private final ImmutableSet<Schedule> paths;

  private Model(String name, ImmutableList<Equation> equations) {
    this.name = name;
    this.equations = equations;
    ImmutableSet.Builder<Variable> written = ImmutableSet.builder();
    ImmutableSet.Builder<Variable> state = ImmutableSet.builder();
    for (Equation equation : equations) {
      written.addAll(equation.writes());
      if (!equation.readsLastYear().isEmpty()) {
        state.addAll(equation.writes());
      }
    }
    this.variables = written.build();
    this.states = state.build();
    this.parameters = used(equations, Parameter.class);
    this.shocks = used(equations, Shock.class);
    this.paths = used(equations, Schedule.class);
  }

  private static <T extends Quantity> ImmutableSet<T> used(
      List<Equation> equations, Class<T> type) {
    return equations.stream()
        .flatMap(equation -> equation.uses().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * A model of some equations.
   *
   * @param name what it is called in errors and reports
   * @param equations in the order in which they run; each reads only what an earlier one wrote, or
   *     last year's values
   * @return the model
   * @throws InvalidInputException if two equations write one variable, two quantities share a name,
   *     a variable is read that nothing writes, the order is wrong or there is a cycle; every
   *     problem is listed by name
   */
  public static Model of(String name, Collection<Equation> equations) {
    Checks.notBlank(name, "name");
    ImmutableList<Equation> ordered = ImmutableList.copyOf(equations);
    InvalidInputException.throwIfAny("model " + name, ModelChecks.problems(ordered));
    return new Model(name, ordered);
  }

  /**
   * This model and more equations behind its own.
   *
   * @param newName what the larger model is called
   * @param added equations that read what this model writes
   * @return the larger model; give it numbers with {@link Inputs#toBuilder(Model)}
   * @throws InvalidInputException as {@link #of} does
   */
  public Model with(String newName, Equation... added) {
    return of(newName, ImmutableList.<Equation>builder().addAll(equations).add(added).build());
  }

  /**
   * What the model is called.
   *
   * @return not blank
   */
  public String name() {
    return name;
  }

  /**
   * The equations in the order in which they run.
   *
   * @return immutable
   */
  public List<Equation> equations() {
    return equations;
  }

  /**
   * Everything that the model works out, in the order of its equations.
   *
   * @return immutable
   */
  public Set<Variable> variables() {
    return variables;
  }

  /**
   * The variables that need a value in the base year, because an equation carries them from one
   * year to the next.
   *
   * @return a subset of {@link #variables()}
   */
  public Set<Variable> states() {
    return states;
  }

  /**
   * The parameters that its equations use.
   *
   * @return immutable
   */
  public Set<Parameter> parameters() {
    return parameters;
  }

  /**
   * The shocks that its equations use.
   *
   * @return immutable
   */
  public Set<Shock> shocks() {
    return shocks;
  }

  /**
   * The paths that its equations use.
   *
   * @return immutable
   */
  public Set<Schedule> schedules() {
    return paths;
  }

  /** Name and size. */
  @Override
  public String toString() {
    return name + " (" + equations.size() + " equations, " + variables.size() + " variables)";
  }
}
