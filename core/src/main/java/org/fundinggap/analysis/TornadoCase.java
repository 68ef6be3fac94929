package org.fundinggap.analysis;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.scenario.Scenario;

/**
 * One thing that a tornado sets.
 *
 * @param name of the parameter, group or choice
 * @param label in words
 * @param kind of it
 * @param settings two sides of a parameter or group; the alternatives of a choice
 */
record TornadoCase(String name, String label, Tornado.Kind kind, List<Setting> settings) {
  TornadoCase {
    settings = ImmutableList.copyOf(settings);
  }

  /** What is set, in words, and how: in a scenario that has it, or by another in its place. */
  record Setting(String text, UnaryOperator<Scenario> set) {}

  static TornadoCase parameter(Scenario of, Parameter parameter, double low, double high) {
    return new TornadoCase(
        parameter.name(),
        parameter.label(),
        Tornado.Kind.PARAMETER,
        List.of(fixed(of, parameter, low), fixed(of, parameter, high)));
  }

  private static Setting fixed(Scenario of, Parameter parameter, double probability) {
    double value = of.inputs().distribution(parameter).quantile(probability);
    return new Setting(
        NumberText.of(value) + " " + parameter.unit(),
        scenario -> fixing(scenario, parameter, value));
  }

  /** Levers bring parameters of their own, which the scenario before them lacks. */
  private static Scenario fixing(Scenario scenario, Parameter parameter, double value) {
    boolean has = scenario.inputs().model().parameters().contains(parameter);
    return has ? scenario.fixing(parameter, value) : scenario;
  }

  static TornadoCase group(
      String name, Scenario of, List<Parameter> parameters, double low, double high) {
    List<Setting> sides = new ArrayList<>();
    for (double probability : new double[] {low, high}) {
      sides.add(
          new Setting(
              "quantile " + probability + " of each",
              scenario -> {
                Scenario set = scenario;
                for (Parameter each : parameters) {
                  double value = of.inputs().distribution(each).quantile(probability);
                  set = fixing(set, each, value);
                }
                return set;
              }));
    }
    return new TornadoCase(name, name(parameters), Tornado.Kind.GROUP, sides);
  }

  private static String name(List<Parameter> parameters) {
    return String.join(", ", parameters.stream().map(Quantity::label).toList());
  }

  static TornadoCase choice(String name, Map<String, Scenario> alternatives) {
    List<Setting> settings = new ArrayList<>();
    alternatives.forEach((text, other) -> settings.add(new Setting(text, scenario -> other)));
    return new TornadoCase(name, name, Tornado.Kind.CHOICE, settings);
  }
}
