package org.fundinggap.lever;

import java.util.Map;
import java.util.Optional;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/** What only some kinds of change have, for tests of other packages. */
public final class ChangeParts {
  private ChangeParts() {}

  /** How many kinds there are; a limit is two of them, at least and at most. */
  public static int kinds() {
    return Action.class.getPermittedSubclasses().length + 1;
  }

  /** What a move takes from. */
  public static Optional<Quantity> source(Change change) {
    return change instanceof Move move ? Optional.of(move.source()) : Optional.empty();
  }

  /** Who takes over a share. */
  public static Optional<Payer> payer(Change change) {
    return change instanceof Share share ? Optional.of(share.payer()) : Optional.empty();
  }

  /** What a target is set to, or known to be, by year; empty for all other kinds. */
  public static Map<FinancialYear, Double> values(Change change) {
    return change instanceof Known known
        ? known.values()
        : change instanceof SetByYear byYear ? byYear.values() : Map.of();
  }

  /** Whether values by year are in the prices of the base year. */
  public static boolean areReal(Change change) {
    PriceBasis basis =
        change instanceof Known known
            ? known.basis()
            : change instanceof SetByYear byYear ? byYear.basis() : null;
    return basis instanceof PriceBasis.Real;
  }

  /** Whether the size is net, and the target gross. */
  public static boolean isNet(Change change) {
    return change instanceof Shift shift && shift.isNet();
  }

  /** The size that an offset offsets a part of. */
  public static Optional<Change.Size> offset(Change change) {
    return change instanceof Multiply.Offset offset ? offset.of().size() : Optional.empty();
  }

  /** By how many years an offset is felt behind what it offsets. */
  public static int later(Change change) {
    return Action.of(change).later();
  }

  /** The arithmetic of a rule. */
  public static LeverRule rule(Change change) {
    return ((Rule) change).rule();
  }
}
