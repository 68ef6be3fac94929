package org.fundinggap.reference;

import java.util.List;

/** The page's funding and gaps: F and G. */
final class ReferenceFunding {
  private ReferenceFunding() {}

  /** F0 to F3. */
  static void funding(ReferenceYear y, List<ReferenceStream> streams) {
    y.let("F0", "needGrowth", () -> y.last("need") == 0 ? 1 : y.now("need") / y.last("need"));
    // A settled stream is what the asylum grant leaves.
    for (boolean settled : new boolean[] {false, true}) {
      for (ReferenceStream stream : streams) {
        if (stream.settledYears() > 0 == settled) {
          y.let("F1", stream.amount(), () -> stream.amount(y));
        }
      }
    }
    y.let("F2", "funding", () -> sum(y, streams));
    y.let("F3", "generalFunding", () -> general(y, streams));
  }

  /** Funding less each of the tied streams, where it is positive. */
  private static double general(ReferenceYear y, List<ReferenceStream> streams) {
    double general = y.now("funding");
    for (ReferenceStream stream : tied(streams)) {
      general -= Math.max(0, y.now(stream.amount()));
    }
    return general;
  }

  static List<ReferenceStream> tied(List<ReferenceStream> streams) {
    return streams.stream().filter(ReferenceStream::tied).toList();
  }

  /** New services: a tied stream below zero bought none. */
  static double newServices(ReferenceYear y, List<ReferenceStream> streams) {
    double sum = 0;
    for (ReferenceStream stream : tied(streams)) {
      sum += Math.max(0, y.now(stream.amount()));
    }
    return sum;
  }

  static double sum(ReferenceYear y, List<ReferenceStream> streams) {
    double sum = 0;
    for (ReferenceStream stream : streams) {
      sum += y.now(stream.amount());
    }
    return sum;
  }

  /** G1 to G3. */
  static void gaps(ReferenceYear y) {
    gap(y, "G1", "standStillGap", () -> y.now("need") - y.now("generalFunding"));
    gap(y, "G2", "budgetGap", () -> y.now("spending") - y.now("generalFunding"));
    gap(y, "G3", "needGap", () -> y.now("need") + y.now("earlyHelpRestoration") - y.now("funding"));
  }

  private static void gap(
      ReferenceYear y, String equation, String name, java.util.function.DoubleSupplier difference) {
    y.let(
        equation,
        List.of(name, name + "Real"),
        () -> {
          double cash = difference.getAsDouble();
          return new double[] {cash, cash / y.now("deflator")};
        });
  }
}
