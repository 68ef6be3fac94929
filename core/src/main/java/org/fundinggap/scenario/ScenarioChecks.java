package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Levers;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.Addition;
import org.fundinggap.own.Additions;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.InvalidInputException;

/** What a scenario refuses, by its name, and what is laid over its base. */
final class ScenarioChecks {
  private ScenarioChecks() {}

  /** Refuses inputs that hold what a scenario would not list. */
  static Inputs withoutLevers(String name, Inputs inputs) {
    List<String> laid = new ArrayList<>(Levers.traces(inputs));
    laid.addAll(Additions.traces(inputs));
    if (!laid.isEmpty()) {
      throw new IllegalArgumentException(
          "inputs of scenario \""
              + name
              + "\" must hold no levers and no additions, for levers() and additions() would not"
              + " list them, held "
              + String.join(", ", laid)
              + "; give the inputs of the scenario without them and say with(lever), or rename and"
              + " change the one that has them by named(...), fixing(...) and changing(...)");
    }
    return inputs;
  }

  /** Refuses a loop that feeds on itself, by the name of the scenario. */
  static Inputs checked(String name, Inputs inputs) {
    return naming(name, () -> checked(inputs));
  }

  /** Refuses a loop that feeds on itself. */
  static Inputs checked(Inputs inputs) {
    boolean loop = inputs.model().parameters().contains(EarlyHelpCuts.GAP_SHARE);
    return loop ? EarlyHelpCuts.checked(inputs) : inputs;
  }

  /** Says of what lower packages refuse in which scenario it is. */
  static <T> T naming(String name, Supplier<T> made) {
    String what = "scenario \"" + name + "\"";
    try {
      return made.get();
    } catch (InvalidInputException refused) {
      InvalidInputException named = new InvalidInputException(what, refused.problems());
      named.initCause(refused);
      throw named;
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(what + ": " + refused.getMessage(), refused);
    }
  }

  /** Refuses to fix what is worked out from the base year, and would be again. */
  static void requireFree(Parameter parameter, List<Addition> added) {
    for (Addition each : added) {
      if (each instanceof OwnLine line && line.shareOfLine().equals(parameter)) {
        throw new IllegalArgumentException(
            parameter.name()
                + " can't be fixed, for it is worked out from the base year; fix "
                + line.unitCost().name()
                + " of a line that is a product, or give other amounts");
      }
    }
  }

  /** Additions and levers that were tried before, laid over a model and its numbers. */
  static Inputs laid(
      String name, Inputs bare, List<Addition> added, List<Lever> law, List<Lever> pulled) {
    String what = "scenario \"" + name + "\"";
    Inputs with = Additions.on(what, bare, added);
    List<Lever> levers = Stream.concat(law.stream(), pulled.stream()).toList();
    return levers.isEmpty() ? with : Levers.on(what, with, levers, List.of());
  }

  /** Refuses to leave out levers that a scenario has not. */
  static void requireHeld(String name, List<Lever> levers, List<Lever> leaving) {
    List<String> foreign =
        leaving.stream().filter(each -> !levers.contains(each)).map(Lever::name).toList();
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          "levers to leave out must be of scenario \""
              + name
              + "\", were not: "
              + String.join(", ", foreign)
              + "; take them from levers()");
    }
  }
}
