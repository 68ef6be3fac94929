package org.fundinggap.hindcast;

import java.util.List;
import java.util.Optional;
import org.fundinggap.cost.CostLine;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.SeriesSum;
import org.fundinggap.quantity.FinancialYear;

/**
 * Money that follows a number of children.
 *
 * @param money variables that are added up, GBP million, cash
 * @param spent the series of it
 * @param stock the children
 * @param volume the series of those
 */
record SpendingBlock(List<Variable> money, SeriesSum spent, Variable stock, SeriesSum volume) {

  /**
   * What was spent and for how many.
   *
   * @param spent GBP million, cash
   * @param volume children
   */
  record Outturn(double spent, double volume) {}

  static SpendingBlock of(CostLine line) {
    PublishedLine row = PublishedLine.of(line);
    return new SpendingBlock(List.of(line.spending()), row.spending(), row.stock(), row.volume());
  }

  /** All looked-after care: its lines can't be told apart in every year. */
  static SpendingBlock lookedAfter() {
    Published cost = Published.named("unit-cost-looked-after");
    return new SpendingBlock(
        cost.variables(), cost.series(), cost.per().get(0), cost.perSeries().orElseThrow());
  }

  /** The blocks that add up to gross spending. */
  static List<SpendingBlock> gross() {
    return List.of(
        lookedAfter(),
        of(CostLine.SAFEGUARDING),
        of(CostLine.FAMILY_SUPPORT),
        of(CostLine.YOUNG_PEOPLE),
        of(CostLine.EARLY_YEARS),
        of(CostLine.YOUTH_JUSTICE),
        of(CostLine.OTHER));
  }

  Optional<Outturn> outturn(EvidenceBase evidence, FinancialYear year) {
    Optional<Cited> amount = spent.at(evidence, year);
    return volume
        .at(evidence, year)
        .flatMap(children -> amount.map(money -> new Outturn(money.value(), children.value())));
  }
}
