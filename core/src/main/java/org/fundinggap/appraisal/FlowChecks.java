package org.fundinggap.appraisal;

import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.Outcome;

/** Refuses what is no money in the right prices, or no number. */
final class FlowChecks {
  private FlowChecks() {}

  /** The price basis of what is in GBP million. */
  static PriceBasis moneyBasis(Variable variable) {
    PriceBasis basis = variable.basis();
    if (basis == null || variable.unit() != Unit.GBP_MILLION) {
      throw new IllegalArgumentException(
          "unit of "
              + variable.name()
              + " must be GBP million to be discounted, was "
              + variable.unitText()
              + "; add an equation that makes it so");
    }
    return basis;
  }

  /** What to throw for another price basis than is wanted. */
  static IllegalArgumentException basis(
      Outcome outcome, PriceBasis wanted, PriceBasis was, String fix) {
    return new IllegalArgumentException(
        "price basis of "
            + outcome.variable().name()
            + " must be "
            + wanted
            + ", was "
            + was
            + "; "
            + fix);
  }

  /** Refuses what is no index, of another scenario, or not 1 in the base year. */
  static void requireDeflator(Outcome cash, Outcome deflator) {
    Variable variable = deflator.variable();
    if (variable.unit() != Unit.INDEX) {
      throw new IllegalArgumentException(
          "deflator must be an index, was "
              + variable.name()
              + " ("
              + variable.unitText()
              + "); use Inflation.DEFLATOR");
    }
    if (!deflator.scenario().equals(cash.scenario()) || !deflator.years().equals(cash.years())) {
      throw new IllegalArgumentException(
          "deflator must be of scenario "
              + cash.scenario()
              + ", "
              + cash.years()
              + ", was of "
              + deflator.scenario()
              + ", "
              + deflator.years()
              + "; deflate each scenario by its own prices");
    }
    requireSameRun(cash, deflator);
    requireOne(deflator);
  }

  private static void requireSameRun(Outcome cash, Outcome deflator) {
    FinancialYear base = deflator.years().first();
    if (!deflator.in(base).run().equals(cash.in(base).run())) {
      throw new IllegalArgumentException(
          "deflator must be of the run that "
              + cash.variable().name()
              + " is of, "
              + cash.in(base).run()
              + ", was of "
              + deflator.in(base).run()
              + "; deflate each draw by its own prices");
    }
  }

  private static void requireOne(Outcome deflator) {
    FinancialYear base = deflator.years().first();
    for (double value : deflator.in(base).values()) {
      if (value != 1) {
        throw new IllegalArgumentException(
            "deflator "
                + deflator.variable().name()
                + " must be 1 in the base year "
                + base
                + ", was "
                + value
                + "; divide it by its value of that year");
      }
    }
  }

  /** The draws of a year, all finite. */
  static Draws finite(Outcome outcome, FinancialYear year) {
    Draws draws = outcome.in(year);
    String name = each(outcome, year);
    for (double value : draws.values()) {
      Checks.finite(value, name);
    }
    return draws;
  }

  /** The draws of a year, all finite and above 0. */
  static Draws positive(Outcome outcome, FinancialYear year) {
    Draws draws = finite(outcome, year);
    for (double value : draws.values()) {
      if (!(value > 0)) {
        throw new IllegalArgumentException(
            each(outcome, year) + " must be above 0, was " + value + "; it divides cash");
      }
    }
    return draws;
  }

  private static String each(Outcome outcome, FinancialYear year) {
    return outcome.variable().name()
        + " of scenario "
        + outcome.scenario()
        + " in "
        + year
        + ", each draw,";
  }
}
