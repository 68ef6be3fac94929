package org.fundinggap.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.report.SourceCheckTable;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;

/**
 * Example 1, the main job: from the published figures to demand, cost, funding and gap.
 *
 * <p>Prints every claim of the source documents beside what it implies, what the calibrated model
 * says and what happened; then demand, cost and the gap by year; and writes the same as one page,
 * {@code examples/target/report.html}.
 *
 * <p>Run it from the root of the project:
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java
 * mvn -q -pl examples -am compile exec:java -Dexec.args="10000 7"   (draws and seed)
 * }</pre>
 */
public final class Ex1MainJob {
  private static final int DRAWS = 100_000;
  private static final long SEED = 2025;
  private static final FinancialYear QUOTED = FinancialYear.parse("2029-30");

  private Ex1MainJob() {}

  /**
   * Does the main job, and says first how many draws it rests on.
   *
   * @param args number of draws and seed, both optional
   */
  public static void main(String[] args) {
    long draws = args.length > 0 ? wholeNumber("draws", args[0]) : DRAWS;
    long seed = args.length > 1 ? wholeNumber("seed", args[1]) : SEED;
    Settings settings = Settings.of(seed, (int) Math.min(draws, Integer.MAX_VALUE));

    // The register: every figure and series with its source. All numbers come from here.
    EvidenceBase evidence = EvidenceBase.load();

    // (a) What the sources claim, what it implies, what the model says, what happened.
    List<SourceCheck> checks = SourceChecks.run(evidence, settings);

    // (b) England from its published base year, under several funding rules on the same draws.
    EnglandReport report = EnglandReport.run(evidence, Baseline.england(evidence), settings);

    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(
        "%,d draws, seed %d; projected numbers are medians where nothing else is said.%n%n",
        settings.draws(), settings.seed());
    out.println(SourceCheckTable.of(checks));
    out.println(report.demandTable());
    out.println(report.costTable());
    out.println(report.linesTable());
    out.println(report.streamsTable());
    out.println(report.gapTable(Gap.STAND_STILL));
    out.println(report.realGapTable());
    out.println(report.openingsTable());
    out.println(report.plainGapTable(Gap.STAND_STILL));
    out.println(report.gapTable(Gap.BUDGET));
    out.println(report.definitionsTable());
    out.println(report.headline(QUOTED));
    out.println();
    out.println("Report: " + write(report.page(checks).html()));
  }

  private static long wholeNumber(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          name + " must be a whole number, was \"" + text + "\"; write 10000, say", notANumber);
    }
  }

  private static Path write(String html) {
    Path module = Files.isDirectory(Path.of("examples")) ? Path.of("examples") : Path.of("");
    Path file = module.resolve("target").resolve("report.html");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, html);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file.toAbsolutePath(), failure);
    }
    return file;
  }
}
