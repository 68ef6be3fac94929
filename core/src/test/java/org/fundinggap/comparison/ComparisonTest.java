package org.fundinggap.comparison;

import static org.fundinggap.comparison.Options.CHILDREN;
import static org.fundinggap.comparison.Options.GAP;
import static org.fundinggap.comparison.Options.SHARE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.GivenDraws;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("A comparison")
@Tag("medium")
class ComparisonTest {
  private static final Variable X = number("x");
  private static final Settings SETTINGS = Settings.of(1, 1_000);
  private static final Projection RUN =
      Options.run(
          SETTINGS,
          Options.scenario("base", 1, 2),
          Options.scenario("cheaper", 1, 1.5),
          Options.scenario("fewer", 0.8, 2),
          Options.withoutGap("children alone"));

  private final Comparison comparison = Comparison.of(RUN, "base");

  @Test
  @DisplayName("knows its baseline and the others")
  void knowsItsScenarios() {
    assertEquals("base", comparison.baseline());
    assertEquals(List.of("cheaper", "fewer", "children alone"), comparison.alternatives());
    assertHolds(comparison.toString(), "cheaper", "with base");
  }

  @Test
  @DisplayName("pairs draws: a price a quarter lower saves a quarter in every draw")
  void drawsArePaired() {
    Difference difference = comparison.differences("cheaper", GAP).in(year(2026));
    double[] saved = difference.draws().values();
    double[] base = difference.ofBaseline().values();
    for (int i = 0; i < saved.length; i++) {
      assertEquals(-0.25 * base[i], saved[i], 1e-12 * base[i]);
    }
    // (1 + 0.75^2) / 0.25^2
    assertEquals(25, difference.varianceRatio(), 1e-9);
    assertEquals(1, difference.probabilityBetter(Direction.LOWER));
    assertEquals(1, comparison.differences("cheaper", CHILDREN).in(year(2026)).probabilitySame());
  }

  @Test
  @DisplayName("finds nothing between a scenario and itself under another name, to the bit")
  void sameScenarioHasNoDifference() {
    Scenario england = England.baseline().with(FundingRule.CASH_FLAT);
    Scenario again = new Scenario("again", "the same", england.inputs());
    Variable gap = Gap.STAND_STILL.cash();
    Projection run = Simulation.of(england, again).keeping(gap).run(Settings.of(3, 600));
    Difference total = Comparison.of(run, england.name()).differences("again", gap).total();
    assertArrayEquals(new double[600], total.draws().values());
    assertEquals(0, total.draws().meanError());
    assertEquals(1, total.probabilitySame());
    assertEquals(Double.POSITIVE_INFINITY, total.varianceRatio());
  }

  @Test
  @DisplayName("of England's funding rules needs far fewer draws than runs of their own would")
  void englandIsPaired() {
    Variable gap = Gap.STAND_STILL.real(England.baseline().baseYear());
    Projection run =
        Simulation.of(England.baseline().withEach(FundingRule.CASH_FLAT, FundingRule.REAL_FLAT))
            .keeping(gap)
            .run(Settings.of(1, 2_000));
    Difference last = Comparison.of(run, "cash-flat").differences("real-flat", gap).in(year(2034));
    assertTrue(last.probabilityBetter(Direction.LOWER) > 0.95, last.toString());
    assertTrue(last.varianceRatio() > 10, "ratio " + last.varianceRatio());
  }

  @Test
  @DisplayName("covers the years that both have, and adds up those projected in both")
  void yearsAreCommon() {
    double[] ones = {1, 1};
    double[] threes = {3, 3};
    Projection run =
        GivenDraws.run(X)
            .with("early", 2023, ones, ones, ones, ones)
            .with("late", 2024, threes, threes, threes, threes)
            .projection();
    Differences differences = Comparison.of(run, "early").differences("late", X);
    assertEquals(years(2024, 2026), differences.years());
    assertEquals("2025-26 to 2026-27", differences.total().period());
    assertEquals(4, differences.total().draws().mean());
    Projection apart =
        GivenDraws.run(X).with("early", 2020, ones).with("late", 2024, ones).projection();
    assertHolds(
        refusal(() -> Comparison.of(apart, "early").differences("late", X)),
        "year in common",
        "2020-21");
    assertHolds(
        refusal(() -> Comparison.of(run, "early").regretOfTotals(X, Direction.LOWER)),
        "years of all scenarios",
        "late");
  }

