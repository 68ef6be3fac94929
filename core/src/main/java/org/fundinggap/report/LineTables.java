package org.fundinggap.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.funding.Funding;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.own.Addition;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * What need and funding of a scenario are made of: a row for each cost line and each stream, a
 * user's own among them, and a column for each year.
 *
 * <p>The numbers are means, GBP million in cash. Means add up where medians do not.
 */
public final class LineTables {
  private static final String FORMAT = "%,.0f";

  /** The equations that add up streams: those of the register, and a user's own on top. */
  private static final Set<String> SUMS_OF_STREAMS = Set.of("F2", "O4a");

  private final Projection run;
  private final String scenario;
  private final Option option;
  private final List<FinancialYear> years;

  private LineTables(Projection run, String scenario) {
    this.run = Objects.requireNonNull(run, "run");
    this.scenario = Objects.requireNonNull(scenario, "scenario");
    this.option = run.scenario(scenario);
    this.years = option.inputs().years().years();
  }

  /**
   * What a simulation has to keep of a scenario.
   *
   * @param option a scenario with the equations of cost and funding
   * @return immutable
   */
  public static List<Variable> variables(Option option) {
    Set<Variable> kept = new LinkedHashSet<>(lines(option).values());
    kept.addAll(List.of(Cost.GROSS_NEED, Cost.NEED));
    kept.addAll(streams(option).values());
    kept.addAll(List.of(Funding.FUNDING, Funding.UNTIED));
    return List.copyOf(kept);
  }

  /**
   * What need is made of.
   *
   * @param run of {@link #variables} at least
   * @param scenario one of the run
   * @return a row a cost line, then own lines, their sum, and net need
   * @throws IllegalArgumentException if the run has no such scenario or lacks a variable
   */
  public static Table costs(Projection run, String scenario) {
    LineTables tables = new LineTables(run, scenario);
    return tables.table(
        "Need by cost line",
        "Lines and gross need are on the gross section 251 basis, net need is net.",
        lines(tables.option),
        List.of(Cost.GROSS_NEED, Cost.NEED),
        tables::costTotals);
  }

  /**
   * What funding is made of.
   *
   * @param run of {@link #variables} at least
   * @param scenario one of the run
   * @return a row a stream, then own streams, their sum, and what of it is tied to new services
   * @throws IllegalArgumentException if the run has no such scenario or lacks a variable
   */
  public static Table funding(Projection run, String scenario) {
    LineTables tables = new LineTables(run, scenario);
    return tables.table(
        "Funding by stream",
        "Net, as net need is.",
        streams(tables.option),
        List.of(Funding.FUNDING, Funding.UNTIED),
        tables::fundingTotals);
  }

  /** Cost lines by what their rows are called, own ones marked so. */
  static Map<String, Variable> lines(Option option) {
    Map<String, Variable> rows = new LinkedHashMap<>();
    for (CostLine line : CostLine.values()) {
      rows.put(line.label(), line.need());
    }
    for (Addition each : Scenario.additionsOf(option)) {
      if (each instanceof OwnLine line) {
        rows.put(name(option, line), line.need());
      }
    }
    return rows;
  }

  /** The same but for lines that follow policy and prices alone. */
  static Map<String, Variable> withoutBlocks(Option option) {
    Map<String, Variable> rows = lines(option);
    for (CostLine line : CostLine.values()) {
      if (line.isBlock()) {
        rows.remove(line.label());
      }
    }
    return rows;
  }

  private static Map<String, Variable> streams(Option option) {
    Map<Variable, String> own = new LinkedHashMap<>();
    for (Addition each : Scenario.additionsOf(option)) {
      if (each instanceof OwnFunding funding) {
        own.put(funding.stream().amount(), name(option, each));
      }
    }
    Map<String, Variable> rows = new LinkedHashMap<>();
    List<Equation> sums =
        option.inputs().model().equations().stream()
            .filter(each -> SUMS_OF_STREAMS.contains(each.id()))
            .toList();
    Set<Variable> totals = new LinkedHashSet<>();
    sums.forEach(sum -> totals.addAll(sum.writes()));
    for (Equation sum : sums) {
      for (Variable term : sum.reads()) {
        if (!totals.contains(term)) {
          rows.put(own.getOrDefault(term, term.label()), term);
        }
      }
    }
    return rows;
  }

