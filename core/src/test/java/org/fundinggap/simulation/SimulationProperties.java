package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.years;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.model.Block;
import org.fundinggap.quantity.YearRange;

/** Threads, the order of blocks and the number of draws cannot change a draw. */
@Seeded
@Tag("medium")
class SimulationProperties {
  private static final YearRange YEARS = years(2024, 2028);

  /** Numbers of draws at and about the limits of blocks. */
  @Provide
  Arbitrary<Integer> draws() {
    return Arbitraries.oneOf(
        Arbitraries.of(1, 1023, 1024, 1025, 2048, 3000, 5119),
        Arbitraries.integers().between(1, 6000));
  }

  private static Simulation simulation(long seed, int strands) {
    Strands model = new Strands(seed, strands);
    return Simulation.of(
        model.scenario("all", YEARS),
        model.scenario("some", model.some(new Random(seed)), years(2023, 2026)));
  }

  @Property(tries = 30)
  void bitsAreTheSame_onAnyNumberOfThreads(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int strands,
      @ForAll("draws") int draws) {
    Simulation simulation = simulation(seed, strands);
    Settings settings = Settings.of(seed, draws);
    Projection one = simulation.on(Execution.ofThreads(1)).run(settings);
    Bits.assertSame(one, simulation.on(Execution.ofThreads(2)).run(settings));
    Bits.assertSame(one, simulation.on(Execution.ofThreads(7)).run(settings));
  }

  @Property(tries = 30)
  void bitsAreTheSame_inAnyOrderOfBlocks(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int strands,
      @ForAll @IntRange(min = 1025, max = 9000) int draws) {
    Simulation simulation = simulation(seed, strands).on(Execution.ofThreads(1));
    Settings settings = Settings.of(seed, draws);
    Projection inOrder = simulation.run(settings);
    int blocks = (draws + Block.SIZE - 1) / Block.SIZE;
    Bits.assertSame(
        inOrder, simulation.run(settings, DrawRange.all(settings), i -> blocks - 1 - i));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    Bits.assertSame(inOrder, simulation.run(settings, DrawRange.all(settings), order::get));
    Bits.assertSame(
        inOrder,
        simulation.on(Execution.ofThreads(3)).run(settings, DrawRange.all(settings), order::get));
  }

  @Property(tries = 30)
  void firstDrawsStay_whenMoreAreMade(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int strands,
      @ForAll("draws") int fewer,
      @ForAll @IntRange(min = 1, max = 2500) int more) {
    Simulation simulation = simulation(seed, strands);
    Projection few = simulation.run(Settings.of(seed, fewer));
    Projection many = simulation.run(Settings.of(seed, fewer + more));
    for (String scenario : List.of("all", "some")) {
      few.variables(scenario)
          .forEach(
              variable ->
                  Bits.assertFirstSame(
                      many.outcome(scenario, variable), few.outcome(scenario, variable), fewer));
    }
  }

  @Property(tries = 20)
  void bitsAreTheSame_whateverElseIsKept(@ForAll long seed, @ForAll("draws") int draws) {
    Simulation simulation = simulation(seed, 3);
    Settings settings = Settings.of(seed, draws);
    Projection all = simulation.run(settings);
    Projection one = simulation.keeping(Strands.output(2), Strands.stock(0)).run(settings);
    Bits.assertSame(all, one, "all", List.of(Strands.output(2), Strands.stock(0)));
  }
}
