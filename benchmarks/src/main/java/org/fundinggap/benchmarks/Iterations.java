package org.fundinggap.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Every counted iteration of every JMH benchmark: what lies behind a round's best. */
final class Iterations {
  private static final List<String> HEAD =
      List.of("program", "benchmark", "jdk", "round", "iteration", "score", "unit");

  private final List<Row> rows = new ArrayList<>();

  /**
   * One iteration.
   *
   * @param subject which case, on which JDK
   * @param benchmark class and method
   * @param round from 0
   * @param iteration from 0
   * @param score the time, in its unit
   * @param unit such as {@code ms/op}
   */
  record Row(
      Subject subject, String benchmark, int round, int iteration, double score, String unit) {}

  void add(TimedCase timed, int jdk, int round, RunResult result) {
    int iteration = 0;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult each : fork.getIterationResults()) {
        Result<?> primary = each.getPrimaryResult();
        rows.add(
            new Row(
                new Subject(timed.key(), jdk),
                timed.benchmark(),
                round,
                iteration++,
                primary.getScore(),
                primary.getScoreUnit()));
      }
    }
  }

  /** The best of a round; none if it was not run in it. */
  OptionalDouble best(Subject subject, int round) {
    return rows.stream()
        .filter(row -> row.subject.equals(subject) && row.round == round)
        .mapToDouble(Row::score)
        .min();
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * Writes all, with a head.
   *
   * @throws IOException if the file can't be written
   */
  void write(Path file) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      writer.writeRecord(HEAD);
      for (Row row : rows) {
        writer.writeRecord(
            row.subject.program(),
            row.benchmark,
            "" + row.subject.jdk(),
            "" + row.round,
            "" + row.iteration,
            "" + row.score,
            row.unit);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file can't be read
   */
  static Iterations read(Path file) throws IOException {
    Iterations read = new Iterations();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : records) {
        read.rows.add(
            new Row(
                new Subject(row.getField("program"), Integer.parseInt(row.getField("jdk"))),
                row.getField("benchmark"),
                Integer.parseInt(row.getField("round")),
                Integer.parseInt(row.getField("iteration")),
                Double.parseDouble(row.getField("score")),
                row.getField("unit")));
      }
    }
    return read;
  }
}
