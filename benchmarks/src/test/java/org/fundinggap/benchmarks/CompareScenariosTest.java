package org.fundinggap.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scenario files are compared")
@Tag("medium")
class CompareScenariosTest {
  @TempDir private Path folder;

  private String file(String rule) throws IOException {
    Path file = folder.resolve(rule + ".yaml");
    Files.writeString(
        file,
        "fundinggap-scenario: 1\nname: "
            + rule
            + "\nbase: {to: 2026-27}\nfunding: {then: "
            + rule
            + "}\n");
    return file.toString();
  }

  @Test
  @DisplayName("with the numbers of a run of the same draws, in text and in a table of all years")
  void numbers() throws IOException {
    Path csv = folder.resolve("out").resolve("gaps.csv");
    String text =
        CompareScenarios.compared(
            "--error",
            "1e6",
            "--seed",
            "3",
            "--csv",
            csv.toString(),
            file("cash-flat"),
            file("real-flat"));
    Baseline baseline = Baseline.england(EvidenceBase.load()).to(FinancialYear.parse("2026-27"));
    Scenario cash = baseline.with(FundingRule.CASH_FLAT);
    Scenario real = baseline.with(FundingRule.REAL_FLAT);
    var run =
        Simulation.of(List.of(cash, real))
            .keeping(Gap.STAND_STILL.cash())
            .run(Settings.of(3, PreciseRun.FIRST));
    FinancialYear last = baseline.years().last();
    double mean = run.outcome(real.name(), Gap.STAND_STILL.cash()).in(last).mean();
    double less = mean - run.outcome(cash.name(), Gap.STAND_STILL.cash()).in(last).mean();
    assertTrue(text.contains(String.format(Locale.ROOT, "%,.1f", mean)), text);
    assertTrue(text.contains("real-flat less cash-flat"), text);
    assertTrue(text.contains(String.format(Locale.ROOT, "%,.1f", less)), text);
    assertTrue(text.startsWith("1,000 draws, seed 3, "), text);
    String written = Files.readString(csv);
    assertTrue(written.contains(Double.toString(mean)), "the mean in the table");
    assertTrue(Files.exists(csv.resolveSibling("gaps.csv-metadata.json")), "metadata");
  }

  @Test
  @DisplayName("with as many draws as the wanted error takes, or as many as are allowed")
  void precision() throws IOException {
    String cash = file("cash-flat");
    String real = file("real-flat");
    String enough = CompareScenarios.compared("--error", "10", cash, real);
    assertTrue(enough.contains("within the wanted GBP 10.0m"), enough);
    String alone = CompareScenarios.compared("--error", "1e6", real);
    assertTrue(alone.contains("real-flat") && !alone.contains(" less real"), alone);
    String few = CompareScenarios.compared("--error", "0.001", "--most", "2000", cash, real);
    assertTrue(few.startsWith("2,000 draws"), few);
    assertTrue(few.contains("MORE than the wanted GBP 0.00100m"), few);
  }

  @Test
  @DisplayName("or refused with what to do")
  void refusals() throws IOException {
    String one = file("real-flat");
    assertRefused("one or more", "--error", "5");
    assertRefused("--error must be above 0", "--error", "0", one, one);
    assertRefused("--most must be in [1000, 10000000]", "--most", "5", one, one);
    assertRefused("--help lists the options", "--eror", "5", one, one);
    assertRefused("real-flat", one, one);
    assertThrows(IOException.class, () -> CompareScenarios.compared(one, one + "x"));
    assertEquals("", CompareScenarios.compared("--help"));
  }

  private static void assertRefused(String part, String... arguments) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> CompareScenarios.compared(arguments));
    assertTrue(String.valueOf(e.getMessage()).contains(part), e::toString);
  }
}
