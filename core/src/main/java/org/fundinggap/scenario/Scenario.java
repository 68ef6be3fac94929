package org.fundinggap.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.Checks;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Levers;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.Addition;
import org.fundinggap.own.Additions;
import org.fundinggap.quantity.InvalidInputException;

/**
 * One policy alternative: a model, its numbers, the levers that are pulled, and a name. Not random:
 * chance is in the draws, which all scenarios of a run share. Immutable.
 */
public final class Scenario implements Option {
  private final String name;
  private final String description;

  /** The model and its numbers, without what is added and without levers. */
  private final Inputs base;

  private final ImmutableList<Addition> added;

  /** Levers of what is law or paid for, which a baseline lays; not tried again. */
  private final ImmutableList<Lever> law;

  private final ImmutableList<Lever> pulled;
  private final Inputs inputs;

  /** What the base was made from, if a baseline made it. */
  private final Optional<Recipe> recipe;

  /**
   * A scenario without levers.
   *
   * @param name unique in a run, such as {@code real-flat}
   * @param description what it assumes, in a sentence
   * @param inputs the model and all its numbers, without levers
   * @throws IllegalArgumentException if a text is blank; the inputs hold levers of a scenario that
   *     they were taken from, whose costs and names would be lost; or a gap cuts early help and
   *     that loop would feed on itself
   */
  public Scenario(String name, String description, Inputs inputs) {
    this(
        name,
        description,
        inputs,
        List.of(),
        List.of(),
        List.of(),
        ScenarioChecks.checked(name, ScenarioChecks.withoutLevers(name, inputs)),
        Optional.empty());
  }

  /**
   * A scenario with what is law or paid for.
   *
   * @param inputs the model and all its numbers, without levers
   * @param law levers that are taken as they are, all within the years of the inputs
   * @param recipe what the inputs were made from
   */
  static Scenario underLaw(
      String name, String description, Inputs inputs, List<Lever> law, Recipe recipe) {
    Inputs laid = ScenarioChecks.laid(name, inputs, List.of(), law, List.of());
    Inputs checked = ScenarioChecks.checked(name, laid);
    return new Scenario(
        name, description, inputs, List.of(), law, List.of(), checked, Optional.of(recipe));
  }

