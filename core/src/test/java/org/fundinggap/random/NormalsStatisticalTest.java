package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundinggap.internal.NormalProbability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether normals are normal, and independent though they are made in pairs. Seeds are fixed, so a
 * test passes always or never. A perfect sampler fails one with chance 1e-6 over all seeds, hence
 * any of the nine with less than 1e-5. Each test is shown a sampler with the fault that it is there
 * for, and must see it at the same level.
 */
@DisplayName("Normals")
@Tag("medium")
class NormalsStatisticalTest {
  private static final double LEVEL = 1e-6;

  static Stream<Arguments> tests() {
    return Stream.of(
        test(
            "have the moments of a normal",
            NormalTests::moments,
            Faulty.normals(each(Math.sqrt(1.001)))),
        test("fill likely bins evenly", NormalTests::evenBins, Faulty.normals(each(1.01))),
        test("have the normal distribution", NormalTests::distribution, twelveUniforms()),
        test("are independent in a pair", NormalTests::pairsFillASquare, mirroredSquares()),
        test("are uncorrelated in a pair", NormalTests::pairsAreUncorrelated, mirroredSquares()),
        test("are independent in a block", NormalTests::othersOfABlock, neighboursLean()),
        test("have sums that vary as they should", NormalTests::blocks, blocksLeanOneWay()),
        test("differ between similar names", NormalTests::similarNames, Faulty.namesIgnored()),
        test("differ between years", NormalTests::successiveYears, Faulty.yearsIgnored()));
  }

  private static Arguments test(String name, ToDoubleFunction<Sampler> test, Sampler faulty) {
    return arguments(name, test, faulty);
  }

  private static UnaryOperator<double[]> each(double factor) {
    return block -> {
      for (int i = 0; i < block.length; i++) {
        block[i] *= factor;
      }
      return block;
    };
  }

  /** Sums of twelve uniforms less six: mean and variance are right, the fourth moment is not. */
  private static Sampler twelveUniforms() {
    return Faulty.normals(
        block -> {
          double[] sums = new double[block.length];
          for (int i = 0; i < block.length; i++) {
            for (int k = 0; k < 12; k++) {
              double z = block[(i + 85 * k) % block.length];
              sums[i] += NormalProbability.below(z) - 0.5;
            }
          }
          return sums;
        });
  }

  /**
   * One pair in 64 is of one size: each is normal and they are uncorrelated, their squares are the
   * same.
   */
  private static Sampler mirroredSquares() {
    return Faulty.normals(
        block -> {
          for (int i = 0; i < 512; i += 64) {
            block[i + 512] = Math.copySign(block[i], block[i + 512]);
          }
          return block;
        });
  }

  /** One in 64 draws has the sign of the one before it. */
  private static Sampler neighboursLean() {
    return Faulty.normals(
        block -> {
          for (int i = 0; i < block.length; i += 64) {
            block[i + 1] = Math.copySign(block[i + 1], block[i]);
          }
          return block;
        });
  }

  /** One in 32 draws has the sign of the block's first. */
  private static Sampler blocksLeanOneWay() {
    return Faulty.normals(
        block -> {
          for (int i = 0; i < block.length; i += 32) {
            block[i] = Math.copySign(block[i], block[0]);
          }
          return block;
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tests")
  void normalsAreRandom(String name, ToDoubleFunction<Sampler> test, Sampler faulty) {
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
