package org.fundinggap.demand;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.model.Equation;

/** All equations of demand for England, in the order in which they run. */
public final class Demand {
  private Demand() {}

  /**
   * Equations D0 to D8 and D9a to D9c.
   *
   * @return immutable, ready to put in front of the equations of cost
   */
  public static List<Equation> equations() {
    return Stream.of(
            DriftFade.equations(),
            EarlyHelp.equations(),
            referrals(),
            ChildrenInNeed.equations(),
            Protection.equations(),
            CareEntries.equations(),
            Placements.equations(),
            CareLeavers.equations())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Equations D1 to D3 alone: a model of children and referrals stands on its own.
   *
   * @return immutable
   */
  public static List<Equation> referrals() {
    return Stream.of(Children.equations(), Referrals.equations()).flatMap(List::stream).toList();
  }
}
