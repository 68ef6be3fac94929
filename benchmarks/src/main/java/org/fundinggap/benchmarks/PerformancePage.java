package org.fundinggap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;
import org.fundinggap.benchmarks.TimeToAccuracyBenchmark.Draw;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything in rounds and rewrites the tables of the page of measurements.
 *
 * <p>A round runs the C and the NumPy program and one fork of every benchmark on every JDK, so that
 * what slows the machine for a while slows all of them; tables give medians over rounds, and ratios
 * are formed within a round first.
 */
public final class PerformancePage {
  /** The section of what Sobol draws earn. */
  static final String SOBOL = "sobol";

  /** The section of where England's time goes. */
  static final String PROFILE = "profile";

  /** The folder beside the page that keeps what its tables were made from. */
  static final String RAW = "performance";

  /** The file there that holds every number of every round. */
  static final String ROUNDS = "rounds.csv";

  /** The file there that holds every counted iteration of JMH. */
  static final String ITERATIONS = "iterations.csv";

  /** How often a round runs a program outside of Java, to give it as many tries as a benchmark. */
  private static final int OUTSIDE_RUNS = 3;

  /** Binary logarithm of the draws of each run that gives the truth about them. */
  private static final int TRUTH_DRAWS = 18;

  private final PerformanceOptions options;
  private final Measurements measured = new Measurements();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Double> loads = new ArrayList<>();
  private final Iterations iterations = new Iterations();

  private PerformancePage(PerformanceOptions options) {
    this.options = options;
  }

  /**
   * Runs it; the script {@code benchmarks/run} gives the arguments.
   *
   * @param arguments {@code --page FILE}, {@code --rounds N}, {@code --seeds N}, {@code --quick},
   *     {@code --sobol-only} (leaves all other tables as they are), {@code --jdk HOME} (repeated),
   *     {@code --commit HASH}, {@code --c PROGRAM}, {@code --c-built TEXT}, {@code --python
   *     PROGRAM}, {@code --numpy SCRIPT}
   * @throws IOException if a program fails or the page can't be written
   * @throws InterruptedException if it is interrupted
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    PerformanceOptions options = PerformanceOptions.parse(List.of(arguments));
    new PerformancePage(options).measureAndWrite();
  }

  private void measureAndWrite() throws IOException, InterruptedException, RunnerException {
    List<String> page = Files.readAllLines(options.page(), UTF_8);
    SpreadErrors errors = spreadErrors();
    Map<String, List<String>> sections =
        options.sobolOnly() ? PageSections.read(page) : timedSections();
    sections.put(SOBOL, new SpreadTables(errors).lines());
    if (!options.sobolOnly()) {
      sections.put(PROFILE, EnglandProfile.table());
    }
    Path plot = options.page().resolveSibling("performance-sobol.svg");
    Files.writeString(plot, ErrorPlot.svg(errors), UTF_8);
    Files.write(options.page(), PageSections.replaced(page, sections), UTF_8);
    say("wrote " + options.page() + " and " + plot);
    if (!options.sobolOnly()) {
      keepRaw();
    }
  }

  /** What the tables were made from, for whoever would look behind a median. */
  private void keepRaw() throws IOException {
    Path folder = Files.createDirectories(options.page().resolveSibling(RAW));
    measured.write(folder.resolve(ROUNDS));
    iterations.write(folder.resolve(ITERATIONS));
    say("wrote " + folder);
  }

  /** Comes first, while the rounds' JVMs are not yet running. */
  private SpreadErrors spreadErrors() {
    SpreadErrors errors =
        options.quick()
            ? new SpreadStudy(2, SpreadStudy.MOST, PerformancePage::say).run()
            : new SpreadStudy(options.seeds(), TRUTH_DRAWS, PerformancePage::say).run();
    for (Figure figure : Figure.values()) {
      for (Spread spread : List.of(Spread.SOBOL, Spread.SOBOL_IN_4)) {
        double gain = errors.gain(spread, figure, SpreadTables.WANTED_AT).value();
        measured.add(new Subject(Measurements.gain(spread, figure), 0), 0, gain);
      }
    }
    return errors;
  }

  private Map<String, List<String>> timedSections()
      throws IOException, InterruptedException, RunnerException {
    for (int round = 0; round < options.rounds(); round++) {
      loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      runOutside(Measurements.C, options.c(), round);
      runOutside(Measurements.NUMPY, options.numpy(), round);
      for (TimedCase timed : TimedCases.all(options.quick())) {
        if (round < timed.rounds()) {
          runCase(timed, round);
        }
      }
    }
    for (Draw draw : Draw.values()) {
      int draws = TimeToAccuracyBenchmark.drawsFor(draw, TimedCases.BOUND);
      measured.add(new Subject(TimedCases.draws(draw), 0), 0, draws);
    }
    List<Integer> features = options.jdks().stream().map(Jdk::feature).toList();
    int draws = options.quick() ? TimedCases.QUICK_ENGLAND_DRAWS : TimedCases.ENGLAND_DRAWS;
    return new PageTables(measured, features, circumstances(), draws).sections();
  }

  private void runOutside(String key, List<String> command, int round)
      throws IOException, InterruptedException {
    if (command.isEmpty()) {
      return;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < (options.quick() ? 1 : OUTSIDE_RUNS); run++) {
      OutsideProgram.Answer answer = new OutsideProgram(command).run();
      names.put(key, answer.name());
      best = Math.min(best, answer.milliseconds());
    }
    measured.add(new Subject(key, 0), round, best);
    say(String.format(Locale.ROOT, "round %d  %s: %.0f ms", round + 1, key, best));
  }

  private void runCase(TimedCase timed, int round) throws RunnerException {
    for (Jdk jdk : options.jdks()) {
      ForkRunner.Fork fork = ForkRunner.run(timed, jdk);
      measured.add(new Subject(timed.key(), jdk.feature()), round, fork.best());
      iterations.add(timed, jdk.feature(), round, fork.result());
      if (timed.key().equals(TimedCases.reference(1))) {
        measured.add(new Subject(Measurements.ALLOCATED, jdk.feature()), round, fork.allocated());
      }
      say(
          String.format(
              Locale.ROOT,
              "round %d  %s on JDK %d: %.4g",
              round + 1,
              timed.key(),
              jdk.feature(),
              fork.best()));
    }
  }

  private Map<String, String> circumstances() {
    Map<String, String> of = new LinkedHashMap<>();
    of.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    of.put("commit", options.commit());
    of.put(
        "processor",
        processor() + ", " + Runtime.getRuntime().availableProcessors() + " to be used");
    of.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    for (Jdk jdk : options.jdks()) {
      of.put("JDK " + jdk.feature(), jdk.version());
    }
    of.put("JVM flags of whole runs", "`-Xms2g -Xmx2g -XX:+AlwaysPreTouch`, else the JVM's own");
    of.put("C", options.c().isEmpty() ? "left out" : options.cBuilt());
    of.put("NumPy", names.getOrDefault(Measurements.NUMPY, "left out"));
    of.put(
        "rounds",
        options.rounds() + (options.quick() ? ", quick: only good for trying it out" : ""));
    of.put(
        "load average before each round",
        loads.stream()
            .map(load -> String.format(Locale.ROOT, "%.1f", load))
            .collect(Collectors.joining(", ")));
    return of;
  }

  private static String processor() {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.exists(file)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(file, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
