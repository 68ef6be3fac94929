package org.fundinggap.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.docs.PastQuantity.Group;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Draws;

/** Simulated history: what the model as of a past date said of what was published later. */
final class HistoryTables {
  private HistoryTables() {}

  /** A published number in a band of the model: below it, inside or above. */
  private enum Place {
    BELOW(" below"),
    INSIDE(""),
    ABOVE(" above");

    private final String mark;

    Place(String mark) {
      this.mark = mark;
    }

    static Place of(double published, Draws draws) {
      if (published < draws.quantile(0.1)) {
        return BELOW;
      }
      return published > draws.quantile(0.9) ? ABOVE : INSIDE;
    }

    String cell(double published) {
      String text = digits(published);
      return this == INSIDE ? text : "**" + text + mark + "**";
    }
  }

  /** How many published numbers lay in their bands. */
  private static final class Count {
    private int inside;
    private int all;

    void add(Place place) {
      inside += place == Place.INSIDE ? 1 : 0;
      all++;
    }

    void add(Count other) {
      inside += other.inside;
      all += other.all;
    }

    @Override
    public String toString() {
      return all == 0 ? "" : inside + " of " + all;
    }
  }

  /** Published, median and band by year, with misses marked; then the coverage. */
  static List<String> history(PastRun run) {
    List<String> columns = new ArrayList<>(List.of("from " + run.base()));
    for (FinancialYear year : run.targets()) {
      columns.add(">" + year);
      columns.add(">model");
    }
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    Count[][] counts = new Count[Group.values().length][run.targets().size()];
    for (Group group : Group.values()) {
      String[] head = new String[columns.size()];
      java.util.Arrays.fill(head, "");
      head[0] = "**" + group.label() + "**";
      table.row(head);
      counts[group.ordinal()] = rows(run, group, table);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(coverage(run, counts));
    return lines;
  }

  private static Count[] rows(PastRun run, Group group, MarkdownTable table) {
    Count[] counts = new Count[run.targets().size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Count();
    }
    for (PastQuantity quantity : PastQuantity.all()) {
      if (quantity.group() == group) {
        List<String> cells = new ArrayList<>(List.of(quantity.label()));
        for (int i = 0; i < counts.length; i++) {
          FinancialYear year = run.targets().get(i);
          cells.addAll(cells(run, quantity, year, counts[i]));
        }
        table.row(cells.toArray(String[]::new));
      }
    }
    return counts;
  }

  private static List<String> cells(
      PastRun run, PastQuantity quantity, FinancialYear year, Count count) {
    double published = quantity.published().apply(run, year);
    if (Double.isNaN(published)) {
      return List.of("", "");
    }
    Draws draws = quantity.model().apply(run, year);
    Place place = Place.of(published, draws);
    count.add(place);
    return List.of(
        place.cell(published),
        digits(draws.quantile(0.5))
            + " ["
            + digits(draws.quantile(0.1))
            + ", "
            + digits(draws.quantile(0.9))
            + "]");
  }

  private static List<String> coverage(PastRun run, Count[][] counts) {
    List<String> columns = new ArrayList<>(List.of("inside the band, from " + run.base()));
    run.targets().forEach(year -> columns.add(">" + year));
    columns.add(">all years");
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    Count[] totals = new Count[columns.size() - 1];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = new Count();
    }
    for (Group group : Group.values()) {
      Count row = new Count();
      List<String> cells = new ArrayList<>(List.of(group.label().split(",", 2)[0]));
      for (int i = 0; i < run.targets().size(); i++) {
        Count count = counts[group.ordinal()][i];
        row.add(count);
        totals[i].add(count);
        cells.add(count.toString());
      }
      totals[totals.length - 1].add(row);
      cells.add(row.toString());
      table.row(cells.toArray(String[]::new));
    }
    List<String> cells = new ArrayList<>(List.of("together"));
    for (Count total : totals) {
      cells.add(total.toString());
    }
    table.row(cells.toArray(String[]::new));
    return table.lines();
  }

  /** Four significant figures, or to the unit where there are more before the point. */
  private static String digits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return String.format(Locale.ROOT, "%,.0f", rounded);
  }

  /** Which numbers of the model as of that date come from series of the time. */
  static List<String> origins(PastRun run) {
    int uncertain = 0;
    int estimated = 0;
    int pooled = 0;
    Inputs inputs = run.inputs();
    for (Parameter parameter : inputs.model().parameters()) {
      if (!inputs.distribution(parameter).isFixed()) {
        uncertain++;
        if (restsOnSeries(run, inputs.origin(parameter))) {
          estimated++;
          pooled += restsOnPrior(run, inputs.origin(parameter)) ? 1 : 0;
        }
      }
    }
    return List.of(
        "Of "
            + uncertain
            + " parameters with a distribution, "
            + estimated
            + " are estimated from series of the time, "
            + pooled
            + " of them pooled with a prior; "
            + (uncertain - estimated)
            + " are priors alone. The priors were all made in 2026.");
  }

  /** An estimate whose data have no weight says what its prior says. */
  private static boolean restsOnSeries(PastRun run, Origin origin) {
    return origin.kind() == Origin.Kind.ESTIMATED
        && !origin.method().contains("weight of data 0.00")
        && origin.evidence().stream().anyMatch(run.known()::hasSeries);
  }

  private static boolean restsOnPrior(PastRun run, Origin origin) {
    return run.known().priors().stream().anyMatch(prior -> origin.evidence().contains(prior.id()));
  }
}
