package org.fundinggap.random;

import java.util.Arrays;

/** Tests of the bits of uniforms: each gives a chance, as {@link UniformTests} do. */
final class BitTests {
  private static final String AREA = "E92000001";
  private static final StreamId FEES = StreamId.ofParameter("fees", AREA);
  private static final int DRAWS = 1 << 20;

  /** Birthdays a year. */
  private static final int BIRTHDAYS = 1 << 12;

  private BitTests() {}

  /** Each bit is set half of the time, and independent of each other bit of its draw. */
  static double bitsOfADraw(Sampler sampler) {
    BitColumns bits = new BitColumns(UniformTests.draws(sampler, FEES, DRAWS));
    return Chance.ofLeast(bits.balance(), bits.withThemselves());
  }

  /** Each bit is independent of each bit of the next draw, and of the draw's partner. */
  static double bitsOfOtherDraws(Sampler sampler) {
    double[] u = UniformTests.draws(sampler, FEES, DRAWS + 64);
    BitColumns all = new BitColumns(Arrays.copyOf(u, DRAWS));
    BitColumns next = new BitColumns(Arrays.copyOfRange(u, 1, DRAWS + 1));
    BitColumns partners = new BitColumns(UniformTests.halves(u, DRAWS, 512));
    return Chance.ofLeast(
        all.with(next), new BitColumns(UniformTests.halves(u, DRAWS, 0)).with(partners));
  }

  /**
   * Each bit is independent of each bit of the same draw in a stream whose name is almost alike.
   */
  static double bitsOfSimilarNames(Sampler sampler) {
    StreamId other = StreamId.ofParameter("feet", AREA);
    return new BitColumns(UniformTests.draws(sampler, FEES, DRAWS))
        .with(new BitColumns(UniformTests.draws(sampler, other, DRAWS)));
  }

  /**
   * Of 4,096 birthdays in a year of 2^32 days, spacings that occur again: a Poisson number with
   * mean n^3 / 4k = 4 a year. Days are the top 32 bits, the bottom 32, and two times 16 of
   * successive draws.
   */
  static double birthdays(Sampler sampler) {
    double[] u = UniformTests.draws(sampler, FEES, DRAWS);
    long[] top = new long[DRAWS];
    long[] bottom = new long[DRAWS];
    long[] both = new long[DRAWS / 2];
    for (int i = 0; i < DRAWS; i++) {
      top[i] = BitColumns.integer(u[i]) >>> 20;
      bottom[i] = BitColumns.integer(u[i]) & 0xffffffffL;
      both[i / 2] = both[i / 2] << 16 | top[i] >>> 16;
    }
    return Chance.ofLeast(repeatedSpacings(top), repeatedSpacings(bottom), repeatedSpacings(both));
  }

  /** The same with the first draws of 102,400 names. */
  static double birthdaysOfNames(Sampler sampler) {
    long[] top = new long[25 * BIRTHDAYS];
    for (int i = 0; i < top.length; i++) {
      StreamId id = StreamId.ofParameter("name" + i, AREA);
      top[i] = BitColumns.integer(UniformTests.draws(sampler, id, 1)[0]) >>> 20;
    }
    return repeatedSpacings(top);
  }

  private static double repeatedSpacings(long[] days) {
    int years = days.length / BIRTHDAYS;
    long repeated = 0;
    for (int y = 0; y < years; y++) {
      long[] year = Arrays.copyOfRange(days, y * BIRTHDAYS, (y + 1) * BIRTHDAYS);
      Arrays.sort(year);
      for (int i = year.length - 1; i > 0; i--) {
        year[i] -= year[i - 1];
      }
      repeated += UniformTests.equalPairs(year);
    }
    return Chance.ofCount(repeated, years * StrictMath.pow(BIRTHDAYS, 3) / 4.0 / 0x1p32);
  }

  /**
   * A million balls thrown into 2^31 urns, by the bottom 31 bits, and by bits 10 to 40: 256 should
   * meet another each time.
   */
  static double collisions(Sampler sampler) {
    double[] u = UniformTests.draws(sampler, FEES, DRAWS);
    long[] bottom = new long[DRAWS];
    long[] middle = new long[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      bottom[i] = BitColumns.integer(u[i]) & 0x7fffffffL;
      middle[i] = BitColumns.integer(u[i]) >>> 10 & 0x7fffffffL;
    }
    double expected = 0.5 * DRAWS * (DRAWS - 1.0) * 0x1p-31;
    return Chance.ofLeast(
        Chance.ofCount(UniformTests.equalPairs(bottom), expected),
        Chance.ofCount(UniformTests.equalPairs(middle), expected));
  }
}
