package org.fundinggap.distribution;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Identified;
import org.fundinggap.internal.NumberText;

/**
 * A smooth quantile function through given points, from the least value to the greatest. It meets
 * every point exactly and rises between them; where two values are the same, that value has a
 * probability of its own. Immutable; equal to another of the same points.
 */
final class QuantileCurve implements Distribution, Identified {
  /*
   * Layout. Cubic i holds from probability i to the next, in d = p - probability i, four coefficients side
   * by side. buckets[b] is the cubic at p = b / buckets: from there at most a step or two are needed, and
   * none if buckets are narrower than the gaps.
   *
   * Error. Where a point lies in a very steep stretch, terms are of the size of the whole range: between
   * neighbouring doubles a quantile may then fall by rounding, by at most 2^-50 of the range.
   *
   * Reference. F. N. Fritsch and J. Butland, A Method for Constructing Local Monotone Piecewise Cubic
   * Interpolants, SIAM Journal on Scientific and Statistical Computing 5 (1984), 300-304, for the
   * slopes: the weighted harmonic mean of the neighbouring slopes, none where these differ in sign.
   */
  private static final int MOST = 1_000;
  private static final int BUCKETS_A_POINT = 8;

  /** Nearer together than this, slopes could overflow. */
  private static final double LEAST_GAP = 1e-12;

  private final double[] probabilities;
  private final double[] values;
  private final double[] cubics;
  private final int[] buckets;
  private final TableMoments moments;

  QuantileCurve(double[] probabilities, double[] values) {
    this.probabilities = probabilities.clone();
    // Adding 0.0 turns a negative zero into zero, so that the two are one value.
    this.values = Arrays.stream(values).map(value -> value + 0.0).toArray();
    check();
    this.cubics = cubics();
    this.buckets = buckets();
    this.moments = moments();
  }

  double[] probabilities() {
    return probabilities.clone();
  }

  double[] values() {
    return values.clone();
  }

  private void check() {
    int size = probabilities.length;
    String fix = "give at least the least value, one between, and the greatest";
    Arguments.whole(size, 3, MOST, "the number of points", fix);
    Arguments.whole(values.length, size, size, "the number of values", "give one a probability");
    for (int i = 0; i < size; i++) {
      Checks.within(
          probabilities[i],
          0.0,
          1.0,
          "probabilities[" + i + "]",
          "write 0.9 for the 90th percentile");
      Arguments.place(values[i], "values[" + i + "]");
      if (i > 0) {
        if (!(gap(i - 1) >= LEAST_GAP)) {
          throw unsorted("probabilities", i, probabilities);
        }
        if (!(values[i] >= values[i - 1])) {
          throw unsorted("values", i, values);
        }
      }
    }
    if (probabilities[0] != 0.0 || probabilities[size - 1] != 1.0) {
      throw new IllegalArgumentException(
          "probabilities must start at 0 and end at 1, were "
              + probabilities[0]
              + " and "
              + probabilities[size - 1]
              + "; give the least and the greatest value too, or use Distribution.elicited");
    }
    Arguments.ordered(lower(), upper(), "first and last value", "use Distribution.fixed");
  }

  private static IllegalArgumentException unsorted(String name, int i, double[] numbers) {
    return new IllegalArgumentException(
        name
            + " must rise, were "
            + numbers[i - 1]
            + " and "
            + numbers[i]
            + " at "
            + (i - 1)
            + " and "
            + i
            + "; sort both arrays by probability, with each probability once");
  }

  private double[] cubics() {
    int last = values.length - 1;
    double[] slopes = slopes();
    double[] cubics = new double[4 * last];
    for (int i = 0; i < last; i++) {
      double gap = gap(i);
      double secant = secant(i);
      cubics[4 * i] = values[i];
      cubics[4 * i + 1] = slopes[i];
      cubics[4 * i + 2] = (3.0 * secant - 2.0 * slopes[i] - slopes[i + 1]) / gap;
      cubics[4 * i + 3] = (slopes[i] + slopes[i + 1] - 2.0 * secant) / (gap * gap);
    }
    return cubics;
  }

