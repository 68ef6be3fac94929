package org.fundinggap.cost;

import static org.fundinggap.cost.SmallCost.assertPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.fundinggap.demand.Placement;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cost at the margin over three years of given demand, by hand")
class MarginalCostTest {
  private static SmallCost margin() {
    SmallCost cost = new SmallCost().with(Cost.SCOPE, 0.25).with(Cost.INCOME, 0.36);
    for (CostLine line : List.of(CostLine.HOMES, CostLine.FOSTERING)) {
      cost.with(line.unitCost(), 1_000).with(line.stockToAverage(), 1);
    }
    return cost.with(CostLine.HOMES.baseVolume(), 100)
        .with(CostLine.HOMES.savingSpeed(), 0.5)
        .with(CostLine.HOMES.savedInTheEnd(), 0.8)
        .with(CostLine.FOSTERING.baseVolume(), 1000)
        .with(CostLine.FOSTERING.savingSpeed(), 1)
        .with(CostLine.FOSTERING.savedInTheEnd(), 0.9)
        .opening(CostLine.HOMES.followed(), 100)
        .opening(CostLine.FOSTERING.followed(), 1000)
        .with(MarginalCost.AVOIDED_IN_HOMES, 0.25)
        .with(MarginalCost.SAVED_BY_MOVE, 0.7)
        .opening(homesAsFostered(), 100);
  }

  /** The follower that is of no line's own. */
  private static Variable homesAsFostered() {
    return MarginalCost.followed().keySet().stream()
        .filter(each -> each.name().equals("followedVolume.homesAsFostered"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("cost follows a change of volume by a part each year, and not all the way")
  void volumesFollowed() {
    TracedRun run = margin().run();
    // 10 more children: 8 of them in the end, half of that now; then 20 fewer than in the base.
    assertPath(run, CostLine.HOMES.followed(), 100, 104, 104 * 0.5 + 84 * 0.5);
    assertPath(run, CostLine.FOSTERING.followed(), 1000, 910, 955);
    assertPath(run, homesAsFostered(), 100, 109, 82);
    assertPath(run, MarginalCost.NOT_IN_HOMES, 75, 78, 70.5);
    assertPath(run, MarginalCost.FOSTERED_INSTEAD, 75, 0.75 * 109, 61.5);
    assertPath(run, MarginalCost.DIFFERENCE_SAVED, 0.7, 0.7, 0.7);
  }

  @Test
  @DisplayName("each child costs its share of need, net, and nothing where there is none")
  void costOfEach() {
    // 1,000 a week for 52 weeks, of which 0.8 is net.
    assertPath(margin().run(), CostLine.HOMES.costOfEach(), 41_600, 41_600, 41_600);
    SmallCost none = margin().given(Placement.HOMES.average(), 10, 0, 10);
    assertPath(none.run(), CostLine.HOMES.costOfEach(), 41_600, 0, 41_600);
  }

  @Test
  @DisplayName("lines that follow people have volumes to follow; one more is homes as fostered")
  void followers() {
    List<CostLine> lines =
        List.of(
            CostLine.HOMES,
            CostLine.FOSTERING,
            CostLine.LEAVING_CARE,
            CostLine.OTHER_LOOKED_AFTER,
            CostLine.SAFEGUARDING);
    assertEquals(lines, MarginalCost.lines());
    Map<Variable, CostLine> followed = MarginalCost.followed();
    assertEquals(6, followed.size());
    lines.forEach(line -> assertEquals(line, followed.get(line.followed())));
    assertEquals(CostLine.HOMES, followed.get(homesAsFostered()));
  }

  @Test
  @DisplayName("what one person fewer saves comes by a part of what is left each year")
  void saved() {
    assertEquals(0.45, MarginalCost.saved(0.5, 0.9, 1), 1e-15);
    assertEquals(0.675, MarginalCost.saved(0.5, 0.9, 2), 1e-15);
    assertEquals(0.9, MarginalCost.saved(1, 0.9, 5), 0);
    assertEquals(0, MarginalCost.saved(0, 0.9, 5), 0);
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> MarginalCost.saved(wrong, 0.9, 1));
      assertThrows(IllegalArgumentException.class, () -> MarginalCost.saved(0.5, wrong, 1));
    }
    assertThrows(IllegalArgumentException.class, () -> MarginalCost.saved(0.5, 0.9, 0));
  }
}
