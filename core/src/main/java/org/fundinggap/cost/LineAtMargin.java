package org.fundinggap.cost;

import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** What C4 has of a cost line; {@link CostLine} says what each is. */
record LineAtMargin(
    Variable followed,
    Variable costOfEach,
    Parameter baseVolume,
    Parameter savingSpeed,
    Parameter savedInTheEnd) {

  static LineAtMargin of(String id, String label) {
    return new LineAtMargin(
        Variable.of("followedVolume." + id, "people whom cost has followed, " + label, Unit.NUMBER),
        Variable.money(
            "costOfEach." + id,
            "net cost a year of each, " + label,
            Unit.GBP_PER_YEAR,
            PriceBasis.cash()),
        new Parameter(
            "baseVolume." + id, "average volume of the base year, " + label, Unit.NUMBER, 1, 1e8),
        new Parameter(
            "savingSpeed." + id,
            "yearly share of what cost has yet to follow, " + label,
            Unit.SHARE,
            0,
            1),
        new Parameter(
            "savedInTheEnd." + id,
            "share of average cost that follows volume, " + label,
            Unit.SHARE,
            0,
            1));
  }
}
