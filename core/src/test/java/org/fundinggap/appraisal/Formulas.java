package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.EVIDENCE;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Distribution;
import org.fundinggap.scenario.Scenario;

/** Scenarios of one formula each, whose answers are known: the same in both of their years. */
final class Formulas {
  static final YearRange YEARS = Pieces.years(2024, 2025);
  static final FinancialYear YEAR = Pieces.year(2025);
  static final Variable Y = Pieces.number("y");
  static final Variable COST = Pieces.number("cost");
  static final Parameter LUCK = Pieces.parameter("luck");
  static final Parameter SHARE = Pieces.share("share");

  private Formulas() {}

  /** {@code y} from the luck of the draw, at no cost. */
  static Scenario of(String name, Distribution luck, DoubleUnaryOperator formula) {
    return of(name, luck, formula, value -> 0);
  }

  /** {@code y} and {@code cost} from the luck of the draw. */
  static Scenario of(
      String name, Distribution luck, DoubleUnaryOperator formula, DoubleUnaryOperator cost) {
    Equation equation =
        Equation.of("E1", "formulas")
            .uses(LUCK)
            .writes(Y, COST)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.of(Y)[i] = formula.applyAsDouble(block.of(LUCK)[i]);
                    block.of(COST)[i] = cost.applyAsDouble(block.of(LUCK)[i]);
                  }
                });
    Inputs inputs =
        Inputs.builder(Model.of("formula", List.of(equation)), YEARS)
            .parameter(LUCK, luck, EVIDENCE)
            .build();
    return new Scenario(name, "a formula", inputs);
  }

  /** {@code y} from luck and a share between 0 and 1, both uncertain. */
  static Scenario ofShare(Distribution luck, DoubleBinaryOperator formula) {
    Equation equation =
        Equation.of("E1", "a formula")
            .uses(LUCK, SHARE)
            .writes(Y)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.of(Y)[i] = formula.applyAsDouble(block.of(LUCK)[i], block.of(SHARE)[i]);
                  }
                });
    Inputs inputs =
        Inputs.builder(Model.of("formula", List.of(equation)), YEARS)
            .parameter(LUCK, luck, EVIDENCE)
            .parameter(SHARE, Distribution.uniform(0, 1), EVIDENCE)
            .build();
    return new Scenario("share", "a formula", inputs);
  }
}
