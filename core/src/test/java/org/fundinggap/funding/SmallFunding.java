package org.fundinggap.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.GivenByYear;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.TracedRun;

/**
 * Cuts of early help and equations of funding over three years of given demand and cost. Made anew
 * each time: nothing of the package is kept from test to test.
 */
final class SmallFunding {
  static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final YearRange YEARS = YearRange.inclusive(BASE, BASE.plus(2));
  private static final String EVIDENCE = "made-up";

  private final List<FundingStream> streams;
  private final Map<Variable, double[]> given = new LinkedHashMap<>();
  private final Map<Schedule, double[]> paths = new LinkedHashMap<>();
  private final Map<Parameter, Double> parameters = new LinkedHashMap<>();

  /** Streams open at 90; need is 100, 120 and 150, and of each line nothing. */
  SmallFunding(FundingStream... streams) {
    this.streams = List.of(streams);
    given(Cost.NEED, 100, 120, 150);
    given(Cost.SPENDING, 100, 110, 130);
    given(Cost.RESTORATION, 7, 8, 9);
    given(CareEntries.ASYLUM_AVERAGE, 400, 500, 0);
    given(Inflation.INFLATION, 0, StrictMath.log(1.25), 0);
    given(Inflation.DEFLATOR, 1, 1.25, 1.25);
    for (CostLine line : CostLine.values()) {
      given(line.need(), 0, 0, 0);
      given(line.spending(), 0, 0, 0);
    }
    with(Cost.SCOPE, 0.25).with(Cost.INCOME, 0.36);
    with(EarlyHelp.ELASTICITY_NEED, 0).with(EarlyHelp.ELASTICITY_ENTRIES, 0);
    with(EarlyHelpCuts.FLOOR, 0.5).with(EarlyHelpCuts.GAP_AT_BASE, 10);
  }

  /** A variable of demand or cost, by year. */
  SmallFunding given(Variable variable, double... values) {
    given.put(variable, values);
    return this;
  }

  SmallFunding path(Schedule path, double... values) {
    paths.put(path, values);
    return this;
  }

  SmallFunding with(Parameter parameter, double value) {
    parameters.put(parameter, value);
    return this;
  }

  /** A whole block of draws; shocks differ from draw to draw. */
  TracedRun run() {
    return TracedRun.of(inputs(), Block.SIZE, 1);
  }

  Inputs inputs() {
    Map<Schedule, double[]> all = new LinkedHashMap<>(paths);
    List<Equation> equations = new ArrayList<>(List.of(EarlyHelpCuts.equation(BASE)));
    given.forEach(
        (variable, values) -> {
          Schedule path = new Schedule("path." + variable.name(), variable.label(), Unit.RATIO);
          all.put(path, values);
          equations.add(GivenByYear.of(variable, path));
        });
    equations.add(readsElasticities());
    equations.addAll(Funding.equations(streams, BASE));
    Model model = Model.of("three years of funding", equations);
    InputsBuilder inputs = Inputs.builder(model, YEARS);
    for (Parameter each : model.parameters()) {
      double value = parameters.getOrDefault(each, Math.min(1, each.upper()));
      inputs.parameter(each, Distribution.fixed(value), EVIDENCE);
    }
    streams.stream()
        .filter(stream -> stream.rule() != FundingRule.SCHEDULED)
        .forEach(stream -> inputs.opening(stream.amount(), 90, EVIDENCE));
    inputs.opening(Funding.NEED_GROWTH, 1.5, EVIDENCE).opening(EarlyHelp.KEPT, 1, EVIDENCE);
    all.forEach((path, values) -> inputs.schedule(path, byYear(values), EVIDENCE));
    return inputs.build();
  }

  private static Map<FinancialYear, Double> byYear(double... values) {
    Map<FinancialYear, Double> path = new TreeMap<>();
    for (double value : values) {
      path.put(BASE.plus(path.size()), value);
    }
    return path;
  }

  /** In place of the equations of demand that use the elasticities, so that the model has them. */
  private static Equation readsElasticities() {
    Variable sum = Variable.of("elasticities", "sum of the elasticities", Unit.RATIO);
    return Equation.of("given.elasticities", sum.label())
        .uses(EarlyHelp.ELASTICITY_NEED, EarlyHelp.ELASTICITY_ENTRIES)
        .writes(sum)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(sum)[i] =
                    block.column(EarlyHelp.ELASTICITY_NEED)[i]
                        + block.column(EarlyHelp.ELASTICITY_ENTRIES)[i];
              }
            });
  }
}
