package org.fundinggap.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What was measured, by program, JDK and round. Not for sharing by threads. */
final class Measurements {
  /** Bytes that a run of the reference workload allocates, beside the times. */
  static final String ALLOCATED = "allocated";

  /** How many times the variance of Sobol draws that of independent ones is; no time. */
  static String gain(SpreadStudy.Spread spread, SpreadStudy.Figure figure) {
    return "gain " + spread + " " + figure;
  }

  /** The head of the file; a time is in the unit of its benchmark, and rounds count from 0. */
  private static final List<String> HEAD = List.of("program", "jdk", "round", "value");

  static final String C = "c";
  static final String NUMPY = "numpy";

  private final Map<Subject, NavigableMap<Integer, Double>> values = new LinkedHashMap<>();

  /**
   * What a number is of.
   *
   * @param program the key of a {@link TimedCase}, or a program outside of Java
   * @param jdk the JDK's feature version; 0 outside of Java
   */
  record Subject(String program, int jdk) {}

  void add(Subject key, int round, double value) {
    values.computeIfAbsent(key, none -> new TreeMap<>()).put(round, value);
  }

  private NavigableMap<Integer, Double> of(Subject key) {
    return values.getOrDefault(key, new TreeMap<>());
  }

  /**
   * Writes every number of every round, with a head.
   *
   * @throws IOException if the file can't be written
   */
  void write(Path file) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      writer.writeRecord(HEAD);
      values.forEach(
          (key, rounds) ->
              rounds.forEach(
                  (round, value) ->
                      writer.writeRecord(key.program(), "" + key.jdk(), "" + round, "" + value)));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file can't be read
   */
  static Measurements read(Path file) throws IOException {
    Measurements read = new Measurements();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        Subject key = new Subject(row.getField("program"), Integer.parseInt(row.getField("jdk")));
        int round = Integer.parseInt(row.getField("round"));
        read.add(key, round, Double.parseDouble(row.getField("value")));
      }
    }
    return read;
  }

  /** How many rounds there are of it. */
  int rounds(Subject key) {
    return of(key).size();
  }

  /** What a round gave; none if it was not run in it. */
  OptionalDouble at(Subject key, int round) {
    Double value = of(key).get(round);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The middle one of the rounds. */
  OptionalDouble median(Subject key) {
    return median(of(key).values());
  }

  /** Largest less smallest of the rounds, over the median. */
  OptionalDouble spread(Subject key) {
    return spread(of(key).values());
  }

  /** Largest less smallest, over the median; none of nothing. */
  static OptionalDouble spread(Collection<Double> all) {
    OptionalDouble median = median(all);
    if (median.isEmpty()) {
      return median;
    }
    double[] sorted = sorted(all);
    return OptionalDouble.of((sorted[sorted.length - 1] - sorted[0]) / median.getAsDouble());
  }

  /**
   * How many times the one is the other: the median of the ratios within rounds, because what slows
   * a machine for minutes slows both.
   */
  Ratio ratio(Subject top, Subject bottom) {
    NavigableMap<Integer, Double> tops = of(top);
    NavigableMap<Integer, Double> bottoms = of(bottom);
    List<Double> ratios = new ArrayList<>();
    tops.forEach(
        (round, above) -> {
          Double below = bottoms.get(round);
          if (below != null) {
            ratios.add(above / below);
          }
        });
    return Ratio.of(ratios);
  }

  /** The middle one; the mean of the two in the middle of an even number; none of nothing. */
  static OptionalDouble median(Collection<Double> all) {
    if (all.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] sorted = sorted(all);
    int half = sorted.length / 2;
    double middle = sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    return OptionalDouble.of(middle);
  }

  private static double[] sorted(Collection<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
