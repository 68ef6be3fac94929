package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The central path")
class CentralPathTest {
  private static final YearRange YEARS = years(2024, 2034);
  private static final Variable STOCK = number("stock");
  private static final Variable COST = number("cost");
  private static final Parameter GROWTH = parameter("growth");
  private static final Parameter PRICE = parameter("price");
  private static final Shock LUCK = shock("luck");
  private static final Schedule WEIGHT = path("weight");

  private static Inputs inputs() {
    Model model =
        Model.of(
            "test",
            List.of(
                Equation.of("E1", "stock = last year's x (1 + growth) + 1000 x luck")
                    .readsLastYear(STOCK)
                    .uses(GROWTH, LUCK)
                    .writes(STOCK)
                    .as(
                        block -> {
                          for (int i = 0; i < block.draws(); i++) {
                            block.column(STOCK)[i] =
                                block.lastYear(STOCK)[i] * (1 + block.column(GROWTH)[i])
                                    + 1_000 * block.column(LUCK)[i];
                          }
                        }),
                Equation.of("E2", "cost = stock x price x weight")
                    .reads(STOCK)
                    .uses(PRICE, WEIGHT)
                    .writes(COST)
                    .as(
                        block -> {
                          for (int i = 0; i < block.draws(); i++) {
                            block.column(COST)[i] =
                                block.column(STOCK)[i]
                                    * block.column(PRICE)[i]
                                    * block.value(WEIGHT);
                          }
                        })));
    TreeMap<FinancialYear, Double> weight = new TreeMap<>();
    YEARS.years().forEach(year -> weight.put(year, 1.0 + YEARS.indexOf(year)));
    return Inputs.builder(model, YEARS)
        .parameter(GROWTH, Distribution.uniform(0, 0.5), EVIDENCE)
        .parameter(PRICE, Distribution.triangular(1, 2, 6), EVIDENCE)
        .schedule(WEIGHT, weight, EVIDENCE)
        .opening(STOCK, 64, EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("has every parameter at its mean and no shocks")
  void pathFollowsTheClosedForm() {
    CentralPath path = CentralPath.of(inputs());
    // Growth 1/4 and price 3 are the means, so a stock of 64 stays exact for three years.
    assertEquals(64, path.at(STOCK, year(2024)));
    assertEquals(80, path.at(STOCK, year(2025)));
    assertEquals(100, path.at(STOCK, year(2026)));
    assertEquals(125, path.at(STOCK, year(2027)));
    assertEquals(64 * StrictMath.pow(1.25, 10), path.at(STOCK, year(2034)), 1e-12 * 596);
    assertEquals(64 * 3, path.at(COST, year(2024)));
    assertEquals(125 * 3 * 4, path.at(COST, year(2027)), 1e-12 * 1500);
  }

  @Test
  @DisplayName("refuses variables and years that it does not have")
  void unknownQuestionsAreRefused() {
    CentralPath path = CentralPath.of(inputs());
    assertHolds(refusal(() -> path.at(number("stranger"), year(2024))), "variable", "stranger");
    assertHolds(refusal(() -> path.at(STOCK, year(2023))), "2023-24");
    assertHolds(refusal(() -> path.at(STOCK, year(2035))), "2035-36");
  }
}
