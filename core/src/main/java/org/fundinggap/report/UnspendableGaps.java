package org.fundinggap.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;

/**
 * Names budget gaps that councils could not have spent. A budget gap is an overspend, and councils
 * must close each year: where it outgrows every overspend that was ever published it is no forecast
 * of one, but what would have to be cut or found.
 */
final class UnspendableGaps {
  private static final String OVERSPENDS = "overspend-share-published";

  private final EvidenceBase evidence;
  private final Projection gaps;

  UnspendableGaps(EvidenceBase evidence, Projection gaps) {
    this.evidence = evidence;
    this.gaps = gaps;
  }

  /** The largest overspend over a budget that is published, and its year. */
  private Optional<FinancialYear> largest() {
    return evidence.hasSeries(OVERSPENDS)
        ? overspends().years().stream()
            .max((one, other) -> Double.compare(overspends().at(one), overspends().at(other)))
        : Optional.empty();
  }

  private Series overspends() {
    return evidence.series(OVERSPENDS);
  }

  /** The first year in which half of all draws have a larger one. */
  private Optional<FinancialYear> first(FundingPlan plan) {
    return largest()
        .flatMap(
            year ->
                gaps.outcome(plan.label(), Gap.BUDGET.cash()).years().years().stream()
                    .filter(each -> share(plan, each) > overspends().at(year))
                    .findFirst());
  }

  private double share(FundingPlan plan, FinancialYear year) {
    double gap = gaps.outcome(plan.label(), Gap.BUDGET.cash()).in(year).quantile(0.5);
    return gap / gaps.outcome(plan.label(), Funding.UNTIED).in(year).quantile(0.5);
  }

  /** The labels of plans, those marked under which a budget gap could not have been spent. */
  List<String> names(List<FundingPlan> plans) {
    return plans.stream().map(plan -> name(plan.label(), plan)).toList();
  }

  /** A name, marked if under the plan a budget gap could not have been spent. */
  String name(String name, FundingPlan plan) {
    return first(plan).map(year -> name + " (not spendable from " + year + ")").orElse(name);
  }

  /** What the mark means; nothing where no plan has one. */
  String note(List<FundingPlan> plans) {
    return plans.stream().anyMatch(plan -> first(plan).isPresent())
        ? largest()
            .map(
                year ->
                    String.format(
                        Locale.ROOT,
                        "Not spendable: the median is beyond the largest overspend published,"
                            + " %.1f%% of the budget in %s, and councils must balance each year; it"
                            + " is what would have to be cut or found. ",
                        100 * overspends().at(year),
                        year))
            .orElse("")
        : "";
  }
}
