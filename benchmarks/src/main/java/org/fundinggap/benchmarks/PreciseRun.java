package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Difference;
import org.fundinggap.comparison.Differences;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.Table;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * A run of several scenarios with as many draws as it takes until all means of gaps, and all means
 * of paired differences, are known to a standard error.
 *
 * @param projection the last run
 * @param year that the precision is of
 * @param wanted the standard error that was asked for, GBP million
 * @param seconds how long the last run took
 */
record PreciseRun(Projection projection, FinancialYear year, double wanted, double seconds) {
  /** How many draws the first look takes. */
  static final int FIRST = 1_000;

  /** Errors are estimates; a little more than they ask for spares a third run. */
  private static final double MARGIN = 1.1;

  private static final Variable[] GAPS =
      Arrays.stream(Gap.values()).map(Gap::cash).toArray(Variable[]::new);

  static PreciseRun of(
      List<Scenario> scenarios, FinancialYear year, long seed, double wanted, int most) {
    Simulation simulation = Simulation.of(scenarios).keeping(GAPS);
    for (Scenario scenario : scenarios) {
      Variable[] own = ownNeeds(scenario);
      if (own.length > 0) {
        simulation = simulation.alsoKeeping(scenario.name(), own);
      }
    }
    int draws = FIRST;
    while (true) {
      long start = System.nanoTime();
      Projection projection = simulation.run(Settings.of(seed, draws));
      PreciseRun run = new PreciseRun(projection, year, wanted, (System.nanoTime() - start) * 1e-9);
      double error = run.largestError();
      if (error <= wanted || draws == most) {
        return run;
      }
      double needed = MARGIN * draws * Math.pow(error / wanted, 2);
      draws = (int) Math.min(most, Math.max(needed, draws + 1.0));
    }
  }

  private static Variable[] ownNeeds(Option option) {
    return Scenario.additionsOf(option).stream()
        .filter(OwnLine.class::isInstance)
        .map(own -> ((OwnLine) own).need())
        .toArray(Variable[]::new);
  }

  /** Every two scenarios, each gap. */
  List<Differences> differences() {
    List<String> names = projection.scenarios().stream().map(Option::name).toList();
    List<Differences> differences = new ArrayList<>();
    for (Variable gap : GAPS) {
      for (int i = 0; i < names.size() - 1; i++) {
        Comparison comparison = Comparison.of(projection, names.get(i));
        for (String later : names.subList(i + 1, names.size())) {
          differences.add(comparison.differences(later, gap));
        }
      }
    }
    return differences;
  }

  private record Row(String what, String of, Draws draws) {}

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Variable gap : GAPS) {
      for (Option option : projection.scenarios()) {
        rows.add(new Row(option.name(), gap.label(), draws(option, gap)));
      }
    }
    for (Differences each : differences()) {
      Difference difference = each.in(year);
      String what = difference.alternative() + " less " + difference.baseline();
      rows.add(new Row(what, each.variable().label(), difference.draws()));
    }
    return rows;
  }

  private List<Row> ownLines() {
    List<Row> rows = new ArrayList<>();
    for (Option option : projection.scenarios()) {
      for (Variable need : ownNeeds(option)) {
        rows.add(new Row(option.name(), need.label() + ", gross", draws(option, need)));
      }
    }
    return rows;
  }

  private Draws draws(Option option, Variable variable) {
    return projection.outcome(option.name(), variable).in(year);
  }

  double largestError() {
    return rows().stream().mapToDouble(row -> row.draws().meanError()).max().orElseThrow();
  }

  /** Time and error, and a row for each gap and each difference. */
  String text() {
    double error = largestError();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d draws, seed %d, %.2f s. Largest standard error of a mean: GBP %.3gm, %s GBP"
                + " %.3gm.%n%n",
            projection.settings().draws(),
            projection.settings().seed(),
            seconds,
            error,
            error <= wanted ? "within the wanted" : "MORE than the wanted",
            wanted));
    return text.append(table()).append(System.lineSeparator()).toString();
  }

  private Table table() {
    Table.Builder table =
        Table.builder(
                "Gaps and their paired differences, " + year,
                "GBP million, cash, net unless said otherwise; median, 10th and 90th percentile,"
                    + " mean and its Monte Carlo standard error, which says nothing of how sure the"
                    + " projection is")
            .left("of")
            .left("what")
            .right("p50")
            .right("p10")
            .right("p90")
            .right("mean")
            .right("error");
    List<Row> rows = new ArrayList<>(rows());
    rows.addAll(ownLines());
    for (Row row : rows) {
      Draws draws = row.draws();
      table.row(
          row.what(),
          row.of(),
          millions(draws.quantile(0.5)),
          millions(draws.quantile(0.1)),
          millions(draws.quantile(0.9)),
          millions(draws.mean()),
          String.format(Locale.ROOT, "%.2f", draws.meanError()));
    }
    for (Option option : projection.scenarios()) {
      if (option instanceof Scenario scenario) {
        table.note(scenario.name() + ": " + scenario.description() + ".");
      }
    }
    for (Gap gap : Gap.values()) {
      table.note(gap.definition());
    }
    table.note("A gap is positive where funding falls short. Settings in files are not used.");
    return table.build();
  }

  private static String millions(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }
}
