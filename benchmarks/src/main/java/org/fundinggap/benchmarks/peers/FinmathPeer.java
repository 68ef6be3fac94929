package org.fundinggap.benchmarks.peers;

import net.finmath.montecarlo.BrownianMotion;
import net.finmath.montecarlo.BrownianMotionFromMersenneRandomNumbers;
import net.finmath.stochastic.RandomVariable;
import net.finmath.time.TimeDiscretizationFromArray;
import org.fundinggap.benchmarks.ReferenceWorkload;

/**
 * finmath-lib's way: steps of a Brownian motion a year long are the independent shocks, factor
 * loadings correlate them, and the model is arithmetic of random variables.
 *
 * <p>All paths at once would hold 60 arrays of 2^20 increments (0.5 GB) and arithmetic that leaves
 * the cache at every step, so paths come in chunks, each a Brownian motion with a seed of its own.
 */
final class FinmathPeer implements PeerSimulator {
  private static final int CHUNK = 1 << 13;

  private final double[][] lower = ReferenceWorkload.choleskyFactor();
  private int seed;

  FinmathPeer(long seed) {
    this.seed = Long.hashCode(seed);
  }

  @Override
  public void fill(double[][] gap) {
    for (int first = 0; first < gap[0].length; first += CHUNK) {
      fill(gap, first, Math.min(CHUNK, gap[0].length - first));
    }
  }

  private void fill(double[][] gap, int first, int paths) {
    BrownianMotion motion =
        new BrownianMotionFromMersenneRandomNumbers(
            new TimeDiscretizationFromArray(0, YEARS, 1), lower.length, paths, seed++);
    PathState state = new PathState(motion);
    for (int year = 0; year < YEARS; year++) {
      RandomVariable yearGap = state.nextGap(shocks(motion, year));
      System.arraycopy(yearGap.getRealizations(), 0, gap[year], first, paths);
    }
  }

  private RandomVariable[] shocks(BrownianMotion motion, int year) {
    RandomVariable[] shocks = new RandomVariable[lower.length];
    for (int i = 0; i < lower.length; i++) {
      shocks[i] = motion.getBrownianIncrement(year, 0).mult(lower[i][0]);
      for (int j = 1; j <= i; j++) {
        shocks[i] = shocks[i].addProduct(motion.getBrownianIncrement(year, j), lower[i][j]);
      }
    }
    return shocks;
  }

  /** The levels of all paths of a chunk. */
  private static final class PathState {
    private RandomVariable referrals;
    private RandomVariable need;
    private RandomVariable plans;
    private RandomVariable foster;
    private RandomVariable agency;
    private RandomVariable residential;
    private RandomVariable pay;
    private RandomVariable prices;
    private RandomVariable fees;
    private double funding = 8_300;

    PathState(BrownianMotion motion) {
      referrals = motion.getRandomVariableForConstant(621_470);
      need = motion.getRandomVariableForConstant(394_400);
      plans = motion.getRandomVariableForConstant(50_310);
      foster = motion.getRandomVariableForConstant(34_000);
      agency = motion.getRandomVariableForConstant(18_000);
      residential = motion.getRandomVariableForConstant(8_000);
      pay = motion.getRandomVariableForConstant(1);
      prices = motion.getRandomVariableForConstant(1);
      fees = motion.getRandomVariableForConstant(1);
    }

    RandomVariable nextGap(RandomVariable[] shocks) {
      referrals = grown(referrals, 0.01, 0.02, shocks[0]);
      need = need.mult(0.35).addProduct(referrals, 0.41);
      plans = stock(plans, 0.2, 0.068, shocks[1]);
      foster = stock(foster, 0.72, 0.0155, shocks[2]);
      agency = agency.mult(0.72).addProduct(referrals, 0.0082);
      residential = stock(residential, 0.7, 0.0039, shocks[3]);
      pay = grown(pay, 0.03, 0.01, shocks[3]);
      prices = grown(prices, 0.025, 0.015, shocks[4]);
      fees = grown(fees, 0.05, 0.025, shocks[5]);
      funding *= 1.025;
      RandomVariable work = referrals.mult(0.5e-3).addProduct(need, 2.5e-3).addProduct(plans, 9e-3);
      RandomVariable bought = agency.mult(0.05).addProduct(residential, 0.2);
      return pay.mult(work)
          .addProduct(prices, foster.mult(0.03))
          .addProduct(fees, bought)
          .sub(funding);
    }

    private static RandomVariable grown(
        RandomVariable level, double mean, double spread, RandomVariable shock) {
      return level.mult(shock.mult(spread).add(mean).exp());
    }

    private RandomVariable stock(
        RandomVariable stock, double stays, double enters, RandomVariable shock) {
      return stock.mult(stays).addProduct(referrals, shock.mult(0.03 * enters).add(enters));
    }
  }
}
