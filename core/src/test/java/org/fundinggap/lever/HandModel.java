package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.TracedRun;

/** Three years of given values, made anew each time, and levers that start in the second. */
final class HandModel {
  static final Variable PEOPLE = Variable.of("people", "people", Unit.NUMBER);
  static final Variable STAFF = Variable.of("staff", "staff", Unit.NUMBER);
  static final Variable STOCK = Variable.of("stock", "a stock", Unit.NUMBER);
  static final Variable SUM = Variable.of("sum", "sum of parameters", Unit.RATIO);
  static final Variable GRANT =
      Variable.money("grant", "a grant", Unit.GBP_MILLION, PriceBasis.cash());
  static final Variable BILL =
      Variable.money("bill", "a bill", Unit.GBP_MILLION, PriceBasis.cash());
  static final Parameter PART = new Parameter("part", "a part", Unit.SHARE, 0.1, 0.9);
  static final Parameter GROWTH = new Parameter("growth", "growth", Unit.PER_YEAR, -0.5, 0.5);

  static Inputs inputs() {
    return new GivenModel()
        .given(Inflation.DEFLATOR, 1, 1.25, 1.5)
        .given(PEOPLE, 100, 200, 300)
        .given(STAFF, 10, 20, 40)
        .given(GRANT, 10, 20, 40)
        .given(CostLine.HOMES.need(), 100, 200, 400)
        .given(Cost.NEED, 1_000, 1_000, 1_000)
        .given(Cost.SPENDING, 900, 900, 900)
        .equation(sum())
        .equation(Shapes.growing("stock", STOCK, GROWTH))
        .parameter(PART, 0.5)
        .parameter(GROWTH, StrictMath.log(1.1))
        .parameter(Cost.SCOPE, 0.25)
        .parameter(Cost.INCOME, 0.36)
        .equation(Shapes.growing("bill", BILL, GROWTH))
        .given(CostLine.OTHER.spending(), 60, 60, 60)
        .opening(STOCK, 50)
        .opening(BILL, 10)
        .inputs();
  }

  static Equation sum() {
    return Equation.of("sum", "sum of parameters")
        .uses(PART, Cost.SCOPE, Cost.INCOME)
        .writes(SUM)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(SUM)[i] =
                    block.column(PART)[i]
                        + block.column(Cost.SCOPE)[i]
                        + block.column(Cost.INCOME)[i];
              }
            });
  }

  static Lever lever(UnaryOperator<LeverBuilder> change) {
    return change.apply(Lever.named("x").from(year(2025)).beyondUsual()).build();
  }

  static Lever half(UnaryOperator<LeverBuilder> change) {
    return change.apply(Lever.named("x").from(year(2025)).beyondUsual().coverage(0.5)).build();
  }

  static TracedRun with(Lever... levers) {
    return TracedRun.of(LeverEquations.on(inputs(), List.of(levers), true), Block.SIZE, 1);
  }

  private HandModel() {}

  static void assertPath(TracedRun run, Variable variable, double... expected) {
    for (int years = 0; years < expected.length; years++) {
      for (int draw : new int[] {0, Block.SIZE - 1}) {
        double found = run.at(variable, year(2024).plus(years), draw);
        assertEquals(expected[years], found, 1e-12, variable.name() + " after " + years);
      }
    }
  }

  static Distribution fixed(double value) {
    return Distribution.fixed(value);
  }
}
