package org.fundinggap.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is given to a benchmark by -p")
@Tag("slow")
class BenchmarkParametersTest {
  private static EnglandBenchmark.Rules rules(int scenarios) {
    EnglandBenchmark.Rules rules = new EnglandBenchmark.Rules();
    rules.draws = 20;
    rules.scenarios = scenarios;
    rules.threads = 1;
    return rules;
  }

  private static ReferenceWorkloadBenchmark.Several several(int scenarios) {
    ReferenceWorkloadBenchmark.Several several = new ReferenceWorkloadBenchmark.Several();
    several.scenarios = scenarios;
    several.difference = Difference.FEES;
    return several;
  }

  private static CatalogueBenchmark.Measures measures(String word) {
    CatalogueBenchmark.Measures measures = new CatalogueBenchmark.Measures();
    measures.comparedDraws = 20;
    measures.workers = 1;
    measures.measures = word;
    return measures;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8, 50})
  @DisplayName("runs as many scenarios as are asked for, each with a gap of its own")
  void scenarios(int count) {
    EnglandBenchmark.Rules rules = rules(count);
    rules.prepare();
    double mean = new EnglandBenchmark().england(rules);
    assertTrue(Double.isFinite(mean), mean + "");
    several(count).prepare();
  }

  @Test
  @DisplayName("has other numbers in each further round of rules, so that none is worked out twice")
  void roundsDiffer() {
    EnglandBenchmark.Rules four = rules(4);
    four.prepare();
    EnglandBenchmark.Rules eight = rules(8);
    eight.prepare();
    // More funding, a smaller gap.
    assertTrue(new EnglandBenchmark().england(eight) < new EnglandBenchmark().england(four));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 51})
  @DisplayName("refuses fewer than one scenario and more than fifty by name")
  void scenariosOutOfBounds(int count) {
    String expected = "scenarios must be in [1, 50], was " + count + "; write -p scenarios=4, say";
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> rules(count).prepare()).getMessage());
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> several(count).prepare()).getMessage());
  }

  @Test
  @DisplayName("refuses a word for measures that is neither true nor false")
  void unknownWord() {
    for (String word : new String[] {"NAME", "True", "yes", ""}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> measures(word).prepare());
      assertEquals(
          "measures must be true or false, was " + word + "; write -p measures=true, say",
          refused.getMessage());
    }
  }

  @Test
  @DisplayName("runs the baseline alone where measures are false")
  void baselineAlone() {
    CatalogueBenchmark.Measures alone = measures("false");
    alone.prepare();
    assertTrue(Double.isFinite(Double.parseDouble(new CatalogueBenchmark().compared(alone))));
  }
}
