package org.fundinggap.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.export.Tidy;
import org.fundinggap.file.ScenarioFile;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;

/**
 * Compares scenario files: each gap of each, and each paired difference of two, with time and Monte
 * Carlo error, from as many draws as a wanted precision takes.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar org.fundinggap.benchmarks.CompareScenarios \
 *     --error 10 --csv target/comparison.csv examples/scenarios/*.yaml
 * }</pre>
 *
 * <p>{@code --error} is the largest standard error of a mean that is allowed, in GBP million, over
 * all gaps and differences of the year. {@code --year} is the last year that all of them project
 * unless it is given; {@code --most} the draws at which it stops all the same. Settings in files
 * are not used. {@code --csv} writes all years as tidy data, with what they mean beside.
 */
public final class CompareScenarios {
  private static final int MOST_DRAWS = 10_000_000;

  private final OptionParser parser = new OptionParser();
  private final OptionSpec<Double> error =
      parser
          .accepts("error", "largest standard error of a mean, GBP million")
          .withRequiredArg()
          .ofType(Double.class)
          .defaultsTo(10.0);
  private final OptionSpec<Long> seed =
      parser
          .accepts("seed", "seed of the draws")
          .withRequiredArg()
          .ofType(Long.class)
          .defaultsTo(2025L);
  private final OptionSpec<Integer> most =
      parser
          .accepts("most", "most draws")
          .withRequiredArg()
          .ofType(Integer.class)
          .defaultsTo(1_000_000);
  private final OptionSpec<String> year =
      parser.accepts("year", "financial year that is printed").withRequiredArg();
  private final OptionSpec<String> csv =
      parser.accepts("csv", "file for all years, as tidy data").withRequiredArg();
  private final OptionSpec<String> files = parser.nonOptions("scenario files, one or more");

  private CompareScenarios() {}

  /**
   * Prints the comparison, or what is wrong with the arguments or a file.
   *
   * @param arguments options, and scenario files; {@code --help} lists them
   */
  public static void main(String[] arguments) {
    try {
      System.out.print(new CompareScenarios().run(arguments));
    } catch (NoSuchFileException e) {
      System.err.println("there is no file " + e.getFile());
      System.exit(2);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * The comparison as text.
   *
   * @throws IllegalArgumentException if an option or a file is wrong, all problems at once
   */
  static String compared(String... arguments) throws IOException {
    return new CompareScenarios().run(arguments);
  }

  private String run(String[] arguments) throws IOException {
    if (Arrays.asList(arguments).contains("--help") || arguments.length == 0) {
      parser.printHelpOn(System.out);
      return "";
    }
    OptionSet options = parsed(arguments);
    List<Scenario> scenarios = scenarios(options.valuesOf(files));
    PreciseRun run =
        PreciseRun.of(
            scenarios,
            shown(scenarios, Optional.ofNullable(options.valueOf(year))),
            options.valueOf(seed),
            options.valueOf(error),
            options.valueOf(most));
    if (options.has(csv)) {
      save(run, Path.of(options.valueOf(csv)));
    }
    return run.text();
  }

  private OptionSet parsed(String[] arguments) {
    try {
      OptionSet options = parser.parse(arguments);
      check(options);
      return options;
    } catch (OptionException e) {
      throw new IllegalArgumentException(e.getMessage() + "; --help lists the options", e);
    }
  }

  private void check(OptionSet options) {
    if (!(options.valueOf(error) > 0)) {
      throw new IllegalArgumentException(
          "--error must be above 0, was " + options.valueOf(error) + "; write 10 for GBP 10m");
    }
    int draws = options.valueOf(most);
    if (draws < PreciseRun.FIRST || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--most must be in [%d, %d], was %d",
              PreciseRun.FIRST,
              MOST_DRAWS,
              draws));
    }
    if (options.valuesOf(files).isEmpty()) {
      throw new IllegalArgumentException(
          "scenario files must be one or more, were none; name them behind the options");
    }
  }

  private static List<Scenario> scenarios(List<String> names) throws IOException {
    EvidenceBase register = EvidenceBase.load();
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : names) {
      scenarios.add(ScenarioFile.load(Path.of(name), register).scenario());
    }
    return scenarios;
  }

  private static FinancialYear shown(List<Scenario> scenarios, Optional<String> asked) {
    return asked
        .map(FinancialYear::parse)
        .orElseGet(
            () ->
                scenarios.stream()
                    .map(scenario -> scenario.inputs().years().last())
                    .min(FinancialYear::compareTo)
                    .orElseThrow());
  }

  private static void save(PreciseRun run, Path file) throws IOException {
    List<Tidy> tables = new ArrayList<>(List.of(Tidy.of(run.projection())));
    run.differences().forEach(each -> tables.add(Tidy.of(each)));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Tidy.together("Gaps and paired differences", tables.toArray(Tidy[]::new)).save(file);
  }
}
