package org.fundinggap.internal;

/** Standard normals from uniforms, two from two: the same bits on every JVM. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients with the digits of their fit
public final class NormalPairs {
  /*
   * Layout. Of a block of 2 n uniforms, element i of the first half gives the radius
   * r = sqrt(-2 ln u) and element i of the second the angle 2 pi (u - 1/2) = 2 a. The normals are
   * r cos 2a = r (1 - 2 sin^2 a), which goes to place i, and r sin 2a = 2 r sin a cos a, to n + i.
   *   - u = 2^k (1 + f) with 1 + f in [0.7071, 1.4142); ln(1 + f) = f + f^2 P(f).
   *   - sin a and cos a are polynomials in (u - 1/2)^2; a lies within a quarter turn.
   *
   * Reason. The inverse of the distribution needs one uniform a normal too, but two divisions and a
   * logarithm for the outer 15%, found by a branch. Here every element takes the same steps.
   *   - Loops of one job each: put together they are too large for HotSpot to vectorise (6.5 ns for
   *     sine and cosine in one, 0.25 in two).
   *   - Steps between bits and doubles are copies, not loops (see BitColumn).
   *   - Math.fma rounds once by definition, so it is as reproducible as a sum. It is one instruction where
   *     the processor has it, as 64-bit ARM and nearly all x86 servers and desktops since about 2013 do:
   *     polynomials take half the time (9 steps 0.24 ns against 0.53). Where it has not, Java does it in
   *     decimal arithmetic, with the same bits and a hundred times more slowly.
   * A normal takes 2.0 ns on JDK 17 and 2.6 on JDK 25 from counter to answer, by the inverse 4.5.
   *
   * Error. Within 2e-15 times the larger of 1 and r of the transform in exact arithmetic: the most seen
   * was 1.4e-15, over 2.5 million random pairs (NormalPairsTest repeats a part). r reaches 8.57, where
   * u = 2^-53.
   *
   * Reference. G. E. P. Box and M. E. Muller, A Note on the Generation of Random Normal Deviates,
   * Annals of Mathematical Statistics 29 (1958), 610-611. Coefficients: Chebyshev fits in 40-digit
   * arithmetic; what they leave out is below 2e-17 for the logarithm, 1.3e-16 for sine and cosine.
   */
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  private NormalPairs() {}

  /**
   * Turns a block of uniforms into as many standard normals, in place.
   *
   * @param block uniforms strictly inside (0, 1), an even number of them, at most {@link
   *     RandomBits#MOST}; replaced by normals
   * @param count how many uniforms
   * @param scratch to work in
   */
  public static void fromUniforms(double[] block, int count, Scratch scratch) {
    int pairs = count / 2;
    radii(block, scratch, pairs);
    sines(block, pairs, scratch.sines);
    cosines(block, pairs, scratch.cosines);
    combine(scratch, block, pairs);
  }

  private static void radii(double[] u, Scratch scratch, int pairs) {
    scratch.bits.fromDoubles(u, 0, pairs);
    PowersOfTwo.split(scratch.bits.memory, scratch.powerBits.memory, pairs);
    scratch.powerBits.toDoubles(scratch.powers, 0, pairs);
    scratch.bits.toDoubles(scratch.radii, 0, pairs);
    radii(scratch.powers, scratch.radii, pairs);
  }

  /** On entry radii holds 1 + f. */
  private static void radii(double[] powers, double[] radii, int count) {
    for (int i = 0; i < count; i++) {
      double f = radii[i] - 1.0;
      double p = -0.023612682238620716;
      p = Math.fma(p, f, 0.05625422199553143);
      p = Math.fma(p, f, -0.06284277461333498);
      p = Math.fma(p, f, 0.05448352859705689);
      p = Math.fma(p, f, -0.053305710079268986);
      p = Math.fma(p, f, 0.058114015263314125);
      p = Math.fma(p, f, -0.06268517244682761);
      p = Math.fma(p, f, 0.06675866913218241);
      p = Math.fma(p, f, -0.07142172345131702);
      p = Math.fma(p, f, 0.07691663204351862);
      p = Math.fma(p, f, -0.08333332844101682);
      p = Math.fma(p, f, 0.0909093591945981);
      p = Math.fma(p, f, -0.10000000966080463);
      p = Math.fma(p, f, 0.11111110440888418);
      p = Math.fma(p, f, -0.12499999966241118);
      p = Math.fma(p, f, 0.14285714295327004);
      p = Math.fma(p, f, -0.1666666666715576);
      p = Math.fma(p, f, 0.19999999999929363);
      p = Math.fma(p, f, -0.24999999999997108);
      p = Math.fma(p, f, 0.33333333333333537);
      p = Math.fma(p, f, -0.5);
      double logOfOnePlusF = Math.fma(p * f, f, f);
      radii[i] = Math.sqrt(-2.0 * Math.fma(powers[i] - PowersOfTwo.ABOVE_K, LN2, logOfOnePlusF));
    }
  }

  /** sin(pi (u - 1/2)) of the second half of the block. */
  private static void sines(double[] u, int pairs, double[] sines) {
    for (int i = 0; i < pairs; i++) {
      double v = u[pairs + i] - 0.5;
      double w = v * v;
      double p = 7.697826768224191e-7;
      p = Math.fma(p, w, -2.1903497074626018e-5);
      p = Math.fma(p, w, 0.0004662998161898394);
      p = Math.fma(p, w, -0.007370430505916944);
      p = Math.fma(p, w, 0.0821458865731029);
      p = Math.fma(p, w, -0.5992645293189447);
      p = Math.fma(p, w, 2.5501640398773007);
      p = Math.fma(p, w, -5.167712780049969);
      p = Math.fma(p, w, 3.141592653589793);
      sines[i] = p * v;
    }
  }

  /** cos(pi (u - 1/2)) of the second half of the block. */
  private static void cosines(double[] u, int pairs, double[] cosines) {
    for (int i = 0; i < pairs; i++) {
      double v = u[pairs + i] - 0.5;
      double w = v * v;
      double p = 4.149564353942586e-6;
      p = Math.fma(p, w, -0.00010456655338748738);
      p = Math.fma(p, w, 0.0019295562724817132);
      p = Math.fma(p, w, -0.025806888737002202);
      p = Math.fma(p, w, 0.23533063012953284);
      p = Math.fma(p, w, -1.335262768843447);
      p = Math.fma(p, w, 4.058712126416497);
      p = Math.fma(p, w, -4.934802200544676);
      cosines[i] = Math.fma(p, w, 1.0);
    }
  }

  private static void combine(Scratch scratch, double[] normals, int pairs) {
    double[] radii = scratch.radii;
    double[] sines = scratch.sines;
    double[] cosines = scratch.cosines;
    for (int i = 0; i < pairs; i++) {
      double sine = sines[i];
      normals[i] = radii[i] * (1.0 - 2.0 * sine * sine);
      normals[pairs + i] = radii[i] * (2.0 * (sine * cosines[i]));
    }
  }
}
