package org.fundinggap.draws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fundinggap.random.Sampling;

/** How often stated 95% intervals hold the truth, over many seeds. */
public final class ErrorCoverage {
  public static final String HEADER = "sampling,draws,shape,figure,seeds,known,held\n";
  private static final double[] QUANTILES = {0.1, 0.5, 0.9, 0.99};

  private ErrorCoverage() {}

  /** One seed's intervals: whether each gives both ends, and whether it holds the truth. */
  record Seen(boolean known, boolean held) {}

  /**
   * What many seeds have seen of one figure.
   *
   * @param figure which
   * @param seeds how many
   * @param known of how many the interval has both ends
   * @param held of how many it holds the truth
   */
  public record Row(String figure, int seeds, int known, int held) {
    double coverage() {
      return (double) held / seeds;
    }
  }

  /** The true values of a number. */
  public interface Truth {
    double mean();

    double quantile(double probability);
  }

  /** The coverage of every figure of a shape. */
  static List<Row> rows(ErrorShape shape, Sampling sampling, int draws, int seeds) {
    Sampling leading = sampling.isIndependent() ? sampling : sampling.withLeading(shape.streams());
    return rows(
        shape, seeds, seed -> new Draws(shape.draws(leading.sampler(seed), draws), sampling));
  }

  /** The coverage of every figure of a number. */
  public static List<Row> rows(Truth truth, int seeds, IntFunction<Draws> draws) {
    List<Map<String, Seen>> all =
        IntStream.range(0, seeds)
            .parallel()
            .mapToObj(seed -> seen(truth, draws.apply(seed)))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (String figure : all.get(0).keySet()) {
      int known = 0;
      int held = 0;
      for (Map<String, Seen> each : all) {
        Seen seen = Objects.requireNonNull(each.get(figure));
        known += seen.known ? 1 : 0;
        held += seen.held ? 1 : 0;
      }
      rows.add(new Row(figure, seeds, known, held));
    }
    return rows;
  }

  private static Map<String, Seen> seen(Truth truth, Draws draws) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    seen.put("mean", seen(draws.meanInterval(), truth.mean()));
    for (double p : QUANTILES) {
      double at = truth.quantile(p);
      seen.put("quantile " + p, seen(draws.quantileInterval(p), at));
      if (truth.quantile(p / 1.001) < at) { // or there is an atom, above which is less than 1 - p
        seen.put("P(above quantile " + p + ")", seen(draws.probabilityAboveInterval(at), 1 - p));
      }
    }
    return seen;
  }

  private static Seen seen(Interval interval, double truth) {
    double close = 1e-12 * Math.max(1, Math.abs(truth));
    boolean held = interval.lower() <= truth + close && truth - close <= interval.upper();
    return new Seen(interval.isKnown(), held);
  }

  /** Rows as CSV, without a header. */
  public static String csv(String sampling, int draws, String name, List<Row> rows) {
    StringBuilder csv = new StringBuilder();
    for (Row row : rows) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%d,\"%s\",%s,%d,%d,%d%n",
              sampling,
              draws,
              name,
              row.figure,
              row.seeds,
              row.known,
              row.held));
    }
    return csv.toString();
  }

  /** Writes the coverage of all shapes to a file, as CSV: file, seeds. */
  public static void main(String[] args) throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    int seeds = Integer.parseInt(args[1]);
    for (int replicates : new int[] {0, 2, 4, 8, 16}) {
      Sampling sampling = replicates == 0 ? Sampling.independent() : Sampling.sobol(replicates);
      int[] sizes =
          replicates == 0
              ? new int[] {10, 30, 100, 1_000, 10_000, 100_000}
              : new int[] {1_024, 4_096, 16_384, 65_536};
      for (int draws : sizes) {
        for (ErrorShape shape : ErrorShape.ALL) {
          String name = replicates == 0 ? "independent" : replicates + " replicates";
          csv.append(csv(name, draws, shape.name(), rows(shape, sampling, draws, seeds)));
        }
      }
    }
    Files.writeString(Path.of(args[0]), csv);
  }
}
