package org.fundinggap.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.fundinggap.Seeded;

/** Laws of a bridge of random terms, a quarter of whose factors may be zero. */
@Seeded
class BridgeProperties {
  private static final double ONE_IN_A_BILLION = 1e-9;

  private static double sum(Bridge bridge, int draw) {
    double sum = 0;
    for (String driver : bridge.drivers()) {
      sum += bridge.contribution(driver).values()[draw];
    }
    return sum;
  }

  private static double total(List<Double> terms) {
    return terms.stream().mapToDouble(Double::doubleValue).sum();
  }

  @Property(tries = 300)
  @Label("contributions add up to end less start in every draw")
  void contributionsAddUp(@ForAll long seed) {
    for (int oneInZero : new int[] {0, 4}) {
      BridgeCase terms = new BridgeCase(seed, oneInZero);
      Bridge bridge = terms.bridge();
      for (int i = 0; i < BridgeCase.DRAWS; i++) {
        double within = ONE_IN_A_BILLION * terms.size(bridge, i);
        assertEquals(total(terms.terms(i, false)), bridge.start().values()[i], within);
        assertEquals(total(terms.terms(i, true)), bridge.end().values()[i], within);
        double change = bridge.end().values()[i] - bridge.start().values()[i];
        assertEquals(change, sum(bridge, i), within);
        assertEquals(change, bridge.change().values()[i]);
      }
    }
  }

  @Property(tries = 200)
  @Label("swapping the ends flips every sign, to the bit")
  void swappingFlipsSigns(@ForAll long seed) {
    BridgeCase terms = new BridgeCase(seed, 4);
    Bridge bridge = terms.bridge();
    Bridge swapped = terms.swapped();
    assertArrayEquals(bridge.start().values(), swapped.end().values());
    for (String driver : bridge.drivers()) {
      double[] back = swapped.contribution(driver).values();
      double[] flipped = Arrays.stream(back).map(value -> 0 - value).toArray();
      assertArrayEquals(bridge.contribution(driver).values(), flipped, driver);
    }
  }

  @Property(tries = 200)
  @Label("the order of terms and factors does not matter")
  void orderDoesNotMatter(@ForAll long seed) {
    BridgeCase terms = new BridgeCase(seed, 4);
    Bridge bridge = terms.bridge();
    Bridge shuffled = terms.shuffled();
    for (String driver : bridge.drivers()) {
      for (int i = 0; i < BridgeCase.DRAWS; i++) {
        assertEquals(
            bridge.contribution(driver).values()[i],
            shuffled.contribution(driver).values()[i],
            1e-12 * BridgeCase.DRAWS * terms.size(bridge, i),
            driver);
      }
    }
  }

  @Property(tries = 200)
  @Label("a driver none of whose factors changes in a draw contributes exactly zero")
  void whatDoesNotChangeContributesNothing(@ForAll long seed) {
    BridgeCase terms = new BridgeCase(seed, 6);
    Bridge bridge = terms.bridge();
    assertArrayEquals(new double[BridgeCase.DRAWS], bridge.contribution("nobody").values());
    for (int i = 0; i < BridgeCase.DRAWS; i++) {
      int draw = i;
      Map<String, Boolean> changed = new HashMap<>();
      terms.products.forEach(product -> note(product.parts(), draw, changed));
      note(terms.additions, draw, changed);
      changed.forEach(
          (driver, any) -> {
            if (!any) {
              assertEquals(0, bridge.contribution(driver).values()[draw], driver);
            }
          });
    }
  }

  private static void note(List<BridgeCase.Part> parts, int draw, Map<String, Boolean> changed) {
    for (BridgeCase.Part part : parts) {
      boolean differs = !part.from().get(draw).equals(part.to().get(draw));
      changed.merge(part.driver(), differs, Boolean::logicalOr);
    }
  }

  @Property(tries = 200)
  @Label("contributions have the sign of the change in a product of positive factors")
  void contributionsHaveTheSignOfTheChange(@ForAll long seed) {
    BridgeCase terms = new BridgeCase(seed, 0);
    for (BridgeCase.Product product : terms.products) {
      for (int i = 0; i < BridgeCase.DRAWS; i++) {
        int draw = i;
        double[] from = product.parts().stream().mapToDouble(p -> p.from().get(draw)).toArray();
        double[] to = product.parts().stream().mapToDouble(p -> p.to().get(draw)).toArray();
        double[] changes = new double[from.length];
        BridgeSplit.split(from, to, changes);
        for (int k = 0; k < from.length; k++) {
          assertEquals(Math.signum(to[k] - from[k]), Math.signum(changes[k]));
        }
      }
    }
  }
}
