package org.fundinggap.reference;

import static org.fundinggap.reference.ReferenceShapes.drifting;
import static org.fundinggap.reference.ReferenceShapes.fading;

import java.util.List;

/** The page's prices and cost: C2 and C1. */
final class ReferenceCost {
  private static final List<String> INDICES =
      List.of(
          "homes", "fostering", "leavingCare", "otherLookedAfter", "socialWork", "blockServices");

  /** What spending on early help is made of. */
  static final List<String> EARLY_HELP = List.of("familySupport", "youngPeople", "earlyYears");

  /** The table of lines: the name, the average stock that it follows, and its price index. */
  private record Line(String name, String follows, String index) {
    boolean isBlock() {
      return index.equals("blockServices");
    }
  }

  private static final List<Line> LINES =
      List.of(
          new Line("homes", "placedAverage.homes", "homes"),
          new Line("fostering", "placedAverage.foster", "fostering"),
          new Line("leavingCare", "careLeaversAverage", "leavingCare"),
          new Line("otherLookedAfter", "lookedAfterAverage", "otherLookedAfter"),
          new Line("safeguarding", "childrenInNeedAverage", "socialWork"),
          new Line("familySupport", "children", "blockServices"),
          new Line("youngPeople", "children", "blockServices"),
          new Line("earlyYears", "children", "blockServices"),
          new Line("youthJustice", "children", "blockServices"),
          new Line("other", "children", "blockServices"));

  private ReferenceCost() {}

  /** C2. */
  static void prices(ReferenceYear y) {
    y.let(
        "C2a",
        List.of("inflationDeviation", "inflation", "deflator"),
        () -> {
          double e =
              y.of("inflationPersistence") * y.last("inflationDeviation")
                  + y.of("inflationSpread") * y.of("inflationShock");
          double pi = y.log(1 + y.of("inflationPath")) + e;
          return new double[] {e, pi, y.last("deflator") * y.exp(pi)};
        });
    fading(y, "C2b", "priceDriftFade", "priceDriftHalfLife");
    for (String index : INDICES) {
      y.let(
          "C2c",
          List.of("priceDeviation." + index, "price." + index),
          () -> {
            double u =
                y.of("pricePersistence." + index) * y.last("priceDeviation." + index)
                    + y.of("priceSpread." + index) * y.of("priceShock." + index);
            double longRun = y.of("longRunDrift." + index);
            double recent = y.of("recentDrift." + index);
            double growth =
                y.now("inflation") + (longRun + (recent - longRun) * y.last("priceDriftFade")) + u;
            return new double[] {u, y.last("price." + index) * y.exp(growth)};
          });
    }
  }

  /** C1. */
  static void cost(ReferenceYear y) {
    for (Line line : LINES) {
      y.let("C1a", "need." + line.name(), () -> need(y, line));
      if (line.isBlock()) {
        drifting(
            y,
            "C1b",
            "policy." + line.name(),
            "policyGrowth." + line.name(),
            "policySpread." + line.name(),
            "policyShock." + line.name());
      }
      y.let("C1c", "spending." + line.name(), () -> spending(y, line));
    }
    y.let("C1d", "grossNeed", () -> sum(y, "need"));
    y.let("C1e", "grossSpending", () -> sum(y, "spending"));
    y.let("C1f", "need", () -> net(y, y.now("grossNeed")));
    y.let("C1g", "spending", () -> net(y, y.now("grossSpending")));
    y.let(
        "C1h",
        "earlyHelpRestoration",
        () -> net(y, (y.of("earlyHelpOf2010") - 1) * earlyHelp(y, "need")));
    margin(y);
  }

  /** C4. */
  private static void margin(ReferenceYear y) {
    for (Line line : LINES) {
      if (!line.isBlock()) {
        followed(y, line.name(), line, line.name());
      }
    }
    followed(y, "homesAsFostered", LINES.get(0), "fostering");
    for (Line line : LINES) {
      if (!line.isBlock()) {
        y.let("C4b", "costOfEach." + line.name(), () -> net(y, ofEach(y, line)));
      }
    }
    y.let("C4c", "notInHomes", () -> avoidable(y, "homes"));
    y.let("C4d", "fosteredInstead", () -> avoidable(y, "homesAsFostered"));
    y.let("C4e", "differenceSaved", () -> y.of("savedByMove"));
  }

  private static void followed(ReferenceYear y, String name, Line line, String pace) {
    y.let(
        "C4a",
        "followedVolume." + name,
        () -> {
          double speed = y.of("savingSpeed." + pace);
          double saved = y.of("savedInTheEnd." + pace);
          double base = y.of("baseVolume." + line.name());
          return (1 - speed) * y.last("followedVolume." + name)
              + speed * ((1 - saved) * base + saved * y.now(line.follows()));
        });
  }

  private static double ofEach(ReferenceYear y, Line line) {
    double volume = y.now(line.follows());
    return volume > 0 ? 1e6 * y.now("need." + line.name()) / volume : 0;
  }

  private static double avoidable(ReferenceYear y, String followed) {
    return (1 - y.of("avoidedInHomes")) * y.now("followedVolume." + followed);
  }

  private static double need(ReferenceYear y, Line line) {
    double need =
        y.now(line.follows())
            * y.of("stockToAverage." + line.name())
            * y.of("unitCost." + line.name())
            * y.of("weeksInYear")
            / 1e6
            * (1 + y.of("reconciliation." + line.name()))
            * y.now("price." + line.index());
    return line.name().equals("safeguarding") ? need * y.now("socialWorkIntensity") : need;
  }

  private static double spending(ReferenceYear y, Line line) {
    double need = y.now("need." + line.name());
    if (EARLY_HELP.contains(line.name())) {
      return need * y.now("policy." + line.name()) * y.now("earlyHelpKept");
    }
    return line.isBlock() ? need * y.now("policy." + line.name()) : need;
  }

  private static double sum(ReferenceYear y, String family) {
    double sum = 0;
    for (Line line : LINES) {
      sum += y.now(family + "." + line.name());
    }
    return sum;
  }

  /** Need of or spending on early help, gross. */
  static double earlyHelp(ReferenceYear y, String family) {
    double sum = 0;
    for (String line : EARLY_HELP) {
      sum += y.now(family + "." + line);
    }
    return sum;
  }

  /** From the gross basis to the net one. */
  private static double net(ReferenceYear y, double gross) {
    return gross * (1 + y.of("revenueOutturnScope")) * (1 - y.of("incomeShare"));
  }
}
