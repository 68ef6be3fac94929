package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.Direction;
import org.fundinggap.simulation.GivenDraws;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regret")
class RegretTest {
  private static final ImmutableMap<String, Draws> THREE =
      ImmutableMap.of(
          "steady", GivenDraws.of(5, 5, 5, 5),
          "bold", GivenDraws.of(1, 5, 3, 20),
          "idle", GivenDraws.of(9, 7, 3, 9));

  private final Regret lower = Regret.of("cost, GBP million", THREE, Direction.LOWER);

  @Test
  @DisplayName("is the distance to the best option of the draw")
  void isWorkedOutByHand() {
    // The best are 1, 5, 3 and 5.
    assertArrayEquals(new double[] {4, 0, 2, 0}, lower.choosing("steady").values());
    assertArrayEquals(new double[] {0, 0, 0, 15}, lower.choosing("bold").values());
    assertArrayEquals(new double[] {8, 2, 0, 4}, lower.choosing("idle").values());
    assertEquals(1.5, lower.choosing("steady").mean());
    assertEquals(15, lower.choosing("bold").quantile(1));
    assertEquals(List.of("steady", "bold", "idle"), lower.options());
    assertEquals("cost, GBP million", lower.what());
  }

  @Test
  @DisplayName("turns about where more is better")
  void higherTurnsIt() {
    Regret higher = Regret.of("help, number", THREE, Direction.HIGHER);
    // The best are 9, 7, 5 and 20.
    assertArrayEquals(new double[] {4, 2, 0, 15}, higher.choosing("steady").values());
    assertArrayEquals(new double[] {8, 2, 2, 0}, higher.choosing("bold").values());
    assertEquals("bold", higher.minimumRegret());
  }

  @Test
  @DisplayName("shares a draw between options that are equally good")
  void tiesAreShared() {
    // Draw 0: bold; draw 1: steady and bold; draw 2: bold and idle; draw 3: steady.
    assertEquals(1.5 / 4, lower.probabilityBest("steady"));
    assertEquals(2.0 / 4, lower.probabilityBest("bold"));
    assertEquals(0.5 / 4, lower.probabilityBest("idle"));
    // Wilson's interval of 0.375 of 4 draws, over 1.96 to either side.
    double z = 1.959963984540054 * 1.959963984540054 / 4;
    double error = Math.sqrt(0.375 * 0.625 / 4 + z / 16) / (1 + z);
    assertEquals(error, lower.probabilityBestError("steady"), 1e-15);
  }

  @Test
  @DisplayName("takes what rounding explains for equally good")
  void roundingIsNoVictory() {
    Regret regret =
        Regret.of(
            "x",
            ImmutableMap.of("a", GivenDraws.of(0.3, 8), "b", GivenDraws.of(0.1 + 0.2, 9)),
            Direction.LOWER);
    assertEquals(0.75, regret.probabilityBest("a"));
    assertEquals(0.25, regret.probabilityBest("b"));
  }

  @Test
  @DisplayName("names the options of least expected and of least largest regret")
  void namesTheLeast() {
    assertEquals("steady", lower.minimumRegret());
    assertEquals("steady", lower.minimaxRegret());
    Regret two =
        Regret.of(
            "x",
            ImmutableMap.of("risky", GivenDraws.of(0, 0, 0, 6), "safe", GivenDraws.of(3, 3, 3, 0)),
            Direction.LOWER);
    assertEquals("risky", two.minimumRegret());
    assertEquals("safe", two.minimaxRegret());
  }

  @Test
  @DisplayName("names the first of options that are the same")
  void namesTheFirstOfEquals() {
    Draws same = GivenDraws.of(1, 2);
    Regret regret = Regret.of("x", ImmutableMap.of("b", same, "a", same), Direction.LOWER);
    assertEquals("b", regret.minimumRegret());
    assertEquals("b", regret.minimaxRegret());
    assertEquals(0.5, regret.probabilityBest("a"));
    assertHolds(regret.toString(), "b, by 0");
  }

