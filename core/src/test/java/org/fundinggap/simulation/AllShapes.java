package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Levels;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;

/**
 * A small model that goes through the whole engine: every family of distributions, every shape of
 * equations, shocks with and without correlation, a path.
 */
final class AllShapes {
  private static final List<Distribution> FAMILIES =
      List.of(
          Distribution.fixed(0.03),
          Distribution.normal(0.02, 0.01),
          Distribution.truncatedNormal(0.5, 0.3, 0.1, 0.9),
          Distribution.logNormal(0.04, 0.3),
          Distribution.uniform(2.0, 6.0),
          Distribution.triangular(-0.05, 0.01, 0.1),
          Distribution.pert(0.2, 0.6, 0.95),
          Distribution.beta(2.0, 5.0, 0.0, 1.0),
          Distribution.gamma(3.0, 0.02),
          Distribution.elicited(0.01, 0.02, 0.05),
          Distribution.elicited(0.0, 0.01, 0.02, 0.05, 0.2),
          Distribution.empirical(0.4, 0.5, 0.45, 0.7, 0.55),
          Distribution.ofQuantiles(
              new double[] {0.0, 0.25, 0.5, 1.0}, new double[] {1.0, 1.1, 1.3, 2.0}),
          Distribution.ofQuantileFunction("square", p -> 1.0 + p * p),
          Distribution.discrete(new double[] {1.0, 2.0, 5.0}, new double[] {0.5, 0.3, 0.2}),
          Distribution.zeroOr(0.3, Distribution.logNormal(1.0, 0.5)));

  private static final Shock FIRST = shock("first");
  private static final Shock SECOND = shock("second");
  private static final Shock THIRD = shock("third");
  private static final Variable FADE = number("fade");
  private static final Variable GROWS = number("grows");
  private static final Variable DRIFTS = number("drifts");
  private static final Variable WANDERS = number("wanders");
  private static final Variable REVERTS = number("reverts");
  private static final Variable RETURNS = number("returns");
  private static final Variable ABOUT = number("about");
  private static final Variable ROAMS = Variable.of("roams", "share that roams", Unit.SHARE);
  private static final Variable OFF = number("off");
  private static final Schedule PATH = Pieces.path("path");

  private AllShapes() {}

  private static Parameter of(int family) {
    return parameter("parameter" + family);
  }

  private static List<Equation> equations() {
    List<Equation> equations =
        new ArrayList<>(
            List.of(
                Shapes.fading("E1", FADE, of(4)),
                Shapes.growing("E2", GROWS, of(1)),
                Shapes.drifting("E3", DRIFTS, of(5), FADE),
                Shapes.drifting("E4", WANDERS, of(9), FADE, of(3), FIRST),
                Levels.reverting("E5", REVERTS, of(6), of(8), SECOND),
                Levels.revertingTo("E6", RETURNS, of(7), of(2), of(10), THIRD),
                Levels.aboutLevel("E7", ABOUT, of(11), of(0), THIRD),
                Shapes.product("E8", number("product"), GROWS, DRIFTS),
                Shapes.product("E9", number("share"), of(12), WANDERS),
                Shapes.wandering("E10", ROAMS, of(2), FIRST),
                Levels.reverting("E11", OFF, of(6), of(8), SECOND),
                Levels.at("E12", number("at"), of(3), OFF)));
    for (int family : new int[] {13, 14, 15}) {
      equations.add(onPath("P" + family, number("scaled" + family), of(family)));
    }
    equations.add(Shapes.sum("S1", number("total"), List.of(GROWS, DRIFTS, REVERTS, RETURNS)));
    return equations;
  }

  private static Equation onPath(String id, Variable scaled, Parameter factor) {
    return Equation.of(id, "parameter x path")
        .uses(factor, PATH)
        .writes(scaled)
        .as(
            block -> {
              double[] in = block.column(factor);
              double[] out = block.column(scaled);
              double path = block.value(PATH);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = in[i] * path;
              }
            });
  }

  static Scenario scenario(YearRange years) {
    InputsBuilder inputs =
        Inputs.builder(Model.of("all shapes", equations()), years)
            .schedule(PATH, Pieces.always(years, 1.7), EVIDENCE)
            .correlation(
                Correlation.of(
                    List.of(FIRST.name(), SECOND.name()), new double[][] {{1, 0.4}, {0.4, 1}}),
                EVIDENCE);
    for (int i = 0; i < FAMILIES.size(); i++) {
      inputs.parameter(of(i), FAMILIES.get(i), EVIDENCE);
    }
    List<Variable> openings = List.of(FADE, GROWS, DRIFTS, WANDERS, REVERTS, RETURNS);
    for (int i = 0; i < openings.size(); i++) {
      inputs.opening(openings.get(i), i == 0 ? 1.0 : 10.0 * i, EVIDENCE);
    }
    inputs.opening(ROAMS, 0.9, EVIDENCE).opening(OFF, -0.3, EVIDENCE);
    return new Scenario("all shapes", "one of each", inputs.build());
  }
}
