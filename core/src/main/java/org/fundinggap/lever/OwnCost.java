package org.fundinggap.lever;

import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a lever itself costs a year while it is in full force, in the prices of the base year.
 *
 * @param payer who pays
 * @param volume what it is paid for each of, such as children looked after; null for a whole amount
 * @param size the parameter that holds the amount; its random stream bears its name
 * @param amount GBP million a year, or GBP a year for each of the volume; negative where it saves
 * @param origin where the amount comes from
 */
public record OwnCost(
    Payer payer, @Nullable Variable volume, Parameter size, Distribution amount, Origin origin) {
  /** A cost in the making. */
  static OwnCost of(
      DraftChecks draft,
      Payer payer,
      @Nullable Variable volume,
      Distribution amount,
      String... ids) {
    String what = "cost to " + payer + (volume == null ? "" : " for each of " + volume.name());
    Unit unit = volume == null ? Unit.GBP_MILLION : Unit.GBP_EACH;
    Change.Size size = draft.anySize(what, unit, amount, ids);
    return new OwnCost(payer, volume, size.parameter(), amount, size.origin());
  }

  /** The same with a size fixed, if it is this cost's. */
  OwnCost fixing(Parameter parameter, Distribution value, Origin from) {
    return parameter.equals(size) ? new OwnCost(payer, volume, size, value, from) : this;
  }

  /** Amount, payer and volume. */
  @Override
  public String toString() {
    return amount
        + (volume == null ? " GBP million" : " GBP for each of " + volume.name())
        + " a year, paid by "
        + payer;
  }
}
