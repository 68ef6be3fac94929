package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
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

  /** The others beside each scenario. */
  List<Comparison> comparisons() {
    return projection.scenarios().stream()
        .map(option -> Comparison.of(projection, option.name()))
        .toList();
  }

  private record Row(String what, Gap gap, Draws draws) {}

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> names = projection.scenarios().stream().map(option -> option.name()).toList();
    for (Gap gap : Gap.values()) {
      for (String name : names) {
        rows.add(new Row(name, gap, projection.outcome(name, gap.cash()).in(year)));
      }
      for (int i = 0; i < names.size(); i++) {
        Comparison comparison = Comparison.of(projection, names.get(i));
        for (int j = i + 1; j < names.size(); j++) {
          rows.add(
              new Row(
                  names.get(j) + " less " + names.get(i),
                  gap,
                  comparison.differences(names.get(j), gap.cash()).in(year).draws()));
        }
      }
    }
    return rows;
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
                "GBP million, cash; mean with its Monte Carlo standard error, and percentiles")
            .left("of")
            .left("gap")
            .right("mean")
            .right("error")
            .right("p10")
            .right("p50")
            .right("p90");
    for (Row row : rows()) {
      Draws draws = row.draws();
      table.row(
          row.what(),
          row.gap().cash().label(),
          millions(draws.mean()),
          String.format(Locale.ROOT, "%.2f", draws.meanError()),
          millions(draws.quantile(0.1)),
          millions(draws.quantile(0.5)),
          millions(draws.quantile(0.9)));
    }
    return table.build();
  }

  private static String millions(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }
}
