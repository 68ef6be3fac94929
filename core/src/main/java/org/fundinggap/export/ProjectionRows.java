package org.fundinggap.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/** Rows of a run. */
final class ProjectionRows {
  private ProjectionRows() {}

  static String words(Projection run) {
    return run.scenarios().stream().map(Option::name).collect(Collectors.joining(", "))
        + "; "
        + run.settings();
  }

  static Stream<TidyRow> of(Projection run, List<Variable> wanted) {
    return outcomes(run, wanted).flatMap(ProjectionRows::summaries);
  }

  static Stream<TidyRow> draws(Projection run, List<Variable> wanted) {
    return outcomes(run, wanted).flatMap(outcome -> draws(outcome, run.firstDraw()));
  }

  /** Refuses a variable that no scenario of the run kept, as the run does. */
  static List<Variable> kept(Projection run, Variable... variables) {
    for (Variable variable : variables) {
      boolean found =
          run.scenarios().stream().anyMatch(each -> run.variables(each.name()).contains(variable));
      if (!found) {
        run.outcome(run.scenarios().get(0).name(), variable);
      }
    }
    return Arrays.stream(variables).distinct().toList();
  }

  /** Of each scenario what it kept: an own line is in some scenarios alone. */
  private static Stream<Outcome> outcomes(Projection run, List<Variable> wanted) {
    return run.scenarios().stream()
        .map(Option::name)
        .flatMap(
            scenario -> {
              Collection<Variable> kept = run.variables(scenario);
              Collection<Variable> all = wanted.isEmpty() ? kept : wanted;
              return all.stream()
                  .filter(kept::contains)
                  .map(variable -> run.outcome(scenario, variable));
            });
  }

  private static Stream<TidyRow> summaries(Outcome outcome) {
    return outcome.years().years().stream()
        .flatMap(
            year ->
                Statistics.of(
                    outcome.summary(year),
                    (name, value) ->
                        TidyRow.of(outcome.scenario(), outcome.variable(), year, name, value))
                    .stream());
  }

  private static Stream<TidyRow> draws(Outcome outcome, int first) {
    return outcome.years().years().stream()
        .flatMap(
            year ->
                Statistics.draws(
                    outcome.in(year),
                    first,
                    (name, value) ->
                        TidyRow.of(outcome.scenario(), outcome.variable(), year, name, value))
                    .stream());
  }
}
