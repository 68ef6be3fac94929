package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
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

    /** What neither inflation nor volume explains. */
    double real(PastRun run, FinancialYear year) {
      return all(run, year) - log(run.inflationMiss(year)) - volume.apply(run, year);
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
    return Double.isNaN(all)
        ? ""
        : String.format(
            Locale.ROOT,
            "%+.1f = %+.1f %+.1f %+.1f",
            all,
            log(run.inflationMiss(year)),
            line.real(run, year),
            line.volume().apply(run, year));
  }

  /** The largest misses in words, from both dates. */
  static List<String> inWords() {
    List<String> sentences = new ArrayList<>();
    for (PastRun run : List.of(PastRun.from2015(), PastRun.from2018())) {
      sentences.add(prices(run));
      sentences.add(split(run, new Line("", PastQuantity.total(), MissTables::volumeOfTotal)));
      sentences.add(step(run));
    }
    sentences.add(leaving());
    return sentences;
  }

  private static String prices(PastRun run) {
    FinancialYear last = run.targets().get(run.targets().size() - 1);
    Draws drawn = run.model(last, Inflation.DEFLATOR);
    FinancialYear high = FinancialYear.parse("2022-23");
    return String.format(
        Locale.ROOT,
        "- From %s: the deflator rose by %.1f%% to %s, of which %.1f%% in %s and %.1f%% in %s. The"
            + " path of the time has %.1f%% a year; the model drew a rise of %.1f%% [%.1f%%,"
            + " %.1f%%].",
        run.base(),
        100 * (run.pricesThatCame(last) - 1),
        last,
        100 * run.outturn().growth(high),
        high,
        100 * run.outturn().growth(high.plus(1)),
        high.plus(1),
        100 * (StrictMath.exp(run.inputs().schedule(Inflation.CENTRAL, high)) - 1),
        100 * (drawn.quantile(0.5) - 1),
        100 * (drawn.quantile(0.1) - 1),
        100 * (drawn.quantile(0.9) - 1));
  }

  private static String split(PastRun run, Line total) {
    FinancialYear last = run.targets().get(run.targets().size() - 1);
    double all = total.all(run, last);
    return String.format(
        Locale.ROOT,
        "  Of the %.1f by which gross spending of %s lies above the median, %.1f are general"
            + " inflation, %.1f the real cost of a child, and %.1f the number of children.",
        all,
        last,
        log(run.inflationMiss(last)),
        total.real(run, last),
        total.volume().apply(run, last));
  }

  /** Stocks step where the chain's rates, which are of later years, do not fit them. */
  private static String step(PastRun run) {
    double published = run.published(run.base(), "placed-foster");
    double next = run.model(run.base().plus(1), Placement.FOSTER.stock()).quantile(0.5);
    return String.format(
        Locale.ROOT,
        "  Foster placements step by %+.1f%% in the first year.",
        100 * (next / published - 1));
  }

  private static String leaving() {
    PastRun run = PastRun.from2018();
    StringBuilder text =
        new StringBuilder("- Children who left care, over the mean of both stocks:");
    String separator = " ";
    for (String year : List.of("2015-16", "2018-19", "2020-21", "2024-25")) {
      FinancialYear at = FinancialYear.parse(year);
      double ceased = run.published(at, "looked-after-ceased");
      double stocks =
          run.published(at, "looked-after") + run.published(at.plus(-1), "looked-after");
      text.append(separator)
          .append(String.format(Locale.ROOT, "%.2f in %s", 2 * ceased / stocks, at));
      separator = ", ";
    }
    return text.append('.').toString();
  }
}
