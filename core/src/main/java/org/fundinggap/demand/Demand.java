package org.fundinggap.demand;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;

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
   * The equations of demand as a model of its own, in which early help stays as it is.
   *
   * @return the model
   */
  public static Model alone() {
    return Model.of(
        "Demand", Stream.concat(equations().stream(), Stream.of(EarlyHelp.unchanged())).toList());
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
