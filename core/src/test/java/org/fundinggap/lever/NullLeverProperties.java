package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;

/**
 * Levers that do nothing. With at most three levers of at most three changes and six costs, whose
 * sizes are each zero in half of the draws, some draws mostly have none.
 */
@Seeded
@Tag("medium")
class NullLeverProperties {
  private static final int DRAWS = 300;
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.FOLLOWS_OUTTURN);

  @Property(tries = 40)
  void drawsWhoseSizesAreAllNilHaveTheBitsOfTheBaseline_inSmallModels(@ForAll long seed) {
    check(SmallModels.of(seed), seed, 3);
  }

  @Property(tries = 10)
  void drawsWhoseSizesAreAllNilHaveTheBitsOfTheBaseline_inEngland(@ForAll long seed) {
    check(ENGLAND, seed, 3);
  }

  private static void check(Scenario base, long seed, int most) {
    Scenario withLevers = RandomLevers.orZero(base.inputs(), seed).over(base, most);
    Projection without = LeverRuns.alone(base, seed, DRAWS);
    Projection with = LeverRuns.alone(withLevers, seed, DRAWS);
    List<double[]> sizes =
        sizes(withLevers).map(size -> with.draws(withLevers.name(), size).values()).toList();
    assertNotEquals(List.of(), sizes);
    int[] zero =
        IntStream.range(0, DRAWS)
            .filter(draw -> sizes.stream().allMatch(size -> size[draw] == 0))
            .toArray();
    for (FinancialYear year : LeverRuns.years(without)) {
      for (Variable variable : LeverRuns.variables(without)) {
        double[] expected = LeverRuns.values(without, variable, year);
        double[] actual = LeverRuns.values(with, variable, year);
        for (int draw : zero) {
          assertEquals(
              Double.doubleToLongBits(expected[draw]),
              Double.doubleToLongBits(actual[draw]),
              () -> variable.name() + " in " + year + " of draw " + draw);
        }
      }
    }
  }

  private static Stream<Parameter> sizes(Scenario withLevers) {
    return withLevers.levers().stream()
        .flatMap(
            lever ->
                Stream.concat(
                    lever.changes().stream()
                        .flatMap(change -> change.size().stream())
                        .map(Change.Size::parameter),
                    lever.costs().stream().map(OwnCost::size)));
  }
}
