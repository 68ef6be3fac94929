package org.fundinggap.analysis;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;

/** Collects what a {@link Tornado} sets, then runs it. Not thread-safe. */
public final class TornadoBuilder {
  private final Scenario scenario;
  private final Optional<UnaryOperator<Scenario>> change;
  private final Map<String, List<Parameter>> groups = new LinkedHashMap<>();
  private final Map<String, Map<String, Scenario>> choices = new LinkedHashMap<>();
  private double low = 0.1;
  private double high = 0.9;
  private Execution execution = Execution.ofAllProcessors();

  TornadoBuilder(Scenario scenario, Optional<UnaryOperator<Scenario>> change) {
    this.scenario = Objects.requireNonNull(scenario, "scenario");
    this.change = change;
  }

  /**
   * Other quantiles than 0.1 and 0.9.
   *
   * @param lowQuantile of the low side, above 0
   * @param highQuantile of the high side, below 1 and above the low one
   * @return this
   * @throws IllegalArgumentException if they are out of bounds
   */
  public TornadoBuilder between(double lowQuantile, double highQuantile) {
    if (!(lowQuantile > 0 && lowQuantile < highQuantile && highQuantile < 1)) {
      throw new IllegalArgumentException(
          "quantiles must be above 0, in order and below 1, were "
              + lowQuantile
              + " and "
              + highQuantile
              + "; write between(0.1, 0.9)");
    }
    low = lowQuantile;
    high = highQuantile;
    return this;
  }

  /**
   * Several parameters set together, all to the low and then all to the high quantile.
   *
   * @param name what they are, such as "unit costs"
   * @param parameters at least one uncertain one of the model
   * @return this
   * @throws IllegalArgumentException if the name is blank or given before, or there is no parameter
   */
  public TornadoBuilder group(String name, Parameter... parameters) {
    Checks.atLeast(parameters.length, 1, "parameters", "name those to set together");
    requireNew(name);
    groups.put(name, List.of(parameters));
    return this;
  }

  /**
   * A choice among scenarios; the one that the tornado is of counts as one of them.
   *
   * @param name what is chosen, such as "rule of funding"
   * @param alternatives at least one, of different names, each made otherwise in that alone; in a
   *     tornado of a change, before the change
   * @return this
   * @throws IllegalArgumentException if the name is blank or given before, there is no alternative,
   *     or two share a name
   */
  public TornadoBuilder choice(String name, Scenario... alternatives) {
    Checks.atLeast(alternatives.length, 1, "alternatives", "name those to choose among");
    ImmutableMap.Builder<String, Scenario> named = ImmutableMap.builder();
    Arrays.stream(alternatives).forEach(each -> named.put(each.name(), each));
    return choice(name, named.buildOrThrow());
  }

  private TornadoBuilder choice(String name, Map<String, Scenario> alternatives) {
    requireNew(name);
    choices.put(name, alternatives);
    return this;
  }

  /**
   * The choices that a scenario of England is made by: rule of funding, what the opening is
   * measured from, and the outlook of children looked after.
   *
   * @param onTop what is added to each alternative, such as levers; in a tornado of a change,
   *     before the change
   * @return this
   * @throws IllegalArgumentException if the scenario is not what its recipe and that make, for its
   *     alternatives would differ in more than the choice; or the register lacks what an
   *     alternative needs
   */
  public TornadoBuilder choicesOfEngland(UnaryOperator<Scenario> onTop) {
    EnglandChoices.of(scenario, onTop).forEach(this::choice);
    return this;
  }

  private void requireNew(String name) {
    Checks.notBlank(name, "name");
    if (groups.containsKey(name) || choices.containsKey(name)) {
      throw new IllegalArgumentException(
          "name must differ from those before, was \"" + name + "\" again; rename one");
    }
  }

  /**
   * Threads, progress and stopping.
   *
   * @param how the run is carried out; all processors unless this is said
   * @return this
   */
  public TornadoBuilder on(Execution how) {
    execution = Objects.requireNonNull(how, "how");
    return this;
  }

  /**
   * Runs all of it on common draws: two runs for each uncertain parameter and group, one for each
   * alternative of a choice, and one with nothing set; twice as many of a change.
   *
   * @param variable the result, of the scenario's model
   * @param year one of its years
   * @param settings seed and draws
   * @return the tornado, widest bar first
   * @throws InvalidInputException if a parameter of a group is not an uncertain one of the model,
   *     or a group or choice has the name of a parameter; all at once
   * @throws IllegalArgumentException if there is no such variable or year, the draws are not kept,
   *     or a side makes a scenario that is refused
   */
  public Tornado run(Variable variable, FinancialYear year, Settings settings) {
    Objects.requireNonNull(variable, "variable");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(settings, "settings");
    TornadoRuns runs = new TornadoRuns(scenario, change);
    List<TornadoCase> cases = cases(change.map(made -> made.apply(scenario)).orElse(scenario));
    Projection run = runs.run(cases, variable, settings, execution);
    Draws central = runs.result(run, "", variable, year);
    return new Tornado(
        (change.isPresent() ? "change of " : "") + scenario.name(),
        variable,
        year,
        settings,
        low,
        high,
        central.mean(),
        central.meanError(),
        runs.bars(cases, run, variable, year));
  }

  private List<TornadoCase> cases(Scenario of) {
    List<Parameter> uncertain = uncertain(of);
    List<String> problems = new ArrayList<>();
    List<String> names = uncertain.stream().map(Parameter::name).toList();
    groups.forEach(
        (name, parameters) ->
            parameters.stream()
                .filter(each -> !uncertain.contains(each))
                .forEach(
                    each ->
                        problems.add(
                            "group \""
                                + name
                                + "\": "
                                + NearestNames.refusal(
                                    "parameter must be an uncertain one of the model",
                                    each.name(),
                                    names))));
    Stream.concat(groups.keySet().stream(), choices.keySet().stream())
        .filter(names::contains)
        .forEach(
            name ->
                problems.add(
                    "name of a group or choice must not be that of a parameter, was \""
                        + name
                        + "\"; rename it"));
    InvalidInputException.throwIfAny("tornado of \"" + of.name() + "\"", problems);
    List<TornadoCase> cases = new ArrayList<>();
    uncertain.forEach(each -> cases.add(TornadoCase.parameter(of, each, low, high)));
    groups.forEach((name, all) -> cases.add(TornadoCase.group(name, of, all, low, high)));
    choices.forEach((name, all) -> cases.add(TornadoCase.choice(name, all)));
    return cases;
  }

  private List<Parameter> uncertain(Scenario of) {
    return of.inputs().model().parameters().stream()
        .filter(
            each -> {
              var given = of.inputs().distribution(each);
              return given.quantile(low) < given.quantile(high);
            })
        .toList();
  }

  /** What it is of, and how much was added. */
  @Override
  public String toString() {
    return "Tornado of "
        + (change.isPresent() ? "a change of " : "")
        + scenario.name()
        + ", so far groups "
        + groups.keySet()
        + " and choices "
        + choices.keySet();
  }
}
