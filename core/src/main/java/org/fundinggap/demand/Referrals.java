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
 * D2 and D3: referrals to children's social care.
 *
 * <p>The rate of referral reverts to a level that follows a slow trend. Twelve years of data cannot
 * tell a random walk from noise about a level, and taken as persistent growth they score worse on
 * past years than no change at all, so persistence and trend are shrunk.
 */
public final class Referrals {
  /** The rate to which referrals return. */
  public static final Variable LEVEL =
      Variable.of(
          "referralLevel", "referral rate to which referrals return", Unit.PER_10_000_CHILDREN);

  /** How far the rate is from its level, in logarithms. */
  public static final Variable DEVIATION =
      Variable.of("referralDeviation", "log deviation of the referral rate", Unit.RATIO);

  /** Referrals in the year per 10,000 children. */
  public static final Variable RATE =
      Variable.of("referralRate", "referrals per 10,000 children", Unit.PER_10_000_CHILDREN);

  /** Referrals in the year. */
  public static final Variable REFERRALS =
      Variable.of("referrals", "referrals in the year", Unit.NUMBER);

  /** Growth of the level, in logarithms. */
  public static final Parameter TREND =
      new Parameter("referralTrend", "trend of the referral level", Unit.LOG_PER_YEAR, -0.05, 0.05);

  /** How much of a deviation is left a year later. */
  public static final Parameter PERSISTENCE =
      new Parameter(
          "referralPersistence", "persistence of referral deviations", Unit.RATIO, -0.5, 0.95);

  /** Standard deviation of a year's shock to the log rate. */
  public static final Parameter SPREAD =
      new Parameter("referralSpread", "spread of referral shocks", Unit.RATIO, 0, 0.3);

  /** The year's shock to the rate. */
  public static final Shock SHOCK = new Shock("referralShock", "shock to the referral rate");

  private Referrals() {}

  static List<Equation> equations() {
    return List.of(
        Shapes.growing("D2a", LEVEL, TREND),
        Levels.reverting("D2b", DEVIATION, PERSISTENCE, SPREAD, SHOCK),
        Equation.of("D2c", "referral rate = level x exp(deviation)")
            .reads(LEVEL, DEVIATION)
            .writes(RATE)
            .as(new Rate()),
        Equation.of("D3", "referrals = children x rate / 10,000")
            .reads(Children.CHILDREN, RATE)
            .writes(REFERRALS)
            .as(new OfChildren()));
  }

  private record Rate() implements Formula {
    @Override
    public void apply(Block block) {
      double[] deviation = block.column(DEVIATION);
      Shapes.grow(block.column(LEVEL), deviation, block.column(RATE), block.draws());
    }
  }

  private record OfChildren() implements Formula {
    @Override
    public void apply(Block block) {
      double[] children = block.column(Children.CHILDREN);
      double[] rate = block.column(RATE);
      double[] referrals = block.column(REFERRALS);
      for (int i = 0; i < block.draws(); i++) {
        referrals[i] = children[i] * rate[i] / 10_000;
      }
    }
  }
}
