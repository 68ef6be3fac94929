package org.fundinggap.file;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;

/** The quantities of a model by their names. */
record Quantities(
    Map<String, Variable> variables,
    Map<String, Parameter> parameters,
    Map<String, Schedule> schedules,
    Map<String, Quantity> all) {

  /** Of a model, and variables that are to be added to it. */
  static Quantities of(Model model, List<Variable> more) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Map<String, Schedule> schedules = new LinkedHashMap<>();
    model.variables().forEach(each -> variables.put(each.name(), each));
    more.forEach(each -> variables.put(each.name(), each));
    model.parameters().forEach(each -> parameters.put(each.name(), each));
    model.schedules().forEach(each -> schedules.put(each.name(), each));
    Map<String, Quantity> all = new LinkedHashMap<>(variables);
    all.putAll(parameters);
    all.putAll(schedules);
    return new Quantities(
        ImmutableMap.copyOf(variables),
        ImmutableMap.copyOf(parameters),
        ImmutableMap.copyOf(schedules),
        ImmutableMap.copyOf(all));
  }

  Variable variable(Item item) {
    return item.named("a variable of the model", variables);
  }

  Parameter parameter(Item item) {
    return item.named("a parameter of the model", parameters);
  }

  Schedule schedule(Item item) {
    return item.named("a path of the model", schedules);
  }

  Quantity any(Item item) {
    return item.named("a quantity of the model", all);
  }
}