  /** A label with the mark of what is a user's own, and the id where two share the label. */
  static String name(Option option, Addition own) {
    long alike =
        Scenario.additionsOf(option).stream()
            .filter(each -> each.label().equals(own.label()))
            .count();
    return own.label() + " (own" + (alike > 1 ? ", " + own.id() : "") + ")";
  }

  private void costTotals(Table.Builder table, double[] sum) {
    double[] gross = means(Cost.GROSS_NEED);
    double[] net = means(Cost.NEED);
    rest(table, "gross need beyond lines", less(gross, sum));
    add(table, "need, gross", gross);
    add(table, "from gross to net, and levers' own costs", less(net, gross));
    add(table, "need, net", net);
  }

  private void fundingTotals(Table.Builder table, double[] sum) {
    double[] all = means(Funding.FUNDING);
    double[] untied = means(Funding.UNTIED);
    rest(table, "funding beyond streams", less(all, sum));
    add(table, "funding, net", all);
    add(table, "tied to new services", less(untied, all));
    add(table, "funding not tied to new services", untied);
  }

  /** Rows, and below them what is made of their sum. */
  private Table table(
      String title,
      String basis,
      Map<String, Variable> rows,
      List<Variable> totals,
      BiConsumer<Table.Builder, double[]> addTotals) {
    Table.Builder table =
        Table.builder(
            title + ", " + scenario,
            "England. " + basis + " Means, which add up but for rounding, GBP million, cash.");
    table.left("mean");
    years.forEach(year -> table.right(year.toString()));
    double[] sum = new double[years.size()];
    rows.forEach(
        (name, variable) -> {
          double[] means = means(variable);
          Arrays.setAll(sum, year -> sum[year] + means[year]);
          add(table, name, means);
        });
    addTotals.accept(table, sum);
    owned(rows).forEach(table::note);
    List<Variable> shown = new ArrayList<>(rows.values());
    shown.addAll(totals);
    return table.note(monteCarlo(shown)).build();
  }

  /** What own rows are, and where they come from. */
  private List<String> owned(Map<String, Variable> rows) {
    List<String> notes = new ArrayList<>();
    for (Addition each : Scenario.additionsOf(option)) {
      String name = name(option, each);
      if (rows.containsKey(name)) {
        Set<String> evidence = new LinkedHashSet<>(evidence(each));
        notes.add(
            "Own, "
                + each
                + (evidence.isEmpty() ? "" : "; from " + String.join(", ", evidence))
                + ".");
      }
    }
    return notes;
  }

  private static List<String> evidence(Addition own) {
    if (own instanceof OwnFunding funding) {
      return funding.evidence();
    }
    OwnLine.Amount amount = ((OwnLine) own).amount();
    if (amount instanceof OwnLine.Each each) {
      return each.evidence();
    }
    return amount instanceof OwnLine.ByYear byYear ? byYear.evidence() : List.of();
  }

  private String monteCarlo(List<Variable> shown) {
    double most = 0;
    for (Variable variable : shown) {
      Outcome outcome = run.outcome(scenario, variable);
      for (FinancialYear year : years) {
        most = Math.max(most, outcome.summary(year).meanInterval().width() / 2);
      }
    }
    return Double.isNaN(most)
        ? "So few draws don't tell how far means are off."
        : "Because draws are finite, with 95% confidence means are off by up to "
            + NumberText.fixed(FORMAT, most)
            + ".";
  }

  private double[] means(Variable variable) {
    Outcome outcome = run.outcome(scenario, variable);
    return years.stream().mapToDouble(year -> outcome.summary(year).mean()).toArray();
  }

  private static double[] less(double[] one, double[] other) {
    double[] rest = new double[one.length];
    Arrays.setAll(rest, year -> one[year] - other[year]);
    return rest;
  }

  /** What levers changed in a total itself; no row where it rounds to nothing. */
  private static void rest(Table.Builder table, String name, double[] values) {
    if (Arrays.stream(values).anyMatch(value -> Math.abs(value) >= 0.5)) {
      add(table, name, values);
    }
  }

  private static void add(Table.Builder table, String name, double[] values) {
    List<String> row = new ArrayList<>(List.of(name));
    Arrays.stream(values).forEach(value -> row.add(NumberText.fixed(FORMAT, value)));
    table.row(row);
  }

  /** The scenario, and how many draws of it. */
  @Override
  public String toString() {
    return "Lines and streams of " + scenario + ", " + run.settings();
  }
}
