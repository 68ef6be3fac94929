package org.fundinggap.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.HashCode;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Correlation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hash of a value")
class ValueHashTest {
  private enum Kind {
    ONE,
    OTHER {
      @Override
      public String toString() {
        return "with a body";
      }
    }
  }

  private record Pair(Object one, Object other) {}

  private record Twin(Object one, Object other) {}

  /** One distribution of each kind, and a second that differs by little. */
  private static final List<List<Distribution>> DISTRIBUTIONS =
      List.of(
          List.of(Distribution.fixed(1), Distribution.fixed(Math.nextUp(1.0))),
          List.of(Distribution.normal(0, 1), Distribution.normal(0, Math.nextUp(1.0))),
          List.of(
              Distribution.truncatedNormal(0, 1, -1, 1), Distribution.truncatedNormal(0, 1, -1, 2)),
          List.of(Distribution.logNormal(1, 0.2), Distribution.logNormal(1, 0.3)),
          List.of(Distribution.uniform(0, 1), Distribution.uniform(0, 2)),
          List.of(Distribution.triangular(0, 1, 2), Distribution.triangular(0, 1.5, 2)),
          List.of(Distribution.pert(0, 1, 2), Distribution.pert(0, 1.5, 2)),
          List.of(
              Distribution.ofQuantiles(new double[] {0, 0.5, 1}, new double[] {0, 1, 2}),
              Distribution.ofQuantiles(new double[] {0, 0.25, 1}, new double[] {0, 1, 2})),
          List.of(Distribution.empirical(1, 2, 4), Distribution.empirical(1, 3, 4)),
          List.of(
              Distribution.discrete(new double[] {1, 2}, new double[] {0.5, 0.5}),
              Distribution.discrete(new double[] {1, 2}, new double[] {0.25, 0.75})),
          List.of(
              Distribution.zeroOr(0.3, Distribution.uniform(0, 1)),
              Distribution.zeroOr(0.3, Distribution.uniform(0, 2))),
          List.of(
              Distribution.ofQuantileFunction("mine", p -> p * p),
              Distribution.ofQuantileFunction("mine", p -> p * p * p)),
          List.of(
              Distribution.ofQuantileFunction("mine", p -> p),
              Distribution.ofQuantileFunction("yours", p -> p)));

  private static HashCode hash(Object value) {
    return ValueHash.of(value).orElseThrow();
  }

  @Test
  @DisplayName("is as it was: any JVM gives these digits")
  void digitsAreFixed() {
    Pair value =
        new Pair(List.of("text", 1, 2.5, true, Kind.OTHER), Map.of("key", Optional.of(3L)));
    String digits = "d1ac0ab7329404a11f897c4611e1b7c5e65209d8f3a615ece666621b9ebb1f52";
    assertEquals(digits, hash(value).toString());
  }

  @Test
  @DisplayName("differs between values that differ, however alike they look")
  void valuesDiffer() {
    Set<String> hashes = new HashSet<>();
    for (Object value : differentValues()) {
      assertTrue(hashes.add(ValueHash.of(value).orElseThrow().toString()), "" + value);
    }
  }

  private static List<@Nullable Object> differentValues() {
    return Arrays.asList(
        null,
        "",
        "a",
        "ab",
        0,
        1,
        true,
        false,
        0.0,
        -0.0,
        1.0,
        Double.NaN,
        Kind.ONE,
        Kind.OTHER,
        List.of(),
        Set.of(),
        Map.of(),
        Optional.empty(),
        List.of("a", "b"),
        List.of("b", "a"),
        List.of("ab"),
        List.of(List.of("a"), "b"),
        List.of("a", List.of("b")),
        Set.of("a", "b"),
        Map.of("a", "b"),
        Optional.of("a"),
        new Pair("a", "b"),
        new Pair("b", "a"),
        new Twin("a", "b"),
        Variable.of("v", "label", Unit.NUMBER),
        Variable.of("v", "other", Unit.NUMBER),
        Variable.of("v", "label", Unit.RATIO),
        Variable.money("v", "label", Unit.GBP_MILLION, PriceBasis.cash()),
        Correlation.of(List.of("a", "b"), new double[][] {{1, 0.5}, {0.5, 1}}),
        Correlation.of(List.of("b", "a"), new double[][] {{1, 0.5}, {0.5, 1}}),
        Correlation.of(List.of("a", "b"), new double[][] {{1, 0.25}, {0.25, 1}}));
  }

  @Test
  @DisplayName("is the same for equal values, whatever the order of a set or map")
  void equalValuesHaveEqualHashes() {
    List<String> names = List.of("a", "b", "c", "d", "e");
    List<String> turned = new ArrayList<>(names);
    Collections.reverse(turned);
    assertEquals(hash(new LinkedHashSet<>(names)), hash(new LinkedHashSet<>(turned)));
    Map<String, Integer> one = new LinkedHashMap<>();
    names.forEach(name -> one.put(name, name.length()));
    Map<String, Integer> other = new LinkedHashMap<>();
    turned.forEach(name -> other.put(name, name.length()));
    assertEquals(hash(one), hash(other));
    assertEquals(hash(ImmutableDoubleArray.of(1, 2)), hash(List.of(1.0, 2.0)));
    assertEquals(hash(Origin.given("a")), hash(Origin.given("b")));
  }

  @Test
  @DisplayName("knows every kind of distribution by its family and numbers")
  void everyDistributionIsKnown() {
    Set<Class<?>> kinds = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (List<Distribution> both : DISTRIBUTIONS) {
      for (Distribution each : both) {
        kinds.add(each.getClass());
        assertTrue(hashes.add(hash(each).toString()), "" + each);
      }
    }
    assertEquals(Set.of(Distribution.class.getPermittedSubclasses()), kinds);
    assertEquals(hash(Distribution.pert(0, 1, 2)), hash(Distribution.pert(0, 1, 2)));
    assertEquals(
        hash(Distribution.ofQuantileFunction("mine", p -> p * p)),
        hash(Distribution.ofQuantileFunction("mine", p -> p * p)));
    assertEquals(hash(Distribution.empirical(1, 2, 4)), hash(Distribution.empirical(4, 2, 1)));
  }

  @Test
  @DisplayName("of a function sees its ends, its middle and both its tails")
  void functionsDifferAnywhere() {
    HashCode plain = hash(Distribution.ofQuantileFunction("mine", p -> p));
    for (double place : new double[] {0.5, 0.3, 0.9, 0.001, 0.99999}) {
      double width = 0.1 * Math.min(place, 1 - place);
      Distribution bent =
          Distribution.ofQuantileFunction(
              "mine", p -> p + 0.01 * width * Math.max(0, 1 - Math.abs(p - place) / width));
      assertNotEquals(plain, hash(bent), "at " + place);
    }
    assertNotEquals(
        plain, hash(Distribution.ofQuantileFunction("mine", p -> p == 1 ? 2 : p)), "at the end");
  }

  @Test
  @DisplayName("is none where something has no value")
  void noHashWithoutValue() {
    for (Object each :
        List.of(new Object(), new int[] {1}, new AtomicInteger(), (Runnable) () -> {})) {
      assertEquals(Optional.empty(), ValueHash.of(each));
      assertEquals(Optional.empty(), ValueHash.of(new Pair(1, each)));
      assertEquals(Optional.empty(), ValueHash.of(List.of(1, each)));
      assertEquals(Optional.empty(), ValueHash.of(Set.of(1, each)));
      assertEquals(Optional.empty(), ValueHash.of(Map.of("key", each)));
      assertEquals(Optional.empty(), ValueHash.of(Optional.of(each)));
    }
  }
}
