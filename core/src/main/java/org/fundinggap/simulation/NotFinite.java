package org.fundinggap.simulation;

import java.util.List;
import java.util.Locale;
import org.fundinggap.draws.Summary;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * Draws of one number that are NaN or infinite.
 *
 * @param scenario the scenario's name
 * @param variable of its model
 * @param year one of its years
 * @param notNumbers how many draws are NaN
 * @param infinite how many draws are infinite, of either sign
 * @param draws how many draws there are
 */
public record NotFinite(
    String scenario,
    Variable variable,
    FinancialYear year,
    int notNumbers,
    int infinite,
    int draws) {

  /** Notes the draws of one number, if some are not finite. */
  static void note(
      String scenario, Variable variable, FinancialYear year, Summary of, List<NotFinite> found) {
    int notNumbers = of.notNumbers();
    int infinite = of.infinite();
    if (notNumbers + infinite > 0) {
      found.add(new NotFinite(scenario, variable, year, notNumbers, infinite, of.size()));
    }
  }

  /** A line about the first of some, and how to find where they begin; nothing if there is none. */
  static String warning(List<NotFinite> found) {
    if (found.isEmpty()) {
      return "";
    }
    int others = found.size() - 1;
    boolean anyNaN = found.stream().anyMatch(each -> each.notNumbers > 0);
    return "\n"
        + found.get(0)
        + (others == 0
            ? ""
            : ", and so are draws of "
                + NumberText.count(others, "other year or variable", "other years or variables"))
        + (anyNaN ? "; Simulation.checked()" : "; Simulation.firstNotFinite(...)")
        + " says where they begin";
  }

  /** Such as {@code 37 of 100,000 draws of gap in 2034-35 (scenario real-flat) are not numbers}. */
  @Override
  public String toString() {
    String what =
        notNumbers == 0
            ? infinite(infinite)
            : (notNumbers == 1 ? "is not a number" : "are not numbers")
                + (infinite == 0
                    ? ""
                    : String.format(Locale.ROOT, " and %,d ", infinite) + infinite(infinite));
    return String.format(
        Locale.ROOT,
        "%,d of %,d draws of %s in %s (scenario %s) %s",
        notNumbers == 0 ? infinite : notNumbers,
        draws,
        variable.name(),
        year,
        scenario,
        what);
  }

  private static String infinite(int count) {
    return count == 1 ? "is infinite" : "are infinite";
  }
}