  private Scenario(
      String name,
      String description,
      Inputs base,
      List<Addition> added,
      List<Lever> law,
      List<Lever> pulled,
      Inputs inputs,
      Optional<Recipe> recipe) {
    this.name = Checks.notBlank(name, "name");
    this.description = Checks.notBlank(description, "description");
    this.base = base;
    this.added = ImmutableList.copyOf(added);
    this.law = ImmutableList.copyOf(law);
    this.pulled = ImmutableList.copyOf(pulled);
    this.inputs = inputs;
    this.recipe = recipe;
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * What it assumes.
   *
   * @return a sentence
   */
  public String description() {
    return description;
  }

  /**
   * The model and all its numbers, those of the levers among them.
   *
   * @return the inputs
   */
  @Override
  public Inputs inputs() {
    return inputs;
  }

  /**
   * The levers that are pulled, those of what is law or paid for among them.
   *
   * @return immutable, those of the law first, then the others in the order in which they were
   *     given, which makes no difference
   */
  public List<Lever> levers() {
    return ImmutableList.<Lever>builder().addAll(law).addAll(pulled).build();
  }

  /**
   * The levers that were added, without those of what is law or paid for.
   *
   * @return immutable, in the order in which they were given
   */
  public List<Lever> addedLevers() {
    return pulled;
  }

  /**
   * The levers of what was run.
   *
   * @param option such as a scenario
   * @return empty if it has none, or is no scenario
   */
  public static List<Lever> leversOf(Option option) {
    Objects.requireNonNull(option, "option");
    return option instanceof Scenario scenario ? scenario.levers() : List.of();
  }

  /**
   * This scenario under another name.
   *
   * @param other the name
   * @return a scenario with the same numbers
   * @throws IllegalArgumentException if the name is blank
   */
  public Scenario named(String other) {
    return new Scenario(
        Checks.notBlank(other, "other"), description, base, added, law, pulled, inputs, recipe);
  }

  /**
   * This scenario with another description.
   *
   * @param other what it assumes, in a sentence
   * @return a scenario with the same name and numbers
   * @throws IllegalArgumentException if the description is blank
   */
  public Scenario described(String other) {
    Objects.requireNonNull(other, "other");
    return new Scenario(name, other, base, added, law, pulled, inputs, recipe);
  }

  /**
   * What it was made from before anything of one's own was added, such as a file holds.
   *
   * @return empty if its model and numbers were given, and no baseline of England made them
   */
  public Optional<Recipe> recipe() {
    return recipe;
  }

  /**
   * The model and all its numbers, without what is added and without levers.
   *
   * @return the inputs that {@link #changing} changes
   */
  public Inputs base() {
    return base;
  }

  /**
   * This scenario with a parameter fixed, its levers as they are.
   *
   * @param parameter of its model, or the size of one of its levers
   * @param value within the parameter's bounds
   * @return a scenario of the same name; the number names the evidence that it had
   * @throws IllegalArgumentException if the model has no such parameter, the value is out of
   *     bounds, or a gap cuts early help and that loop would feed on itself
   */
  public Scenario fixing(Parameter parameter, double value) {
    Objects.requireNonNull(parameter, "parameter");
    return ScenarioChecks.naming(name, () -> fixed(parameter, value));
  }

  private Scenario fixed(Parameter parameter, double value) {
    ScenarioChecks.requireFree(parameter, added);
    Inputs changed = inputs.toBuilder().fixing(parameter, value).build();
    Distribution fixed = changed.distribution(parameter);
    Origin origin = changed.origin(parameter);
    boolean own = base.model().parameters().contains(parameter);
    Inputs bare = own ? base.toBuilder().fixing(parameter, value).build() : base;
    List<Addition> additions = Additions.fixing(added, parameter, fixed);
    List<Lever> ofLaw = Levers.fixing(law, parameter, fixed, origin);
    List<Lever> others = Levers.fixing(pulled, parameter, fixed, origin);
    // Laid anew, for equations hold the sizes that they are made with.
    Inputs laid = ScenarioChecks.laid(name, bare, additions, ofLaw, others);
    Inputs kept = laid.toBuilder().fixing(parameter, value).build();
    return new Scenario(
        name, description, bare, additions, ofLaw, others, ScenarioChecks.checked(kept), recipe);
  }

  /**
   * This scenario with other numbers or equations, its levers as they are.
   *
   * @param newName what it is called
   * @param change what to make of the model and the numbers that it has without its levers, such as
   *     {@code numbers -> numbers.toBuilder().parameter(...).build()}
   * @return a scenario with the same levers laid over what was changed
   * @throws InvalidInputException if a lever does not go with what was changed
   * @throws IllegalArgumentException if the name is blank, or a gap cuts early help and that loop
   *     would feed on itself
   */
  public Scenario changing(String newName, UnaryOperator<Inputs> change) {
    Objects.requireNonNull(newName, "newName");
    Inputs changed =
        ScenarioChecks.withoutLevers(
            newName, ScenarioChecks.naming(newName, () -> change.apply(base)));
    return laid(newName, description, changed, added);
  }

  private Scenario laid(String newName, String text, Inputs bare, List<Addition> own) {
    String what = "scenario \"" + newName + "\"";
    Inputs with = Additions.on(what, bare, own);
    Inputs laid = levers().isEmpty() ? with : Levers.on(what, with, law, pulled);
    return new Scenario(
        newName, text, bare, own, law, pulled, ScenarioChecks.checked(newName, laid), recipe);
  }

  /**
   * This scenario with cost lines, streams of funding or equations of one's own, named after them.
   *
   * @param own the first
   * @param more others
   * @return the scenario, named such as {@code real-flat + short breaks}
   * @throws InvalidInputException as {@link #with(String, Addition, Addition...)}
   */
  public Scenario with(Addition own, Addition... more) {
    String labels =
        given(own, more).stream().map(Addition::label).collect(Collectors.joining(" + "));
    return with(name + " + " + labels, own, more);
  }

  /**
   * This scenario with cost lines, streams of funding or equations of one's own. Lines are part of
   * need, spending and every gap from the base year on, streams of funding.
   *
   * @param newName what it is called
   * @param own the first
   * @param more others
   * @return the scenario, its levers as they are
   * @throws InvalidInputException if two share an id or have a name that the model has, one reads
   *     what the model lacks, lacks a number or a year, or lines taken out of another cost more
   *     than it; all problems at once
   */
  public Scenario with(String newName, Addition own, Addition... more) {
    Objects.requireNonNull(newName, "newName");
    List<Addition> given = given(own, more);
    List<Addition> all = ImmutableList.<Addition>builder().addAll(added).addAll(given).build();
    String labels = given.stream().map(Addition::label).collect(Collectors.joining(", "));
    return laid(newName, description + "; with " + labels, base, all);
  }

  private static String nameOf(Lever lever) {
    return Objects.requireNonNull(lever, "lever").name();
  }

  private static List<Addition> given(Addition own, Addition... more) {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(more, "more");
    return Lists.asList(own, more);
  }

  /**
   * Cost lines, streams of funding and equations of one's own.
   *
   * @return immutable, in the order in which they were given, which makes no difference
   */
  public List<Addition> additions() {
    return added;
  }

  /**
   * The additions of what was run.
   *
   * @param option such as a scenario
   * @return empty if it has none, or is no scenario
   */
  public static List<Addition> additionsOf(Option option) {
    Objects.requireNonNull(option, "option");
    return option instanceof Scenario scenario ? scenario.additions() : List.of();
  }

  /**
   * This scenario with more levers, named after both.
   *
   * @param more at least one
   * @return the scenario, named such as {@code real-flat + agency cap}
   * @throws InvalidInputException as {@link #with(String, Lever...)}
   */
  public Scenario with(Lever... more) {
    Objects.requireNonNull(more, "more");
    String added = Arrays.stream(more).map(Scenario::nameOf).collect(Collectors.joining(" + "));
    return with(name + " + " + added, more);
  }

  /**
   * This scenario with more levers.
   *
   * <p>Before it is accepted, 256 draws are run with and without each lever, but for those of what
   * is law or paid for.
   *
   * @param newName what it is called
   * @param more at least one
   * @return the scenario; its draws are those of this one wherever no lever has an effect
   * @throws InvalidInputException if there is no lever, two share a name, one starts by the base
   *     year, names what the model lacks, sets what another sets in the same year, changes nothing
   *     in any draw that was tried, or leads out of bounds; all problems at once
   * @throws IllegalArgumentException if a gap cuts early help and that loop would feed on itself
   */
  public Scenario with(String newName, Lever... more) {
    String what = "scenario \"" + newName + "\"";
    if (more.length == 0) {
      InvalidInputException.throwIfAny(
          what, List.of("levers must hold at least one lever, had none"));
    }
    List<Lever> all = new ArrayList<>(pulled);
    all.addAll(Arrays.asList(more));
    all.forEach(Scenario::nameOf);
    Inputs withLevers = Levers.on(what, Additions.on(what, base, added), law, all);
    String text =
        description
            + "; levers: "
            + all.stream().map(Lever::name).collect(Collectors.joining(", "));
    return new Scenario(
        newName, text, base, added, law, all, ScenarioChecks.checked(newName, withLevers), recipe);
  }

  /**
   * This scenario without some of its levers, those of what is law among them.
   *
   * @param newName what it is called
   * @param some levers that it has
   * @return the scenario; its draws are those of this one wherever none of them had an effect
   * @throws IllegalArgumentException if it has not one of them
   */
  public Scenario without(String newName, Lever... some) {
    Objects.requireNonNull(newName, "newName");
    Objects.requireNonNull(some, "some");
    List<Lever> leaving = Arrays.asList(some);
    ScenarioChecks.requireHeld(name, levers(), leaving);
    List<Lever> keptLaw = law.stream().filter(each -> !leaving.contains(each)).toList();
    List<Lever> kept = pulled.stream().filter(each -> !leaving.contains(each)).toList();
    Inputs laid = ScenarioChecks.laid(newName, base, added, keptLaw, kept);
    String text =
        description
            + "; without "
            + leaving.stream().map(Lever::name).collect(Collectors.joining(", "));
    return new Scenario(
        newName, text, base, added, keptLaw, kept, ScenarioChecks.checked(newName, laid), recipe);
  }

  /** The name, the model and the years. */
  @Override
  public String toString() {
    return name + ": " + inputs.model() + ", " + inputs.years();
  }
}
