package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.shock;
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
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The engine against the same arithmetic done a draw at a time, from the documented rules. */
class ByHandTest {
  private static final YearRange YEARS = years(2024, 2029);
  private static final long SEED = 20_250_331;
  private static final double RHO = -0.4;

  private static final Variable STOCK = number("stock");
  private static final Variable COST = number("cost");
  private static final Parameter GROWTH = parameter("growth");
  private static final Parameter PRICE = parameter("price");
  private static final Parameter BASE = parameter("base");
  private static final Shock DEMAND = shock("demand");
  private static final Shock FEES = shock("fees");
  private static final Schedule WEIGHT = path("weight");

  private static final Distribution GROWTH_DRAWS =
      Distribution.truncatedNormal(0.02, 0.03, -0.05, 0.1);
  private static final Distribution PRICE_DRAWS = Distribution.triangular(1, 2, 6);

  private static double weight(FinancialYear year) {
    return 1 + 0.1 * YEARS.indexOf(year);
  }

  private static double nextStock(double before, double growth, double demand) {
    return before * (1 + growth) + 3 * demand;
  }

  private static double cost(double stock, double price, double base, double w, double fees) {
    return stock * price * w + base + 0.5 * fees;
  }

  private static Equation stockEquation() {
    return Equation.of("E1", "stock = last year's x (1 + growth) + 3 x demand shock")
        .readsLastYear(STOCK)
        .uses(GROWTH, DEMAND)
        .writes(STOCK)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(STOCK)[i] =
                    nextStock(
                        block.lastYear(STOCK)[i], block.column(GROWTH)[i], block.column(DEMAND)[i]);
              }
            });
  }

  private static Equation costEquation() {
    return Equation.of("E2", "cost = stock x price x weight + base + 0.5 x fee shock")
        .reads(STOCK)
        .uses(PRICE, BASE, WEIGHT, FEES)
        .writes(COST)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(COST)[i] =
                    cost(
                        block.column(STOCK)[i],
                        block.column(PRICE)[i],
                        block.column(BASE)[i],
                        block.value(WEIGHT),
                        block.column(FEES)[i]);
              }
            });
  }

  private static Scenario scenario() {
    TreeMap<FinancialYear, Double> weights = new TreeMap<>();
    YEARS.years().forEach(year -> weights.put(year, weight(year)));
    Inputs inputs =
        Inputs.builder(Model.of("by hand", List.of(stockEquation(), costEquation())), YEARS)
            .parameter(GROWTH, GROWTH_DRAWS, EVIDENCE)
            .parameter(PRICE, PRICE_DRAWS, EVIDENCE)
            .parameter(BASE, Distribution.fixed(7.25), EVIDENCE)
            .schedule(WEIGHT, weights, EVIDENCE)
            .opening(STOCK, 100, EVIDENCE)
            .correlation(
                Correlation.of(List.of("demand", "fees"), new double[][] {{1, RHO}, {RHO, 1}}),
                EVIDENCE)
            .build();
    return new Scenario("by hand", "a closed form", inputs);
  }

  private static double uniform(StreamId stream, int draw) {
    double[] out = new double[1];
    Sampler.independent(SEED).uniforms(stream, draw, out, 1);
    return out[0];
  }

  private static double normal(String name, FinancialYear year, int draw) {
    double[] out = new double[1];
    StreamId stream = StreamId.ofYear(name, year.startYear(), "E92000001");
    Sampler.independent(SEED).normals(stream, draw, out, 1);
    return out[0];
  }

  @Test
  @DisplayName("Every draw has the bits of the same draw worked out by hand")
  void engineAgreesWithPlainLoops() {
    int draws = 2_500;
    Projection projection = Simulation.of(scenario()).run(Settings.of(SEED, draws));
    double[][] stocks = values(projection.outcome(STOCK));
    double[][] costs = values(projection.outcome(COST));
    for (int draw = 0; draw < draws; draw++) {
      double growth =
          GROWTH_DRAWS.quantile(uniform(StreamId.ofParameter("growth", "E92000001"), draw));
      double price =
          PRICE_DRAWS.quantile(uniform(StreamId.ofParameter("price", "E92000001"), draw));
      double stock = 100;
      for (FinancialYear year : YEARS.years()) {
        int index = YEARS.indexOf(year);
        double fees = 0;
        if (index > 0) {
          double demand = normal("demand", year, draw);
          fees = Math.fma(RHO, demand, Math.sqrt(1 - RHO * RHO) * normal("fees", year, draw));
          stock = nextStock(stock, growth, demand);
        }
        String where = "draw " + draw + " in " + year;
        assertEquals(stock, stocks[index][draw], where);
        assertEquals(cost(stock, price, 7.25, weight(year), fees), costs[index][draw], where);
      }
    }
  }

  private static double[][] values(Outcome outcome) {
    return outcome.years().years().stream()
        .map(year -> outcome.in(year).values())
        .toArray(double[][]::new);
  }
}
