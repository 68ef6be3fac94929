package org.fundinggap.random;

import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.fundinggap.internal.NormalPairs;
import org.fundinggap.internal.RandomBits;
import org.fundinggap.internal.Scratch;

/**
 * Samplers with a fault each, for the tests of samplers: a test that lets its fault through is no
 * test.
 */
record Faulty(long seed, Kind kind) implements Sampler {

  /** Makes a stream: from a draw's number to 64 bits, of which the top 52 count. */
  private interface Kind {
    LongUnaryOperator stream(long seed, StreamId id);
  }

  /** A fault of normals alone: what becomes of those of a whole block. */
  private record FaultyNormals(Sampler right, UnaryOperator<double[]> fault) implements Sampler {
    @Override
    public String name() {
      return "faulty normals";
    }

    @Override
    public long seed() {
      return right.seed();
    }

    @Override
    public DrawStream stream(StreamId id) {
      DrawStream stream = right.stream(id);
      return new Blocks() {
        @Override
        void uniforms(long firstDraw, double[] block) {
          stream.uniforms(firstDraw, block, block.length, new Workspace());
        }

        @Override
        void normals(long firstDraw, double[] block) {
          stream.normals(firstDraw, block, block.length, new Workspace());
          System.arraycopy(fault.apply(block), 0, block, 0, block.length);
        }
      };
    }
  }

  /** A stream that makes whole blocks of 1,024 and gives the part that is asked for. */
  private abstract static class Blocks implements DrawStream {
    abstract void uniforms(long firstDraw, double[] block);

    abstract void normals(long firstDraw, double[] block);

    @Override
    public void uniforms(long firstDraw, double[] out, int count, Workspace workspace) {
      fill(firstDraw, out, count, false);
    }

    @Override
    public void normals(long firstDraw, double[] out, int count, Workspace workspace) {
      fill(firstDraw, out, count, true);
    }

    private void fill(long firstDraw, double[] out, int count, boolean normal) {
      double[] block = new double[RandomBits.MOST];
      for (int done = 0; done < count; ) {
        int skipped = (int) ((firstDraw + done) % block.length);
        int some = Math.min(block.length - skipped, count - done);
        if (normal) {
          normals(firstDraw + done - skipped, block);
        } else {
          uniforms(firstDraw + done - skipped, block);
        }
        System.arraycopy(block, skipped, out, done, some);
        done += some;
      }
    }
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public DrawStream stream(StreamId id) {
    LongUnaryOperator bits = kind.stream(seed, id);
    return new Blocks() {
      @Override
      void uniforms(long firstDraw, double[] block) {
        for (int i = 0; i < block.length; i++) {
          block[i] = ((bits.applyAsLong(firstDraw + i) >>> 12) + 0.5) * 0x1p-52;
        }
      }

      @Override
      void normals(long firstDraw, double[] block) {
        uniforms(firstDraw, block);
        NormalPairs.fromUniforms(block, block.length, new Scratch());
      }
    };
  }

  private static LongUnaryOperator right(long seed, StreamId id) {
    IndependentStream stream = (IndependentStream) Sampler.independent(seed).stream(id);
    return draw -> RandomBits.mix(stream.start() + draw * stream.step());
  }

  private static LongUnaryOperator right(long seed, String name, int year, String area) {
    return right(seed, new StreamId(name, year, area));
  }

  /** A fault that makes of the right bits of a stream, by draw, others. */
  private static Sampler of(Function<LongUnaryOperator, LongUnaryOperator> fault) {
    return new Faulty(1, (seed, id) -> fault.apply(right(seed, id)));
  }

  /** Steps of 1 and a product for a mix: evenly spread, with a pattern. */
  static Sampler weakMix() {
    return new Faulty(1, (seed, id) -> draw -> (id.name().hashCode() + draw) * 0x9e3779b97f4a7c15L);
  }

  /** The multiplier 65,539 modulo 2^31, whose triples lie in 15 planes. */
  static Sampler triplesInPlanes() {
    return new Faulty(
        1, (seed, id) -> draw -> ((2L * id.name().hashCode() + 1) * power(draw)) << 33);
  }

  private static long power(long exponent) {
    long power = 1;
    long square = 65_539;
    for (long left = exponent; left > 0; left >>= 1) {
      power = (left & 1) == 1 ? power * square : power;
      square *= square;
    }
    return power;
  }

  /** Bit 13 is bit 40 of the next draw: balanced, and a copy. */
  static Sampler oneBitOfTheNext() {
    return of(
        right ->
            draw ->
                (right.applyAsLong(draw) & ~(1L << 13))
                    | ((right.applyAsLong(draw + 1) >>> 40 & 1L) << 13));
  }

  /** Only 32 bits are random; the rest are zeros. */
  static Sampler coarse() {
    return of(right -> draw -> right.applyAsLong(draw) & -1L << 32);
  }

  /** Starts again after 2^18 draws. */
  static Sampler shortPeriod() {
    return of(right -> draw -> right.applyAsLong(draw & 0x3ffff));
  }

  /** One in 16 draws lies half-way between its neighbours. */
  static Sampler fewerTurns() {
    return of(
        right ->
            draw ->
                draw % 16 == 1
                    ? (right.applyAsLong(draw - 1) >>> 1) + (right.applyAsLong(draw + 1) >>> 1)
                    : right.applyAsLong(draw));
  }

  /** One in 64 draws is its partner's double. */
  static Sampler someEqualPartners() {
    return of(right -> draw -> right.applyAsLong(draw % 64 == 0 ? draw & ~512L : draw));
  }

  static Sampler namesIgnored() {
    return new Faulty(1, (seed, id) -> right(seed, "same", id.year(), id.area()));
  }

  static Sampler yearsIgnored() {
    return new Faulty(1, (seed, id) -> right(seed, id.name(), 0, id.area()));
  }

  static Sampler areasIgnored() {
    return new Faulty(1, (seed, id) -> right(seed, id.name(), id.year(), "same"));
  }

  static Sampler seedsIgnored() {
    return new Faulty(1, (seed, id) -> right(0, id));
  }

  /** Each year's draws are those of the year before, moved on by five. */
  static Sampler yearsMovedOn() {
    return new Faulty(
        1,
        (seed, id) -> {
          LongUnaryOperator right = right(seed, id.name(), 0, id.area());
          return draw -> right.applyAsLong(draw + 5L * id.year());
        });
  }

  /** The first draws of names are their hashes, times a number and no more mixed. */
  static Sampler firstDrawsOfHash() {
    return new Faulty(
        1,
        (seed, id) -> {
          LongUnaryOperator right = right(seed, id);
          long first = (id.name().hashCode() * 0x9e3779b9L) << 32;
          return draw -> draw == 0 ? first : right.applyAsLong(draw);
        });
  }

  /** Faulty normals of right uniforms, block by block. */
  static Sampler normals(UnaryOperator<double[]> fault) {
    return new FaultyNormals(Sampler.independent(1), fault);
  }

  /** The same sampler with another seed. */
  static Sampler reseeded(Sampler sampler, long seed) {
    if (sampler instanceof Faulty faulty) {
      return new Faulty(seed, faulty.kind);
    }
    return Sampler.independent(seed);
  }
}
