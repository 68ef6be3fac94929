package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.fundinggap.draws.Draws;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A measure of the catalogue")
@Tag("slow")
class CatalogueDirectionsTest {
  private static final Settings SETTINGS = Settings.of(2026, 3_000);

  /**
   * A mean that is zero would be taken for one of the declared sign with probability 1e-9; at 4,096
   * draws of another seed the nearest to zero was 27 standard errors away.
   */
  private static final double STANDARD_ERRORS = 6;

  private static final Scenario BASE = Catalogues.realFlat();
  private static final Set<Variable> KNOWN = BASE.inputs().model().variables();

  static List<Measure> measures() {
    return Catalogues.withLevers();
  }

  @ParameterizedTest
  @MethodSource("measures")
  @DisplayName("runs, and moves each declared output its declared way")
  void movesItsOutputsTheDeclaredWay(Measure measure) {
    Scenario changed = BASE.with(measure.id(), Catalogues.shipped().levers(measure.id()));
    Simulation simulation = Simulation.of(BASE, changed).keeping(kept(measure, KNOWN::contains));
    Variable[] added = kept(measure, variable -> !KNOWN.contains(variable));
    Projection run =
        (added.length == 0 ? simulation : simulation.alsoKeeping(measure.id(), added))
            .run(SETTINGS);
    for (Movement movement : measure.moves()) {
      Draws difference = difference(run, measure.id(), movement);
      double sign = movement.direction() == Direction.HIGHER ? 1 : -1;
      double errors = sign * difference.mean() / difference.meanError();
      assertTrue(
          errors > STANDARD_ERRORS,
          () -> movement + ": mean " + difference.mean() + ", " + errors + " standard errors");
    }
  }

  /** Something of the baseline is always kept, for measures whose outputs are costs alone. */
  private static Variable[] kept(Measure measure, Predicate<Variable> which) {
    Variable[] variables =
        measure.moves().stream()
            .map(Movement::variable)
            .filter(which)
            .distinct()
            .toArray(Variable[]::new);
    boolean ofBaseline = which.test(KNOWN.iterator().next());
    return variables.length == 0 && ofBaseline
        ? new Variable[] {KNOWN.iterator().next()}
        : variables;
  }

  /** What only the scenario with the measure has, such as own costs, is zero without it. */
  private static Draws difference(Projection run, String id, Movement movement) {
    Draws with = run.outcome(id, movement.variable()).in(movement.by());
    return KNOWN.contains(movement.variable())
        ? with.combine(
            run.outcome(BASE.name(), movement.variable()).in(movement.by()),
            (after, before) -> after - before)
        : with;
  }

  @Test
  @DisplayName("goes together with the others of its document")
  void measuresOfADocumentGoTogether() {
    for (String start : List.of("appgc-", "stable-homes-", "family-help-", "children-first-")) {
      Lever[] levers =
          measures().stream()
              .filter(measure -> measure.id().startsWith(start))
              .flatMap(measure -> Arrays.stream(Catalogues.shipped().levers(measure.id())))
              .toArray(Lever[]::new);
      Scenario all = BASE.with(start + "all", levers);
      assertTrue(all.levers().size() >= 7, start);
    }
  }

  @Test
  @DisplayName("that only measures names outputs that there are")
  void reportsAreOutputsOfTheModel() {
    List<Measure> measuring =
        Catalogues.shipped().measures().stream().filter(Measure::isMeasurement).toList();
    assertTrue(measuring.size() >= 2);
    for (Measure measure : measuring) {
      assertTrue(measure.reports().size() >= 5, measure::toString);
      measure.reports().forEach(output -> assertTrue(KNOWN.contains(output), output::name));
    }
  }
}
