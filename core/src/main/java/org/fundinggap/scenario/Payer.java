package org.fundinggap.scenario;

import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** Who pays for a policy. */
@SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
public enum Payer {
  /** Local authorities: what they pay is added to need and to spending, and so to every gap. */
  COUNCILS("councils"),
  /** Central government, beyond the funding that it gives to councils. */
  GOVERNMENT("government"),
  /** Health, police, schools and other partners. */
  PARTNERS("partners");

  private final String id;
  private final Variable cost;

  Payer(String id) {
    this.id = id;
    this.cost =
        Variable.money(
            "policyCost." + id,
            "own cost of policies, paid by " + id,
            Unit.GBP_MILLION,
            PriceBasis.cash());
  }

  /**
   * The word for it in names and tables.
   *
   * @return such as {@code councils}
   */
  public String id() {
    return id;
  }

  /**
   * What levers cost it (L2), net, GBP million cash; in a scenario's model only if one of its
   * levers does.
   *
   * @return the variable
   */
  public Variable cost() {
    return cost;
  }

  /** The word for it. */
  @Override
  public String toString() {
    return id;
  }
}
