package org.fundinggap.lever;

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
  private final Variable takenOver;

  Payer(String id) {
    this.id = id;
    this.cost = money("policyCost." + id, "what policies cost " + id);
    this.takenOver = money("policyTakeover." + id, "bills of councils that " + id + " take over");
  }

  private static Variable money(String name, String label) {
    return Variable.money(name, label, Unit.GBP_MILLION, PriceBasis.cash());
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
   * What levers cost it (L2), bills taken over included, net, GBP million cash; in a scenario's
   * model only if one of its levers does.
   *
   * @return the variable
   */
  public Variable cost() {
    return cost;
  }

  /**
   * The part of {@link #cost()} that councils paid before: the shares of cost lines that it takes
   * over (L2), net, GBP million cash; in a scenario's model only if it takes over any.
   *
   * @return the variable
   */
  public Variable takenOver() {
    return takenOver;
  }

  /** The word for it. */
  @Override
  public String toString() {
    return id;
  }
}
