package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
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
  private final List<Lane> lanes = new ArrayList<>();

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

  BlockWorker(Chance chance, List<? extends Option> options, List<? extends Sink> sinks) {
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      BlockStepper run = new BlockStepper(option, lender(lanes, option.inputs()));
      lanes.add(new Lane(option.inputs(), run, sinks.get(i)));
    }
    YearRange span = span(lanes);
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
          each.run.take(parameter, columns.column(parameter, each.inputs));
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

  private static YearRange span(List<Lane> lanes) {
    FinancialYear first = lanes.get(0).inputs.years().first();
    FinancialYear last = lanes.get(0).inputs.years().last();
    for (Lane each : lanes) {
      YearRange own = each.inputs.years();
      first = own.first().compareTo(first) < 0 ? own.first() : first;
      last = own.last().compareTo(last) > 0 ? own.last() : last;
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

  /** Watches every equation from now on, and refuses some of the numbers that they may write. */
  void watch(DoublePredicate refused) {
    lanes.forEach(each -> each.run.watch(refused));
  }

  /**
   * Runs a few draws with every equation watched that no run has watched yet, and hands over
   * nothing.
   *
   * @param firstDraw number of the first draw
   * @param draws how many
   */
  void tryOut(int firstDraw, int draws) {
    if (lanes.stream().allMatch(each -> each.run.isTried())) {
      return;
    }
    lanes.forEach(each -> each.run.watchUntried());
    run(firstDraw, draws, false);
    lanes.forEach(each -> each.run.trust());
  }

  /**
   * Runs one block and hands over its results.
   *
   * @param firstDraw number of its first draw
   * @param draws how many draws it holds
   */
  void run(int firstDraw, int draws) {
    run(firstDraw, draws, true);
  }

  private void run(int firstDraw, int draws, boolean isKept) {
    parameters.draw(firstDraw, draws, workspace);
    for (int i = 0; i < years.size(); i++) {
      OfYear due = years.get(i);
      shocks.draw(i, firstDraw, draws, workspace);
      for (int j = 0; j < due.opening.size(); j++) {
        Lane each = due.opening.get(j);
        each.run.open(firstDraw, draws);
        if (isKept) {
          each.sink.store(each.run, due.year, firstDraw, draws);
        }
      }
      for (int j = 0; j < due.stepping.size(); j++) {
        Lane each = due.stepping.get(j);
        each.run.step();
        if (isKept) {
          each.sink.store(each.run, due.year, firstDraw, draws);
        }
      }
    }
  }
}
