package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.cost.Cost;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;

/** When levers may have an effect, and when not. */
@Seeded
@Tag("medium")
class LeverTimingProperties {
  private static final int DRAWS = 40;
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.FOLLOWS_OUTTURN);

  @Property(tries = 40)
  void yearsBeforeTheFirstEffectHaveTheBitsOfTheBaseline_inSmallModels(@ForAll long seed) {
    checkBefore(SmallModels.of(seed), seed);
  }

  @Property(tries = 10)
  void yearsBeforeTheFirstEffectHaveTheBitsOfTheBaseline_inEngland(@ForAll long seed) {
    checkBefore(ENGLAND, seed);
  }

  private static void checkBefore(Scenario base, long seed) {
    Scenario withLevers = new RandomLevers(base.inputs(), seed).over(base, 4);
    Projection without = LeverRuns.alone(base, seed, DRAWS);
    Projection with = LeverRuns.alone(withLevers, seed, DRAWS);
    for (FinancialYear year : LeverRuns.years(without)) {
      if (withLevers.levers().stream().allMatch(lever -> year.compareTo(first(lever)) < 0)) {
        LeverRuns.assertSame(without, with, year);
      }
    }
  }

  /** Costs begin at the start, effects a lag later. */
  private static FinancialYear first(Lever lever) {
    Timetable table = lever.timetable();
    return lever.costs().isEmpty() ? table.start().plus(table.lag()) : table.start();
  }

  @Property(tries = 40)
  void whatNoLeverChangesInAYearIsItsOwnValue_inSmallModels(@ForAll long seed) {
    checkOutside(SmallModels.of(seed), seed);
  }

  @Property(tries = 10)
  void whatNoLeverChangesInAYearIsItsOwnValue_inEngland(@ForAll long seed) {
    checkOutside(ENGLAND, seed);
  }

  private static void checkOutside(Scenario base, long seed) {
    Scenario withLevers = new RandomLevers(base.inputs(), seed).over(base, 4);
    Projection run = LeverRuns.alone(withLevers, seed, DRAWS);
    for (FinancialYear year : LeverRuns.years(run)) {
      for (Quantity target : targets(withLevers)) {
        boolean free =
            withLevers.levers().stream().noneMatch(lever -> inForce(lever, year, target));
        if (free && target instanceof Parameter parameter) {
          assertArrayEquals(
              run.draws(withLevers.name(), parameter).values(),
              LeverRuns.values(run, LeverRuns.effective(parameter, run), year));
        } else if (free && target instanceof Variable variable) {
          assertArrayEquals(
              LeverRuns.own(run, variable, year),
              LeverRuns.values(run, variable, year),
              () -> variable.name() + " in " + year);
        }
      }
    }
  }

  private static Set<Quantity> targets(Scenario withLevers) {
    Set<Quantity> targets = new LinkedHashSet<>();
    for (Lever lever : withLevers.levers()) {
      for (Change change : lever.changes()) {
        targets.addAll(change.changed());
      }
    }
    return targets;
  }

  /** By the dates of a lever alone; a coverage or ramp only makes less of it. */
  private static boolean inForce(Lever lever, FinancialYear year, Quantity target) {
    boolean changes =
        lever.actions().stream()
            .filter(change -> change.changed().contains(target))
            .anyMatch(
                change ->
                    within(
                        lever.timetable(), year.plus(-lever.timetable().lag() - change.later())));
    boolean pays =
        (target.equals(Cost.NEED) || target.equals(Cost.SPENDING))
            && lever.costs().stream().anyMatch(cost -> cost.payer() == Payer.COUNCILS);
    Timetable table = lever.timetable();
    return changes || (pays && within(table, year));
  }

  private static boolean within(Timetable table, FinancialYear year) {
    FinancialYear last = table.last();
    return year.compareTo(table.start()) >= 0 && (last == null || year.compareTo(last) <= 0);
  }

  @Property(tries = 40)
  void baseYearAndOpeningValuesAreThoseOfTheBaseline(@ForAll long seed) {
    Scenario base = seed % 5 == 0 ? ENGLAND : SmallModels.of(seed);
    Scenario withLevers = new RandomLevers(base.inputs(), seed).over(base, 4);
    FinancialYear baseYear = base.inputs().years().first();
    Projection with = LeverRuns.alone(withLevers, seed, DRAWS);
    LeverRuns.assertSame(LeverRuns.alone(base, seed, DRAWS), with, baseYear);
    for (Variable variable : base.inputs().model().variables()) {
      base.inputs()
          .opening(variable)
          .ifPresent(
              opening -> {
                for (double value : LeverRuns.values(with, variable, baseYear)) {
                  assertArrayEquals(new double[] {opening}, new double[] {value});
                }
              });
    }
  }
}
