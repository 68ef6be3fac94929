package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.published.Published;
import org.fundinggap.scoring.Score;

/**
 * One number that a past run said beforehand, scored on the log scale.
 *
 * @param quantity what it is of
 * @param terms cash, or prices of the base year; volumes are scored once, as cash
 * @param window from which origin, to which year
 * @param acrossBreak whether its statistics changed what they count after the base year, up to the
 *     target: then a part of the error is not the forecast's
 * @param outcome what was published, latest revision; in the unit of the quantity
 * @param range what the model had said, in the same unit
 * @param model the score of the model; of logarithms
 * @param benchmarks the scores of the benchmarks, for the same outcome; none for a forecast that
 *     was written down
 */
public record ScoredCase(
    Published quantity,
    Terms terms,
    Window window,
    boolean acrossBreak,
    double outcome,
    SaidRange range,
    Score model,
    Map<Benchmark, Score> benchmarks) {
  /**
   * Checks and copies the map.
   *
   * @param quantity as described above
   * @param terms as described above
   * @param window as described above
   * @param acrossBreak as described above
   * @param outcome as described above
   * @param range as described above
   * @param model as described above
   * @param benchmarks as described above
   */
  public ScoredCase {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(model, "model");
    benchmarks = ImmutableMap.copyOf(benchmarks);
  }

  /**
   * The score of a benchmark.
   *
   * @param benchmark which
   * @return empty for a forecast that was written down
   */
  public Optional<Score> score(Benchmark benchmark) {
    return Optional.ofNullable(benchmarks.get(benchmark));
  }
}
