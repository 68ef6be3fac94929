package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/**
 * Small models by chance that levers can be laid over: some stocks that feed each other, an output
 * of each, prices, and need and spending, which come back to the first stock a year later.
 */
final class SmallModels {
  private static final Parameter GROWTH =
      new Parameter("priceGrowth", "growth of prices", Unit.PER_YEAR, -0.1, 0.3);
  private static final Schedule WEIGHT = Pieces.path("weight");

  private SmallModels() {}

  static Variable stock(int strand) {
    return number("stock" + strand);
  }

  static Variable output(int strand) {
    return number("output" + strand);
  }

  static Parameter rate(int strand) {
    return new Parameter("rate" + strand, "rate of " + strand, Unit.RATIO, -5, 5);
  }

  static Shock shock(int strand) {
    return Pieces.shock("shock" + strand);
  }

  /** A model that is a function of the seed, over some years from 2024-25. */
  static Scenario of(long seed) {
    Random random = new Random(seed);
    int strands = 1 + random.nextInt(4);
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < strands; i++) {
      equations.add(stockEquation(i, random.nextInt(i + 1)));
      equations.add(outputEquation(i));
    }
    equations.add(Shapes.growing("P", Inflation.DEFLATOR, GROWTH));
    equations.add(need(strands));
    equations.add(
        Equation.of("B", "0.9 x need")
            .reads(Cost.NEED)
            .writes(Cost.SPENDING)
            .as(SmallModels::spending));
    YearRange years = years(2024, 2027 + random.nextInt(4));
    InputsBuilder inputs = Inputs.builder(Model.of("small", equations), years);
    for (int i = 0; i < strands; i++) {
      inputs.parameter(rate(i), distribution(random), EVIDENCE);
      inputs.opening(stock(i), 10.0 * (i + 1), EVIDENCE);
    }
    inputs.parameter(GROWTH, Distribution.uniform(0.01, 0.05), EVIDENCE);
    inputs.opening(Inflation.DEFLATOR, 1, EVIDENCE);
    inputs.schedule(WEIGHT, Pieces.always(years, 1.5), EVIDENCE);
    return new Scenario("small", "a small model", inputs.build());
  }

  private static Distribution distribution(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Distribution.uniform(-0.5, 2);
      case 1 -> Distribution.truncatedNormal(1, 1, -1, 3);
      case 2 -> Distribution.triangular(0, 1, 4);
      default -> Distribution.fixed(1);
    };
  }

  private static Equation stockEquation(int strand, int other) {
    Equation.Builder equation =
        Equation.of("S" + strand, "0.9 x last year's + rate + 0.1 x another + shock / 100")
            .readsLastYear(stock(strand))
            .uses(rate(strand), shock(strand))
            .writes(stock(strand));
    if (other < strand) {
      equation.reads(stock(other));
    } else {
      equation.readsLastYear(Cost.NEED, Inflation.DEFLATOR);
    }
    return equation.as(block -> stock(block, strand, other));
  }

  private static void stock(Block block, int strand, int other) {
    double[] stock = block.column(stock(strand));
    double[] before = block.lastYear(stock(strand));
    for (int i = 0; i < block.draws(); i++) {
      double more = block.column(rate(strand))[i] + block.column(shock(strand))[i] / 100;
      double from =
          other < strand
              ? block.column(stock(other))[i]
              : block.lastYear(Cost.NEED)[i] / block.lastYear(Inflation.DEFLATOR)[i] / 50;
      stock[i] = 0.9 * before[i] + more + 0.1 * from;
    }
  }

  private static Equation outputEquation(int strand) {
    return Equation.of("O" + strand, "stock x (6 + rate) x weight")
        .reads(stock(strand))
        .uses(rate(strand), WEIGHT)
        .writes(output(strand))
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                double rate = 6 + block.column(rate(strand))[i];
                block.column(output(strand))[i] =
                    block.column(stock(strand))[i] * rate * block.value(WEIGHT);
              }
            });
  }

  private static Equation need(int strands) {
    Variable[] outputs = new Variable[strands];
    Arrays.setAll(outputs, SmallModels::output);
    return Equation.of("N", "sum of outputs x prices")
        .reads(outputs)
        .reads(Inflation.DEFLATOR)
        .writes(Cost.NEED)
        .as(
            block -> {
              double[] need = block.column(Cost.NEED);
              for (int i = 0; i < block.draws(); i++) {
                need[i] = 0;
                for (Variable output : outputs) {
                  need[i] += block.column(output)[i] * block.column(Inflation.DEFLATOR)[i];
                }
              }
            });
  }

  private static void spending(Block block) {
    for (int i = 0; i < block.draws(); i++) {
      block.column(Cost.SPENDING)[i] = 0.9 * block.column(Cost.NEED)[i];
    }
  }
}
