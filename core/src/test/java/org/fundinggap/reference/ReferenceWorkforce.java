package org.fundinggap.reference;

import static org.fundinggap.reference.ReferenceShapes.aboutLevel;
import static org.fundinggap.reference.ReferenceShapes.stock;

import java.util.List;

/** The page's workforce: C3. */
final class ReferenceWorkforce {
  private ReferenceWorkforce() {}

  static void workforce(ReferenceYear y) {
    y.let("C3a", "caseload", () -> y.last("caseload") * (1 + y.of("caseloadGrowth")));
    y.let(
        "C3b",
        "caseHolders",
        () -> y.of("caseShare") * y.now("childrenInNeedAverage") / y.now("caseload"));
    y.let("C3c", "socialWorkPosts", () -> y.of("postsPerCaseHolder") * y.now("caseHolders"));
    y.let(
        "C3d",
        "socialWorkStarters",
        () -> {
          double n = y.of("newlyQualifiedStarters");
          double others = y.of("startersAtBase") - y.drawn("newlyQualifiedStarters");
          return Math.max(0, n + others * y.last("socialWorkVacancies") / y.of("vacanciesAtBase"));
        });
    aboutLevel(y, "C3e", "socialWorkTurnover", "turnoverLevel", "turnoverSpread", "turnoverShock");
    stock(
        y,
        "C3f",
        "socialWorkers",
        "socialWorkersAverage",
        y.now("socialWorkStarters"),
        y.now("socialWorkTurnover"));
    y.let(
        "C3g",
        "socialWorkLeavers",
        () -> y.last("socialWorkers") + y.now("socialWorkStarters") - y.now("socialWorkers"));
    y.let(
        "C3h",
        List.of("socialWorkVacancies", "agencySocialWorkers"),
        () -> {
          double vacancies = Math.max(0, y.now("socialWorkPosts") - y.now("socialWorkers"));
          return new double[] {vacancies, y.of("agencyCover") * vacancies};
        });
    y.let("C3i", "socialWorkIntensity", () -> intensity(y));
  }

  private static double intensity(ReferenceYear y) {
    double k = y.now("childrenInNeedAverage");
    double yearlyCost =
        y.of("stockToAverage.safeguarding")
            * y.of("unitCost.safeguarding")
            * y.of("weeksInYear")
            * (1 + y.of("reconciliation.safeguarding"));
    if (k == 0 || yearlyCost == 0) {
      return 1;
    }
    double staff = (y.now("socialWorkers") + y.now("agencySocialWorkers")) / k;
    double agency = y.now("agencySocialWorkers") / k;
    double leavers = y.now("socialWorkLeavers") / k;
    double more =
        y.of("agencyPremium") * (agency - y.of("agencyPerChildAtBase"))
            + y.of("churnCost") * (leavers - y.of("leaversPerChildAtBase"));
    double dearer =
        (y.of("agencyPremium") - y.drawn("agencyPremium")) * y.of("agencyPerChildAtBase")
            + (y.of("churnCost") - y.drawn("churnCost")) * y.of("leaversPerChildAtBase");
    double intensity =
        1
            + y.of("staffShare") * (staff / y.of("staffPerChildAtBase") - 1)
            + (more + dearer) / yearlyCost;
    return Math.max(0, intensity);
  }
}
