package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Levels;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D4: children in need.
 *
 * <p>Some share of referrals leads to an episode of need. The rest end without further action or
 * are assessed as not in need, and how they divide is a number of its own: councils came to assess
 * more and to wave fewer away, while the share that leads to need stayed within 62 to 64% from
 * 2016-17. Drawn apart, the two would lose what they have in common.
 *
 * <p>About a tenth of the stock published one March is no longer there when the next return opens,
 * so published endings fall short of what the stocks imply; the hazard is of <em>effective</em>
 * endings (opening + started - closing), and the difference has a name.
 */
public final class ChildrenInNeed {
  /** Share of referrals that neither end without further action nor are assessed as not in need. */
  public static final Variable NEED_SHARE =
      Variable.of("needShare", "referrals that lead to need", Unit.SHARE);

  /** Of referrals that lead to no need, the share that ends without further action. */
  public static final Variable NO_FURTHER_ACTION_SPLIT =
      Variable.of(
          "noFurtherActionSplit", "no further action among referrals without need", Unit.SHARE);

  /** Share of referrals that end without further action. */
  public static final Variable NO_FURTHER_ACTION =
      Variable.of("noFurtherActionShare", "referrals with no further action", Unit.SHARE);

  /** Share of referrals assessed as not in need. */
  public static final Variable NOT_IN_NEED =
      Variable.of("notInNeedShare", "referrals assessed as not in need", Unit.SHARE);

  /** Episodes of need started in the year. */
  public static final Variable STARTED =
      Variable.of("childrenInNeedStarted", "episodes of need started", Unit.NUMBER);

  /** How far {@link #HAZARD} is from the base year's, in logarithms. */
  public static final Variable HAZARD_DEVIATION =
      Variable.of(
          "childrenInNeedHazardDeviation", "log deviation of the ending hazard", Unit.RATIO);

  /** Hazard of effective endings. */
  public static final Variable HAZARD =
      Variable.of("childrenInNeedHazard", "hazard of ending an episode of need", Unit.HAZARD);

  /** Children in need at 31 March. */
  public static final Variable STOCK =
      Variable.of("childrenInNeed", "children in need at 31 March", Unit.NUMBER);

  /** Children in need on the average day of the year. */
  public static final Variable AVERAGE =
      Variable.of("childrenInNeedAverage", "children in need, average of the year", Unit.NUMBER);

  /** Episodes that left the stock in the year: opening + started - closing. */
  public static final Variable ENDED =
      Variable.of("childrenInNeedEnded", "episodes of need ended, effective", Unit.NUMBER);

  /** Episodes recorded as ended in the year. */
  public static final Variable ENDED_AS_PUBLISHED =
      Variable.of(
          "childrenInNeedEndedAsPublished", "episodes of need ended, published basis", Unit.NUMBER);

  /** Spread of yearly changes of {@link #NEED_SHARE}. */
  public static final Parameter NEED_SHARE_SPREAD =
      new Parameter("needShareSpread", "spread of the need share", Unit.RATIO, 0, 0.3);

  /** Spread of yearly changes of {@link #NO_FURTHER_ACTION_SPLIT}. */
  public static final Parameter NO_FURTHER_ACTION_SPREAD =
      new Parameter("noFurtherActionSpread", "spread of no further action", Unit.RATIO, 0, 0.5);

  /** Starts that the shares do not explain, as a share of referrals; zero in most years. */
  public static final Parameter STARTED_RECONCILIATION =
      new Parameter(
          "childrenInNeedStartedReconciliation",
          "starts not explained by referrals",
          Unit.SHARE,
          -0.05,
          0.05);

  /** {@link #HAZARD} of the base year. */
  public static final Parameter HAZARD_AT_BASE =
      new Parameter(
          "childrenInNeedHazardAtBase", "ending hazard of the base year", Unit.HAZARD, 0.2, 4);

  /** Where {@link #HAZARD_DEVIATION} tends to. */
  public static final Parameter HAZARD_LEVEL =
      new Parameter(
          "childrenInNeedHazardLevel",
          "level of deviations of the ending hazard",
          Unit.RATIO,
          -1,
          1);

  /** Persistence of {@link #HAZARD_DEVIATION}. */
  public static final Parameter HAZARD_PERSISTENCE =
      new Parameter(
          "childrenInNeedHazardPersistence",
          "persistence of the ending hazard",
          Unit.RATIO,
          -0.5,
          0.95);

  /** Spread of the yearly shocks to {@link #HAZARD_DEVIATION}. */
  public static final Parameter HAZARD_SPREAD =
      new Parameter(
          "childrenInNeedHazardSpread", "spread of the ending hazard", Unit.RATIO, 0, 0.3);

