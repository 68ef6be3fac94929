package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.simulation.Together.correlation;
import static org.fundinggap.simulation.Together.p;
import static org.fundinggap.simulation.Together.pair;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Option;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Parameters that move together")
class CorrelatedParametersTest {
  /** Draws end inside a block. */
  private static final Settings SETTINGS = Settings.of(5, 2_500);

  private static final List<Distribution> DISTRIBUTIONS =
      List.of(
          Distribution.normal(3, 2),
          Distribution.logNormal(100, 0.4),
          Distribution.triangular(-1, 0, 4),
          Distribution.zeroOr(0.3, Distribution.gamma(2, 1)));

  private static final double[][] MATRIX = {{1, 0.6, 0}, {0.6, 1, -0.5}, {0, -0.5, 1}};

  private static InputsBuilder inputs() {
    return Together.inputs(DISTRIBUTIONS);
  }

  private static Option free() {
    return Option.of("free", inputs().build());
  }

  private static Option together() {
    InputsBuilder inputs = inputs().correlation(correlation(MATRIX, 2, 0, 1), EVIDENCE);
    return Option.of("together", inputs.build());
  }

  private static double[] values(Projection run, String option, int i) {
    return run.outcome(option, number("x" + i)).in(year(2026)).values();
  }

  @Test
  @DisplayName("leave the first of them, and all others, the bits of independent draws")
  void othersKeepTheirBits() {
    Projection run = Simulation.of(free(), together()).run(SETTINGS);
    assertArrayEquals(values(run, "free", 2), values(run, "together", 2), "first in its group");
    assertArrayEquals(values(run, "free", 3), values(run, "together", 3), "in no group");
    assertFalse(Arrays.equals(values(run, "free", 0), values(run, "together", 0)));
    assertFalse(Arrays.equals(values(run, "free", 1), values(run, "together", 1)));
  }

  @Test
  @DisplayName("by nothing keep the bits of independent draws, wherever they stand")
  void zeroIsIndependence() {
    double[][] pairs = {{1, 0, 0.7}, {0, 1, 0}, {0.7, 0, 1}};
    Option zero =
        Option.of("zero", inputs().correlation(correlation(pairs, 0, 1, 2), EVIDENCE).build());
    Projection run = Simulation.of(free(), zero).run(SETTINGS);
    assertArrayEquals(values(run, "free", 0), values(run, "zero", 0));
    assertArrayEquals(values(run, "free", 1), values(run, "zero", 1));
    assertFalse(Arrays.equals(values(run, "free", 2), values(run, "zero", 2)));
  }

  private static List<Option> many() {
    List<Option> options = new ArrayList<>(List.of(free(), together()));
    double[][] other = {{1, -0.2, 0.4}, {-0.2, 1, 0.1}, {0.4, 0.1, 1}};
    options.add(option("other", inputs().correlation(correlation(other, 2, 0, 1), EVIDENCE)));
    options.add(option("turned", inputs().correlation(correlation(MATRIX, 1, 0, 2), EVIDENCE)));
    options.add(
        option(
            "two pairs",
            inputs()
                .correlation(pair(0.9, 0, 3), EVIDENCE)
                .correlation(pair(0.1, 2, 1), EVIDENCE)));
    options.add(
        option(
            "wider",
            inputs()
                .correlation(correlation(MATRIX, 2, 0, 1), EVIDENCE)
                .parameter(p(0), Distribution.uniform(0, 9), EVIDENCE)));
    options.add(option("fixed", together().inputs().toBuilder().fixing(p(0), 7)));
    return options;
  }

  private static Option option(String name, InputsBuilder inputs) {
    return Option.of(name, inputs.build());
  }

  @Test
  @DisplayName("have the bits in a run with others that they have alone, and when drawn again")
  void optionsAreAsAlone() {
    for (int order = 0; order < 3; order++) {
      List<Option> options = many();
      Collections.shuffle(options, new Random(order));
      Projection all = Simulation.of(options).run(SETTINGS);
      for (Option each : options) {
        Projection alone = Simulation.of(each).run(SETTINGS);
        Bits.assertSame(alone, all, each.name(), alone.variables(each.name()));
        for (int i = 0; i < DISTRIBUTIONS.size(); i++) {
          assertArrayEquals(
              values(all, each.name(), i), all.draws(each.name(), p(i)).values(), each.name());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("have the same bits on any threads, and keep the first of more draws")
  void threadsDoNotMatter(boolean sobol) {
    Sampling even = Sampling.sobol(4).withLeading(LeadingStreams.of(together()));
    Settings settings = SETTINGS.withSampling(sobol ? even : Sampling.independent());
    Simulation simulation = Simulation.of(together());
    Projection one = simulation.on(Execution.ofThreads(1)).run(settings);
    for (int threads : new int[] {2, 3, 7}) {
      Bits.assertSame(one, simulation.on(Execution.ofThreads(threads)).run(settings));
    }
    Projection more = simulation.run(settings.withDraws(4_100));
    for (int i = 0; i < DISTRIBUTIONS.size(); i++) {
      assertArrayEquals(
          values(one, "together", i), Arrays.copyOf(values(more, "together", i), 2_500));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("keep their draws where one of them is fixed, which is then the same in every draw")
  void fixedOneLeavesTheOthers(boolean sobol) {
    for (int i = 0; i < 3; i++) {
      Option fixed = option("fixed", together().inputs().toBuilder().fixing(p(i), 1));
      assertEquals(LeadingStreams.of(together()), LeadingStreams.of(fixed));
      Sampling even = Sampling.sobol(4).withLeading(LeadingStreams.of(fixed));
      Settings settings = SETTINGS.withSampling(sobol ? even : Sampling.independent());
      Projection before = Simulation.of(together()).run(settings);
      Projection after = Simulation.of(fixed).run(settings);
      for (int other = 0; other < DISTRIBUTIONS.size(); other++) {
        double[] drawn = values(after, "fixed", other);
        if (other == i) {
          assertTrue(Arrays.stream(drawn).allMatch(value -> value == 1));
        } else {
          assertArrayEquals(values(before, "together", other), drawn);
        }
      }
    }
  }

  @Test
  @DisplayName("are each at their mean on the central path")
  void centralPathIsAtTheMeans() {
    CentralPath path = CentralPath.of(together().inputs());
    for (int i = 0; i < DISTRIBUTIONS.size(); i++) {
      assertEquals(DISTRIBUTIONS.get(i).mean(), path.at(number("x" + i), year(2025)));
    }
  }

  @Test
  @DisplayName("count in what a run takes of the heap")
  void columnsAreCounted() {
    double before = new HeapNeed().addColumns(List.of(free()), 1).total();
    double after = new HeapNeed().addColumns(List.of(together()), 1).total();
    assertEquals(6 * (8 * 1_024 + 16), after - before);
  }
}
