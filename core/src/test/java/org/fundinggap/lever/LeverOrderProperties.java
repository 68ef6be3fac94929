package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Levers in any order, with others and without, in runs of several scenarios or alone. */
@Seeded
@Tag("medium")
class LeverOrderProperties {
  private static final int DRAWS = 40;
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.FOLLOWS_NEED);

  @Property(tries = 15)
  void anyOrderGivesTheSameBits_inSmallModels(@ForAll long seed) {
    checkOrder(SmallModels.of(seed), seed);
  }

  @Property(tries = 5)
  void anyOrderGivesTheSameBits_inEngland(@ForAll long seed) {
    checkOrder(ENGLAND, seed);
  }

  private static void checkOrder(Scenario base, long seed) {
    Random random = new Random(seed);
    List<Lever> levers =
        new ArrayList<>(new RandomLevers(base.inputs(), seed).over(base, 5).levers());
    Projection expected = LeverRuns.alone(base.with("all", array(levers)), seed, DRAWS);
    Collections.shuffle(levers, random);
    Projection shuffled = LeverRuns.alone(base.with("all", array(levers)), seed, DRAWS);
    LeverRuns.assertSame(expected, shuffled);
    LeverRuns.assertSame(shuffled, expected);
    int first = random.nextInt(levers.size()) + 1;
    Scenario chained = base.with("some", array(levers.subList(0, first)));
    for (Lever lever : levers.subList(first, levers.size())) {
      chained = chained.with(lever);
    }
    LeverRuns.assertSame(expected, LeverRuns.alone(chained, seed, DRAWS));
    assertEquals(levers, chained.levers());
  }

  private static Lever[] array(List<Lever> levers) {
    return levers.toArray(Lever[]::new);
  }

  @Property(tries = 15)
  void noOtherStreamMoves_whenALeverJoins_inSmallModels(@ForAll long seed) {
    checkStreams(SmallModels.of(seed), seed);
  }

  @Property(tries = 5)
  void noOtherStreamMoves_whenALeverJoins_inEngland(@ForAll long seed) {
    checkStreams(ENGLAND, seed);
  }

  /** What is drawn for each number, not what levers make of it. */
  private static void checkStreams(Scenario base, long seed) {
    Scenario withLevers = new RandomLevers(base.inputs(), seed).over(base, 4);
    List<Projection> runs = new ArrayList<>(List.of(LeverRuns.alone(base, seed, DRAWS)));
    for (int i = 1; i <= withLevers.levers().size(); i++) {
      Scenario some = base.with("some", array(withLevers.levers().subList(0, i)));
      runs.add(LeverRuns.alone(some, seed, DRAWS));
    }
    for (int i = 1; i < runs.size(); i++) {
      assertSameStreams(runs.get(i - 1), runs.get(i));
    }
  }

  private static void assertSameStreams(Projection fewer, Projection more) {
    Option before = fewer.scenarios().get(0);
    String after = more.scenarios().get(0).name();
    for (Parameter parameter : before.inputs().model().parameters()) {
      assertEquals(
          0,
          Arrays.compare(
              fewer.draws(before.name(), parameter).values(),
              more.draws(after, parameter).values()),
          parameter.name());
    }
    for (Shock shock : before.inputs().model().shocks()) {
      for (FinancialYear year : LeverRuns.years(fewer)) {
        assertEquals(
            0,
            Arrays.compare(
                fewer.draws(before.name(), shock, year).values(),
                more.draws(after, shock, year).values()),
            shock.name());
      }
    }
  }

  @Property(tries = 15)
  void scenarioHasTheBitsOfARunAlone_besideOthers_inSmallModels(@ForAll long seed) {
    checkTogether(SmallModels.of(seed), seed, 300);
  }

  /** Three blocks, the last of them not full. */
  @Property(tries = 2)
  void scenarioHasTheBitsOfARunAlone_besideOthers_inEngland(@ForAll long seed) {
    checkTogether(ENGLAND, seed, 2_100);
  }

  private static void checkTogether(Scenario base, long seed, int draws) {
    Scenario withLevers = new RandomLevers(base.inputs(), seed).over(base, 3);
    Scenario one = base.with("one", withLevers.levers().get(0));
    Scenario other = new RandomLevers(base.inputs(), ~seed).over(base, 2).named("other");
    List<Scenario> all = new ArrayList<>(List.of(base, withLevers, one, other, one.named("twin")));
    Collections.shuffle(all, new Random(seed));
    for (int threads : new int[] {1, 2, 5}) {
      Simulation together = Simulation.of(all).on(Execution.ofThreads(threads));
      Projection run = together.run(Settings.of(seed, draws));
      Scenario watched = all.get(threads - 1);
      LeverRuns.assertSame(LeverRuns.alone(watched, seed, draws), run.only(watched.name()));
      Collections.rotate(all, 2);
    }
  }
}
