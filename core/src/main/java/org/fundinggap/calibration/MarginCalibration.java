package org.fundinggap.calibration;

import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.MarginalCost;

/** Numbers of C4: what is saved when fewer people need a service. */
final class MarginCalibration {
  private MarginCalibration() {}

  /** After cost, whose volumes of the base year changes are counted from. */
  static void fill(InputsWriter fill) {
    fill.prior(MarginalCost.AVOIDED_IN_HOMES, "avoided-in-homes");
    for (CostLine line : MarginalCost.lines()) {
      fill.parameter(
          line.baseVolume(),
          fill.openingOf(line.volume()),
          "changes of volume are counted from the base year");
      fill.prior(line.savingSpeed(), "saving-speed-" + word(line));
      fill.prior(line.savedInTheEnd(), "saved-in-the-end-" + word(line));
    }
    MarginalCost.followed()
        .forEach(
            (people, line) ->
                fill.opening(
                    people,
                    fill.openingOf(line.volume()),
                    "cost has followed the base year's volume"));
  }

  /** As ids of the register are written. */
  private static String word(CostLine line) {
    return switch (line) {
      case HOMES -> "homes";
      case FOSTERING -> "fostering";
      case LEAVING_CARE -> "leaving-care";
      case OTHER_LOOKED_AFTER -> "other-looked-after";
      case SAFEGUARDING -> "safeguarding";
      case FAMILY_SUPPORT, YOUNG_PEOPLE, EARLY_YEARS, YOUTH_JUSTICE, OTHER ->
          throw new IllegalArgumentException(
              "line must follow people, was " + line + "; block lines follow children 0-17");
    };
  }
}