  @Test
  @DisplayName("leaves an option out on request")
  void optionsAreLeftOut() {
    Regret two = lower.without("bold");
    assertEquals(List.of("steady", "idle"), two.options());
    assertArrayEquals(new double[] {0, 0, 2, 0}, two.choosing("steady").values());
    assertHolds(refusal(() -> two.without("bold")), "nearest known: idle, steady", "\"bold\"");
    assertHolds(refusal(() -> two.without("idle")), "at least two");
  }

  @Test
  @DisplayName("of a run takes in every scenario, by year and in total")
  void runsAreCompared() {
    Projection run =
        Options.run(
            Settings.of(1, 500),
            Options.scenario("base", 1, 2),
            Options.scenario("cheaper", 1, 1.5),
            Options.scenario("fewer", 0.9, 2));
    Comparison comparison = Comparison.of(run, "base");
    Regret inYear = comparison.regret(Options.GAP, year(2026), Direction.LOWER);
    assertEquals(List.of("base", "cheaper", "fewer"), inYear.options());
    assertEquals("cheaper", inYear.minimumRegret());
    assertEquals(1, inYear.probabilityBest("cheaper"));
    assertEquals("the gap (GBP million, cash) in 2026-27", inYear.what());
    Regret total = comparison.regretOfTotals(Options.GAP, Direction.LOWER);
    assertHolds(total.what(), "cash of different years added up", "2025-26 to 2027-28");
    assertEquals(3 * inYear.choosing("base").mean(), total.choosing("base").mean(), 1e-9);
    assertHolds(
        refusal(() -> comparison.regretOfTotals(Options.SHARE, Direction.LOWER)),
        "add up",
        "share");
  }

  @Test
  @DisplayName("prints one line an option, and how far the next is behind")
  void printsAsATable() {
    String text = lower.toString();
    assertHolds(text, "cost, GBP million, lower is better", "P(best)", "largest");
    // Expected regrets 1.5, 3.75 and 3.5.
    assertHolds(text, "Least expected regret: steady, by 2 (", "before idle");
    assertEquals(8, text.lines().count(), text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("refuses draws that can't be ranked, and names the first of each option")
  void wildDrawsAreRefused(double wild) {
    Map<String, Draws> options =
        ImmutableMap.of("a", GivenDraws.of(1, wild, wild), "b", GivenDraws.of(wild, 1, 1));
    List<String> problems = problems(() -> Regret.of("x", options, Direction.LOWER));
    assertEquals(2, problems.size());
    assertHolds(problems.get(0), "option a", "draw 1", "" + wild);
    assertHolds(problems.get(1), "option b", "draw 0", "" + wild);
  }

  @Test
  @DisplayName("refuses too few options, draws of different runs, and no name")
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void misfitsAreRefused() {
    Draws two = GivenDraws.of(1, 2);
    assertHolds(
        problems(() -> Regret.of("x", ImmutableMap.of("a", two), Direction.LOWER)).get(0),
        "at least two",
        "[a]");
    assertEquals(1, problems(() -> Regret.of("x", ImmutableMap.of(), Direction.LOWER)).size());
    Map<String, Draws> lengths = ImmutableMap.of("a", two, "b", GivenDraws.of(1, 2, 3));
    assertHolds(refusal(() -> Regret.of("x", lengths, Direction.LOWER)), "one run");
    Map<String, Draws> spreads = ImmutableMap.of("a", two, "b", GivenDraws.inReplicates(2, 1, 2));
    assertHolds(
        problems(() -> Regret.of("x", spreads, Direction.LOWER)).get(0),
        "draws of option b: other draws must be of",
        "one run",
        "Sobol");
    Map<String, Draws> lacking = new HashMap<>(Map.of("a", two));
    lacking.put("b", null);
    assertEquals(
        "draws of option b must be given, were null",
        assertThrows(NullPointerException.class, () -> Regret.of("x", lacking, Direction.LOWER))
            .getMessage());
    assertHolds(refusal(() -> Regret.of(" ", THREE, Direction.LOWER)), "what");
    assertHolds(
        refusal(() -> lower.choosing("bald")), "nearest known: bold, idle, steady", "\"bald\"");
    assertHolds(refusal(() -> lower.probabilityBest("bald")), "\"bald\"");
    assertHolds(refusal(() -> lower.probabilityBestError("bald")), "\"bald\"");
  }
}