  private double[] slopes() {
    int last = values.length - 1;
    double[] slopes = new double[last + 1];
    for (int i = 1; i < last; i++) {
      double before = secant(i - 1);
      double after = secant(i);
      if (before > 0.0 && after > 0.0) {
        double weightBefore = gap(i - 1) + 2.0 * gap(i);
        double weightAfter = 2.0 * gap(i - 1) + gap(i);
        slopes[i] = (weightBefore + weightAfter) / (weightBefore / before + weightAfter / after);
      }
    }
    slopes[0] = endSlope(0, 1);
    slopes[last] = endSlope(last - 1, last - 2);
    return slopes;
  }

  /** The slope at an end of the parabola through the last three points, kept where cubics rise. */
  private double endSlope(int outer, int inner) {
    double steeper = gap(outer) / (gap(outer) + gap(inner)) * (secant(outer) - secant(inner));
    return Math.max(0.0, Math.min(3.0 * secant(outer), secant(outer) + steeper));
  }

  private double gap(int i) {
    return probabilities[i + 1] - probabilities[i];
  }

  private double secant(int i) {
    return (values[i + 1] - values[i]) / gap(i);
  }

  private int[] buckets() {
    int[] starts = new int[BUCKETS_A_POINT * values.length];
    for (int b = 1, i = 0; b < starts.length; b++) {
      while (probabilities[i + 1] <= (double) b / starts.length) {
        i++;
      }
      starts[b] = i;
    }
    return starts;
  }

  private TableMoments moments() {
    double shift = quantile(0.5);
    double first = moment(1, shift);
    return new TableMoments(shift + first, Math.sqrt(moment(2, shift + first)));
  }

  private double moment(int power, double shift) {
    double sum = 0.0;
    double[] unit = new double[4];
    for (int i = 0; i < values.length - 1; i++) {
      double gap = gap(i);
      double scale = 1.0;
      for (int term = 0; term < 4; term++) {
        unit[term] = cubics[4 * i + term] * scale;
        scale *= gap;
      }
      sum += gap * CubicMoments.of(power, unit, 0, shift);
    }
    return sum;
  }

  @Override
  public double quantile(double p) {
    return at(Arguments.probability(p));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    for (int i = 0; i < count; i++) {
      out[i] = at(u[i]);
    }
  }

  private double at(double p) {
    if (p >= 1.0) {
      return upper();
    }
    int i = buckets[(int) (p * buckets.length)];
    while (probabilities[i + 1] <= p) {
      i++;
    }
    double d = p - probabilities[i];
    int c = 4 * i;
    double value = cubics[c] + d * (cubics[c + 1] + d * (cubics[c + 2] + d * cubics[c + 3]));
    // Rounding could pass the next point.
    return Math.min(values[i + 1], Math.max(values[i], value));
  }

  @Override
  public double mean() {
    return moments.mean();
  }

  @Override
  public double standardDeviation() {
    return moments.standardDeviation();
  }

  @Override
  public double lower() {
    return values[0];
  }

  @Override
  public double upper() {
    return values[values.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantileCurve that
        && Arrays.equals(probabilities, that.probabilities)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(probabilities) + Arrays.hashCode(values);
  }

  /** The points, such as {@code quantiles(0.0: 1.0, 0.5: 2.0, 1.0: 4.0)}. */
  @Override
  public String toString() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> probabilities[i] + ": " + values[i])
        .collect(Collectors.joining(", ", "quantiles(", ")"));
  }

  @Override
  public String describe() {
    return "curve through "
        + values.length
        + " quantiles, median "
        + NumberText.of(quantile(0.5))
        + ", "
        + NumberText.interval(lower(), upper());
  }

  @Override
  public List<?> identity() {
    return List.of(Doubles.asList(probabilities), Doubles.asList(values));
  }
}
