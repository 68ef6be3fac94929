package org.fundinggap.bridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fundinggap.simulation.BridgeInputs;

/** Random terms, which can be put together in any order and from either end. */
final class BridgeCase {
  static final int DRAWS = 40;
  private static final List<String> DRIVERS = List.of("children", "mix", "cost", "price", "policy");

  /** A factor or, if it stands alone, a number that is added. */
  record Part(String driver, List<Double> from, List<Double> to) {
    BridgeFactor factor(boolean swapped) {
      return new BridgeFactor(
          driver, BridgeInputs.draws(values(swapped)), BridgeInputs.draws(values(!swapped)));
    }

    private double[] values(boolean end) {
      return (end ? to : from).stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  record Product(int sign, List<Part> parts) {}

  final List<Product> products = new ArrayList<>();
  final List<Part> additions = new ArrayList<>();
  private final Random random;

  /** A function of the seed; factors are zero in one number of {@code oneInZero}, never for 0. */
  BridgeCase(long seed, int oneInZero) {
    random = new Random(seed);
    int terms = 1 + random.nextInt(4);
    for (int t = 0; t < terms; t++) {
      List<Part> parts = new ArrayList<>();
      int factors = 1 + random.nextInt(5);
      for (int k = 0; k < factors; k++) {
        parts.add(part(oneInZero, false));
      }
      products.add(new Product(random.nextInt(4) == 0 ? -1 : 1, parts));
    }
    for (int t = random.nextInt(3); t > 0; t--) {
      additions.add(part(oneInZero, true));
    }
  }

  private Part part(int oneInZero, boolean anySign) {
    List<Double> from = new ArrayList<>();
    List<Double> to = new ArrayList<>();
    boolean constant = random.nextInt(6) == 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = number(oneInZero, anySign);
      from.add(value);
      to.add(constant ? value : next(value, oneInZero, anySign));
    }
    return new Part(DRIVERS.get(random.nextInt(DRIVERS.size())), from, to);
  }

  /** Another number, the same, one that differs in the last digits, or one nearby. */
  private double next(double value, int oneInZero, boolean anySign) {
    return switch (random.nextInt(5)) {
      case 0 -> value;
      case 1 -> value == 0 ? 0 : Math.nextUp(value); // subnormal numbers have few digits
      case 2 -> value * (1 + 0.4 * (random.nextDouble() - 0.5));
      default -> number(oneInZero, anySign);
    };
  }

  private double number(int oneInZero, boolean anySign) {
    if (oneInZero > 0 && random.nextInt(oneInZero) == 0) {
      return 0;
    }
    double size = StrictMath.exp(12 * (random.nextDouble() - 0.5));
    return anySign && random.nextBoolean() ? -size : size;
  }

  Bridge bridge() {
    return bridge(false);
  }

  /** The same from the other end. */
  Bridge swapped() {
    return bridge(true);
  }

  /** Terms, and factors in terms, in another order. */
  Bridge shuffled() {
    List<Product> before = new ArrayList<>(products);
    Collections.shuffle(products, random);
    products.replaceAll(
        each -> {
          List<Part> parts = new ArrayList<>(each.parts());
          Collections.shuffle(parts, random);
          return new Product(each.sign(), parts);
        });
    Bridge bridge = bridge(false);
    products.clear();
    products.addAll(before);
    return bridge;
  }

  private Bridge bridge(boolean swapped) {
    BridgeBuilder builder = Bridge.builder("case", "pounds").drivers("children", "nobody");
    for (Product product : products) {
      List<BridgeFactor> factors =
          product.parts().stream().map(part -> part.factor(swapped)).toList();
      BridgeTerm term = new BridgeTerm("a term", factors);
      if (product.sign() > 0) {
        builder.plus(term);
      } else {
        builder.minus(term);
      }
    }
    for (Part part : additions) {
      BridgeFactor added = part.factor(swapped);
      builder.plus(added.driver(), added.from(), added.to());
    }
    return builder.build();
  }

  /** What the terms are at an end of a draw: products without their sign, then additions. */
  List<Double> terms(int draw, boolean end) {
    List<Double> terms = new ArrayList<>();
    for (Product product : products) {
      double value = 1;
      for (Part part : product.parts()) {
        value *= (end ? part.to() : part.from()).get(draw);
      }
      terms.add(product.sign() * value);
    }
    additions.forEach(part -> terms.add((end ? part.to() : part.from()).get(draw)));
    return terms;
  }

  /** The largest of both ends and all terms, which tolerances are shares of. */
  double size(Bridge bridge, int draw) {
    double size =
        Math.max(Math.abs(bridge.start().values()[draw]), Math.abs(bridge.end().values()[draw]));
    for (double term : terms(draw, false)) {
      size = Math.max(size, Math.abs(term));
    }
    for (double term : terms(draw, true)) {
      size = Math.max(size, Math.abs(term));
    }
    return size;
  }
}
