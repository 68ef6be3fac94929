package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Workspace;

/**
 * The parameters of all scenarios of a run, a block of draws at a time. Each name's uniforms are
 * drawn once; scenarios in which it has the same distribution read the same column.
 *
 * <p>All are filled for every block, fixed ones too: a formula that wrote to one must not reach the
 * next block.
 */
final class ParameterColumns {
  private final Chance chance;
  private final Map<String, Named> byName = new HashMap<>();
  private final List<Named> all = new ArrayList<>();
  private final double[] uniforms = new double[Block.SIZE];

  /** What is drawn under one name: a column for each distribution that some scenario has. */
  private static final class Named {
    final DrawStream stream;
    final Map<Distribution, Column> byDistribution = new HashMap<>();
    final List<Column> columns = new ArrayList<>();

    Named(DrawStream stream) {
      this.stream = stream;
    }

    boolean isFixed() {
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
  }

  ParameterColumns(Chance chance) {
    this.chance = chance;
  }

  /**
   * The column of a parameter, to be asked for before the first block is drawn.
   *
   * @param name of the parameter
   * @param given how it is distributed
   * @return the same column for the same name and distribution
   */
  double[] column(String name, Distribution given) {
    Named named =
        byName.computeIfAbsent(
            name,
            any -> {
              Named first = new Named(chance.uniforms(name));
              all.add(first);
              return first;
            });
    return named.byDistribution.computeIfAbsent(
            chance.drawn(given),
            distribution -> {
              Column first = new Column(distribution);
              named.columns.add(first);
              return first;
            })
        .values;
  }

  void draw(int firstDraw, int draws, Workspace workspace) {
    for (int i = 0; i < all.size(); i++) {
      Named each = all.get(i);
      if (!each.isFixed()) {
        each.stream.uniforms(firstDraw, uniforms, draws, workspace);
      }
      for (int j = 0; j < each.columns.size(); j++) {
        fill(each.columns.get(j), draws, workspace);
      }
    }
  }

  private void fill(Column column, int draws, Workspace workspace) {
    if (column.distribution.isFixed()) {
      Arrays.fill(column.values, 0, draws, column.distribution.quantile(0.5));
    } else {
      column.distribution.quantiles(uniforms, column.values, draws, workspace);
    }
  }
}