  @Test
  @DisplayName("refuses a run of one scenario, and names that are not there")
  void wildNamesAreRefused() {
    assertHolds(
        refusal(() -> Comparison.of(RUN.only("base"), "base")), "at least one", "Simulation.of");
    assertHolds(refusal(() -> Comparison.of(RUN, "bose")), "nearest known: base", "\"bose\"");
    assertHolds(refusal(() -> comparison.differences("chaper", GAP)), "scenario", "\"chaper\"");
    assertHolds(refusal(() -> comparison.inputs("chaper")), "scenario", "\"chaper\"");
    assertHolds(
        refusal(() -> comparison.differences("cheaper", X)),
        "variable",
        "\"x\"",
        "nearest known: gap");
    assertHolds(
        refusal(() -> comparison.differences("children alone", GAP)), "children alone", "gap");
  }

  @Test
  @DisplayName("refuses a run that kept histograms in place of draws")
  void histogramsAreRefused() {
    Projection summarised =
        Options.run(
            SETTINGS.withMemory(0),
            Options.scenario("base", 1, 2),
            Options.scenario("cheaper", 1, 1.5));
    Comparison without = Comparison.of(summarised, "base");
    for (Executable call :
        List.<Executable>of(
            () -> without.differences("cheaper", GAP),
            () -> without.regret(GAP, year(2026), Direction.LOWER),
            () -> without.sideBySide(year(2026), GAP))) {
      String message = assertThrows(IllegalStateException.class, call).getMessage();
      assertHolds(String.valueOf(message), "gap", "must be kept", "withMemory", "keeping");
    }
  }

  @Test
  @DisplayName("sets several outcomes side by side")
  void outcomesStandSideBySide() {
    SideBySide table = comparison.sideBySide(year(2026), GAP, CHILDREN, SHARE);
    assertEquals(year(2026), table.year());
    assertEquals(List.of(GAP, CHILDREN, SHARE), table.variables());
    assertEquals(comparison.alternatives(), table.alternatives());
    assertEquals(
        comparison.differences("fewer", GAP).in(year(2026)).draws().mean(),
        table.difference("fewer", GAP).draws().mean());
    String text = table.toString();
    assertHolds(
        text,
        "Less base in 2026-27: mean (",
        "; of base itself the mean\n",
        "the gap (GBP million, cash)",
        "share in homes");
    List<String> lines = text.lines().toList();
    assertEquals(7, lines.size(), text);
    assertTrue(lines.get(3).stripTrailing().endsWith("-"), "no gap of children alone: " + text);
    assertTrue(lines.get(5).matches("share in homes \\(share\\) +0\\.5 +0 +0 +0"), text);
  }

  @Test
  @DisplayName("refuses outcomes that are not there, and lists all that is wrong with them")
  void wildOutcomesAreRefused() {
    assertEquals(1, problems(() -> comparison.sideBySide(year(2026))).size());
    List<String> all = problems(() -> comparison.sideBySide(year(2026), GAP, X, GAP));
    assertEquals(2, all.size(), all.toString());
    assertHolds(all.toString(), "variable x", "keeping", "twice gap");
    assertHolds(refusal(() -> comparison.sideBySide(year(2030), GAP)), "2030-31");
    SideBySide table = comparison.sideBySide(year(2026), GAP, CHILDREN);
    assertHolds(refusal(() -> table.difference("children alone", GAP)), "children alone", "gap");
    assertHolds(refusal(() -> table.difference("base", GAP)), "\"base\"");
    assertHolds(refusal(() -> table.difference("fewer", SHARE)), "inHomes");
  }
}
