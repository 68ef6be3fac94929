package org.fundinggap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference workload in another language: a program that prints its best time, and the mean and
 * standard deviation of the last year's gap.
 *
 * @param command how it is started
 */
record OutsideProgram(List<String> command) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<name>.+): (?<ms>[\\d.]+) ms for (?<draws>\\d+) draws,"
              + " mean (?<mean>-?[\\d.]+), sd (?<sd>[\\d.]+)");

  /**
   * What it printed.
   *
   * @param name how it calls itself, with its version if it has one
   * @param milliseconds its best time
   */
  record Answer(String name, double milliseconds) {}

  /**
   * Runs it once, on one thread.
   *
   * @throws IOException if it fails, or prints anything but the right answer
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  Answer run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(command + " must end well, ended with " + exit + ": " + printed);
    }
    return parse(printed);
  }

  /**
   * Reads the line that such a program prints.
   *
   * @throws IOException if it is another, or its mean or standard deviation are wrong
   */
  static Answer parse(String printed) throws IOException {
    Matcher line = LINE.matcher(printed);
    if (!line.matches()) {
      throw new IOException(
          "program must print a line like \"C: 240 ms for 1048576 draws, mean -2036.80, sd"
              + " 689.00\", printed \""
              + printed
              + "\"");
    }
    double mean = Double.parseDouble(line.group("mean"));
    double sd = Double.parseDouble(line.group("sd"));
    if (!(Math.abs(mean - ReferenceWorkload.MEAN) <= 3
        && Math.abs(sd - ReferenceWorkload.STANDARD_DEVIATION) <= 3)) {
      throw new IOException("mean and sd must be within 3 of the right ones, were: " + printed);
    }
    return new Answer(line.group("name"), Double.parseDouble(line.group("ms")));
  }
}
