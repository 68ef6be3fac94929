package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Parameter;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Workspace;

/**
 * The parameters of all scenarios of a run, a block of draws at a time. Each name's uniforms are
 * drawn once; scenarios in which it has the same distribution read the same column.
 *
 * <p>All are filled for every block, fixed ones too: a formula that wrote to one must not reach the
 * next block.
 */
final class ParameterColumns {
  private final ImmutableList<Drawn> drawn;
  private final double[] uniforms = new double[Block.SIZE];

  private record Drawn(DrawStream stream, ImmutableList<Column> columns) {
    boolean isFixed() {
      for (Column column : columns) {
        if (!column.distribution.isFixed()) {
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

  /** Makes the columns and lets every run read the ones that it uses. */
  ParameterColumns(Sampler sampler, List<Lane> runs) {
    Map<String, Map<Distribution, Column>> byName = new LinkedHashMap<>();
    for (Lane each : runs) {
      for (Parameter parameter : each.inputs().model().parameters()) {
        if (each.run().uses(parameter)) {
          Column column =
              byName
                  .computeIfAbsent(parameter.name(), name -> new LinkedHashMap<>())
                  .computeIfAbsent(each.inputs().distribution(parameter), Column::new);
          each.run().take(parameter, column.values);
        }
      }
    }
    List<Drawn> all = new ArrayList<>();
    byName.forEach(
        (name, columns) ->
            all.add(
                new Drawn(
                    sampler.stream(InputDraws.stream(name)),
                    ImmutableList.copyOf(columns.values()))));
    this.drawn = ImmutableList.copyOf(all);
  }

  void draw(int firstDraw, int draws, Workspace workspace) {
    for (int i = 0; i < drawn.size(); i++) {
      Drawn each = drawn.get(i);
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
