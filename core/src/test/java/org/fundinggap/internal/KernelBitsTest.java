package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * One number a kernel, from the bits of 20,001 answers: the same on every JVM, or the build fails.
 */
class KernelBitsTest {

  @Test
  void expKeepsItsBits() {
    assertEquals(-5234267412079484009L, bits(Exp::exp, -760.0, 720.0));
  }

  @Test
  void logKeepsItsBits() {
    assertEquals(-4011344282888733089L, bits(Log::log, 0.0, 3.0));
  }

  @Test
  void normalQuantileKeepsItsBits() {
    assertEquals(3976547552679803026L, bits(NormalQuantile::quantile, 0.0, 1.0));
  }

  @Test
  void normalProbabilityKeepsItsBits() {
    assertEquals(-3994121330563192787L, bits(NormalProbability::below, -40.0, 10.0));
  }

  @Test
  void vectorKernelsKeepTheirBits_onceTheyAreCompiled() {
    double[] u = Samples.uniform(1, 1_024, 0.0, 1.0);
    double[] out = new double[u.length];
    long first = chain(u, out);
    for (int i = 0; i < 15_000; i++) {
      assertEquals(first, chain(u, out), "a run on the way from interpreted to compiled");
    }
  }

  private static long chain(double[] u, double[] out) {
    NormalQuantile.quantile(u, out, u.length);
    long folded = Samples.fold(0L, out);
    Exp.exp(out, out, u.length);
    folded = Samples.fold(folded, out);
    Log.log(out, out, u.length);
    return Samples.fold(folded, out);
  }

  private static long bits(DoubleUnaryOperator kernel, double lower, double upper) {
    double[] values = new double[20_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = kernel.applyAsDouble(lower + i * ((upper - lower) / 20_000));
    }
    return Samples.fold(0L, values);
  }
}
