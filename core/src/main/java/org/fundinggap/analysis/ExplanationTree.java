package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.analysis.Explanation.Node;
import org.fundinggap.analysis.Explanation.NodeType;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Snapshot;

/** Walks a model from one number to all that it comes from; for one walk. */
final class ExplanationTree {
  private final Scenario scenario;
  private final Inputs inputs;
  private final Snapshot numbers;
  private final RegisterIndex register;
  private final Map<Variable, Equation> writers = new HashMap<>();
  private final Set<Explained> explained = new HashSet<>();

  /** A parameter is the same in every year and explained once for all. */
  private record Explained(Quantity quantity, Optional<FinancialYear> year) {}

  ExplanationTree(Scenario scenario, Snapshot numbers, RegisterIndex register) {
    this.scenario = scenario;
    this.inputs = scenario.inputs();
    this.numbers = numbers;
    this.register = register;
    for (Equation equation : inputs.model().equations()) {
      equation.writes().forEach(variable -> writers.put(variable, equation));
    }
  }

  Explanation explain(Variable variable, FinancialYear year) {
    return new Explanation(
        scenario.name(), numbers.settings(), numbers.draw(), node(variable, year));
  }

  private Node node(Quantity quantity, FinancialYear year) {
    Optional<FinancialYear> of =
        quantity instanceof Parameter ? Optional.empty() : Optional.of(year);
    if (!explained.add(new Explained(quantity, of))) {
      return node(quantity, of, year, "explained above", true, List.of());
    }
    if (quantity instanceof Variable variable) {
      return variable(variable, year);
    }
    String how = how(quantity);
    if (!inputs.hasOrigin(quantity)) {
      return node(quantity, of, year, how + ", by definition", false, List.of());
    }
    Origin origin = inputs.origin(quantity);
    List<Node> leaves = new ArrayList<>(evidence(origin, quantity, year));
    if (quantity instanceof Parameter) {
      inputs.correlation(quantity).ifPresent(group -> addTogether(group, origin, leaves));
    }
    return node(quantity, of, year, how + "; " + words(origin), false, leaves);
  }

  /** What a correlation rests on, where the parameter itself does not. */
  private void addTogether(Correlation group, Origin own, List<Node> leaves) {
    inputs.origin(group).evidence().stream()
        .filter(id -> !own.evidence().contains(id))
        .forEach(id -> leaves.add(leaf(id, register.find(id))));
  }

  private Node variable(Variable variable, FinancialYear year) {
    Optional<FinancialYear> of = Optional.of(year);
    if (year.equals(inputs.years().first()) && inputs.opening(variable).isPresent()) {
      Origin origin = inputs.origin(variable);
      String how = "opening value, " + words(origin);
      return node(variable, of, year, how, false, evidence(origin, variable, year));
    }
    Equation equation = Objects.requireNonNull(writers.get(variable), variable.name());
    List<Node> from = new ArrayList<>();
    equation.reads().forEach(read -> from.add(node(read, year)));
    equation.readsLastYear().forEach(read -> from.add(node(read, year.plus(-1))));
    for (Class<?> type : List.of(Parameter.class, Schedule.class, Shock.class)) {
      equation.uses().stream().filter(type::isInstance).forEach(used -> from.add(node(used, year)));
    }
    return node(variable, of, year, equation.toString(), false, from);
  }

  private Node node(
      Quantity quantity,
      Optional<FinancialYear> of,
      FinancialYear year,
      String how,
      boolean above,
      List<Node> from) {
    return new Node(
        kind(quantity),
        quantity.name(),
        quantity.label(),
        unit(quantity),
        of,
        OptionalDouble.of(numbers.value(scenario.name(), quantity, year)),
        how,
        Optional.empty(),
        above,
        from);
  }

  private static NodeType kind(Quantity quantity) {
    if (quantity instanceof Variable) {
      return NodeType.VARIABLE;
    }
    if (quantity instanceof Parameter) {
      return NodeType.PARAMETER;
    }
    return quantity instanceof Schedule ? NodeType.SCHEDULE : NodeType.SHOCK;
  }

  private static String unit(Quantity quantity) {
    if (quantity instanceof Variable variable) {
      return variable.unitText();
    }
    if (quantity instanceof Parameter parameter) {
      return parameter.unit().symbol();
    }
    return quantity instanceof Schedule path ? path.unit().symbol() : "";
  }

  private String how(Quantity quantity) {
    if (quantity instanceof Parameter parameter) {
      return "parameter, "
          + inputs.distribution(parameter).describe()
          + inputs.correlation(parameter).map(group -> together(group, parameter)).orElse("");
    }
    return quantity instanceof Schedule ? "schedule" : "yearly shock, standard normal";
  }

  private static String together(Correlation group, Parameter parameter) {
    return group.names().stream()
        .filter(name -> !name.equals(parameter.name()))
        .collect(Collectors.joining(", ", ", drawn together with ", ""));
  }

  private static String words(Origin origin) {
    return origin.kind() + (origin.method().isEmpty() ? "" : ": " + origin.method());
  }

  /**
   * A leaf for each id. Which observation was used is certain only for a published value of a year
   * as it stands.
   */
  private List<Node> evidence(Origin origin, Quantity quantity, FinancialYear year) {
    OptionalDouble given = OptionalDouble.empty();
    if (origin.kind() == Origin.Derivation.PUBLISHED) {
      given = asGiven(quantity, year);
    }
    List<Node> leaves = new ArrayList<>();
    for (String id : origin.evidence()) {
      leaves.add(
          leaf(
              id,
              given.isPresent()
                  ? register.find(id, year, given.getAsDouble())
                  : register.find(id)));
    }
    return leaves;
  }

  /** The number of a year as the inputs hold it: a mean over draws may differ in its last bit. */
  private OptionalDouble asGiven(Quantity quantity, FinancialYear year) {
    if (quantity instanceof Variable variable) {
      return OptionalDouble.of(inputs.opening(variable).orElseThrow());
    }
    return quantity instanceof Schedule path
        ? OptionalDouble.of(inputs.schedule(path, year))
        : OptionalDouble.empty();
  }

  private static Node leaf(String id, Optional<RegisterEntry> entry) {
    return new Node(
        NodeType.EVIDENCE,
        id,
        entry.map(RegisterEntry::label).orElse(id),
        entry.map(RegisterEntry::unit).orElse(""),
        Optional.empty(),
        entry.map(RegisterEntry::value).orElse(OptionalDouble.empty()),
        entry.map(ExplanationTree::cited).orElse("not in the register"),
        entry,
        false,
        List.of());
  }

  private static String cited(RegisterEntry entry) {
    return entry.label()
        + (entry.shape().isEmpty() ? "" : " (" + entry.shape() + ")")
        + "; "
        + entry.kind()
        + ", "
        + entry.quality()
        + (entry.type() == RegisterEntry.Type.SERIES && entry.value().isEmpty()
            ? " at its weakest"
            : "")
        + ", published "
        + entry.published()
        + ": "
        + entry.citation();
  }
}
