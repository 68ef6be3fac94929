package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.evidence.Cited;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.model.Variable;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D9 and G3 for a base year: what early help prevents, cuts to it, its past level. */
final class EarlyHelpCalibration {
  private static final FinancialYear PAST = FinancialYear.parse("2010-11");
  private static final String CHILDREN_THEN = "children-2010-11";
  private static final String GAP_SHARE = "early-help-gap-share";

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
    Cited none = Cited.from(0, base.prior("early-help-elasticity-need"));
    for (Variable lagged :
        List.of(EarlyHelp.ONE_YEAR_AGO, EarlyHelp.TWO_YEARS_AGO, EarlyHelp.FELT)) {
      fill.opening(lagged, none, "effects are deviations from the base year");
    }
  }

  private Cited spent(FinancialYear year) {
    return CostLine.earlyHelp().stream()
        .map(line -> PublishedLine.of(line).spending().workedOut(base.evidence(), year))
        .reduce(Cited::plus)
        .orElseThrow();
  }

  /** Early help for each child in 2010-11, in real terms, over the base year's. */
  void restoration(BaseYearPrices prices) {
    Cited children = base.prior(CHILDREN_THEN);
    Cited then = spent(PAST).over(prices.index(PAST)).over(children);
    Cited now =
        spent(base.year()).over(prices.index(base.year())).over(base.at(PublishedTable.CHILDREN));
    Cited error = base.spreadOf(CHILDREN_THEN).over(children).times(then).over(now);
    fill.estimated(
        Cost.EARLY_HELP_OF_2010,
        Estimate.of(then.over(now), error, 1, 1),
        "real spending for each child in 2010-11 over the base year's");
  }

  /** How a gap cuts early help. */
  void cuts(Cited baseFunding) {
    fill.prior(EarlyHelpCuts.GAP_SHARE, GAP_SHARE);
    fill.prior(EarlyHelpCuts.FLOOR, "early-help-floor");
    fill.opening(
        EarlyHelp.KEPT, Cited.from(1, base.prior(GAP_SHARE)), "nothing is cut in the base year");
    fill.parameter(
        EarlyHelpCuts.GAP_AT_BASE,
        NetBasis.of(base).net(base).minus(baseFunding),
        "net need less funding of the base year");
  }
}