  /** Episodes that vanish between two returns, as a share of episodes started. */
  public static final Parameter REMOVED_BETWEEN_RETURNS =
      new Parameter(
          "childrenInNeedRemovedBetweenReturns",
          "episodes gone between two returns",
          Unit.SHARE,
          0,
          0.3);

  /** Shock to {@link #NEED_SHARE}. */
  public static final Shock NEED_SHARE_SHOCK =
      new Shock("needShareShock", "shock to the need share");

  /** Shock to {@link #NO_FURTHER_ACTION_SPLIT}. */
  public static final Shock NO_FURTHER_ACTION_SHOCK =
      new Shock("noFurtherActionShock", "shock to no further action");

  /** Shock to {@link #HAZARD}. */
  public static final Shock HAZARD_SHOCK =
      new Shock("childrenInNeedHazardShock", "shock to the ending hazard");

  private ChildrenInNeed() {}

  static List<Equation> equations() {
    return List.of(
        Shapes.wandering("D4a", NEED_SHARE, NEED_SHARE_SPREAD, NEED_SHARE_SHOCK),
        Shapes.wandering(
            "D4b", NO_FURTHER_ACTION_SPLIT, NO_FURTHER_ACTION_SPREAD, NO_FURTHER_ACTION_SHOCK),
        Equation.of(
                "D4c",
                "no further action = (1 - need share) x split; not in need = (1 - need share) x (1"
                    + " - split)")
            .reads(NEED_SHARE, NO_FURTHER_ACTION_SPLIT)
            .writes(NO_FURTHER_ACTION, NOT_IN_NEED)
            .as(new Split()),
        Equation.of(
                "D4d",
                "started = referrals x (1 - no further action - not in need + reconciliation),"
                    + " at least zero, x effect of early help")
            .reads(Referrals.REFERRALS, NO_FURTHER_ACTION, NOT_IN_NEED, EarlyHelp.ON_NEED)
            .uses(STARTED_RECONCILIATION)
            .writes(STARTED)
            .as(new Started()),
        Levels.revertingTo(
            "D4e", HAZARD_DEVIATION, HAZARD_LEVEL, HAZARD_PERSISTENCE, HAZARD_SPREAD, HAZARD_SHOCK),
        Levels.at("D4f", HAZARD, HAZARD_AT_BASE, HAZARD_DEVIATION),
        StockFlow.equation("D4g", STOCK, AVERAGE, STARTED, HAZARD),
        Equation.of(
                "D4h", "ended = opening + started - closing; published = ended - removed x started")
            .readsLastYear(STOCK)
            .reads(STOCK, STARTED)
            .uses(REMOVED_BETWEEN_RETURNS)
            .writes(ENDED, ENDED_AS_PUBLISHED)
            .as(new Ended()));
  }

  private record Split() implements Formula {
    @Override
    public void apply(Block block) {
      double[] needShare = block.column(NEED_SHARE);
      double[] split = block.column(NO_FURTHER_ACTION_SPLIT);
      double[] noFurtherAction = block.column(NO_FURTHER_ACTION);
      double[] notInNeed = block.column(NOT_IN_NEED);
      for (int i = 0; i < block.draws(); i++) {
        double rest = 1 - needShare[i];
        noFurtherAction[i] = rest * split[i];
        notInNeed[i] = rest * (1 - split[i]);
      }
    }
  }

  private record Started() implements Formula {
    @Override
    public void apply(Block block) {
      double[] referrals = block.column(Referrals.REFERRALS);
      double[] noFurtherAction = block.column(NO_FURTHER_ACTION);
      double[] notInNeed = block.column(NOT_IN_NEED);
      double[] reconciliation = block.column(STARTED_RECONCILIATION);
      double[] earlyHelp = block.column(EarlyHelp.ON_NEED);
      double[] started = block.column(STARTED);
      for (int i = 0; i < block.draws(); i++) {
        double share = 1 - noFurtherAction[i] - notInNeed[i] + reconciliation[i];
        // A lever may raise a share until the two fill the whole.
        started[i] = referrals[i] * Math.max(share, 0) * earlyHelp[i];
      }
    }
  }

  private record Ended() implements Formula {
    @Override
    public void apply(Block block) {
      double[] opening = block.lastYear(STOCK);
      double[] closing = block.column(STOCK);
      double[] started = block.column(STARTED);
      double[] removed = block.column(REMOVED_BETWEEN_RETURNS);
      double[] ended = block.column(ENDED);
      double[] published = block.column(ENDED_AS_PUBLISHED);
      for (int i = 0; i < block.draws(); i++) {
        ended[i] = opening[i] + started[i] - closing[i];
        published[i] = ended[i] - removed[i] * started[i];
      }
    }
  }
}
