package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.years;

import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Small scenarios that share their luck: a gap of so much a child, and how many children. */
final class Options {
  static final YearRange YEARS = years(2024, 2027);
  static final Parameter LUCK = parameter("luck");
  static final Parameter PRICE = parameter("price");
  static final Variable CHILDREN = number("children");
  static final Variable GAP = Variable.money("gap", "the gap", Unit.GBP_MILLION, PriceBasis.cash());
  static final Variable SHARE = Variable.of("inHomes", "share in homes", Unit.SHARE);

  static final Equation CHILDREN_BY_LUCK =
      Equation.of("T1", "children = 100 x luck; share = 1/2")
          .uses(LUCK)
          .writes(CHILDREN, SHARE)
          .as(
              block -> {
                for (int i = 0; i < block.draws(); i++) {
                  block.column(CHILDREN)[i] = 100 * block.column(LUCK)[i];
                  block.column(SHARE)[i] = 0.5;
                }
              });

  static final Equation GAP_BY_PRICE =
      Equation.of("T2", "gap = price x children")
          .reads(CHILDREN)
          .uses(PRICE)
          .writes(GAP)
          .as(
              block -> {
                for (int i = 0; i < block.draws(); i++) {
                  block.column(GAP)[i] = block.column(PRICE)[i] * block.column(CHILDREN)[i];
                }
              });

  private Options() {}

  /** Children of log-normal number, a price that is known. */
  static Scenario scenario(String name, double median, double price) {
    return scenario(name, Distribution.logNormal(median, 0.5), price);
  }

  /** Children by any luck, a price that is known. */
  static Scenario scenario(String name, Distribution luck, double price) {
    Model model = Model.of("options", List.of(CHILDREN_BY_LUCK, GAP_BY_PRICE));
    return new Scenario(
        name,
        "children and a gap",
        Inputs.builder(model, YEARS)
            .parameter(LUCK, luck, EVIDENCE)
            .parameter(PRICE, Distribution.fixed(price), EVIDENCE)
            .build());
  }

  /** Children alone. */
  static Scenario withoutGap(String name) {
    return new Scenario(
        name,
        "children",
        Inputs.builder(Model.of("children", List.of(CHILDREN_BY_LUCK)), YEARS)
            .parameter(LUCK, Distribution.logNormal(1, 0.5), EVIDENCE)
            .build());
  }

  static Projection run(Settings settings, Scenario... scenarios) {
    return Simulation.of(scenarios).run(settings);
  }
}
