package org.fundinggap.lever;

import java.util.Objects;
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
 * @param drawn the amount, GBP million a year, or GBP a year for each of the volume; negative where
 *     it saves
 */
public record OwnCost(Payer payer, @Nullable Variable volume, Change.Size drawn) {
  /** A cost in the making. */
  static OwnCost of(
      DraftChecks draft,
      Payer payer,
      @Nullable Variable volume,
      Distribution amount,
      String... ids) {
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(amount, volume == null ? "millionsAYear" : "poundsAYear");
    String what = "cost to " + payer + (volume == null ? "" : " for each of " + volume.name());
    Unit unit = volume == null ? Unit.GBP_MILLION : Unit.GBP_EACH;
    return new OwnCost(payer, volume, draft.anySize(what, unit, amount, ids));
  }

  /** The same times a share. */
  OwnCost in(Change.Part part) {
    return new OwnCost(payer, volume, drawn.in(part));
  }

  /** The same, paid by another. */
  OwnCost by(Payer other) {
    return new OwnCost(other, volume, drawn);
  }

  /**
   * The parameter that holds the amount; its random stream bears its name.
   *
   * @return a parameter; of costs that two payers divide the same one
   */
  public Parameter size() {
    return drawn.parameter();
  }

  /**
   * The amount, before any share that it is multiplied by.
   *
   * @return GBP million a year, or GBP a year for each of the volume
   */
  public Distribution amount() {
    return drawn.distribution();
  }

  /**
   * Where the amount, and a share that it is multiplied by, come from.
   *
   * @return names the evidence
   */
  public Origin origin() {
    return drawn.allOrigin();
  }

  /** The same with a size fixed, if it is this cost's. */
  OwnCost fixing(Parameter parameter, Distribution value, Origin from) {
    return new OwnCost(payer, volume, drawn.fixing(parameter, value, from));
  }

  /** Amount, payer and volume. */
  @Override
  public String toString() {
    return drawn.text()
        + (volume == null ? " GBP million" : " GBP for each of " + volume.name())
        + " a year, paid by "
        + payer;
  }
}
