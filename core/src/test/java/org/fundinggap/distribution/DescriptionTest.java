package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A distribution")
class DescriptionTest {
  static Stream<Arguments> described() {
    Distribution effect = Distribution.uniform(-0.2, 0);
    double[] many = {1, 2, 3, 4, 5};
    double[] even = {0.2, 0.2, 0.2, 0.2, 0.2};
    return Stream.of(
        arguments(Distribution.fixed(1234.5), "fixed at 1,235"),
        arguments(Distribution.normal(0.02, 0.005), "normal, mean 0.02, s.d. 0.005"),
        arguments(
            Distribution.truncatedNormal(0.3, 0.1, 0, Double.POSITIVE_INFINITY),
            "normal, mean 0.3, s.d. 0.1, cut to [0, infinite]"),
        arguments(Distribution.logNormal(2, 0.2), "log-normal, median 2, sigma 0.2"),
        arguments(Distribution.uniform(0, 1), "uniform, [0, 1]"),
        arguments(Distribution.triangular(0, 0.25, 1), "triangular, mode 0.25, [0, 1]"),
        arguments(Distribution.pert(0, 0.05, 0.2), "pert, lower 0, mode 0.05, upper 0.2"),
        arguments(Distribution.beta(2, 3, 0, 1), "beta, alpha 2, beta 3, lower 0, upper 1"),
        arguments(Distribution.gamma(2, 3), "gamma, shape 2, scale 3"),
        arguments(Distribution.elicited(1, 2, 4), "elicited, p10 1, p50 2, p90 4"),
        arguments(Distribution.elicitedAbove(0, 1, 2, 4), "elicited, lower 0, p10 1, p50 2, p90 4"),
        arguments(
            Distribution.elicited(0, 1, 2, 4, 9),
            "elicited, lower 0, p10 1, p50 2, p90 4, upper 9"),
        arguments(
            Distribution.ofQuantileFunction("square", p -> p * p),
            "square, mean 0.3333, s.d. 0.2981, [0, 1]"),
        arguments(
            Distribution.ofQuantiles(new double[] {0, 0.5, 1}, new double[] {1, 2, 4}),
            "curve through 3 quantiles, median 2, [1, 4]"),
        arguments(Distribution.empirical(1, 2, 3), "3 observations, mean 2, s.d. 0.8165, [1, 3]"),
        arguments(
            Distribution.discrete(new double[] {0, 1}, new double[] {0.25, 0.75}),
            "0 with probability 0.25, 1 with probability 0.75"),
        arguments(Distribution.discrete(many, even), "one of 5 values, mean 3, s.d. 1.414, [1, 5]"),
        arguments(
            Distribution.zeroOr(0.25, effect), "0 with probability 0.25, else uniform, [-0.2, 0]"));
  }

  @ParameterizedTest
  @MethodSource("described")
  @DisplayName("says in words what it is")
  void says(Distribution distribution, String words) {
    assertEquals(words, distribution.describe());
  }

  @Test
  @DisplayName("of every kind is described above, and only its factory makes it")
  void everyKindIsTried() {
    List<Class<?>> kinds = List.of(Distribution.class.getPermittedSubclasses());
    assertEquals(
        List.of(), kinds.stream().filter(kind -> Modifier.isPublic(kind.getModifiers())).toList());
    assertEquals(
        kinds.stream().map(Class::getSimpleName).sorted().toList(),
        described()
            .map(each -> each.get()[0].getClass().getSimpleName())
            .distinct()
            .sorted()
            .toList());
    assertEquals(11, Arrays.stream(Distribution.class.getPermittedSubclasses()).count());
  }
}
