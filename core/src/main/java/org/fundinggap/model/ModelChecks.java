package org.fundinggap.model;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundinggap.internal.NearestNames;

/** Finds everything that is wrong with a list of equations, by name. */
final class ModelChecks {
  private ModelChecks() {}

  static List<String> problems(List<Equation> equations) {
    List<String> problems = new ArrayList<>();
    if (equations.isEmpty()) {
      problems.add("equations must hold at least one equation, had none");
    }
    checkNames(equations, problems);
    Map<Variable, Equation> writers = writers(equations, problems);
    checkInputs(equations, writers, problems);
    checkOrder(equations, writers, problems);
    return problems;
  }

  /** A name is also a random stream: two quantities may never share one. */
  private static void checkNames(List<Equation> equations, List<String> problems) {
    Map<String, Quantity> byName = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    for (Equation equation : equations) {
      if (!ids.add(equation.id())) {
        problems.add("equation ids must be unique, was twice " + equation.id() + "; rename one");
      }
      quantities(equation)
          .forEach(
              quantity -> {
                Quantity known = byName.putIfAbsent(quantity.name(), quantity);
                if (known != null && !known.equals(quantity)) {
                  problems.add(
                      "name "
                          + quantity.name()
                          + " must mean one thing, was both "
                          + known
                          + " and "
                          + quantity
                          + " (in equation "
                          + equation.id()
                          + "); rename one");
                }
              });
    }
  }

  private static Stream<Quantity> quantities(Equation equation) {
    return Stream.of(equation.writes(), equation.reads(), equation.readsLastYear(), equation.uses())
        .flatMap(Set::stream);
  }

  private static Map<Variable, Equation> writers(List<Equation> equations, List<String> problems) {
    Map<Variable, Equation> writers = new HashMap<>();
    for (Equation equation : equations) {
      for (Variable variable : equation.writes()) {
        Equation other = writers.putIfAbsent(variable, equation);
        if (other != null) {
          problems.add(
              "variable "
                  + variable.name()
                  + " must be written by one equation, was by "
                  + other.id()
                  + " and "
                  + equation.id()
                  + "; remove one");
        }
      }
    }
    return writers;
  }

  private static void checkInputs(
      List<Equation> equations, Map<Variable, Equation> writers, List<String> problems) {
    for (Equation equation : equations) {
      Set<Variable> needed = new LinkedHashSet<>(equation.reads());
      needed.addAll(equation.readsLastYear());
      for (Variable variable : needed) {
        if (!writers.containsKey(variable)) {
          problems.add(
              "variable "
                  + variable.name()
                  + ", read by equation "
                  + equation.id()
                  + ", must be written by some equation, was by none; add the equation for it, or"
                  + " read one that is written, "
                  + NearestNames.to(
                      variable.name(), writers.keySet().stream().map(Variable::name).toList()));
        }
      }
    }
  }

  private static void checkOrder(
      List<Equation> equations, Map<Variable, Equation> writers, List<String> problems) {
    MutableGraph<Equation> graph = GraphBuilder.directed().allowsSelfLoops(true).build();
    equations.forEach(graph::addNode);
    for (Equation equation : equations) {
      for (Variable variable : equation.reads()) {
        Equation writer = writers.get(variable);
        if (writer != null) {
          graph.putEdge(writer, equation);
        }
      }
    }
    if (Graphs.hasCycle(graph)) {
      problems.add(
          "equations must not need each other in one year, was the cycle among "
              + cycle(graph)
              + "; let one of them read last year's value");
    } else {
      checkSequence(equations, writers, problems);
    }
  }

  /** The equations that can reach themselves, by id, in alphabetical order. */
  private static String cycle(MutableGraph<Equation> graph) {
    Set<String> members = new TreeSet<>();
    for (Equation equation : graph.nodes()) {
      for (Equation next : graph.successors(equation)) {
        if (Graphs.reachableNodes(graph, next).contains(equation)) {
          members.add(equation.id());
        }
      }
    }
    return String.join(", ", members);
  }

  private static void checkSequence(
      List<Equation> equations, Map<Variable, Equation> writers, List<String> problems) {
    Set<Equation> done = new LinkedHashSet<>();
    for (Equation equation : equations) {
      for (Variable variable : equation.reads()) {
        Equation writer = writers.get(variable);
        if (writer != null && !done.contains(writer)) {
          problems.add(
              "equation "
                  + equation.id()
                  + " must come after "
                  + writer.id()
                  + ", whose "
                  + variable.name()
                  + " it reads, was before; move it down");
        }
      }
      done.add(equation);
    }
  }
}
