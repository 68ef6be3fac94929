package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.model.Block;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Workspace;

/**
 * The yearly shocks of all scenarios of a run, a block of draws at a time. Each name's normals are
 * drawn once a year and correlated once for each correlation that scenarios have; scenarios read
 * the same columns.
 */
final class ShockColumns {
  private final Map<String, double[]> normals = new LinkedHashMap<>();
  private final Map<Correlation, Group> groups = new LinkedHashMap<>();

  /** By year of the span: what is drawn and what is correlated. */
  private final ImmutableList<OfYear> years;

  private record OfYear(ImmutableList<Column> columns, ImmutableList<Group> groups) {}

  /** A column and the stream that fills it in one year. */
  private static final class Column {
    final DrawStream stream;
    final double[] normals;

    Column(DrawStream stream, double[] normals) {
      this.stream = stream;
      this.normals = normals;
    }
  }

  /** The columns of shocks that are drawn together. */
  private static final class Group {
    final Correlation correlation;
    final double[][] independent;
    final double[][] together;

    Group(Correlation correlation, double[][] independent) {
      this.correlation = correlation;
      this.independent = independent;
      this.together = new double[independent.length][Block.SIZE];
    }
  }

  /** Makes the columns and lets every run read the ones that it uses. */
  ShockColumns(Sampler sampler, List<ScenarioRun> runs, YearRange span) {
    runs.forEach(this::connect);
    List<OfYear> all = new ArrayList<>();
    for (FinancialYear year : span.years()) {
      all.add(ofYear(sampler, runs, year));
    }
    this.years = ImmutableList.copyOf(all);
  }

  private void connect(ScenarioRun each) {
    for (Shock shock : each.inputs().model().shocks()) {
      if (each.run().uses(shock)) {
        each.run().take(shock, normals(shock.name()));
      }
    }
    for (Correlation correlation : groupsOf(each)) {
      Group group = groups.computeIfAbsent(correlation, this::group);
      for (Shock shock : each.inputs().model().shocks()) {
        int row = correlation.names().indexOf(shock.name());
        if (row >= 0) {
          each.run().take(shock, group.together[row]);
        }
      }
    }
  }

  private Group group(Correlation correlation) {
    return new Group(
        correlation, correlation.names().stream().map(this::normals).toArray(double[][]::new));
  }

  private double[] normals(String name) {
    return normals.computeIfAbsent(name, any -> new double[Block.SIZE]);
  }

  /** The correlations of shocks of which the run itself uses at least one. */
  private static List<Correlation> groupsOf(ScenarioRun each) {
    Set<String> used = new LinkedHashSet<>();
    for (Shock shock : each.inputs().model().shocks()) {
      if (each.run().uses(shock)) {
        used.add(shock.name());
      }
    }
    return each.inputs().correlations().stream()
        .filter(group -> group.names().stream().anyMatch(used::contains))
        .toList();
  }

  /** What the runs that step into a year need; those that open in it have no shocks. */
  private OfYear ofYear(Sampler sampler, List<ScenarioRun> runs, FinancialYear year) {
    Set<String> names = new LinkedHashSet<>();
    Set<Group> together = new LinkedHashSet<>();
    for (ScenarioRun each : runs) {
      YearRange own = each.inputs().years();
      if (own.contains(year) && !own.first().equals(year)) {
        for (Shock shock : each.inputs().model().shocks()) {
          if (each.run().uses(shock)) {
            names.add(shock.name());
          }
        }
        for (Correlation correlation : groupsOf(each)) {
          names.addAll(correlation.names());
          together.add(Objects.requireNonNull(groups.get(correlation)));
        }
      }
    }
    ImmutableList<Column> columns =
        names.stream()
            .map(name -> new Column(sampler.stream(InputDraws.stream(name, year)), normals(name)))
            .collect(ImmutableList.toImmutableList());
    return new OfYear(columns, ImmutableList.copyOf(together));
  }

  /** Draws one year of the span, by its place in it. */
  void draw(int year, int firstDraw, int draws, Workspace workspace) {
    OfYear due = years.get(year);
    for (int i = 0; i < due.columns.size(); i++) {
      Column each = due.columns.get(i);
      each.stream.normals(firstDraw, each.normals, draws, workspace);
    }
    for (int i = 0; i < due.groups.size(); i++) {
      Group group = due.groups.get(i);
      group.correlation.correlate(group.independent, group.together, draws);
    }
  }
}
