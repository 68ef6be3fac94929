package org.fundinggap.reference;

import static org.fundinggap.reference.ReferenceShapes.drifting;
import static org.fundinggap.reference.ReferenceShapes.fading;
import static org.fundinggap.reference.ReferenceShapes.growing;
import static org.fundinggap.reference.ReferenceShapes.returning;
import static org.fundinggap.reference.ReferenceShapes.reverting;
import static org.fundinggap.reference.ReferenceShapes.revertingTo;
import static org.fundinggap.reference.ReferenceShapes.stock;
import static org.fundinggap.reference.ReferenceShapes.wandering;
import static org.fundinggap.reference.ReferenceShapes.wanderingShare;

import java.util.List;

/** The page from fade and children to entries to care: D0 to D6. */
final class ReferenceDemand {
  private ReferenceDemand() {}

  /** D0 to D3. */
  static void referrals(ReferenceYear y) {
    fading(y, "D0", "driftFade", "driftHalfLife");
    y.let(
        "D1",
        "children",
        () -> {
          double v = y.of("childPopulationVariant");
          double low = y.of("childGrowth.low");
          double central = y.of("childGrowth.central");
          double high = y.of("childGrowth.high");
          double g = low + (central - low) * Math.min(v, 1) + (high - central) * Math.max(v - 1, 0);
          return y.last("children") * (1 + g);
        });
    growing(y, "D2a", "referralLevel", "referralTrend");
    reverting(
        y, "D2b", "referralDeviation", "referralPersistence", "referralSpread", "referralShock");
    y.let("D2c", "referralRate", () -> y.now("referralLevel") * y.exp(y.now("referralDeviation")));
    y.let("D3", "referrals", () -> y.now("children") * y.now("referralRate") / 10_000);
  }

  /** D4. */
  static void need(ReferenceYear y) {
    wanderingShare(y, "D4a", "needShare", "needShareSpread", "needShareShock");
    wanderingShare(
        y, "D4b", "noFurtherActionSplit", "noFurtherActionSpread", "noFurtherActionShock");
    y.let(
        "D4c",
        List.of("noFurtherActionShare", "notInNeedShare"),
        () -> {
          double rest = 1 - y.now("needShare");
          double split = y.now("noFurtherActionSplit");
          return new double[] {rest * split, rest * (1 - split)};
        });
    y.let(
        "D4d",
        "childrenInNeedStarted",
        () -> {
          double share =
              1
                  - y.now("noFurtherActionShare")
                  - y.now("notInNeedShare")
                  + y.of("childrenInNeedStartedReconciliation");
          return y.now("referrals") * Math.max(0, share) * y.now("earlyHelpOnNeed");
        });
    returning(y, "D4e", "D4f", "childrenInNeedHazard");
    stock(
        y,
        "D4g",
        "childrenInNeed",
        "childrenInNeedAverage",
        y.now("childrenInNeedStarted"),
        y.now("childrenInNeedHazard"));
    ended(y);
  }

  /** D4h. */
  private static void ended(ReferenceYear y) {
    y.let(
        "D4h",
        List.of("childrenInNeedEnded", "childrenInNeedEndedAsPublished"),
        () -> {
          double started = y.now("childrenInNeedStarted");
          double ended = y.last("childrenInNeed") + started - y.now("childrenInNeed");
          double removed = y.of("childrenInNeedRemovedBetweenReturns");
          return new double[] {ended, ended - removed * started};
        });
  }

  /** D5. */
  static void protection(ReferenceYear y) {
    drifting(y, "D5a", "section47Rate", "section47Drift", "section47Spread", "section47Shock");
    y.let("D5b", "section47Enquiries", () -> y.now("referrals") * y.now("section47Rate"));
    y.let(
        "D5c",
        "conferenceRate",
        () -> {
          double drift = -y.of("section47Drift");
          double shock = y.of("conferenceSpread") * y.of("conferenceShock");
          return y.last("conferenceRate") * y.exp(drift * y.last("driftFade") + shock);
        });
    y.let("D5d", "initialConferences", () -> y.now("section47Enquiries") * y.now("conferenceRate"));
    wandering(y, "D5e", "planRate", "planSpread", "planShock");
    y.let("D5f", "plansStarted", () -> y.now("initialConferences") * y.now("planRate"));
    returning(y, "D5g", "D5h", "planHazard");
    stock(y, "D5i", "plans", "plansAverage", y.now("plansStarted"), y.now("planHazard"));
  }

  /** D6. */
  static void entries(ReferenceYear y) {
    drifting(y, "D6a", "careEntryHazardLevel", "careEntryDrift");
    reverting(
        y,
        "D6b",
        "careEntryDeviation",
        "careEntryPersistence",
        "careEntrySpread",
        "careEntryShock");
    y.let(
        "D6c",
        "careEntries",
        () ->
            y.now("careEntryHazardLevel")
                * y.exp(y.now("careEntryDeviation"))
                * y.now("childrenInNeedAverage")
                * y.now("earlyHelpOnEntries"));
    revertingTo(
        y,
        "D6d",
        "asylumEntryDeviation",
        "asylumEntryLevel",
        "asylumEntryPersistence",
        "asylumEntrySpread",
        "asylumEntryShock");
    y.let(
        "D6e",
        "asylumEntries",
        () -> y.of("asylumEntriesAtBase") * y.exp(y.now("asylumEntryDeviation")));
    returning(y, "D6f", "D6g", "asylumHazard");
    stock(
        y,
        "D6h",
        "asylumLookedAfter",
        "asylumLookedAfterAverage",
        y.now("asylumEntries"),
        y.now("asylumHazard"));
  }
}
