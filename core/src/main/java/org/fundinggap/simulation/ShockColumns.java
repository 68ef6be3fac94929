package org.fundinggap.simulation;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The columns of shocks that are drawn together; a row of both may be the same column. */
  private static final class Group {
    final Correlation correlation;
    final double[][] independent;
    final double[][] together;

    Group(Correlation correlation, double[][] independent, double[][] together) {
      this.correlation = correlation;
      this.independent = independent;
      this.together = together;
    }
  }

  /** Makes the columns and lets every run read the ones that it uses. */
  ShockColumns(Sampler sampler, List<Lane> runs, YearRange span) {
    Set<String> severally = readSeverally(runs);
    runs.forEach(each -> connect(each, severally));
    List<OfYear> all = new ArrayList<>();
    for (FinancialYear year : span.years()) {
      all.add(ofYear(sampler, runs, year));
    }
    this.years = ImmutableList.copyOf(all);
  }

  /**
   * Names of which scenarios want more than one: as they are drawn, or correlated this or that way.
   */
  private static Set<String> readSeverally(List<Lane> runs) {
    SetMultimap<String, Optional<Correlation>> ways = HashMultimap.create();
    for (Lane each : runs) {
      List<Correlation> correlations = groupsOf(each);
      usedNames(each).stream()
          .filter(name -> correlations.stream().noneMatch(group -> group.names().contains(name)))
          .forEach(name -> ways.put(name, Optional.empty()));
      for (Correlation correlation : correlations) {
        correlation.names().forEach(name -> ways.put(name, Optional.of(correlation)));
      }
    }
    return Sets.filter(ways.keySet(), name -> ways.get(name).size() > 1);
  }

  private void connect(Lane each, Set<String> severally) {
    for (Shock shock : each.inputs().model().shocks()) {
      if (each.run().uses(shock)) {
        each.run().take(shock, normals(shock.name()));
      }
    }
    for (Correlation correlation : groupsOf(each)) {
      Group group = groups.computeIfAbsent(correlation, any -> group(correlation, severally));
      for (Shock shock : each.inputs().model().shocks()) {
        int row = correlation.names().indexOf(shock.name());
        if (row >= 0) {
          each.run().take(shock, group.together[row]);
        }
      }
    }
  }

  /** Correlates in place what nobody else reads, so that less memory passes through the cache. */
  private Group group(Correlation correlation, Set<String> severally) {
    List<String> names = correlation.names();
    double[][] independent = names.stream().map(this::normals).toArray(double[][]::new);
    double[][] together = independent.clone();
    for (int row = 0; row < together.length; row++) {
      if (severally.contains(names.get(row))) {
        together[row] = new double[Block.SIZE];
      }
    }
    return new Group(correlation, independent, together);
  }

  private double[] normals(String name) {
    return normals.computeIfAbsent(name, any -> new double[Block.SIZE]);
  }

  /** The correlations of shocks of which the run itself uses at least one. */
  private static List<Correlation> groupsOf(Lane each) {
    Set<String> used = usedNames(each);
    return each.inputs().correlations().stream()
        .filter(group -> group.names().stream().anyMatch(used::contains))
        .toList();
  }

  private static Set<String> usedNames(Lane each) {
    return each.inputs().model().shocks().stream()
        .filter(each.run()::uses)
        .map(Shock::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What the runs that step into a year need; those that open in it have no shocks. */
  private OfYear ofYear(Sampler sampler, List<Lane> runs, FinancialYear year) {
    Set<String> names = new LinkedHashSet<>();
    Set<Group> together = new LinkedHashSet<>();
    for (Lane each : runs) {
      YearRange own = each.inputs().years();
      if (own.contains(year) && !own.first().equals(year)) {
        names.addAll(usedNames(each));
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
