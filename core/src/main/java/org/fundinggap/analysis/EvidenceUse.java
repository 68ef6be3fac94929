package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.random.Correlation;

/** Which numbers of some inputs rest on which evidence, and which rest on none. */
final class EvidenceUse {
  private final Inputs inputs;
  private final Map<String, Set<Quantity>> users = new LinkedHashMap<>();

  private EvidenceUse(Inputs inputs, List<Quantity> quantities) {
    this.inputs = inputs;
    for (Quantity quantity : quantities) {
      if (inputs.hasOrigin(quantity)) {
        evidence(quantity)
            .forEach(id -> users.computeIfAbsent(id, none -> new LinkedHashSet<>()).add(quantity));
      }
    }
  }

  /** Its own, and that of the correlation by which it is drawn. */
  private Set<String> evidence(Quantity quantity) {
    Set<String> ids = new LinkedHashSet<>(inputs.evidence(quantity));
    inputs
        .correlation(quantity)
        .map(inputs::origin)
        .ifPresent(origin -> ids.addAll(origin.evidence()));
    return ids;
  }

  /** Of some of the numbers only; a variable among them stands for its opening value. */
  static EvidenceUse of(Inputs inputs, Set<Quantity> counted) {
    return new EvidenceUse(inputs, quantities(inputs).stream().filter(counted::contains).toList());
  }

  /** Everything that has a number or, if a shock, may have an origin. */
  private static List<Quantity> quantities(Inputs inputs) {
    List<Quantity> all = new ArrayList<>(inputs.model().parameters());
    for (Variable variable : inputs.model().variables()) {
      if (inputs.opening(variable).isPresent()) {
        all.add(variable);
      }
    }
    all.addAll(inputs.model().schedules());
    all.addAll(inputs.model().shocks());
    return all;
  }

  private static String name(Quantity quantity) {
    if (quantity instanceof Variable) {
      return "opening value of " + quantity.name();
    }
    if (quantity instanceof Schedule) {
      return "schedule " + quantity.name();
    }
    return quantity instanceof Shock ? "shock " + quantity.name() : quantity.name();
  }

  /** The ids that anything rests on. */
  Set<String> ids() {
    return Collections.unmodifiableSet(users.keySet());
  }

  /** What rests on an id, by name. */
  List<String> users(String id) {
    return using(id).stream().map(EvidenceUse::name).toList();
  }

  private Set<Quantity> using(String id) {
    return users.getOrDefault(id, Set.of());
  }

  /** The parameters with a distribution that rest on an id. */
  List<Parameter> drawn(String id) {
    return using(id).stream()
        .filter(Parameter.class::isInstance)
        .map(Parameter.class::cast)
        .filter(parameter -> !inputs.distribution(parameter).isFixed())
        .toList();
  }

  /** Whether all that rests on an id is the same in every draw. */
  boolean isFixed(String id) {
    return drawn(id).isEmpty() && using(id).stream().noneMatch(Shock.class::isInstance);
  }

  /** A sentence for each number without an origin, and for each id that a register lacks. */
  static List<String> problems(Inputs inputs, RegisterIndex register) {
    List<String> problems = new ArrayList<>();
    for (Quantity quantity : quantities(inputs)) {
      if (!inputs.hasOrigin(quantity)) {
        problems.add(name(quantity) + " must have an origin, has none; name its evidence");
      } else {
        addUnknown(name(quantity), inputs.evidence(quantity), register, problems);
      }
    }
    for (Correlation correlation : inputs.correlations()) {
      String what = "correlation of " + String.join(", ", correlation.names());
      addUnknown(what, inputs.origin(correlation).evidence(), register, problems);
    }
    return problems;
  }

  private static void addUnknown(
      String what, List<String> ids, RegisterIndex register, List<String> problems) {
    for (String id : ids) {
      if (register.find(id).isEmpty()) {
        problems.add(
            NearestNames.refusal(what + " must name evidence of the register", id, register.ids())
                + "; register it first");
      }
    }
  }
}
