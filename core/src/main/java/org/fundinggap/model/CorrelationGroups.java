package org.fundinggap.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Correlation;
import org.jspecify.annotations.Nullable;

/** What is wrong with the groups of parameters and shocks that move together. */
final class CorrelationGroups {
  private final InputsBuilder given;
  private final Map<String, Quantity> known = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private CorrelationGroups(InputsBuilder given) {
    this.given = given;
    given.model.parameters().forEach(each -> known.put(each.name(), each));
    given.model.shocks().forEach(each -> known.put(each.name(), each));
  }

  /** Every fault, a sentence each. */
  static List<String> problems(InputsBuilder given) {
    CorrelationGroups groups = new CorrelationGroups(given);
    Set<String> grouped = new LinkedHashSet<>();
    for (Correlation group : given.correlations) {
      group.names().forEach(name -> groups.addProblems(name, grouped.add(name)));
      groups.addMixture(group);
    }
    return groups.problems;
  }

  private void addProblems(String name, boolean isFirst) {
    Quantity quantity = known.get(name);
    if (quantity == null) {
      problems.add(
          NearestNames.refusal(
              "correlation must name parameters or shocks of the model", name, known.keySet()));
    } else if (quantity instanceof Parameter parameter) {
      addFixed(parameter);
    }
    if (!isFirst) {
      problems.add(
          kind(quantity)
              + " "
              + name
              + " must be in one correlation, was in two; join the two matrices, and take out one"
              + " that was there before by uncorrelated(\""
              + name
              + "\")");
    }
  }

  private static String kind(@Nullable Quantity quantity) {
    if (quantity instanceof Shock) {
      return "shock";
    }
    return quantity == null ? "quantity" : "parameter";
  }

  /** A correlation with what never moves would do nothing. */
  private void addFixed(Parameter parameter) {
    Distribution distribution = given.parameters.get(parameter);
    if (distribution != null && distribution.isFixed() && !given.held.contains(parameter.name())) {
      problems.add(
          "parameter "
              + parameter.name()
              + " in a correlation must vary between draws, was fixed at "
              + NumberText.exact(distribution.quantile(0.5))
              + "; give it a range, take it out of the matrix, or fix it by fixing(parameter,"
              + " value), by which the others keep their draws");
    }
  }

  private void addMixture(Correlation group) {
    List<String> parameters = named(group, Parameter.class);
    List<String> shocks = named(group, Shock.class);
    if (!parameters.isEmpty() && !shocks.isEmpty()) {
      problems.add(
          "correlation must be of parameters alone or of shocks alone, was of parameters "
              + String.join(", ", parameters)
              + " and shocks "
              + String.join(", ", shocks)
              + "; give each its own matrix, as parameters are drawn once and shocks every year");
    }
  }

  private List<String> named(Correlation group, Class<? extends Quantity> type) {
    return group.names().stream().filter(name -> type.isInstance(known.get(name))).toList();
  }
}
