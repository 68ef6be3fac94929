package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parts of a run")
class PartsTest {
  private static final YearRange YEARS = years(2024, 2025);
  private static final Settings SETTINGS = Settings.of(1, 5 * Block.SIZE);
  private static final Distribution NORMAL = Distribution.normal(0, 1);

  private static Simulation simulation(Distribution distribution, String scenario) {
    return Simulation.of(OneVariable.equalTo(distribution, scenario, "x", YEARS));
  }

  private final Simulation simulation = simulation(NORMAL, "a");

  private Projection part(int part) {
    return simulation.runPart(SETTINGS, part, 5);
  }

  @Test
  @DisplayName("are refused with every problem at once")
  void allProblemsAreListed() {
    Projection otherSeed = simulation.runPart(Settings.of(2, 5 * Block.SIZE), 1, 5);
    Projection histograms = simulation.runPart(SETTINGS.withMemory(0), 2, 5);
    Projection otherName = simulation(NORMAL, "b").runPart(SETTINGS, 3, 5);
    Projection otherNumbers = simulation(Distribution.normal(0, 2), "a").runPart(SETTINGS, 4, 5);
    List<String> problems =
        problems(
            () ->
                Projection.joined(
                    List.of(part(0), part(0), otherSeed, histograms, otherName, otherNumbers)));
    assertEquals(6, problems.size(), problems.toString());
    assertHolds(problems.get(0), "from draw 0", "before draw 1024", "once");
    assertHolds(problems.get(1), "from draw 1024", "seed=1", "seed=2");
    assertHolds(problems.get(2), "from draw 2048", "memory=0");
    assertHolds(problems.get(3), "from draw 2048", "in histograms", "same simulation");
    assertHolds(problems.get(4), "from draw 3072", "[a ", "[b ");
    assertHolds(problems.get(5), "from draw 4096", "scenario a", "[parameter]", "same simulation");
  }

  @Test
  @DisplayName("must be some, with none missing between them and none twice")
  void missingAndDoubledParts() {
    assertOneProblem(() -> Projection.joined(List.of()), "at least one projection");
    assertOneProblem(
        () -> Projection.joined(List.of(part(3), part(0), part(1))), "from draw 3072", "draw 2048");
    assertOneProblem(
        () -> Projection.joined(List.of(part(1), part(1))), "from draw 1024", "draw 2048", "once");
    Projection wide = simulation.runPart(SETTINGS, 0, 2);
    assertOneProblem(() -> Projection.joined(List.of(wide, part(1))), "from draw 1024", "once");
  }

  @Test
  @DisplayName("can follow no part that ends in the middle of a block")
  void unfinishedBlock() {
    Projection odd = simulation.run(SETTINGS.withDraws(1_500));
    List<String> problems = problems(() -> Projection.joined(List.of(part(2), odd)));
    assertEquals(2, problems.size());
    assertHolds(problems.get(0), "of a run of 1500 draws", "5120");
    assertHolds(problems.get(1), "middle of a block");
  }

  @Test
  @DisplayName("must be made of equal models and numbers, not of the same objects")
  void equalSimulationsFit() {
    Projection whole = simulation.run(SETTINGS);
    Projection other = simulation(NORMAL, "a").runPart(SETTINGS, 1, 2);
    Projection joined = Projection.joined(List.of(other, simulation.runPart(SETTINGS, 0, 2)));
    assertEquals(whole.digest(), joined.digest());
  }

  @Test
  @DisplayName("show other openings, paths and correlations too")
  void everyKindOfNumberIsCompared() {
    Scenario plain = new Strands(6, 2).scenario("s", YEARS);
    Projection first = Simulation.of(plain).runPart(SETTINGS, 0, 2);
    Scenario changed =
        new Scenario(
            "s",
            "another opening",
            plain.inputs().toBuilder().opening(Strands.stock(1), 21, "test-figure").build());
    Projection second = Simulation.of(changed).runPart(SETTINGS, 1, 2);
    assertOneProblem(
        () -> Projection.joined(List.of(first, second)), "scenario s", "[opening stock1]");
  }

  @Test
  @DisplayName("are numbered from 0, and are no smaller than a block")
  void wildPartsAreRefused() {
    assertHolds(refusal(() -> simulation.runPart(SETTINGS, 5, 5)), "part must be in [0, 4]");
    assertHolds(refusal(() -> simulation.runPart(SETTINGS, -1, 5)), "part must be in [0, 4]");
    assertHolds(refusal(() -> simulation.runPart(SETTINGS, 0, 0)), "parts must be in [1, 5]");
    assertHolds(refusal(() -> simulation.runPart(SETTINGS, 0, 6)), "parts must be in [1, 5]");
    Settings few = SETTINGS.withDraws(1);
    assertEquals(simulation.run(few).digest(), simulation.runPart(few, 0, 1).digest());
  }

  @Test
  @DisplayName("need memory for their own draws only, but keep what the whole would")
  void memoryIsDecidedByTheWhole() {
    long whole = 2L * Double.BYTES * SETTINGS.draws();
    assertTrue(keeps(SETTINGS.withMemory(whole)));
    assertFalse(keeps(SETTINGS.withMemory(whole - 1)));
    Settings most = Settings.of(1, 1 << 30).withMemory(Long.MAX_VALUE);
    assertEquals(Block.SIZE, simulation.runPart(most, 1 << 19, 1 << 20).settings().draws());
  }

  private boolean keeps(Settings settings) {
    boolean part = simulation.runPart(settings, 4, 5).outcome(number("x")).hasDraws();
    assertEquals(part, simulation.run(settings).outcome(number("x")).hasDraws());
    return part;
  }

  @Test
  @DisplayName("give histograms where draws would not fit the budget, which say what to do")
  void drawsOfHistogramsAreRefused() {
    Outcome outcome = simulation.run(SETTINGS.withMemory(0)).outcome(number("x"));
    assertFalse(outcome.hasDraws());
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> outcome.in(year(2025)));
    assertHolds(
        String.valueOf(refused.getMessage()), "draws of x", "summary(year)", "withMemory(...)");
    assertHolds(refusal(() -> outcome.summary(year(2026))), "2026-27");
    assertHolds(refusal(() -> SETTINGS.withMemory(-1)), "memory", "0 keeps histograms");
  }
}
