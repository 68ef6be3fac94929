package org.fundinggap.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What {@link PerformancePage} is told.
 *
 * @param page the file to rewrite
 * @param rounds how many rounds, at least 1
 * @param seeds from how many the errors of Sobol draws are measured, at least 2
 * @param quick one short round
 * @param sobolOnly nothing but what Sobol draws earn; the other tables stay
 * @param commit what the measured code is called
 * @param jdks what to measure on; at least one
 * @param c command of the C program; empty to leave it out
 * @param cBuilt how it was built
 * @param numpy command of the NumPy program; empty to leave it out
 */
record PerformanceOptions(
    Path page,
    int rounds,
    int seeds,
    boolean quick,
    boolean sobolOnly,
    String commit,
    List<Jdk> jdks,
    List<String> c,
    String cBuilt,
    List<String> numpy) {
  private static final int ROUNDS = 5;

  PerformanceOptions {
    jdks = List.copyOf(jdks);
    c = List.copyOf(c);
    numpy = List.copyOf(numpy);
    if (page.toString().isEmpty() || rounds < 1 || seeds < 2) {
      throw new IllegalArgumentException(
          "--page must be given, --rounds be at least 1 and --seeds at least 2");
    }
  }

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException if one is unknown, lacks its value, or there is no page
   * @throws IOException if a JDK can't be read
   */
  static PerformanceOptions parse(List<String> arguments) throws IOException {
    Deque<String> left = new ArrayDeque<>(arguments);
    String page = "";
    int rounds = ROUNDS;
    int seeds = SpreadStudy.SEEDS;
    boolean quick = false;
    boolean sobolOnly = false;
    List<Jdk> jdks = new ArrayList<>();
    List<String> c = new ArrayList<>();
    String built = "";
    String commit = "not said";
    String python = "python3";
    List<String> numpy = new ArrayList<>();
    while (!left.isEmpty()) {
      String name = left.pop();
      switch (name) {
        case "--page" -> page = value(name, left);
        case "--rounds" -> rounds = Integer.parseInt(value(name, left));
        case "--seeds" -> seeds = Integer.parseInt(value(name, left));
        case "--quick" -> quick = true;
        case "--sobol-only" -> sobolOnly = true;
        case "--jdk" -> jdks.add(Jdk.at(Path.of(value(name, left))));
        case "--c" -> c.add(value(name, left));
        case "--commit" -> commit = value(name, left);
        case "--c-built" -> built = value(name, left);
        case "--python" -> python = value(name, left);
        case "--numpy" -> numpy.addAll(List.of(python, value(name, left)));
        default -> throw new IllegalArgumentException("argument is unknown: " + name);
      }
    }
    if (jdks.isEmpty()) {
      jdks.addAll(Jdk.found());
    }
    return new PerformanceOptions(
        Path.of(page), quick ? 1 : rounds, seeds, quick, sobolOnly, commit, jdks, c, built, numpy);
  }

  private static String value(String name, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException("argument must have a value: " + name);
    }
    return left.pop();
  }
}
