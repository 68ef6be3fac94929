package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;

/** Every number of one draw of a model beside the reference's; what differs is named. */
final class Agreement {
  /** What is compared by difference: logarithms, whose exponentials are what counts. */
  private static final Set<String> LOGARITHMS =
      Set.of("inflation", "earlyHelp", "earlyHelpOneYearAgo", "earlyHelpTwoYearsAgo");

  /** What is a difference of larger numbers, or a part of them, and so is as exact as they are. */
  private static final Map<String, String> SIZES =
      Map.ofEntries(
          Map.entry("childrenInNeedStarted", "referrals"),
          Map.entry("childrenInNeedEnded", "childrenInNeed"),
          Map.entry("childrenInNeedEndedAsPublished", "childrenInNeed"),
          Map.entry("lookedAfterCeased", "lookedAfter"),
          Map.entry("turnedEighteenInCare", "lookedAfter"),
          Map.entry("careLeavers", "lookedAfter"),
          Map.entry("careLeaversAverage", "lookedAfter"),
          Map.entry("placedOthers", "lookedAfter"),
          Map.entry("placedOthersAverage", "lookedAfter"),
          Map.entry("placed", "lookedAfter"),
          Map.entry("placedAverage", "lookedAfter"),
          Map.entry("socialWorkStarters", "socialWorkPosts"),
          Map.entry("socialWorkers", "socialWorkPosts"),
          Map.entry("socialWorkersAverage", "socialWorkPosts"),
          Map.entry("socialWorkLeavers", "socialWorkPosts"),
          Map.entry("socialWorkVacancies", "socialWorkPosts"),
          Map.entry("agencySocialWorkers", "socialWorkPosts"),
          Map.entry("funding", "spending funding"),
          Map.entry("generalFunding", "spending funding"),
          Map.entry("earlyHelpRestoration", "need"),
          Map.entry("standStillGap", "need funding"),
          Map.entry("standStillGapReal", "need funding"),
          Map.entry("budgetGap", "need funding"),
          Map.entry("budgetGapReal", "need funding"),
          Map.entry("needGap", "need funding"),
          Map.entry("needGapReal", "need funding"));

  private Agreement() {}

  /** A number as the model and the reference have it; its error is held against its size. */
  record Difference(
      String variable, FinancialYear year, double model, double reference, double size) {
    double relative() {
      return Math.abs(model - reference) / size;
    }

    boolean isSame() {
      return Double.isFinite(model)
          && Double.doubleToLongBits(model) == Double.doubleToLongBits(reference);
    }

    @Override
    public String toString() {
      return String.format(
          "%s in %s: %s, by the reference %s, %.3g of its size apart",
          variable, year, model, reference, relative());
    }
  }

  /**
   * Where the bits differ or a number is not finite, in the order in which the reference works
   * things out.
   */
  static List<Difference> inBits(ModelDraw draw, List<ReferenceYear> reference) {
    return all(draw, reference).stream().filter(each -> !each.isSame()).toList();
  }

  /** Where the two are further apart than a share of the number's size. */
  static List<Difference> beyond(double tolerance, ModelDraw draw, List<ReferenceYear> reference) {
    return all(draw, reference).stream().filter(each -> !(each.relative() <= tolerance)).toList();
  }

  /** Every number of the model with its twin; both must have the same variables. */
  static List<Difference> all(ModelDraw draw, List<ReferenceYear> reference) {
    List<Difference> all = new ArrayList<>();
    for (ReferenceYear year : reference) {
      covered(draw, year);
      year.numbers()
          .forEach(
              (name, number) ->
                  all.add(
                      new Difference(
                          name,
                          draw.year(year.index()),
                          draw.at(name, year.index()),
                          number,
                          size(year, name, number))));
    }
    return all;
  }

  private static void covered(ModelDraw draw, ReferenceYear year) {
    Set<String> missing = new LinkedHashSet<>();
    draw.inputs().model().variables().stream().map(Quantity::name).forEach(missing::add);
    Set<String> unknown = new LinkedHashSet<>(year.numbers().keySet());
    unknown.removeAll(missing);
    missing.removeAll(year.numbers().keySet());
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new AssertionError(
          "the reference lacks " + missing + " of the model and has besides " + unknown);
    }
  }

  private static double size(ReferenceYear year, String variable, double value) {
    String family = variable.replaceFirst("\\..*", "");
    if (family.endsWith("Deviation") || LOGARITHMS.contains(family) || family.endsWith("Felt")) {
      return 1;
    }
    double size = Math.max(Math.abs(value), Double.MIN_NORMAL);
    for (String whole : SIZES.getOrDefault(family, "").split(" ", -1)) {
      size = whole.isEmpty() ? size : Math.max(size, Math.abs(year.now(whole)));
    }
    return size;
  }
}
