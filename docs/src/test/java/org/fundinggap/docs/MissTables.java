package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * By how much what was published differs from the model's median, and which part of that is general
 * inflation, which is volume, and which is the rest: the real cost of a unit.
 */
final class MissTables {
  /** A line with the volume that its cost is divided by. */
  private record Line(
      String label, PastQuantity money, BiFunction<PastRun, FinancialYear, Double> volume) {

    /** Logarithm of published over median, in hundredths. */
    double all(PastRun run, FinancialYear year) {
      return log(money.published().apply(run, year) / money.model().apply(run, year).quantile(0.5));
    }
  }

  private MissTables() {}

  /** StrictMath, so that a page does not depend on the machine that rebuilds it. */
  private static double log(double ratio) {
    return 100 * StrictMath.log(ratio);
  }

  private static Line of(PastQuantity money, String volume, Variable modelled) {
    return new Line(
        money.label(),
        money,
        (run, year) -> log(run.published(year, volume) / run.model(year, modelled).quantile(0.5)));
  }

  private static Line unitCost(PastQuantity unitCost, String label) {
    return new Line(label, unitCost, (run, year) -> 0.0);
  }

  /** The seven blocks that add up to the gross total, each with its volume. */
  private static List<Line> blocks() {
    List<Line> blocks = new ArrayList<>();
    blocks.add(of(PastQuantity.lookedAfterCare(), "looked-after", Placements.LOOKED_AFTER));
    blocks.add(
        of(
            PastQuantity.line(CostLine.SAFEGUARDING, "spend-safeguarding-gross"),
            "children-in-need",
            ChildrenInNeed.STOCK));
    for (PastQuantity line : PastQuantity.blockLines()) {
      blocks.add(of(line, "children-0-17", Children.CHILDREN));
    }
    return blocks;
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(unitCost(PastQuantity.homesUnitCost(), "children's homes, unit cost"));
    lines.add(unitCost(PastQuantity.fosteringUnitCost(), "fostering, unit cost"));
    lines.add(
        of(
            PastQuantity.line(CostLine.HOMES, "spend-residential-gross"),
            "placed-homes",
            Placement.HOMES.stock()));
    lines.add(
        of(
            PastQuantity.line(CostLine.FOSTERING, "spend-fostering-gross"),
            "placed-foster",
            Placement.FOSTER.stock()));
    lines.addAll(blocks());
    lines.add(new Line("gross total", PastQuantity.total(), MissTables::volumeOfTotal));
    return lines;
  }

  /** The blocks' volumes, weighed by logarithmic means of what was spent and modelled. */
  private static double volumeOfTotal(PastRun run, FinancialYear year) {
    double weights = 0;
    double sum = 0;
    for (Line block : blocks()) {
      double published = block.money().published().apply(run, year);
      double median = block.money().model().apply(run, year).quantile(0.5);
      double log = StrictMath.log(published / median);
      double weight = log == 0 ? published : (published - median) / log;
      weights += weight;
      sum += weight * block.volume().apply(run, year);
    }
    return sum / weights;
  }

  /** One cell a year: all, and its three parts, in hundredths of a logarithm. */
  static List<String> misses(PastRun run) {
    List<String> columns = new ArrayList<>(List.of("published over median, from " + run.base()));
    run.targets().forEach(year -> columns.add(">" + year));
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    for (Line line : lines()) {
      List<String> cells = new ArrayList<>(List.of(line.label()));
      run.targets().forEach(year -> cells.add(cell(run, line, year)));
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  private static String cell(PastRun run, Line line, FinancialYear year) {
    double all = line.all(run, year);
    if (Double.isNaN(all)) {
      return "";
    }
    double inflation = log(run.inflationMiss(year));
    double volume = line.volume().apply(run, year);
    return String.format(
        Locale.ROOT, "%+.1f = %+.1f %+.1f %+.1f", all, inflation, all - inflation - volume, volume);
  }
}
