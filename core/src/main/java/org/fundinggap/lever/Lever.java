package org.fundinggap.lever;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;

/**
 * A dated change of policy, as data: what it changes, by how much, when, where, what it costs whom,
 * and on what evidence. Immutable; {@code scenario.with(lever)} pulls it.
 *
 * <p>Sizes are drawn from streams of their own, named after the lever, so adding or removing a
 * lever moves no other number's draws. The order in which levers are given makes no difference to
 * the bit: see {@link Change}.
 *
 * @param name unique in a scenario; also the start of the names of its random streams
 * @param timetable when and in how much of England it is in force
 * @param changes what it changes
 * @param costs what it costs
 * @param isBeyondUsual whether sizes were said to be meant that are more likely slips of a unit;
 *     see {@link LeverBuilder#beyondUsual()}
 */
public record Lever(
    String name,
    Timetable timetable,
    List<Change> changes,
    List<OwnCost> costs,
    boolean isBeyondUsual) {
  /**
   * Checks the name and that the lever does something.
   *
   * @param name as described above
   * @param timetable as described above
   * @param changes as described above
   * @param costs as described above
   * @param isBeyondUsual as described above
   * @throws IllegalArgumentException if the name is blank or there is neither a change nor a cost
   */
  public Lever {
    Checks.notBlank(name, "name");
    if (changes.isEmpty() && costs.isEmpty()) {
      throw new IllegalArgumentException(
          "lever \"" + name + "\" must change something, had neither a change nor a cost; add one");
    }
    changes = ImmutableList.copyOf(changes);
    costs = ImmutableList.copyOf(costs);
  }

  /**
   * A lever whose sizes are as usual.
   *
   * @param name as described above
   * @param timetable as described above
   * @param changes as described above
   * @param costs as described above
   * @throws IllegalArgumentException if the name is blank or there is neither a change nor a cost
   */
  public Lever(String name, Timetable timetable, List<Change> changes, List<OwnCost> costs) {
    this(name, timetable, changes, costs, false);
  }

  /**
   * Starts a lever.
   *
   * @param name what it is called in scenarios, tables and random streams
   * @return a builder
   * @throws IllegalArgumentException if the name is blank
   */
  public static LeverBuilder named(String name) {
    return new LeverBuilder(Checks.notBlank(name, "name"));
  }

  /**
   * The same lever at another time, as if it had been built with other years.
   *
   * @param years by how many years later; negative for earlier
   * @return a lever of the same name, sizes and draws; values that it sets by year are as much
   *     later
   */
  public Lever delayed(int years) {
    List<Change> moved = actions().stream().<Change>map(action -> action.delayed(years)).toList();
    return new Lever(name, timetable.delayed(years), moved, costs, isBeyondUsual);
  }

  /**
   * The same lever under another timetable.
   *
   * @param other when and in how much of England
   * @return a lever of the same name, sizes and draws
   */
  public Lever withTimetable(Timetable other) {
    Objects.requireNonNull(other, "other");
    return new Lever(name, other, changes, costs, isBeyondUsual);
  }

  /** The same lever with one of its sizes fixed, if it has it. */
  Lever fixing(Parameter size, Distribution value, Origin origin) {
    return new Lever(
        name,
        timetable,
        actions().stream().<Change>map(each -> each.fixing(size, value, origin)).toList(),
        costs.stream().map(cost -> cost.fixing(size, value, origin)).toList(),
        isBeyondUsual);
  }

  /**
   * All that is drawn for it: sizes of changes and costs, and shares that stand behind them.
   *
   * @return each once, in the order in which they were given
   */
  public List<Change.Size> sizes() {
    return Stream.concat(
            changes.stream().flatMap(change -> change.sizes().stream()),
            costs.stream().flatMap(cost -> cost.drawn().all().stream()))
        .map(size -> new Change.Size(size.parameter(), size.distribution(), size.origin()))
        .distinct()
        .toList();
  }

  /** Its changes, by how they act. */
  List<Action> actions() {
    return changes.stream().map(Action::of).toList();
  }

  /** Name, timetable, changes and costs. */
  @Override
  public String toString() {
    return name + " (" + timetable + "): " + changes + (costs.isEmpty() ? "" : ", costs " + costs);
  }
}
