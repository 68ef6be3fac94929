package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Runs whole blocks of draws for all scenarios of a run; one instance a thread.
 *
 * <p>A block is sampled once: each parameter's uniforms and each shock's normals are made from
 * (seed, name, year, area, draw) and read by every scenario that has a quantity of that name, so
 * scenarios share their random numbers, and which thread runs which block cannot matter. Everything
 * that can be looked up is looked up before the first block, and blocks make no objects.
 *
 * <p>Nothing else steps a model: a run without chance is a block of one draw.
 */
final class BlockWorker {
  private final ParameterColumns parameters;
  private final ShockColumns shocks;
  private final Workspace workspace = new Workspace();

  /** By year of the span. */
  private final ImmutableList<OfYear> years;

  /**
   * One scenario as a worker runs it.
   *
   * @param inputs its model and numbers
   * @param run steps it through the years
   * @param sink takes its results
   */
  private record Lane(Inputs inputs, BlockStepper run, Sink sink) {}

  private record OfYear(
      FinancialYear year, ImmutableList<Lane> opening, ImmutableList<Lane> stepping) {}

  BlockWorker(Chance chance, List<Inputs> inputs, List<? extends Sink> sinks) {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Inputs scenario = inputs.get(i);
      BlockStepper run = new BlockStepper(scenario, lender(lanes, scenario));
      lanes.add(new Lane(scenario, run, sinks.get(i)));
    }
    YearRange span = span(inputs);
    this.parameters = parameters(chance, lanes);
    this.shocks = shocks(chance, lanes, span);
    this.years =
        span.years().stream()
            .map(year -> ofYear(year, lanes))
            .collect(ImmutableList.toImmutableList());
  }

  /** Lets every run read the parameters that it uses itself. */
  private static ParameterColumns parameters(Chance chance, List<Lane> lanes) {
    ParameterColumns columns = new ParameterColumns(chance);
    for (Lane each : lanes) {
      for (Parameter parameter : each.inputs.model().parameters()) {
        if (each.run.uses(parameter)) {
          each.run.take(
              parameter, columns.column(parameter.name(), each.inputs.distribution(parameter)));
        }
      }
    }
    return columns;
  }

  /** Lets every run read the shocks that it uses itself. */
  private static ShockColumns shocks(Chance chance, List<Lane> lanes, YearRange span) {
    List<ShockColumns.Reader> readers =
        lanes.stream().map(each -> ShockColumns.Reader.of(each.inputs, each.run::uses)).toList();
    ShockColumns columns = new ShockColumns(chance, readers, span);
    for (int i = 0; i < lanes.size(); i++) {
      BlockStepper run = lanes.get(i).run;
      for (Shock shock : lanes.get(i).inputs.model().shocks()) {
        if (run.uses(shock)) {
          run.take(shock, columns.column(readers.get(i), shock));
        }
      }
    }
    return columns;
  }

  /** The first run before this one that goes through all of its years, if any. */
  private static @Nullable BlockStepper lender(List<Lane> before, Inputs scenario) {
    for (Lane each : before) {
      if (each.inputs.years().first().equals(scenario.years().first())
          && each.inputs.years().contains(scenario.years().last())) {
        return each.run;
      }
    }
    return null;
  }

  private static YearRange span(List<Inputs> inputs) {
    FinancialYear first = inputs.get(0).years().first();
    FinancialYear last = inputs.get(0).years().last();
    for (Inputs scenario : inputs) {
      first = scenario.years().first().compareTo(first) < 0 ? scenario.years().first() : first;
      last = scenario.years().last().compareTo(last) > 0 ? scenario.years().last() : last;
    }
    return YearRange.inclusive(first, last);
  }

  private static OfYear ofYear(FinancialYear year, List<Lane> runs) {
    ImmutableList.Builder<Lane> opening = ImmutableList.builder();
    ImmutableList.Builder<Lane> stepping = ImmutableList.builder();
    for (Lane each : runs) {
      if (each.inputs.years().first().equals(year)) {
        opening.add(each);
      } else if (each.inputs.years().contains(year)) {
        stepping.add(each);
      }
    }
    return new OfYear(year, opening.build(), stepping.build());
  }

  /**
   * Runs one block and hands over its results.
   *
   * @param firstDraw number of its first draw
   * @param draws how many draws it holds
   */
  void run(int firstDraw, int draws) {
    parameters.draw(firstDraw, draws, workspace);
    for (int i = 0; i < years.size(); i++) {
      OfYear due = years.get(i);
      shocks.draw(i, firstDraw, draws, workspace);
      for (int j = 0; j < due.opening.size(); j++) {
        Lane each = due.opening.get(j);
        each.run.open(draws);
        each.sink.store(each.run, due.year, firstDraw, draws);
      }
      for (int j = 0; j < due.stepping.size(); j++) {
        Lane each = due.stepping.get(j);
        each.run.step();
        each.sink.store(each.run, due.year, firstDraw, draws);
      }
    }
  }
}
