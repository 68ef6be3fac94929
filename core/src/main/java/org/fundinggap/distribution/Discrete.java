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
 * A quantity that takes one of a few values, such as one of the published variants of a projection.
 * Immutable; equal to another of the same values and probabilities.
 */
final class Discrete implements Distribution, Identified {
  private static final double SUM_TOLERANCE = 1e-9;
  private static final int MOST_SPELT_OUT = 4;

  private final double[] values;
  private final double[] probabilities;

  /** The probability of each value or a smaller one; exactly 1 at the last. */
  private final double[] cumulative;

  Discrete(double[] values, double[] probabilities) {
    // Adding 0.0 turns a negative zero into zero, so that the two are one value.
    this.values = Arrays.stream(values).map(value -> value + 0.0).toArray();
    this.probabilities = probabilities.clone();
    Arguments.whole(
        values.length, 2, 1_000, "the number of values", "use Distribution.fixed for a known one");
    if (probabilities.length != values.length) {
      throw new IllegalArgumentException(
          "probabilities must be as many as the values, "
              + values.length
              + ", were "
              + probabilities.length
              + "; give one for each value");
    }
    for (int i = 0; i < values.length; i++) {
      Arguments.place(values[i], "values[" + i + "]");
      Arguments.scale(probabilities[i], "probabilities[" + i + "]", "leave out what cannot happen");
      if (i > 0) {
        Arguments.ordered(
            values[i - 1], values[i], "neighbouring values", "sort them, with each value once");
      }
    }
    this.cumulative = cumulative(probabilities);
  }

  double[] probabilities() {
    return probabilities.clone();
  }

  double[] values() {
    return values.clone();
  }

  private static double[] cumulative(double[] probabilities) {
    int last = probabilities.length - 1;
    double[] cumulative = new double[probabilities.length];
    double sum = 0.0;
    for (int i = 0; i < last; i++) {
      sum += probabilities[i];
      cumulative[i] = sum;
    }
    String fix = "scale them so that they add up to 1";
    Checks.within(
        sum + probabilities[last],
        1.0 - SUM_TOLERANCE,
        1.0 + SUM_TOLERANCE,
        "the sum of the probabilities",
        fix);
    // Else the last value would lie beyond every probability, and never be drawn.
    Arguments.ordered(sum, 1.0, "the sum without the last probability, and 1,", fix);
    cumulative[last] = 1.0;
    return cumulative;
  }

  /**
   * The smallest value whose cumulative probability reaches {@code p}.
   *
   * @param p a probability, 0 to 1
   * @return one of the values
   * @throws IllegalArgumentException if {@code p} is NaN or outside [0, 1]
   */
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
    int i = 0;
    while (cumulative[i] < p) {
      i++;
    }
    return values[i];
  }

  /** By distances from the first value: exact about large values. */
  @Override
  public double mean() {
    double sum = 0.0;
    for (int i = 1; i < values.length; i++) {
      sum += weight(i) * (values[i] - values[0]);
    }
    return values[0] + sum;
  }

  /** By distances from the mean, so that a value of hardly any weight keeps its part. */
  @Override
  public double standardDeviation() {
    double mean = mean();
    double sum = 0.0;
    for (int i = 0; i < values.length; i++) {
      double distance = values[i] - mean;
      sum += weight(i) * distance * distance;
    }
    return Math.sqrt(sum);
  }

  private double weight(int i) {
    return i == 0 ? cumulative[0] : cumulative[i] - cumulative[i - 1];
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
    return other instanceof Discrete that
        && Arrays.equals(values, that.values)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(probabilities);
  }

  /** The values with their probabilities, such as {@code discrete(0: 0.25, 1: 0.5, 2: 0.25)}. */
  @Override
  public String toString() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> text(values[i]) + ": " + text(probabilities[i]))
        .collect(Collectors.joining(", ", "discrete(", ")"));
  }

  private static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public String describe() {
    if (values.length > MOST_SPELT_OUT) {
      return "one of " + values.length + " values, " + TableMoments.inWords(this);
    }
    return IntStream.range(0, values.length)
        .mapToObj(
            i -> NumberText.of(values[i]) + " with probability " + NumberText.of(probabilities[i]))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<?> identity() {
    return List.of(Doubles.asList(values), Doubles.asList(probabilities));
  }
}
