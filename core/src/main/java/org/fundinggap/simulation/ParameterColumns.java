package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of all scenarios of a run, a block of draws at a time. Each name's uniforms are
 * drawn once; scenarios in which it has the same distribution, and moves with the same others, read
 * the same column.
 *
 * <p>All are filled for every block, fixed ones too: a formula that wrote to one must not reach the
 * next block.
 */
final class ParameterColumns {
  /*
   * Correlation. The normals that stand where the uniforms stand are correlated and then turned into
   * each parameter's distribution, so its quantiles stay as they are and only which go together changes. A
   * parameter that moves with none before it in its group would get its own normal back: it is drawn
   * from its uniform as if it stood alone, to the bit.
   */
  private final Chance chance;
  private final Map<String, Named> byName = new HashMap<>();
  private final List<Named> all = new ArrayList<>();
  private final Map<Correlation, Group> byCorrelation = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final double[] uniforms = new double[Block.SIZE];

  /** What is drawn at one level of luck: a column for each distribution that some scenario has. */
  private static final class Columns {
    final Map<Distribution, Column> byDistribution = new HashMap<>();
    final List<Column> columns = new ArrayList<>();

    double[] of(Distribution drawn) {
      return byDistribution.computeIfAbsent(drawn, this::added).values;
    }

    private Column added(Distribution drawn) {
      Column first = new Column(drawn);
      columns.add(first);
      return first;
    }

    boolean areFixed() {
      for (int i = 0; i < columns.size(); i++) {
        if (!columns.get(i).distribution.isFixed()) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class Column {
    final Distribution distribution;
    final double[] values = new double[Block.SIZE];

    Column(Distribution distribution) {
      this.distribution = distribution;
    }

    boolean fillsFixed(int draws) {
      boolean isFixed = distribution.isFixed();
      if (isFixed) {
        Arrays.fill(values, 0, draws, distribution.quantile(0.5));
      }
      return isFixed;
    }
  }

  /** What is drawn under one name. */
  private static final class Named {
    final DrawStream stream;
    final Columns alone = new Columns();

    /** Made once something moves with it. */
    double @Nullable [] normals;

    Named(DrawStream stream) {
      this.stream = stream;
    }
  }

  /** What is drawn together, a row a name. */
  private static final class Group {
    final Correlation correlation;
    final double[][] independent;
    final double[][] together;
    final List<Columns> rows = new ArrayList<>();

    Group(Correlation correlation, double[][] independent) {
      this.correlation = correlation;
      this.independent = independent;
      this.together = new double[independent.length][Block.SIZE];
      for (int row = 0; row < independent.length; row++) {
        rows.add(new Columns());
      }
    }
  }

  ParameterColumns(Chance chance) {
    this.chance = chance;
  }

  /**
   * The column of a parameter, to be asked for before the first block is drawn.
   *
   * @param parameter of the inputs
   * @param inputs how it is distributed, and what it moves with
   * @return the same column for the same name, distribution and correlation
   */
  double[] column(Parameter parameter, Inputs inputs) {
    Distribution drawn = chance.drawn(inputs.distribution(parameter));
    Optional<Correlation> correlation = inputs.correlation(parameter);
    if (correlation.isPresent()) {
      int row = correlation.get().names().indexOf(parameter.name());
      if (movesWithEarlier(correlation.get(), row)) {
        return group(correlation.get()).rows.get(row).of(drawn);
      }
    }
    return named(parameter.name()).alone.of(drawn);
  }

  private static boolean movesWithEarlier(Correlation correlation, int row) {
    for (int earlier = 0; earlier < row; earlier++) {
      if (correlation.at(row, earlier) != 0) {
        return true;
      }
    }
    return false;
  }

  private Named named(String name) {
    return byName.computeIfAbsent(
        name,
        any -> {
          Named first = new Named(chance.uniforms(name));
          all.add(first);
          return first;
        });
  }

  private Group group(Correlation correlation) {
    return byCorrelation.computeIfAbsent(
        correlation,
        any -> {
          Group first =
              new Group(
                  correlation,
                  correlation.names().stream().map(this::normals).toArray(double[][]::new));
          groups.add(first);
          return first;
        });
  }

  private double[] normals(String name) {
    Named named = named(name);
    double[] normals = named.normals;
    if (normals == null) {
      normals = new double[Block.SIZE];
      named.normals = normals;
    }
    return normals;
  }

  void draw(int firstDraw, int draws, Workspace workspace) {
    for (int i = 0; i < all.size(); i++) {
      draw(all.get(i), firstDraw, draws, workspace);
    }
    for (int i = 0; i < groups.size(); i++) {
      draw(groups.get(i), draws, workspace);
    }
  }

  private void draw(Named named, int firstDraw, int draws, Workspace workspace) {
    double[] normals = named.normals;
    if (normals != null || !named.alone.areFixed()) {
      named.stream.uniforms(firstDraw, uniforms, draws, workspace);
    }
    if (normals != null) {
      NormalQuantile.quantile(uniforms, normals, draws, workspace.scratch());
    }
    List<Column> columns = named.alone.columns;
    for (int i = 0; i < columns.size(); i++) {
      Column each = columns.get(i);
      if (!each.fillsFixed(draws)) {
        each.distribution.quantiles(uniforms, each.values, draws, workspace);
      }
    }
  }

  private static void draw(Group group, int draws, Workspace workspace) {
    group.correlation.correlate(group.independent, group.together, draws);
    for (int row = 0; row < group.together.length; row++) {
      List<Column> columns = group.rows.get(row).columns;
      for (int i = 0; i < columns.size(); i++) {
        Column each = columns.get(i);
        if (!each.fillsFixed(draws)) {
          each.distribution.fromNormals(group.together[row], each.values, draws, workspace);
        }
      }
    }
  }
}
