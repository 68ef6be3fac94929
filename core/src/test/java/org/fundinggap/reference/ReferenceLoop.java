package org.fundinggap.reference;

import java.util.List;

/** The page's loop from early help: D9. */
final class ReferenceLoop {
  private ReferenceLoop() {}

  /** D9d, before the equations of demand. */
  static void kept(ReferenceYear y, boolean cuts) {
    y.let(
        "D9d",
        "earlyHelpKept",
        () -> {
          if (!cuts) {
            return y.of("earlyHelpKeptByPolicy");
          }
          double beyond = Math.max(0, y.last("standStillGapReal") - y.of("earlyHelpGapAtBase"));
          double need = 0;
          for (String line : List.of("familySupport", "youngPeople", "earlyYears")) {
            need += y.last("need." + line);
          }
          need = need * (1 + y.of("revenueOutturnScope")) * (1 - y.of("incomeShare"));
          need = need / y.last("deflator");
          double kept = 1 - y.of("earlyHelpGapShare") * beyond / need;
          return need > 0 ? Math.max(y.of("earlyHelpFloor"), kept) : 1;
        });
  }

  /** D9a to D9c. */
  static void effects(ReferenceYear y) {
    y.let(
        "D9a",
        List.of("earlyHelpOneYearAgo", "earlyHelpTwoYearsAgo", "earlyHelpFelt"),
        () -> {
          double lag = y.of("earlyHelpLag");
          double first = Math.max(2 - lag, 0);
          double third = Math.max(lag - 2, 0);
          double second = 1 - first - third;
          double one = y.last("earlyHelp");
          double two = y.last("earlyHelpOneYearAgo");
          double three = y.last("earlyHelpTwoYearsAgo");
          return new double[] {one, two, first * one + second * two + third * three};
        });
    y.let(
        "D9b",
        "earlyHelpOnNeed",
        () -> y.exp(-y.of("earlyHelpElasticityNeed") * y.now("earlyHelpFelt")));
    y.let(
        "D9c",
        "earlyHelpOnEntries",
        () -> {
          double more =
              Math.max(0, y.of("earlyHelpElasticityEntries") - y.of("earlyHelpElasticityNeed"));
          return y.exp(-more * y.now("earlyHelpFelt"));
        });
  }

  /** D9e, after the equations of funding. */
  static void earlyHelp(ReferenceYear y, List<ReferenceStream> streams) {
    y.let(
        "D9e",
        "earlyHelp",
        () -> {
          double need = ReferenceCost.earlyHelp(y, "need");
          if (need == 0) {
            return 0;
          }
          double tied = ReferenceFunding.newServices(y, streams);
          double gross = tied / ((1 + y.of("revenueOutturnScope")) * (1 - y.of("incomeShare")));
          double spent = ReferenceCost.earlyHelp(y, "spending") + gross;
          return y.log(Math.max(spent / need, 0.01));
        });
  }
}
