package org.fundinggap.benchmarks.peers;

/** The reference workload for one draw, as plain arithmetic. */
final class DrawState {
  private double referrals = 621_470;
  private double need = 394_400;
  private double plans = 50_310;
  private double foster = 34_000;
  private double agency = 18_000;
  private double residential = 8_000;
  private double pay = 1;
  private double prices = 1;
  private double fees = 1;
  private double funding = 8_300;

  /** Goes on a year under six correlated shocks and returns its gap. */
  double nextGap(double[] shocks) {
    referrals *= Math.exp(0.01 + 0.02 * shocks[0]);
    need = 0.35 * need + 0.41 * referrals;
    plans = 0.2 * plans + 0.068 * referrals * (1 + 0.03 * shocks[1]);
    foster = 0.72 * foster + 0.0155 * referrals * (1 + 0.03 * shocks[2]);
    agency = 0.72 * agency + 0.0082 * referrals;
    residential = 0.7 * residential + 0.0039 * referrals * (1 + 0.03 * shocks[3]);
    pay *= Math.exp(0.03 + 0.01 * shocks[3]);
    prices *= Math.exp(0.025 + 0.015 * shocks[4]);
    fees *= Math.exp(0.05 + 0.025 * shocks[5]);
    funding *= 1.025;
    return pay * (0.5e-3 * referrals + 2.5e-3 * need + 9e-3 * plans)
        + prices * 0.03 * foster
        + fees * (0.05 * agency + 0.2 * residential)
        - funding;
  }
}
