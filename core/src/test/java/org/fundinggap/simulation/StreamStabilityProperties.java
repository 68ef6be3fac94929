package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/** A draw depends on the seed, its name, year and number alone: not on what else is in the run. */
@Seeded
@Tag("medium")
class StreamStabilityProperties {
  private static final YearRange YEARS = years(2024, 2027);
  private static final int DRAWS = 1_500;

  private static Projection run(long seed, Scenario... scenarios) {
    return Simulation.of(scenarios).run(Settings.of(seed, DRAWS));
  }

  @Property(tries = 40)
  void noVariableMoves_whenOtherEquationsAndParametersLeaveOrMove(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size) {
    Strands strands = new Strands(seed, size);
    List<Integer> some = strands.some(new Random(~seed));
    Projection whole = run(seed, strands.scenario("a", YEARS));
    Projection part = run(seed, strands.scenario("a", some, YEARS));
    Bits.assertSame(whole, part, "a", Strands.variables(some));
  }

  @Property(tries = 30)
  void noScenarioMoves_whenOthersJoinLeaveOrMove(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int size) {
    Random random = new Random(seed);
    Strands strands = new Strands(seed, size);
    Scenario watched = strands.scenario("watched", YEARS);
    List<Scenario> scenarios =
        new ArrayList<>(
            List.of(
                watched,
                strands.scenario("fewer", strands.some(random), YEARS),
                new Strands(seed + 1, size + 1).scenario("other numbers", years(2020, 2025)),
                strands.scenario("later", years(2025, 2029))));
    Projection alone = run(seed, watched);
    Collections.shuffle(scenarios, random);
    Projection together = Simulation.of(scenarios).run(Settings.of(seed, DRAWS));
    Bits.assertSame(alone, together, "watched", Strands.variables(strands.all()));
  }

  @Property(tries = 30)
  void equalScenariosHaveEqualBits_whateverTheBaseYearsOfOthers(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int size,
      @ForAll @IntRange(min = 2015, max = 2030) int otherBase) {
    Strands strands = new Strands(seed, size);
    Projection run =
        run(
            seed,
            strands.scenario("one", YEARS),
            strands.scenario("other", years(otherBase, otherBase + 3)),
            strands.scenario("two", YEARS));
    Strands.variables(strands.all())
        .forEach(
            variable ->
                Bits.assertSame(run.outcome("one", variable), run.outcome("two", variable)));
  }

  @Property(tries = 30)
  void onlyWhatUsesAParameterMoves_whenItChanges(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int size) {
    Strands strands = new Strands(seed, size);
    Scenario scenario = strands.scenario("a", YEARS);
    int last = size - 1;
    Inputs changed =
        scenario.inputs().toBuilder()
            .parameter(Strands.rate(last), Distribution.uniform(7, 9), EVIDENCE)
            .build();
    Projection before = run(seed, scenario);
    Projection after = run(seed, new Scenario("a", "changed", changed));
    // No strand reads the last one.
    Bits.assertSame(before, after, "a", Strands.variables(strands.all().subList(0, last)));
    assertFalse(
        Arrays.equals(
            before.outcome("a", Strands.stock(last)).in(year(2025)).values(),
            after.outcome("a", Strands.stock(last)).in(year(2025)).values()));
  }
}
