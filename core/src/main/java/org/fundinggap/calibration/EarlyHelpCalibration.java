package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D9 and G3 for a base year: what early help prevents, cuts to it, its past level. */
final class EarlyHelpCalibration {
  private static final List<String> SPENDING =
      List.of("spend-family-support-gross", "spend-young-people-gross", "spend-early-years-gross");
  private static final FinancialYear PAST = FinancialYear.parse("2010-11");
  private static final String CHILDREN_THEN = "children-2010-11";

  private final InputsWriter fill;
  private final BaseYearEvidence base;

  EarlyHelpCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
  }

  /** What early help prevents; in the base year it is at its base level, and has been. */
  void effects() {
    fill.prior(EarlyHelp.ELASTICITY_NEED, "early-help-elasticity-need");
    fill.prior(EarlyHelp.ELASTICITY_ENTRIES, "early-help-elasticity-entries");
    fill.prior(EarlyHelp.LAG, "early-help-lag");
    Origin origin =
        Origin.estimated("effects are deviations from the base year", "early-help-elasticity-need");
    fill.inputs().opening(EarlyHelp.ONE_YEAR_AGO, 0, origin);
    fill.inputs().opening(EarlyHelp.TWO_YEARS_AGO, 0, origin);
    fill.inputs().opening(EarlyHelp.FELT, 0, origin);
  }

  private double spent(FinancialYear year) {
    double spent = 0;
    for (String id : SPENDING) {
      spent += base.at(id, year);
    }
    return spent;
  }

  /** Early help for each child in 2010-11, in real terms, over the base year's. */
  void restoration(Deflator deflator) {
    double then = spent(PAST) / deflator.index(PAST) / base.prior(CHILDREN_THEN);
    double now = spent(base.year()) / deflator.index(base.year()) / base.at("children-0-17");
    double error =
        base.evidence().prior(CHILDREN_THEN).spread() / base.prior(CHILDREN_THEN) * then / now;
    fill.estimated(
        Cost.EARLY_HELP_OF_2010,
        new Estimate(then / now, error, 1, 1),
        "real spending for each child in 2010-11 over the base year's",
        SPENDING.get(0),
        SPENDING.get(1),
        SPENDING.get(2),
        "gdp-deflator",
        "children-0-17",
        CHILDREN_THEN);
  }

  /** How a gap cuts early help. */
  void cuts(double baseFunding, String... fundingIds) {
    fill.prior(EarlyHelpCuts.GAP_SHARE, "early-help-gap-share");
    fill.prior(EarlyHelpCuts.FLOOR, "early-help-floor");
    fill.workedOut(EarlyHelp.KEPT, 1, "nothing is cut in the base year", "early-help-gap-share");
    double need = CostCalibration.net(base);
    String[] ids = {"spend-gross", CostCalibration.netEvidence(base), fundingIds[0]};
    fill.inputs()
        .parameter(
            EarlyHelpCuts.GAP_AT_BASE,
            Distribution.fixed(need - baseFunding),
            Origin.estimated("net need less funding of the base year", ids));
  }
}
