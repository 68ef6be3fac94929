package org.fundinggap.bridge;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.InvalidInputException;

/**
 * How much of the difference between two numbers each driver takes, in every draw. Immutable;
 * prints as a table.
 *
 * <p>Contributions add up to end less start in every draw, within 1e-9 of the largest of start, end
 * and terms. The split is the additive logarithmic-mean Divisia index (LMDI-I; B. W. Ang, Energy
 * Policy 32 (2004) 1131-1139): nothing is left over, the order of drivers does not matter, swapping
 * the ends flips every sign, and a driver that does not change takes nothing. It says what moved,
 * not why: drivers that cause each other, as fewer homes and dearer homes may, are not told apart.
 */
public final class Bridge {
  private final BridgeHead head;
  private final Draws start;
  private final Draws end;
  private final ImmutableMap<String, Draws> contributions;

  /** Checked by the builder. */
  Bridge(BridgeHead head, Draws start, Draws end, Map<String, Draws> contributions) {
    this.head = head;
    this.start = start;
    this.end = end;
    this.contributions = ImmutableMap.copyOf(contributions);
  }

  /**
   * The bridge between two stand-still gaps in cash: two years, two scenarios, or both. {@link
   * BridgeOfGap} has the others, and those between base years.
   *
   * @param from where it starts
   * @param to where it ends, on the same draws
   * @return the bridge, with the drivers {@link BridgeDriver}
   * @throws InvalidInputException as {@link BridgeOfGap#between}
   */
  public static Bridge of(BridgeCell from, BridgeCell to) {
    return BridgeOfGap.of(Gap.STAND_STILL).between(from, to);
  }

  /**
   * What a simulation has to keep for {@link #of}, as {@link
   * org.fundinggap.simulation.Simulation#keeping} takes it.
   *
   * @param options those of the run that may have cost lines of one's own; may be left out if none
   *     has
   * @return a new array
   */
  public static Variable[] variables(Option... options) {
    return BridgeOfGap.of(Gap.STAND_STILL).variables(options).toArray(Variable[]::new);
  }

  /**
   * A bridge of one's own terms.
   *
   * @param title what is bridged
   * @param unit of both ends and of every term, such as {@code GBP million, cash}
   * @return a builder
   * @throws IllegalArgumentException if a text is blank
   */
  public static BridgeBuilder builder(String title, String unit) {
    return new BridgeBuilder(title, unit);
  }

  /**
   * What is bridged.
   *
   * @return such as {@code stand-still gap, England, real-flat}
   */
  public String title() {
    return head.title();
  }

  /**
   * The unit of ends and contributions.
   *
   * @return such as {@code GBP million, cash}
   */
  public String unit() {
    return head.unit();
  }

  /**
   * What the start is called.
   *
   * @return such as {@code 2024-25}
   */
  public String from() {
    return head.from();
  }

  /**
   * What the end is called.
   *
   * @return such as {@code 2034-35}
   */
  public String to() {
    return head.to();
  }

  /**
   * What a reader has to know of it, such as the definition of the gap.
   *
   * @return sentences; may be empty
   */
  public String note() {
    return head.note();
  }

  /**
   * The number at the start.
   *
   * @return its draws, in {@link #unit()}
   */
  public Draws start() {
    return start;
  }

  /**
   * The number at the end.
   *
   * @return its draws, in {@link #unit()}
   */
  public Draws end() {
    return end;
  }

  /**
   * What is decomposed: end less start.
   *
   * @return its draws, in {@link #unit()}
   */
  public Draws change() {
    return end.combine(start, (last, first) -> last - first);
  }

  /**
   * The drivers.
   *
   * @return immutable, in their order
   */
  public List<String> drivers() {
    return contributions.keySet().asList();
  }

  /**
   * What a driver contributes.
   *
   * @param driver one of {@link #drivers()}
   * @return its draws, in {@link #unit()}; positive where it raises the end above the start
   * @throws IllegalArgumentException if there is no such driver
   */
  public Draws contribution(String driver) {
    Draws found = contributions.get(driver);
    if (found == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal("driver must be of the bridge", driver, contributions.keySet()));
    }
    return found;
  }

  /**
   * What a driver of a gap of England contributes.
   *
   * @param driver of a bridge that {@link #of} or {@link BridgeOfGap} made
   * @return its draws, in {@link #unit()}; positive where it raises the gap
   * @throws IllegalArgumentException if this bridge has no such driver
   */
  public Draws contribution(BridgeDriver driver) {
    return contribution(driver.label());
  }

  /**
   * The bars of a waterfall chart of the means, which add up as draws do.
   *
   * @return the start, a bar for each driver, the end
   */
  public List<BridgeStep> waterfall() {
    List<Double> changes = contributions.values().stream().map(Draws::mean).toList();
    return waterfall(start.mean(), changes, end.mean());
  }

  /**
   * The bars of a waterfall chart of a single draw.
   *
   * @param draw its number, from 0
   * @return the start, a bar for each driver, the end
   * @throws IllegalArgumentException if there is no such draw
   */
  public List<BridgeStep> waterfall(int draw) {
    Checks.within(draw, 0, start.size() - 1L, "draw", "give the number of a draw, from 0");
    List<Double> changes =
        contributions.values().stream().map(draws -> draws.values()[draw]).toList();
    return waterfall(start.values()[draw], changes, end.values()[draw]);
  }

  private List<BridgeStep> waterfall(double first, List<Double> changes, double last) {
    List<BridgeStep> steps = new ArrayList<>();
    steps.add(new BridgeStep(from(), 0, first, true));
    double level = first;
    for (int i = 0; i < changes.size(); i++) {
      double next = level + changes.get(i);
      steps.add(new BridgeStep(drivers().get(i), level, next, false));
      level = next;
    }
    steps.add(new BridgeStep(to(), 0, last, true));
    return List.copyOf(steps);
  }

  /** Both ends and each driver: mean and its Monte Carlo standard error, 10th, 90th percentile. */
  @Override
  public String toString() {
    return BridgeTable.of(this);
  }
}
