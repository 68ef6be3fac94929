package org.fundinggap.claim;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/** S1: the two readings of "6,470 more referrals each year". */
final class ClaimedReferrals {
  /** Referrals in the year. */
  public static final Variable REFERRALS =
      Variable.of("claimedReferrals", "referrals in the year, as claimed", Unit.NUMBER);

  /** Referrals beyond those of the first year: the level difference. */
  public static final Variable DIFFERENCE =
      Variable.of("claimedReferralDifference", "referrals beyond the first year's", Unit.NUMBER);

  /** Referrals beyond those of the year before: the yearly increment. */
  public static final Variable INCREMENT =
      Variable.of("claimedReferralIncrement", "referrals beyond last year's", Unit.NUMBER);

  /** Growth of referrals a year. */
  public static final Parameter GROWTH =
      new Parameter("claimedReferralGrowth", "growth of referrals", Unit.PER_YEAR, -0.5, 0.5);

  /** Referrals added every year. */
  public static final Parameter ADDED =
      new Parameter(
          "claimedReferralsAdded", "referrals added every year", Unit.NUMBER, -100_000, 100_000);

  /** Referrals of the first year. */
  public static final Parameter START =
      new Parameter("claimedReferralStart", "referrals of the first year", Unit.NUMBER, 0, 1e7);

  private ClaimedReferrals() {}

  /** Referrals grow at a constant rate. */
  static List<Equation> levelDifference() {
    return List.of(
        Equation.of("S1a", "referrals = last year's x (1 + growth)")
            .readsLastYear(REFERRALS)
            .uses(GROWTH)
            .writes(REFERRALS)
            .as(new Growing()),
        Equation.of("S1b", "difference = referrals - referrals of the first year")
            .reads(REFERRALS)
            .uses(START)
            .writes(DIFFERENCE)
            .as(new BeyondStart()));
  }

  private record Growing() implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(REFERRALS);
      double[] growth = block.column(GROWTH);
      double[] now = block.column(REFERRALS);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * (1 + growth[i]);
      }
    }
  }

  private record BeyondStart() implements Formula {
    @Override
    public void apply(Block block) {
      double[] now = block.column(REFERRALS);
      double[] start = block.column(START);
      double[] difference = block.column(DIFFERENCE);
      for (int i = 0; i < block.draws(); i++) {
        difference[i] = now[i] - start[i];
      }
    }
  }

  /** The same number of referrals is added every year. */
  static List<Equation> yearlyIncrement() {
    return List.of(
        Equation.of("S1c", "referrals = last year's + added; increment = the difference")
            .readsLastYear(REFERRALS)
            .uses(ADDED)
            .writes(REFERRALS, INCREMENT)
            .as(new Adding()));
  }

  private record Adding() implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(REFERRALS);
      double[] added = block.column(ADDED);
      double[] now = block.column(REFERRALS);
      double[] increment = block.column(INCREMENT);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] + added[i];
        increment[i] = now[i] - before[i];
      }
    }
  }
}
