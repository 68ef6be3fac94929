package org.fundinggap.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * C4: how much of the average cost is saved when fewer people need a service.
 *
 * <p>Need (C1) is volume times average cost, which is right for the level of cost and too much for
 * a change of it: a contract ends at once, a team of staff and a building later, a head office
 * never. Here cost follows a change of volume by a part each year, and not all the way. Need, gaps
 * and spending are as they were: from these numbers the difference between two scenarios is worked
 * out at the margin.
 *
 * <p>Nor would children who are kept out of care have lived as the average child does: fewer of
 * them in homes, and more in foster care, by {@link #AVOIDED_IN_HOMES}. And a child who is fostered
 * instead of living in a home costs more than the average fostered one ({@link #SAVED_BY_MOVE}).
 */
public final class MarginalCost {
  /**
   * Children kept out of care who would have lived in homes, over those whom the chain of
   * placements (D7c) has there for as many fewer entrants.
   */
  public static final Parameter AVOIDED_IN_HOMES =
      new Parameter(
          "avoidedInHomes", "avoided children in homes over those of the chain", Unit.RATIO, 0, 3);

  /**
   * Of the children in homes whom cost has followed, those who would not live there if all were
   * such as can be kept out of care.
   */
  public static final Variable NOT_IN_HOMES =
      Variable.of(
          "notInHomes", "children followed in homes, beyond those avoidable there", Unit.NUMBER);

  /** {@link #NOT_IN_HOMES}, had cost followed them as it follows children in foster care. */
  public static final Variable FOSTERED_INSTEAD =
      Variable.of(
          "fosteredInstead", "children followed in foster care and not in homes", Unit.NUMBER);

  /**
   * Share of what a child in a home costs beyond the average fostered one that is saved when the
   * child is fostered instead: such children are not the average fostered one.
   */
  public static final Parameter SAVED_BY_MOVE =
      new Parameter(
          "savedByMove",
          "share of home's cost beyond foster care's saved by a move",
          Unit.SHARE,
          0,
          1);

  /** {@link #SAVED_BY_MOVE} as it was drawn. */
  public static final Variable DIFFERENCE_SAVED =
      Variable.of(
          "differenceSaved",
          "share of a home's cost beyond foster care's that a child saves who is fostered instead",
          Unit.SHARE);

  private static final double MILLION = 1e6;

  private static final Follower AS_FOSTERED =
      new Follower(
          "homesAsFostered",
          Variable.of(
              "followedVolume.homesAsFostered",
              "children in homes whom cost has followed at the pace of fostering",
              Unit.NUMBER),
          CostLine.HOMES,
          CostLine.FOSTERING);

  private MarginalCost() {}

  /**
   * A volume as far as cost has followed it.
   *
   * @param id ends the number of the equation
   * @param followed people, on the average day of a year
   * @param volume the line whose volume it is
   * @param pace the line whose cost follows at this pace
   */
  private record Follower(String id, Variable followed, CostLine volume, CostLine pace) {
    Equation equation() {
      return Equation.of(
              "C4a." + id,
              followed.label()
                  + " = (1 - speed) x last year's + speed x ((1 - share saved in the end) x base"
                  + " year's volume + share saved in the end x volume)")
          .readsLastYear(followed)
          .reads(volume.volume())
          .uses(volume.baseVolume(), pace.savingSpeed(), pace.savedInTheEnd())
          .writes(followed)
          .as(new Following(this));
    }
  }

  /**
   * Lines whose cost follows people and not children 0-17.
   *
   * @return the lines that C4 looks at
   */
  public static List<CostLine> lines() {
    return Arrays.stream(CostLine.values()).filter(line -> !line.isBlock()).toList();
  }

  /**
   * Volumes as far as cost has followed them, each with the line whose volume it is.
   *
   * @return what has to open at the base year's volume
   */
  public static Map<Variable, CostLine> followed() {
    Map<Variable, CostLine> followed = new LinkedHashMap<>();
    followers().forEach(each -> followed.put(each.followed(), each.volume()));
    return followed;
  }

  private static List<Follower> followers() {
    List<Follower> followers = new ArrayList<>();
    lines().forEach(line -> followers.add(new Follower(line.name(), line.followed(), line, line)));
    followers.add(AS_FOSTERED);
    return followers;
  }

  /**
   * Share of the average cost that is saved when one person fewer needs a service from some year
   * on.
   *
   * @param speed share of what cost has yet to follow that it follows in a year, 0 to 1
   * @param inTheEnd share that it follows at all, 0 to 1
   * @param years in the how many-th year without that person, from 1
   * @return {@code inTheEnd x (1 - (1 - speed)^years)}
   * @throws IllegalArgumentException if a share is outside 0 to 1, or there is no year
   */
  public static double saved(double speed, double inTheEnd, int years) {
    Checks.within(speed, 0, 1, "speed", "give the share that cost follows in a year");
    Checks.within(inTheEnd, 0, 1, "share in the end", "give the share that cost follows at all");
    Checks.atLeast(years, 1, "years", "count from the first year without the person");
    double left = 1;
    for (int year = 0; year < years; year++) {
      left *= 1 - speed;
    }
    return inTheEnd * (1 - left);
  }

  static List<Equation> equations() {
    List<Equation> equations = new ArrayList<>();
    followers().forEach(follower -> equations.add(follower.equation()));
    for (CostLine line : lines()) {
      equations.add(costOfEach(line));
    }
    equations.add(avoidable("C4c", NOT_IN_HOMES, CostLine.HOMES.followed()));
    equations.add(avoidable("C4d", FOSTERED_INSTEAD, AS_FOSTERED.followed()));
    equations.add(
        Equation.of("C4e", DIFFERENCE_SAVED.label())
            .uses(SAVED_BY_MOVE)
            .writes(DIFFERENCE_SAVED)
            .as(new Drawn()));
    return equations;
  }

  private record Following(Follower follower) implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(follower.followed());
      double[] volume = block.column(follower.volume().volume());
      double[] base = block.column(follower.volume().baseVolume());
      double[] speed = block.column(follower.pace().savingSpeed());
      double[] inTheEnd = block.column(follower.pace().savedInTheEnd());
      double[] followed = block.column(follower.followed());
      for (int i = 0; i < block.draws(); i++) {
        double tendsTo = (1 - inTheEnd[i]) * base[i] + inTheEnd[i] * volume[i];
        followed[i] = (1 - speed[i]) * before[i] + speed[i] * tendsTo;
      }
    }
  }

  private static Equation costOfEach(CostLine line) {
    return Equation.of(
            "C4b." + line.name(),
            line.costOfEach().label()
                + " = 10^6 x need / volume x (1 + scope) x (1 - income); 0 for nobody")
        .reads(line.need(), line.volume())
        .uses(Cost.SCOPE, Cost.INCOME)
        .writes(line.costOfEach())
        .as(new CostOfEach(line));
  }

  private record CostOfEach(CostLine line) implements Formula {
    @Override
    public void apply(Block block) {
      double[] need = block.column(line.need());
      double[] volume = block.column(line.volume());
      double[] each = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        each[i] = volume[i] > 0 ? MILLION * need[i] / volume[i] : 0;
      }
      Cost.net(block, each, block.column(line.costOfEach()));
    }
  }

  private static Equation avoidable(String id, Variable written, Variable followed) {
    return Equation.of(id, written.label() + " = (1 - avoided in homes) x children followed")
        .reads(followed)
        .uses(AVOIDED_IN_HOMES)
        .writes(written)
        .as(new Avoidable(written, followed));
  }

  private record Avoidable(Variable written, Variable followed) implements Formula {
    @Override
    public void apply(Block block) {
      double[] ratio = block.column(AVOIDED_IN_HOMES);
      double[] volume = block.column(followed);
      double[] out = block.column(written);
      for (int i = 0; i < block.draws(); i++) {
        out[i] = (1 - ratio[i]) * volume[i];
      }
    }
  }

  private record Drawn() implements Formula {
    @Override
    public void apply(Block block) {
      double[] drawn = block.column(SAVED_BY_MOVE);
      System.arraycopy(drawn, 0, block.column(DIFFERENCE_SAVED), 0, block.draws());
    }
  }
}
