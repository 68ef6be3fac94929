package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;

/**
 * Small random models. Each is a number of strands; a strand has a stock with a parameter and a
 * shock of its own, which also reads the stocks of some earlier strands, and an output that is not
 * a stock. The shocks of strands 0 and 1 are correlated, so that strand 1 needs strand 0.
 *
 * <p>Which strands a model has, and in which order everything is given, must not matter to the
 * draws of any strand: that is what the laws are tested on.
 */
final class Strands {
  private final long seed;
  private final List<List<Integer>> needs = new ArrayList<>();

  /** Strands that are a function of a seed and a number. */
  Strands(long seed, int size) {
    this.seed = seed;
    Random random = new Random(seed);
    for (int i = 0; i < size; i++) {
      TreeSet<Integer> needed = new TreeSet<>(i == 1 ? List.of(0) : List.of());
      for (int j = 0; j < i; j++) {
        if (random.nextInt(3) == 0) {
          needed.add(j);
        }
      }
      needs.add(List.copyOf(needed));
    }
  }

  static Variable stock(int strand) {
    return Pieces.number("stock" + strand);
  }

  static Variable output(int strand) {
    return Pieces.number("output" + strand);
  }

  static Parameter rate(int strand) {
    return Pieces.parameter("rate" + strand);
  }

  static Shock shock(int strand) {
    return Pieces.shock("shock" + strand);
  }

  private static Schedule weight() {
    return Pieces.path("weight");
  }

  /** What the strands of a model work out. */
  static List<Variable> variables(Collection<Integer> strands) {
    return strands.stream().flatMap(i -> List.of(stock(i), output(i)).stream()).toList();
  }

  /** All strands in their order. */
  List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      all.add(i);
    }
    return all;
  }

  /** Some strands with all that they need, in any order that works. */
  List<Integer> some(Random random) {
    TreeSet<Integer> wanted = new TreeSet<>(List.of(random.nextInt(needs.size())));
    all().stream().filter(i -> random.nextBoolean()).forEach(wanted::add);
    for (int i = needs.size() - 1; i >= 0; i--) {
      if (wanted.contains(i)) {
        wanted.addAll(needs.get(i));
      }
    }
    List<Integer> left = new ArrayList<>(wanted);
    List<Integer> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Collections.shuffle(left, random);
      left.stream()
          .filter(i -> ordered.containsAll(needs.get(i)))
          .findFirst()
          .ifPresent(ordered::add);
      left.removeAll(ordered);
    }
    return ordered;
  }

  /** A scenario of some strands; numbers are given in the order of the list too. */
  Scenario scenario(String name, List<Integer> strands, YearRange years) {
    List<Equation> equations = new ArrayList<>();
    for (int strand : strands) {
      equations.add(stockEquation(strand));
      equations.add(outputEquation(strand));
    }
    InputsBuilder inputs = Inputs.builder(Model.of("strands", equations), years);
    for (int strand : strands) {
      inputs
          .parameter(rate(strand), distribution(strand), EVIDENCE)
          .opening(stock(strand), 10.0 * (strand + 1), EVIDENCE);
    }
    inputs.schedule(weight(), Pieces.always(years, 1.5), EVIDENCE);
    if (strands.contains(1)) {
      List<String> pair = List.of(shock(0).name(), shock(1).name());
      inputs.correlation(Correlation.of(pair, new double[][] {{1, 0.6}, {0.6, 1}}), EVIDENCE);
    }
    return new Scenario(name, "strands " + strands, inputs.build());
  }

  Scenario scenario(String name, YearRange years) {
    return scenario(name, all(), years);
  }

  private Distribution distribution(int strand) {
    return switch ((int) Math.floorMod(seed + strand, 6L)) {
      case 0 -> Distribution.normal(0.1, 0.2);
      case 1 -> Distribution.uniform(-0.5, 0.5);
      case 2 -> Distribution.logNormal(0.2, 0.5);
      case 3 -> Distribution.triangular(-1, 0, 2);
      case 4 -> Distribution.truncatedNormal(0, 1, -1, 2);
      default -> Distribution.fixed(0.25);
    };
  }

  private Equation stockEquation(int strand) {
    Variable[] others = needs.get(strand).stream().map(Strands::stock).toArray(Variable[]::new);
    return Equation.of("S" + strand, "stock = 0.9 x last year's + rate + shock + 0.1 x others")
        .readsLastYear(stock(strand))
        .reads(others)
        .uses(rate(strand), shock(strand))
        .writes(stock(strand))
        .as(
            block -> {
              double[] stock = block.column(stock(strand));
              double[] before = block.lastYear(stock(strand));
              double[] rate = block.column(rate(strand));
              double[] shock = block.column(shock(strand));
              for (int i = 0; i < block.draws(); i++) {
                stock[i] = 0.9 * before[i] + rate[i] + shock[i];
              }
              for (Variable other : others) {
                for (int i = 0; i < block.draws(); i++) {
                  stock[i] += 0.1 * block.column(other)[i];
                }
              }
            });
  }

  private static Equation outputEquation(int strand) {
    return Equation.of("O" + strand, "output = (stock + shock) x rate x weight")
        .reads(stock(strand))
        .uses(rate(strand), shock(strand), weight())
        .writes(output(strand))
        .as(
            block -> {
              double[] output = block.column(output(strand));
              for (int i = 0; i < block.draws(); i++) {
                double level = block.column(stock(strand))[i] + block.column(shock(strand))[i];
                output[i] = level * block.column(rate(strand))[i] * block.value(weight());
              }
            });
  }
}
