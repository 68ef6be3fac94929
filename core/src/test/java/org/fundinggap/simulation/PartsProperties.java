package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Summary;
import org.fundinggap.model.Block;
import org.fundinggap.quantity.FinancialYear;

/** Parts of a run that are joined have the bits of the whole. */
@Seeded
@Tag("medium")
class PartsProperties {
  private static Simulation simulation(long seed) {
    Strands model = new Strands(seed, 3);
    return Simulation.of(
        model.scenario("all", years(2024, 2026)),
        model.scenario("some", model.some(new Random(seed)), years(2023, 2025)));
  }

  private static List<Projection> parts(Simulation simulation, Settings settings, int count) {
    List<Projection> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(simulation.on(Execution.ofThreads(1 + i % 3)).runPart(settings, i, count));
    }
    return parts;
  }

  @Property(tries = 10)
  void fivePartsAreTheWhole_inAnyOrder(
      @ForAll long seed, @ForAll @IntRange(min = 4_097, max = 20_000) int draws) {
    Simulation simulation = simulation(seed);
    for (long memory : new long[] {Settings.USUAL_MEMORY, 0}) {
      Settings settings = Settings.of(seed, draws).withMemory(memory);
      Projection whole = simulation.run(settings);
      List<Projection> parts = parts(simulation, settings, 5);
      Collections.shuffle(parts, new Random(seed));
      Projection joined = Projection.joined(parts);
      assertEquals(whole.digest(), joined.digest());
      assertEquals(settings, joined.settings());
      assertEquals(0, joined.firstDraw());
      assertEquals(whole.outcome("all", Strands.stock(1)).toString(), text(joined));
      if (memory > 0) {
        Bits.assertSame(whole, joined);
      }
    }
  }

  private static String text(Projection projection) {
    return projection.outcome("all", Strands.stock(1)).toString();
  }

  @Property(tries = 10)
  void partsOfPartsAreTheWhole(
      @ForAll long seed,
      @ForAll @IntRange(min = 5_000, max = 12_000) int draws,
      @ForAll @IntRange(min = 2, max = 5) int count) {
    Simulation simulation = simulation(seed);
    for (long memory : new long[] {Settings.USUAL_MEMORY, 0}) {
      Settings settings = Settings.of(seed, draws).withMemory(memory);
      List<Projection> parts = parts(simulation, settings, count);
      Projection later = Projection.joined(parts.subList(1, count));
      assertEquals(parts.get(0).settings().draws(), later.firstDraw());
      assertEquals(
          simulation.run(settings).digest(),
          Projection.joined(List.of(later, parts.get(0))).digest());
    }
  }

  @Property(tries = 60)
  void partsAreAlikeInSizeAndLeaveNothingOut(
      @ForAll @IntRange(min = 1, max = 1 << 30) int draws, @ForAll long seed) {
    Settings settings = Settings.of(1, draws);
    int blocks = DrawRange.all(settings).blocks();
    int parts = 1 + new Random(seed).nextInt(Math.min(blocks, 5_000));
    int end = 0;
    for (int i = 0; i < parts; i++) {
      DrawRange part = DrawRange.part(settings, i, parts);
      assertEquals(end, part.first());
      assertEquals(0, part.first() % Block.SIZE);
      assertEquals((double) blocks / parts, part.blocks(), 1);
      end = part.end();
    }
    assertEquals(draws, end);
  }

  @Property(tries = 10)
  void inputsOfAPartAreThoseOfTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 2_049, max = 9_000) int draws) {
    Simulation simulation = simulation(seed);
    Settings settings = Settings.of(seed, draws).withShockSeed(seed + 1);
    Projection whole = simulation.run(settings);
    for (Projection part : parts(simulation, settings, 3)) {
      for (int strand = 0; strand < 3; strand++) {
        assertPart(
            whole.draws("all", Strands.rate(strand)),
            part.draws("all", Strands.rate(strand)),
            part);
        for (FinancialYear each : List.of(year(2024), year(2026))) {
          assertPart(
              whole.draws("all", Strands.shock(strand), each),
              part.draws("all", Strands.shock(strand), each),
              part);
        }
      }
    }
  }

  private static void assertPart(Draws whole, Draws part, Projection of) {
    int end = of.firstDraw() + of.settings().draws();
    assertArrayEquals(Arrays.copyOfRange(whole.values(), of.firstDraw(), end), part.values());
  }

  @Property(tries = 5)
  void histogramsAreTheSame_onAnyNumberOfThreads(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 66_000) int draws) {
    Simulation simulation = simulation(seed);
    Settings settings = Settings.of(seed, draws).withMemory(0);
    String one = simulation.on(Execution.ofThreads(1)).run(settings).digest();
    assertEquals(one, simulation.on(Execution.ofThreads(2)).run(settings).digest());
    assertEquals(one, simulation.on(Execution.ofThreads(64)).run(settings).digest());
  }

  @Property(tries = 15)
  void histogramsAgreeWithDraws(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9_000) int draws) {
    Simulation simulation = simulation(seed);
    Settings settings = Settings.of(seed, draws);
    Outcome kept = simulation.run(settings).outcome("all", Strands.output(0));
    Outcome summed = simulation.run(settings.withMemory(0)).outcome("all", Strands.output(0));
    for (FinancialYear each : kept.years().years()) {
      Summary exact = kept.summary(each);
      Summary rough = summed.summary(each);
      assertEquals(exact.size(), rough.size());
      assertEquals(exact.quantile(0), rough.quantile(0));
      assertEquals(exact.quantile(1), rough.quantile(1));
      double scale = Math.max(Math.abs(exact.quantile(0)), Math.abs(exact.quantile(1)));
      assertEquals(exact.mean(), rough.mean(), 1e-13 * scale);
      assertEquals(exact.standardDeviation(), rough.standardDeviation(), 1e-13 * scale);
      assertEquals(exact.quantile(0.9), rough.quantile(0.9), 0x1p-11 * scale);
      assertEquals(exact.probabilityAbove(0), rough.probabilityAbove(0), 1e-12);
    }
  }
}
