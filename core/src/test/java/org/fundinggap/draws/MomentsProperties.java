package org.fundinggap.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

/** Mean and standard deviation against decimal numbers of 60 digits. */
@Seeded
class MomentsProperties {
  private static final MathContext DIGITS = new MathContext(60);

  private static BigDecimal mean(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(new BigDecimal(values.length), DIGITS);
  }

  private static double deviation(double[] values) {
    BigDecimal mean = mean(values);
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2));
    }
    return squares.divide(new BigDecimal(values.length - 1), DIGITS).sqrt(DIGITS).doubleValue();
  }

  @Property(tries = 200)
  void momentsAreRightToTheLastDigits_howeverSmallTheSpread(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 3_000) int count,
      @ForAll @IntRange(max = 11) int digitsOfLevel,
      @ForAll @IntRange(min = -100, max = 100) int power) {
    Random random = new Random(seed);
    double unit = Math.scalb(1.0, 3 * power);
    double level = Math.pow(10, digitsOfLevel);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = unit * (level + random.nextGaussian());
    }
    Moments moments = Moments.of(values);
    double mean = mean(values).doubleValue();
    assertEquals(mean, moments.mean(), 2 * Math.ulp(mean) + unit * 1e-25);
    // The squares are known to 2^-88 of themselves, which is at most 1e22 variances.
    double deviation = deviation(values);
    double unsure = deviation * (4e-16 + 4e-27 * Math.pow(level * unit / deviation, 2));
    assertEquals(deviation, moments.standardDeviation(), unsure);
  }

  @Property(tries = 200)
  void constantsHaveNoDeviation(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5_000) int count) {
    double value = new Random(seed).nextGaussian() * 1e6;
    double[] values = new double[count];
    Arrays.fill(values, value);
    assertEquals(0.0, Moments.of(values).standardDeviation());
    assertEquals(value, Moments.of(values).mean(), Math.ulp(value));
  }
}
