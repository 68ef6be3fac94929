package org.fundinggap.docs;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.MarginalCost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.scenario.Baseline;

/** What is saved at the margin, by cost line. */
final class MarginTables {
  private static final int[] YEARS = {1, 2, 5};

  private MarginTables() {}

  /** Share of average cost saved after one, two and five years, and in the end. */
  static List<String> saved() {
    Inputs inputs = Baseline.england(EvidenceBase.load()).with(FundingRule.REAL_FLAT).inputs();
    MarkdownTable table =
        new MarkdownTable(
            "cost line", ">after one year", ">two years", ">five years", ">in the end");
    for (CostLine line : MarginalCost.lines()) {
      Distribution speed = inputs.distribution(line.savingSpeed());
      Distribution inTheEnd = inputs.distribution(line.savedInTheEnd());
      String[] cells = new String[YEARS.length + 2];
      cells[0] = line.label();
      for (int i = 0; i < YEARS.length; i++) {
        int years = YEARS[i];
        cells[i + 1] =
            range(
                of ->
                    MarginalCost.saved(of.applyAsDouble(speed), of.applyAsDouble(inTheEnd), years));
      }
      cells[YEARS.length + 1] = range(of -> of.applyAsDouble(inTheEnd));
      table.row(cells);
    }
    return table.lines();
  }

  /** How far spending followed children in the panel of authorities, from the register. */
  static List<String> panel() {
    EvidenceBase evidence = EvidenceBase.load();
    MarkdownTable table = new MarkdownTable("figure", "what", ">elasticity", ">low", ">high");
    for (Figure figure : evidence.figures()) {
      if (figure.id().contains("-spend-elasticity-")) {
        table.row(
            "`" + figure.id() + "`",
            figure.label(),
            two(figure.value()),
            two(figure.low()),
            two(figure.high()));
      }
    }
    return table.lines();
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** At the means of both numbers, and where both are least and greatest. */
  private static String range(ToDoubleFunction<ToDoubleFunction<Distribution>> share) {
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f, %.2f]",
        share.applyAsDouble(Distribution::mean),
        share.applyAsDouble(Distribution::lower),
        share.applyAsDouble(Distribution::upper));
  }
}
