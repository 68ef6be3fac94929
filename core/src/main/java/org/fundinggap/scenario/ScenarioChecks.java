package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.lever.Levers;
import org.fundinggap.model.Inputs;
import org.fundinggap.own.Additions;
import org.fundinggap.quantity.InvalidInputException;

/** What a scenario refuses, by its name. */
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
}
