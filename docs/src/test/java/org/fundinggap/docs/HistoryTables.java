package org.fundinggap.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.docs.PastQuantity.Group;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;

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
      String text = whole(published);
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
    String[] columns = columns(run);
    MarkdownTable table = new MarkdownTable(columns);
    Map<Group, List<Count>> counts = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      String[] head = new String[columns.length];
      Arrays.fill(head, "");
      head[0] = "**" + group.label() + "**";
      table.row(head);
      counts.put(group, rows(run, group, table));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(coverage(run, counts));
    return lines;
  }

  private static List<Count> rows(PastRun run, Group group, MarkdownTable table) {
    List<Count> counts = run.targets().stream().map(year -> new Count()).toList();
    for (PastQuantity quantity : PastQuantity.all()) {
      if (quantity.group() == group) {
        List<String> cells = new ArrayList<>(List.of(quantity.label()));
        for (int i = 0; i < counts.size(); i++) {
          cells.addAll(cells(run, quantity, run.targets().get(i), counts.get(i)));
        }
        table.row(cells.toArray(String[]::new));
      }
    }
    return counts;
  }

  /** How many published numbers of a group lay in the bands of a run, such as "12 of 29". */
  static String inside(PastRun run, Group group) {
    Count all = new Count();
    rows(run, group, new MarkdownTable(columns(run))).forEach(all::add);
    return all.toString();
  }

  private static String[] columns(PastRun run) {
    List<String> columns = new ArrayList<>(List.of("from " + run.base()));
    for (FinancialYear year : run.targets()) {
      columns.add(">" + year);
      columns.add(">model");
    }
    return columns.toArray(String[]::new);
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

  private static List<String> coverage(PastRun run, Map<Group, List<Count>> counts) {
    List<String> columns = new ArrayList<>(List.of("inside the band, from " + run.base()));
    run.targets().forEach(year -> columns.add(">" + year));
    columns.add(">all years");
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    List<Count> totals = columns.stream().skip(1).map(column -> new Count()).toList();
    counts.forEach(
        (group, years) -> {
          Count row = new Count();
          List<String> cells = new ArrayList<>(List.of(group.label().split(",", 2)[0]));
          for (int i = 0; i < years.size(); i++) {
            row.add(years.get(i));
            totals.get(i).add(years.get(i));
            cells.add(years.get(i).toString());
          }
          totals.get(years.size()).add(row);
          cells.add(row.toString());
          table.row(cells.toArray(String[]::new));
        });
    List<String> cells = new ArrayList<>(List.of("together"));
    totals.forEach(total -> cells.add(total.toString()));
    table.row(cells.toArray(String[]::new));
    table.row(realTerms(run).toArray(String[]::new));
    return table.lines();
  }

  /** Unit costs and spending in the base year's prices: what is left if inflation is set aside. */
  private static List<String> realTerms(PastRun run) {
    List<String> cells = new ArrayList<>(List.of("unit costs and spending in real terms"));
    Count all = new Count();
    for (FinancialYear year : run.targets()) {
      Count count = new Count();
      for (PastQuantity quantity : PastQuantity.all()) {
        double published = quantity.published().apply(run, year) / run.pricesThatCame(year);
        if (quantity.group() != Group.VOLUMES && !Double.isNaN(published)) {
          count.add(Place.of(published, run.inRealTerms(quantity.model().apply(run, year), year)));
        }
      }
      all.add(count);
      cells.add(count.toString());
    }
    cells.add(all.toString());
    return cells;
  }

  /** Four significant figures, as many as a model is worth, and no digits after the point. */
  private static String digits(double value) {
    return whole(new BigDecimal(value).round(new MathContext(4)).doubleValue());
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** Parts of the model by the start of their equations' numbers. */
  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put(
        "children, need, protection, entries (D0 to D6)",
        List.of("D0", "D1", "D2", "D3", "D4", "D5", "D6"));
    parts.put("placements and care leavers (D7, D8)", List.of("D7", "D8"));
    parts.put("early help (D9)", List.of("D9"));
    parts.put("inflation, prices, cost lines (C1, C2)", List.of("C1", "C2"));
    parts.put("workforce (C3)", List.of("C3"));
    return parts;
  }

  /** How many uncertain numbers come from series of the time, and how many from priors alone. */
  static List<String> origins() {
    List<PastRun> runs = List.of(PastRun.from2015(), PastRun.from2018());
    List<String> columns = new ArrayList<>(List.of("parameters with a distribution"));
    for (PastRun run : runs) {
      columns.add(">from series of the time, " + run.base());
      columns.add(">priors alone, " + run.base());
    }
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    int[] totals = new int[columns.size() - 1];
    parts()
        .forEach(
            (part, equations) -> {
              List<String> cells = new ArrayList<>(List.of(part));
              for (int i = 0; i < runs.size(); i++) {
                int[] counts = counts(runs.get(i), equations);
                for (int j = 0; j < counts.length; j++) {
                  totals[2 * i + j] += counts[j];
                  cells.add(Integer.toString(counts[j]));
                }
              }
              table.row(cells.toArray(String[]::new));
            });
    List<String> cells = new ArrayList<>(List.of("all"));
    Arrays.stream(totals).forEach(total -> cells.add(Integer.toString(total)));
    table.row(cells.toArray(String[]::new));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    runs.forEach(run -> lines.add(sentence(run)));
    return lines;
  }

  private static Set<Parameter> uncertain(PastRun run) {
    Inputs inputs = run.inputs();
    return inputs.model().parameters().stream()
        .filter(parameter -> !inputs.distribution(parameter).isFixed())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static int[] counts(PastRun run, List<String> equations) {
    Set<Parameter> all = uncertain(run);
    Set<Quantity> used = new LinkedHashSet<>();
    for (Equation equation : run.inputs().model().equations()) {
      if (equations.contains(equation.id().substring(0, 2).toUpperCase(Locale.ROOT))) {
        equation.uses().stream().filter(all::contains).forEach(used::add);
      }
    }
    int estimated = 0;
    for (Quantity quantity : used) {
      estimated += restsOnSeries(run, run.inputs().origin(quantity)) ? 1 : 0;
    }
    return new int[] {estimated, used.size() - estimated};
  }

  private static String sentence(PastRun run) {
    Set<Parameter> uncertain = uncertain(run);
    List<Origin> estimated =
        uncertain.stream()
            .map(run.inputs()::origin)
            .filter(origin -> restsOnSeries(run, origin))
            .toList();
    long pooled = estimated.stream().filter(origin -> restsOnPrior(run, origin)).count();
    return "From "
        + run.base()
        + ": of "
        + uncertain.size()
        + " parameters with a distribution, "
        + estimated.size()
        + " are estimated from series of the time, "
        + (pooled == estimated.size() ? "every one" : Long.toString(pooled))
        + " pooled with a prior, and "
        + (uncertain.size() - estimated.size())
        + " are priors alone. All priors were made in 2026.";
  }

  /** An estimate whose data have no weight says what its prior says. */
  private static boolean restsOnSeries(PastRun run, Origin origin) {
    return origin.kind() == Origin.Derivation.ESTIMATED
        && !origin.method().contains("weight of data 0.00")
        && origin.evidence().stream().anyMatch(run.known()::hasSeries);
  }

  private static boolean restsOnPrior(PastRun run, Origin origin) {
    return run.known().priors().stream().anyMatch(prior -> origin.evidence().contains(prior.id()));
  }
}
