package org.fundinggap.reference;

import static org.fundinggap.reference.ReferenceShapes.drifting;
import static org.fundinggap.reference.ReferenceShapes.driftingShare;
import static org.fundinggap.reference.ReferenceShapes.revertingTo;
import static org.fundinggap.reference.ReferenceShapes.stock;
import static org.fundinggap.reference.ReferenceShapes.wandering;

import java.util.ArrayList;
import java.util.List;

/** The page's placements and care leavers: D7 and D8. */
final class ReferencePlacements {
  private ReferencePlacements() {}

  /** D7. */
  static void placements(ReferenceYear y, ReferenceChain chain) {
    revertingTo(
        y, "D7a", "exitDeviation", "exitLevel", "exitPersistence", "exitSpread", "exitShock");
    drifting(
        y,
        "D7b",
        "destinationWeight.homes",
        "homesWeightDrift",
        "destinationSpread.homes",
        "destinationShock.homes");
    for (String state : List.of("supported", "adoption", "parents", "other")) {
      wandering(
          y,
          "D7b",
          "destinationWeight." + state,
          "destinationSpread." + state,
          "destinationShock." + state);
    }
    y.let("D7c", chain(), () -> chain.year(y));
    for (String state : ReferenceChain.STATES) {
      withAsylumSeeking(y, state);
    }
    y.let("D7e", totals(), () -> totals(y));
    driftingShare(y, "D7f", "independentFosterShare", "independentFosterDrift");
    y.let(
        "D7g",
        "placedIndependentFoster",
        () -> y.now("placed.foster") * y.now("independentFosterShare"));
  }

  /** Where children looked after are known: stocks in the chain's mix, averages by half as much. */
  static void scale(ReferenceYear y, List<String> written, double[] values, double known) {
    int states = ReferenceChain.STATES.size();
    if (!written.equals(chain())) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < states; i++) {
      sum += values[i];
    }
    for (int i = 0; i < states; i++) {
      double before = values[i];
      values[i] = before * (known - y.now("asylumLookedAfter")) / sum;
      values[i + states] += (values[i] - before) / 2;
    }
  }

  private static List<String> chain() {
    List<String> others = new ArrayList<>(ReferenceChain.each("placedOthers"));
    others.addAll(ReferenceChain.each("placedOthersAverage"));
    return others;
  }

  private static void withAsylumSeeking(ReferenceYear y, String state) {
    y.let(
        "D7d",
        List.of("placed." + state, "placedAverage." + state),
        () -> {
          double share = y.of("asylumShare." + state);
          double all = ReferenceChain.sum(y, "asylumShare");
          return new double[] {
            y.now("placedOthers." + state) + share * (y.now("asylumLookedAfter") / all),
            y.now("placedOthersAverage." + state)
                + share * (y.now("asylumLookedAfterAverage") / all)
          };
        });
  }

  private static List<String> totals() {
    return List.of("lookedAfter", "lookedAfterAverage", "lookedAfterStarted", "lookedAfterCeased");
  }

  private static double[] totals(ReferenceYear y) {
    double closing = sum(y, "placed");
    double started = y.now("careEntries") + y.now("asylumEntries");
    double shortfall = y.of("lookedAfterFlowShortfall");
    double ceased = y.last("lookedAfter") + started + shortfall - closing;
    return new double[] {closing, sum(y, "placedAverage"), started, ceased};
  }

  /** The variables of a family, added up in the order of the states. */
  private static double sum(ReferenceYear y, String family) {
    double sum = 0;
    for (String variable : ReferenceChain.each(family)) {
      sum += y.now(variable);
    }
    return sum;
  }

  /** D8. */
  static void careLeavers(ReferenceYear y) {
    y.let(
        "D8a",
        "turnedEighteenInCare",
        () -> {
          double share = y.of("eighteenthBirthdayShare");
          double ceased = y.now("lookedAfterCeased");
          double asylum = y.now("asylumHazard") * y.now("asylumLookedAfterAverage");
          double others = Math.max(0, ceased - asylum);
          double ofOthers = Math.min(1, share * y.of("childrenAged17"));
          return share * (ceased - others) + ofOthers * others;
        });
    y.let(
        "D8b",
        "careLeaversJoined",
        () -> {
          double each =
              y.of("careLeaverRise") + y.of("careLeaverRatio") / y.drawn("careLeaverSupportYears");
          return y.now("turnedEighteenInCare") * Math.max(0, each);
        });
    stock(
        y,
        "D8c",
        "careLeavers",
        "careLeaversAverage",
        y.now("careLeaversJoined"),
        1 / y.of("careLeaverSupportYears"));
  }
}
