package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.EVIDENCE;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/** Scenarios of one formula each, whose answers are known: the same in both of their years. */
public final class Formulas {
  public static final YearRange YEARS = Pieces.years(2024, 2025);
  public static final FinancialYear YEAR = Pieces.year(2025);
  public static final Variable Y = Pieces.number("y");
  public static final Variable COST = Pieces.number("cost");
  public static final Parameter LUCK = Pieces.parameter("luck");
  public static final Parameter SHARE = Pieces.share("share");

  private Formulas() {}

  /** {@code y} from the luck of the draw, at no cost. */
  public static Scenario of(String name, Distribution luck, DoubleUnaryOperator formula) {
    return of(name, luck, formula, value -> 0);
  }

  /** {@code y} and {@code cost} from the luck of the draw. */
  public static Scenario of(
      String name, Distribution luck, DoubleUnaryOperator formula, DoubleUnaryOperator cost) {
    Equation equation =
        Equation.of("E1", "formulas")
            .uses(LUCK)
            .writes(Y, COST)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(Y)[i] = formula.applyAsDouble(block.column(LUCK)[i]);
                    block.column(COST)[i] = cost.applyAsDouble(block.column(LUCK)[i]);
                  }
                });
    Inputs inputs =
        Inputs.builder(Model.of("formula", List.of(equation)), YEARS)
            .parameter(LUCK, luck, EVIDENCE)
            .build();
    return new Scenario(name, "a formula", inputs);
  }

  /** {@code y} from luck and a share between 0 and 1, both uncertain. */
  public static Scenario ofShare(Distribution luck, DoubleBinaryOperator formula) {
    Equation equation =
        Equation.of("E1", "a formula")
            .uses(LUCK, SHARE)
            .writes(Y)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(Y)[i] =
                        formula.applyAsDouble(block.column(LUCK)[i], block.column(SHARE)[i]);
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
