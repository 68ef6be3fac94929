package org.fundinggap.calibration;

import org.fundinggap.demand.Placements;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.FinancialYear;

/**
 * Numbers of D7a for a base year: how rates of leaving care swing, all placements together.
 *
 * <p>They come from the hazards of leaving care that stocks and entries imply, which reach back
 * further than flows by placement.
 */
final class ExitCalibration {
  private static final String LOOKED_AFTER = "looked-after";
  private static final String ASYLUM = "asylum-seeking-looked-after";

  private final BaseYearEvidence base;
  private final ChainYears chain;
  private final YearlySeries hazards;
  private final Estimate persistence;

  ExitCalibration(BaseYearEvidence base) {
    this.base = base;
    this.chain = new ChainYears(base);
    this.hazards =
        PublishedRates.of(base, LOOKED_AFTER, "looked-after-started", ASYLUM)
            .flowYears()
            .logs(this::hazardOfOthers);
    this.persistence = hazards.autocorrelation(base.belief("exit-persistence"));
  }

  void fill(InputsWriter fill) {
    fill.estimated(
        Placements.EXIT_PERSISTENCE,
        persistence,
        "autocorrelation of # yearly log hazards, shrunk");
    fill.estimated(
        Placements.EXIT_SPREAD,
        Shrinkage.shocksOf(
            Shrinkage.changes(hazards)
                .spread(Shrinkage.ofChanges(base.spreadBelief("exit-spread"), persistence)),
            persistence),
        "spread of # yearly log changes, less what reverts");
    fill.opening(
        Placements.EXIT_DEVIATION,
        chain.solve(base.year()).exitDeviation(),
        "solved so that last year's stocks become this year's");
    fill.shocks(Placements.EXIT_SHOCK);
  }

  /**
   * The level of exits by flows alone: the mean of yearly log hazards, pooled with the last. The
   * chain's deviation is from its own rates; the level keeps its distance from the base year.
   */
  Estimate level() {
    Cited last = hazards.citedLast();
    Estimate spread = hazards.spread(base.spreadBelief("exit-level-spread"), persistence);
    Estimate level = hazards.mean(base.beliefAbout(last, "exit-level-spread"), spread, persistence);
    return Estimate.of(
        chain.solve(base.year()).exitDeviation().plus(level.cited()).minus(last),
        // The belief is about the last of the same hazards, so data make it no surer.
        base.prior("exit-level-spread"),
        level.years(),
        level.weightOfData());
  }

  /** The hazard of leaving care of children other than asylum-seeking ones. */
  private Cited hazardOfOthers(FinancialYear year) {
    FinancialYear before = year.plus(-1);
    return PublishedRates.hazard(
        "children looked after",
        base.at(LOOKED_AFTER, before).minus(base.at(ASYLUM, before)),
        chain.entries(year),
        base.at(LOOKED_AFTER, year).minus(base.at(ASYLUM, year)));
  }
}
