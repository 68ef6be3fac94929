package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether uniforms are even and independent, within a stream and between streams. Seeds are fixed,
 * so a test passes always or never. A perfect sampler fails one with chance 1e-6 over all seeds,
 * hence any of the 18 with less than 2e-5. Each test is shown a sampler with the fault that it is
 * there for, and must see it at the same level.
 */
@DisplayName("Uniforms")
@Tag("slow")
class UniformsStatisticalTest {
  private static final double LEVEL = 1e-6;

  static Stream<Arguments> tests() {
    return Stream.of(
        test("fill fine bins evenly", UniformTests::fineBins, Faulty.weakMix()),
        test("have even low bits", UniformTests::lowBits, Faulty.coarse()),
        test("turn as often as they should", UniformTests::runs, Faulty.fewerTurns()),
        test("fill squares two by two", UniformTests::successivePairs, Faulty.weakMix()),
        test(
            "fill cubes three by three", UniformTests::successiveTriples, Faulty.triplesInPlanes()),
        test("do not know their partners", UniformTests::partners, Faulty.someEqualPartners()),
        test("differ between similar names", UniformTests::similarNames, Faulty.namesIgnored()),
        test("differ between years", UniformTests::successiveYears, Faulty.yearsIgnored()),
        test("differ between areas", UniformTests::neighbouringAreas, Faulty.areasIgnored()),
        test("differ between seeds", UniformTests::neighbouringSeeds, Faulty.seedsIgnored()),
        test("never meet another stream's", UniformTests::streamsMeet, Faulty.yearsMovedOn()),
        test("start evenly", UniformTests::manyNames, Faulty.firstDrawsOfHash()),
        test("have even, independent bits", BitTests::bitsOfADraw, Faulty.coarse()),
        test("share no bits with others", BitTests::bitsOfOtherDraws, Faulty.oneBitOfTheNext()),
        test("share no bits with names", BitTests::bitsOfSimilarNames, Faulty.namesIgnored()),
        test("are spaced at random", BitTests::birthdays, Faulty.weakMix()),
        test("start spaced at random", BitTests::birthdaysOfNames, Faulty.firstDrawsOfHash()),
        test("collide as often as they should", BitTests::collisions, Faulty.shortPeriod()));
  }

  private static Arguments test(String name, ToDoubleFunction<Sampler> test, Sampler faulty) {
    return arguments(name, test, faulty);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tests")
  void uniformsAreRandom(String name, ToDoubleFunction<Sampler> test, Sampler faulty) {
    double chance = test.applyAsDouble(Sampler.independent(2026));
    assertTrue(chance > LEVEL, () -> name + ": not at a chance of " + chance);
  }

  @ParameterizedTest(name = "{0}, or it shows")
  @MethodSource("tests")
  void faultIsSeen(String name, ToDoubleFunction<Sampler> test, Sampler faulty) {
    double chance = test.applyAsDouble(faulty);
    assertTrue(chance < LEVEL, () -> name + ": the fault has a chance of " + chance);
  }
}
