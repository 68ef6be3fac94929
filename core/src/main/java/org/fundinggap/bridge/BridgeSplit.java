package org.fundinggap.bridge;

import java.util.Arrays;
import org.fundinggap.internal.Log;

/**
 * The additive logarithmic-mean Divisia split (LMDI-I) of the change of one product.
 *
 * <p>Factor k takes L(start, end) ln(end of k / start of k), with L(a, b) = (b - a) / ln(b / a) and
 * L(a, a) = a; these add up to end - start. B. W. Ang, Energy Policy 32 (2004) 1131-1139 and 33
 * (2005) 867-871. Zeros are the limits of B. W. Ang and N. Liu, Energy Policy 35 (2007) 238-246:
 * L(a, 0) = 0, so a factor that is not zero takes nothing of a product that starts or ends at zero,
 * and those that are zero at that end take it in equal parts.
 *
 * <p>Swapping the ends flips every sign, to the bit. Plain arithmetic: the same bits on every JVM.
 */
final class BridgeSplit {
  /** Up to this (b - a) / (b + a) the series below is good to the last digit. */
  private static final double CLOSE = 0.1;

  private BridgeSplit() {}

  /**
   * Splits the change of a product.
   *
   * @param from the factors at the start, finite, at least 0, with a finite product
   * @param to the same factors at the end
   * @param changes filled with what each contributes
   */
  static void split(double[] from, double[] to, double[] changes) {
    int nilAtStart = nils(from);
    int nilAtEnd = nils(to);
    if (nilAtStart > 0 && nilAtEnd > 0) {
      Arrays.fill(changes, 0, from.length, 0);
    } else if (nilAtStart > 0) {
      shareOut(product(to) / nilAtStart, from, changes);
    } else if (nilAtEnd > 0) {
      shareOut(-product(from) / nilAtEnd, to, changes);
    } else {
      byLogarithms(from, to, changes);
    }
  }

  private static int nils(double[] factors) {
    int nils = 0;
    for (double factor : factors) {
      nils += factor == 0 ? 1 : 0;
    }
    return nils;
  }

  static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }

  private static void shareOut(double part, double[] factors, double[] changes) {
    for (int k = 0; k < factors.length; k++) {
      changes[k] = factors[k] == 0 ? part : 0;
    }
  }

  private static void byLogarithms(double[] from, double[] to, double[] changes) {
    double growth = 0;
    for (int k = 0; k < from.length; k++) {
      changes[k] = logOfRatio(from[k], to[k]);
      growth += changes[k];
    }
    double mean = logarithmicMean(product(from), product(to), growth);
    for (int k = 0; k < from.length; k++) {
      changes[k] = changes[k] == 0 ? 0 : mean * changes[k];
    }
  }

  /**
   * L(a, b). Far apart, the sum of the factors' logarithms stands for ln(b / a), so that parts add
   * up even if a product is so small that it lost digits.
   */
  private static double logarithmicMean(double a, double b, double growth) {
    double middle = 0.5 * a + 0.5 * b;
    if (a == b) {
      return a;
    }
    double z = 0.5 * (b - a) / middle;
    return Math.abs(z) <= CLOSE || growth == 0 ? middle / series(z * z) : (b - a) / growth;
  }

  /** ln(b / a), without the loss of digits where both are nearly the same. */
  static double logOfRatio(double a, double b) {
    if (b < a) {
      return -logOfRatio(b, a);
    }
    double z = 0.5 * (b - a) / (0.5 * a + 0.5 * b);
    if (z <= CLOSE) {
      return 2 * z * series(z * z);
    }
    double ratio = b / a;
    return Double.isFinite(ratio) ? Log.log(ratio) : Log.log(b) - Log.log(a);
  }

  /** artanh(z) / z = 1 + w / 3 + w^2 / 5 + ... for w = z^2; from w^9 on below 1e-19. */
  private static double series(double w) {
    double sum = 1.0 / 17;
    sum = Math.fma(w, sum, 1.0 / 15);
    sum = Math.fma(w, sum, 1.0 / 13);
    sum = Math.fma(w, sum, 1.0 / 11);
    sum = Math.fma(w, sum, 1.0 / 9);
    sum = Math.fma(w, sum, 1.0 / 7);
    sum = Math.fma(w, sum, 1.0 / 5);
    sum = Math.fma(w, sum, 1.0 / 3);
    return Math.fma(w, sum, 1.0);
  }
}
