package org.fundinggap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A model and its numbers with equations laid over it: between a parameter and the equations that
 * use it, or between what an equation writes and those that read it. No equation of the model is
 * written anew. Not for sharing between threads.
 *
 * <p>Whatever the added equations do not change keeps its equations as they are, so that runs of
 * the model with and without the overlay share its results.
 */
public final class Overlay {
  private final Inputs base;
  private final Map<Parameter, Variable> varied = new LinkedHashMap<>();
  private final Map<Variable, Variable> before = new LinkedHashMap<>();
  private final List<Added> added = new ArrayList<>();
  private final List<Numbers> numbers = new ArrayList<>();

  /** A number to be given to the builder of the inputs. */
  @FunctionalInterface
  private interface Numbers {
    void giveTo(InputsBuilder builder);
  }

  /** An equation to be added; those that vary a parameter see it as it was, others as it is. */
  private record Added(Equation equation, boolean varies) {}

  private Overlay(Inputs base) {
    this.base = base;
  }

  /**
   * Starts an overlay.
   *
   * @param base a model with its numbers
   * @return an overlay that changes nothing yet
   */
  public static Overlay of(Inputs base) {
    return new Overlay(base);
  }

  /**
   * Lets a variable, which may differ from year to year, take a parameter's place in every equation
   * of the model that uses it.
   *
   * @param parameter of the model
   * @param effective what takes its place; a new name
   * @param equation what writes {@code effective}, by this year's values of whatever it reads
   * @return this
   */
  public Overlay vary(Parameter parameter, Variable effective, Equation equation) {
    varied.put(parameter, effective);
    added.add(new Added(equation, true));
    return this;
  }

  /**
   * Puts an equation between a variable and those that read it. The variable's own equation writes
   * another variable in its place, and where it goes on from its last year's value, that is the one
   * that it wrote itself: what the new equation does to a year does not carry on by itself to the
   * next.
   *
   * @param variable of the model
   * @param own what the variable's equation writes now; a new name. It takes over the opening value
   * @param equation what writes {@code variable}, by this year's values; where it uses a parameter
   *     that is varied, it sees what takes its place
   * @return this
   */
  public Overlay change(Variable variable, Variable own, Equation equation) {
    before.put(variable, own);
    added.add(new Added(equation, false));
    return this;
  }

  /**
   * Adds an equation after every equation whose output it reads. Add equations in that order. Where
   * it uses a parameter that is varied, it sees what takes its place.
   *
   * @param equation what writes new variables, by this year's values
   * @return this
   */
  public Overlay add(Equation equation) {
    added.add(new Added(equation, false));
    return this;
  }

  /**
   * Gives a parameter that an added equation uses.
   *
   * @param parameter not of the model
   * @param distribution how it is distributed; its support within the parameter's bounds
   * @param origin where that comes from; at least one evidence id
   * @return this
   */
  public Overlay parameter(Parameter parameter, Distribution distribution, Origin origin) {
    numbers.add(builder -> builder.parameter(parameter, distribution, origin));
    return this;
  }

  /**
   * Gives a path of the model other values.
   *
   * @param path of the model
   * @param values for every year of the inputs; finite
   * @param origin where they come from; at least one evidence id
   * @return this
   */
  public Overlay schedule(Schedule path, Map<FinancialYear, Double> values, Origin origin) {
    numbers.add(builder -> builder.schedule(path, values, origin));
    return this;
  }

  /**
   * Gives whatever else added equations need, such as opening values and correlations.
   *
   * @param given what to tell the builder of the larger model's numbers
   * @return this
   */
  public Overlay numbers(Consumer<InputsBuilder> given) {
    numbers.add(given::accept);
    return this;
  }

  /**
   * Completes it.
   *
   * @return the larger model with all its numbers
   * @throws InvalidInputException if an added equation has no valid place, because something that
   *     it changes is read before something that it reads is written, or a number is missing or
   *     wrong; all problems at once
   */
  public Inputs build() {
    List<Equation> equations = new ArrayList<>();
    base.model().equations().forEach(equation -> equations.add(overlaid(equation)));
    for (Added each : added) {
      Equation equation = each.varies ? each.equation : each.equation.with(varied);
      equations.add(place(equation, equations), equation);
    }
    InputsBuilder builder = base.toBuilder(Model.of(base.model().name(), equations));
    before.forEach(builder::moveOpening);
    numbers.forEach(each -> each.giveTo(builder));
    return builder.build();
  }

  private Equation overlaid(Equation equation) {
    Map<Quantity, Variable> others = new HashMap<>(varied);
    before.forEach(
        (variable, own) -> {
          if (equation.writes().contains(variable)) {
            others.put(variable, own);
          }
        });
    return equation.with(others);
  }

  /** The first place at which everything that an equation reads is written. */
  private static int place(Equation equation, List<Equation> others) {
    Set<Variable> missing = new HashSet<>(equation.reads());
    int place = 0;
    while (!missing.isEmpty() && place < others.size()) {
      missing.removeAll(others.get(place).writes());
      place++;
    }
    return place;
  }

  /** What it lies over, and how much was added so far. */
  @Override
  public String toString() {
    return "Overlay of "
        + base.model()
        + ", so far "
        + NumberText.count(added.size(), "added equation")
        + ", "
        + NumberText.count(numbers.size(), "new number");
  }
}
