package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundinggap.analysis.Tornado.Bar;
import org.fundinggap.analysis.Tornado.Side;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * The runs of a tornado, all in one simulation so that they share their draws.
 *
 * @param scenario what it is of, or what is changed
 * @param change empty if it is of the scenario itself
 */
record TornadoRuns(Scenario scenario, Optional<UnaryOperator<Scenario>> change) {
  private static final Comparator<Bar> WIDEST_FIRST =
      Comparator.comparingDouble((Bar bar) -> -bar.width()).thenComparing(Bar::name);
  private static final String BEFORE = " before";

  /** The result of each case by side, less the result with nothing set. */
  List<Bar> bars(List<TornadoCase> cases, Projection run, Variable variable, FinancialYear year) {
    Draws central = result(run, "", variable, year);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      TornadoCase each = cases.get(i);
      List<Side> sides = new ArrayList<>();
      for (int j = 0; j < each.settings().size(); j++) {
        Draws moved = result(run, id(i, j), variable, year).combine(central, (a, b) -> a - b);
        String text = each.settings().get(j).text();
        sides.add(new Side(text, moved.mean(), moved.meanError()));
      }
      bars.add(bar(each, sides));
    }
    bars.sort(WIDEST_FIRST);
    return bars;
  }

  /** Of a choice the least and the greatest; what is chosen now moves nothing. */
  private static Bar bar(TornadoCase of, List<Side> sides) {
    if (of.kind() != Tornado.Kind.CHOICE) {
      return new Bar(of.name(), of.label(), of.kind(), sides.get(0), sides.get(1));
    }
    List<Side> all = new ArrayList<>(sides);
    all.add(new Side(Tornado.AS_IT_IS, 0, 0));
    all.sort(Comparator.comparingDouble(Side::change));
    return new Bar(of.name(), of.label(), of.kind(), all.get(0), all.get(all.size() - 1));
  }

  Projection run(List<TornadoCase> cases, Variable kept, Settings settings, Execution execution) {
    Optional<Scenario> changed = change.map(made -> made.apply(scenario));
    List<Option> options = new ArrayList<>(pair("", scenario, changed));
    for (int i = 0; i < cases.size(); i++) {
      options.addAll(options(i, cases.get(i), changed));
    }
    return Simulation.of(options.toArray(Option[]::new))
        .keeping(kept)
        .on(execution)
        .run(settings.withMemory(Long.MAX_VALUE));
  }

  private List<Option> options(int number, TornadoCase of, Optional<Scenario> changed) {
    List<Option> options = new ArrayList<>();
    for (int j = 0; j < of.settings().size(); j++) {
      UnaryOperator<Scenario> set = of.settings().get(j).set();
      Scenario before = set.apply(scenario);
      // An alternative is changed in its turn; a number is set in what the change made.
      Optional<Scenario> after =
          of.kind() == Tornado.Kind.CHOICE
              ? change.map(made -> made.apply(before))
              : changed.map(set);
      options.addAll(pair(id(number, j), before, after));
    }
    return options;
  }

  private static List<Option> pair(String id, Scenario before, Optional<Scenario> after) {
    Option first = Option.of(id + BEFORE, before.inputs());
    return Stream.concat(
            Stream.of(first), after.map(each -> Option.of(id + " after", each.inputs())).stream())
        .toList();
  }

  Draws result(Projection run, String id, Variable variable, FinancialYear year) {
    Draws before = run.outcome(id + BEFORE, variable).in(year);
    return change.isEmpty()
        ? before
        : run.outcome(id + " after", variable).in(year).combine(before, (a, b) -> a - b);
  }

  private static String id(int number, int side) {
    return number + "." + side;
  }
}
