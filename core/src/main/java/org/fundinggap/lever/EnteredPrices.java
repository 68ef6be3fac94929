package org.fundinggap.lever;

import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * In which prices money is entered by year. What is said of a year is as often cash, such as a
 * settlement, as it is in the prices of the base year, such as a plan; so the call has to say it.
 */
final class EnteredPrices {
  private EnteredPrices() {}

  /** Refuses money without a price basis, a basis of what is not money, and one that cannot be. */
  static void check(DraftChecks draft, Quantity target, @Nullable PriceBasis basis) {
    Unit unit = DraftChecks.unit(target);
    if (!unit.isMoney()) {
      if (basis != null) {
        draft.report(
            "values of "
                + target.name()
                + " are not money ("
                + unit
                + ") and must have no price basis, had "
                + basis
                + "; leave it out");
      }
    } else if (basis == null) {
      draft.report(
          "values of "
              + target.name()
              + " are money ("
              + unit
              + ") and must say in which prices, did not; add PriceBasis.cash() if they are cash of"
              + " each year, or PriceBasis.real(baseYear) if they are in the prices of the"
              + " scenario's base year");
    } else {
      checkFits(draft, target, basis);
    }
  }

  private static void checkFits(DraftChecks draft, Quantity target, PriceBasis basis) {
    boolean cash = basis.equals(PriceBasis.cash());
    if (target instanceof Schedule && !cash) {
      draft.report(
          "values of path "
              + target.name()
              + " must be in cash, for a path is the same in every draw and prices are not, were "
              + basis
              + "; carry them to cash and say PriceBasis.cash()");
    } else if (!(target instanceof Schedule) && !ChangedColumn.isCash(target) && cash) {
      draft.report(
          "values of "
              + target.name()
              + " must be in base-year prices, in which the model holds it, were cash; carry them"
              + " to those prices and say PriceBasis.real(baseYear)");
    }
  }

  /** Refuses prices of another year than the scenario's base year, and real terms without prices. */
  static void check(
      LeverChecks checks, Lever lever, Quantity target, @Nullable PriceBasis basis) {
    if (basis instanceof PriceBasis.Real real && !real.year().equals(checks.baseYear())) {
      checks.report(
          lever,
          "values of "
              + target.name()
              + " must be in cash or in prices of the base year "
              + checks.baseYear()
              + ", were "
              + basis
              + "; carry them to prices of "
              + checks.baseYear()
              + " and say PriceBasis.real(FinancialYear.parse(\""
              + checks.baseYear()
              + "\"))");
    }
    if (isCarried(target, basis)) {
      checks.requirePrices(lever, target);
    }
  }

  /** Whether each draw carries the values to cash by its own deflator. */
  static boolean isCarried(Quantity target, @Nullable PriceBasis basis) {
    return ChangedColumn.isCash(target) && basis instanceof PriceBasis.Real;
  }

  /** Tells an equation that it needs the deflator, if it does. */
  static void declare(Equation.Builder equation, Quantity target, @Nullable PriceBasis basis) {
    if (isCarried(target, basis)) {
      equation.reads(Inflation.DEFLATOR);
    }
  }

  /** Behind values in a text: {@code , cash}; nothing where there is no basis. */
  static String text(@Nullable PriceBasis basis) {
    return basis == null ? "" : ", " + basis;
  }
}
