package org.fundinggap.estimation;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.random.Correlation;

/**
 * Correlations of several series of the same years, shrunk towards one common value.
 *
 * <p>Ten years fix a correlation to about 0.3 either way, and a table of many such numbers holds
 * some that are large by luck. Each is therefore w times the sample's plus 1 - w times the common
 * value (Ledoit and Wolf 2004, with a weight that is stated and not estimated). Limits: one weight
 * serves all pairs, and series that have a trend or lasting swings look more alike than they are;
 * give their changes or residuals.
 *
 * @param correlation the correlations of all pairs
 * @param years how many yearly numbers each series had
 * @param weightOfSample how far the sample counts, 0 to 1
 * @param ids ids of the evidence that they were made from; empty if that is not kept track of
 */
public record ShrunkCorrelation(
    Correlation correlation, int years, double weightOfSample, Set<String> ids) {

  /**
   * Checks that nothing is missing.
   *
   * @param correlation as described above
   * @param years as described above
   * @param weightOfSample as described above
   * @param ids as described above
   */
  public ShrunkCorrelation {
    Objects.requireNonNull(correlation, "correlation");
    ids = ImmutableSet.copyOf(ids);
  }

  /**
   * The shrunk correlations, from a weight and a common value whose evidence is not kept track of.
   *
   * @param names one name a series, each once, not blank
   * @param samples the series, in the order of {@code names}, all of the same years
   * @param towards the correlation of any two series that is believed before data, -1 to 1
   * @param weightOfSample how far the sample counts, 0 to 1
   * @return the correlations: {@code weightOfSample} times the sample's plus the rest times {@code
   *     towards}; just {@code towards} for a series that never varies
   * @throws InvalidInputException naming every fault; also where the correlations contradict each
   *     other, which takes a weight near 1 or a {@code towards} near 1 or well below 0
   */
  public static ShrunkCorrelation of(
      List<String> names, List<YearlySeries> samples, double towards, double weightOfSample) {
    return of(names, samples, towards, weightOfSample, ImmutableSet.of());
  }

  /**
   * The shrunk correlations.
   *
   * @param names one name a series, each once, not blank
   * @param samples the series, in the order of {@code names}, all of the same years
   * @param towards the correlation of any two series that is believed before data, -1 to 1
   * @param weightOfSample how far the sample counts, 0 to 1
   * @return the correlations, with the ids of all series, unless they have no weight, and of the
   *     common value and the weight
   * @throws InvalidInputException as {@link #of(List, List, double, double)}
   */
  public static ShrunkCorrelation of(
      List<String> names, List<YearlySeries> samples, Cited towards, Cited weightOfSample) {
    Set<String> ids = Cited.joined(towards.ids(), weightOfSample.ids());
    return Culprits.naming(
        ids, () -> of(names, samples, towards.value(), weightOfSample.value(), ids));
  }

  private static ShrunkCorrelation of(
      List<String> names,
      List<YearlySeries> samples,
      double towards,
      double weightOfSample,
      Set<String> beliefs) {
    Correlation correlation = correlation(names, samples, towards, weightOfSample);
    Set<String> ids = ImmutableSet.of();
    if (weightOfSample > 0) {
      for (YearlySeries sample : samples) {
        ids = Cited.joined(ids, sample.ids());
      }
    }
    return new ShrunkCorrelation(
        correlation, years(samples), weightOfSample, Cited.joined(ids, beliefs));
  }

  private static int years(List<YearlySeries> samples) {
    return samples.isEmpty() ? 0 : samples.get(0).years();
  }

  private static Correlation correlation(
      List<String> names, List<YearlySeries> samples, double towards, double weightOfSample) {
    InvalidInputException.throwIfAny(
        "shrunk correlation", problems(names, samples, towards, weightOfSample));
    List<double[]> deviations =
        samples.stream().map(sample -> Sums.deviations(sample.values())).toList();
    int size = names.size();
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double scale =
            Math.sqrt(Sums.squares(deviations.get(i))) * Math.sqrt(Sums.squares(deviations.get(j)));
        double product = Sums.products(deviations.get(i), deviations.get(j), 0);
        // Rounding can take a perfect correlation past 1.
        double sample = scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : towards;
        matrix[i][j] = weightOfSample * sample + (1 - weightOfSample) * towards;
        matrix[j][i] = matrix[i][j];
      }
    }
    return Correlation.of(names, matrix);
  }

  private static List<String> problems(
      List<String> names, List<YearlySeries> samples, double towards, double weightOfSample) {
    List<String> problems = new ArrayList<>();
    if (samples.size() != names.size()) {
      problems.add(
          "samples must hold one series for each of "
              + names.size()
              + " names, held "
              + samples.size()
              + "; add or drop series");
    }
    for (int i = 1; i < samples.size(); i++) {
      if (samples.get(i).years() != samples.get(0).years()) {
        problems.add(
            "samples["
                + i
                + "] must have the "
                + samples.get(0).years()
                + " years of samples[0], had "
                + samples.get(i).years()
                + "; cut all to the years that they share");
      }
    }
    addIfOutside(towards, -1, "towards", problems);
    addIfOutside(weightOfSample, 0, "weightOfSample", problems);
    return problems;
  }

  private static void addIfOutside(double value, double lower, String name, List<String> problems) {
    if (!(value >= lower && value <= 1)) {
      problems.add(name + " must be in [" + lower + ", 1.0], was " + value + "; write 0.3 for 30%");
    }
  }
}
