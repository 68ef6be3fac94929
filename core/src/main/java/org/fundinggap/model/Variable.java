package org.fundinggap.model;

import java.util.Objects;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A number that the model works out for every draw and year.
 *
 * @param name unique in its model, such as {@code referrals}
 * @param label what it is, in a few words
 * @param unit in what it is counted
 * @param basis the price basis; present exactly when the unit is money
 */
public record Variable(String name, String label, Unit unit, @Nullable PriceBasis basis)
    implements Quantity {
  /**
   * Checks the texts, and that money has a price basis and nothing else has.
   *
   * @param name as described above
   * @param label as described above
   * @param unit as described above
   * @param basis as described above
   * @throws IllegalArgumentException if a text is blank or the basis does not fit the unit
   */
  public Variable {
    Checks.notBlank(name, "name");
    Checks.notBlank(label, "label");
    Objects.requireNonNull(unit, () -> "unit of " + name + " must be given, was null");
    if (unit.isMoney() != (basis != null)) {
      throw new IllegalArgumentException(
          "basis of "
              + name
              + (unit.isMoney() ? " must be given, was none" : " must be absent, was " + basis)
              + "; a variable has a price basis exactly when its unit is money ("
              + unit
              + ")");
    }
  }

  /**
   * A variable that is not money.
   *
   * @param name unique in its model
   * @param label what it is
   * @param unit its unit; not a money unit
   * @return the variable
   */
  public static Variable of(String name, String label, Unit unit) {
    return new Variable(name, label, unit, null);
  }

  /**
   * An amount of money.
   *
   * @param name unique in its model
   * @param label what it is
   * @param unit a money unit
   * @param basis its prices
   * @return the variable
   */
  public static Variable money(String name, String label, Unit unit, PriceBasis basis) {
    return new Variable(name, label, unit, basis);
  }

  /**
   * Unit and price basis together.
   *
   * @return such as {@code GBP million, cash}
   */
  public String unitText() {
    return basis == null ? unit.symbol() : unit.symbol() + ", " + basis;
  }
}
