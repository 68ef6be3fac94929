package org.fundinggap.simulation;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.DrawStream;
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

  /**
   * A scenario and the shocks that it reads itself.
   *
   * @param inputs its model and numbers
   * @param names of the shocks
   * @param groups the correlations that some of them are in
   */
  record Reader(Inputs inputs, ImmutableSet<String> names, ImmutableList<Correlation> groups) {
    /** A reader of the shocks of a model that a test lets through. */
    static Reader of(Inputs inputs, Predicate<? super Shock> reads) {
      ImmutableSet<String> names =
          inputs.model().shocks().stream()
              .filter(reads)
              .map(Shock::name)
              .collect(ImmutableSet.toImmutableSet());
      return new Reader(
          inputs,
          names,
          inputs.correlations().stream()
              .filter(group -> group.names().stream().anyMatch(names::contains))
              .collect(ImmutableList.toImmutableList()));
    }
  }

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

  /** Makes the columns that some readers read in a span of years. */
  ShockColumns(Chance chance, List<Reader> readers, YearRange span) {
    Set<String> severally = readSeverally(readers);
    for (Reader reader : readers) {
      reader.names().forEach(this::normals);
      for (Correlation correlation : reader.groups()) {
        groups.computeIfAbsent(correlation, any -> group(correlation, severally));
      }
    }
    this.years =
        span.years().stream()
            .map(year -> ofYear(chance, readers, year))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Names that scenarios want in more than one form: as drawn, or correlated in one way or another.
   */
  private static Set<String> readSeverally(List<Reader> readers) {
    SetMultimap<String, Optional<Correlation>> ways = HashMultimap.create();
    for (Reader reader : readers) {
      List<Correlation> correlations = reader.groups();
      reader.names().stream()
          .filter(name -> correlations.stream().noneMatch(group -> group.names().contains(name)))
          .forEach(name -> ways.put(name, Optional.empty()));
      for (Correlation correlation : correlations) {
        correlation.names().forEach(name -> ways.put(name, Optional.of(correlation)));
      }
    }
    return Sets.filter(ways.keySet(), name -> ways.get(name).size() > 1);
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

  /** What the readers that step into a year need; those that open in it have no shocks. */
  private OfYear ofYear(Chance chance, List<Reader> readers, FinancialYear year) {
    Set<String> names = new LinkedHashSet<>();
    Set<Group> together = new LinkedHashSet<>();
    for (Reader reader : readers) {
      YearRange own = reader.inputs().years();
      if (own.contains(year) && !own.first().equals(year)) {
        names.addAll(reader.names());
        for (Correlation correlation : reader.groups()) {
          names.addAll(correlation.names());
          together.add(Objects.requireNonNull(groups.get(correlation)));
        }
      }
    }
    ImmutableList<Column> columns =
        names.stream()
            .map(name -> new Column(chance.normals(name, year), normals(name)))
            .collect(ImmutableList.toImmutableList());
    return new OfYear(columns, ImmutableList.copyOf(together));
  }

  /** The column of a shock, which moves with others if the reader's inputs say so. */
  double[] column(Reader reader, Shock shock) {
    for (Correlation correlation : reader.groups()) {
      int row = correlation.names().indexOf(shock.name());
      if (row >= 0) {
        return Objects.requireNonNull(groups.get(correlation)).together[row];
      }
    }
    return normals(shock.name());
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
