package org.fundinggap.analysis;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Interval;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The variance of a total by its parts")
class VarianceByPartTest {
  private static final FinancialYear YEAR = year(2024);
  private static final Parameter X = parameter("x");
  private static final Parameter Z = parameter("z");
  private static final Variable ONE = number("one");
  private static final Variable OTHER = number("other");
  private static final Variable TOTAL = number("total");
  private static final Variable SHARE = Variable.of("share", "a share", Unit.SHARE);

  private static Equation equation(String id, Variable out, DoubleBinaryOperator function) {
    return Equation.of(id, id)
        .uses(X, Z)
        .writes(out)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(out)[i] =
                    function.applyAsDouble(block.column(X)[i], block.column(Z)[i]);
              }
            });
  }

  private static Scenario scenario(String name, double deviation) {
    Model model =
        Model.of(
            "sum",
            List.of(
                equation("E1", ONE, (x, z) -> 3 * x),
                equation("E2", OTHER, (x, z) -> 4 * z - x),
                equation("E3", TOTAL, (x, z) -> 3 * x + (4 * z - x)),
                equation("E4", SHARE, (x, z) -> x)));
    Distribution distribution =
        deviation > 0 ? Distribution.normal(1, deviation) : Distribution.fixed(1);
    Inputs inputs =
        Inputs.builder(model, years(2024, 2024))
            .parameter(X, distribution, EVIDENCE)
            .parameter(Z, distribution, EVIDENCE)
            .build();
    return new Scenario(name, "a sum", inputs);
  }

  private static Projection run(double deviation, int draws) {
    return Simulation.of(scenario("a", deviation)).run(Settings.of(5, draws));
  }

  @Test
  @DisplayName("is the covariance of each part with the total, and adds up to one")
  void sharesAreCovariances() {
    Projection run = run(1, 50_000);
    VarianceByPart split =
        VarianceByPart.of(run.outcome(TOTAL), List.of(run.outcome(ONE), run.outcome(OTHER)), YEAR);
    // Total 2 x + 4 z: variance 20. Cov(3 x, total) = 6, Cov(4 z - x, total) = 16 - 2 = 14.
    assertEquals(
        List.of(OTHER, ONE), split.parts().stream().map(VarianceByPart.Part::variable).toList());
    VarianceShare other = split.parts().get(0).share();
    VarianceShare one = split.parts().get(1).share();
    assertEquals(1, one.value() + other.value(), 1e-12);
    // 4 standard errors: false alarm 6e-5.
    assertEquals(0.3, one.value(), 4 * one.standardError());
    assertTrue(one.standardError() < 0.005, one.toString());
    assertHolds(split.toString(), "count of other", "0.699", "sum", "1.000", "scenario a");
  }

  @Test
  @DisplayName("of one part is one")
  void wholeIsOne() {
    Projection run = run(1, 100);
    VarianceByPart split = VarianceByPart.of(run.outcome(TOTAL), List.of(run.outcome(TOTAL)), YEAR);
    assertEquals(1, split.parts().get(0).share().value(), 1e-12);
    assertEquals(0, split.parts().get(0).share().standardError(), 1e-12);
  }

  @Test
  @DisplayName("does not say how far off it is of fewer than 100 draws, or replicates of fewer")
  void fewDrawsAreUnknown() {
    Settings sobol = Settings.of(1, 400).withSampling(Sampling.sobol(4));
    assertEquals(Interval.UNKNOWN, ofAll(Settings.of(1, 99)).interval());
    assertTrue(ofAll(Settings.of(1, 100)).interval().isKnown());
    assertEquals(Interval.UNKNOWN, ofAll(sobol.withDraws(396)).interval());
    assertTrue(ofAll(sobol).interval().isKnown());
    assertEquals(3.182, ofAll(sobol).reach(), 5e-4);
    assertTrue(Double.isFinite(ofAll(Settings.of(1, 99)).value()));
  }

  private static VarianceShare ofAll(Settings settings) {
    Projection run = Simulation.of(scenario("a", 1)).run(settings);
    return VarianceByPart.of(
            run.outcome(TOTAL), List.of(run.outcome(ONE), run.outcome(OTHER)), YEAR)
        .parts()
        .get(0)
        .share();
  }

  @Test
  @DisplayName("is refused where parts are missing, foreign or of another kind")
  void wrongPartsAreRefused() {
    Projection run = run(1, 100);
    Outcome total = run.outcome(TOTAL);
    assertHolds(
        refusal(() -> VarianceByPart.of(total, List.of(run.outcome(ONE)), YEAR)),
        "parts must add up to total in every draw",
        "draw 0");
    assertOneProblem(() -> VarianceByPart.of(total, List.of(), YEAR), "at least one");
    assertOneProblem(
        () -> VarianceByPart.of(total, List.of(run.outcome(SHARE)), YEAR),
        "part share",
        "in share");
    Projection more = run(1, 101);
    assertOneProblem(
        () -> VarianceByPart.of(total, List.of(more.outcome(TOTAL)), YEAR), "100 draws, had 101");
    Projection foreign = Simulation.of(scenario("b", 1)).run(Settings.of(5, 100));
    assertOneProblem(
        () -> VarianceByPart.of(total, List.of(foreign.outcome(TOTAL)), YEAR),
        "scenario a, was of b");
    assertHolds(refusal(() -> VarianceByPart.of(total, List.of(total), year(2030))), "2030-31");
  }

  @Test
  @DisplayName("is refused where the total does not vary")
  void fixedTotalIsRefused() {
    Projection run = run(0, 100);
    assertHolds(
        refusal(
            () ->
                VarianceByPart.of(
                    run.outcome(TOTAL), List.of(run.outcome(ONE), run.outcome(OTHER)), YEAR)),
        "total total must vary between draws in 2024-25");
  }
}
