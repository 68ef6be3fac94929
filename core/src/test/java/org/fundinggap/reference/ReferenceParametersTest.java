package org.fundinggap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.fundinggap.reference.ReferenceStream.Rule;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.LeadingStreams;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.fundinggap.simulation.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("England with parameters that move together, beside the reference")
@Tag("medium")
class ReferenceParametersTest {
  private static final int SEED = 20251;
  private static final int DRAWS = 1_032;

  /** Of a parameter's standard deviation; the most seen in 120 draws is 4e-15. */
  private static final double TOLERANCE = 1e-13;

  private static final List<Parameter> TOGETHER =
      List.of(
          CostLine.HOMES.unitCost(),
          PriceIndex.HOMES.recentDrift(),
          CareEntries.DRIFT,
          Placements.HOMES_DRIFT);

  private static final double[][] MATRIX = {
    {1, 0.6, 0, 0.3}, {0.6, 1, 0.2, -0.2}, {0, 0.2, 1, 0.5}, {0.3, -0.2, 0.5, 1}
  };

  private static Scenario scenario() {
    Distribution cost = Distribution.elicited(0, 5_000, 6_000, 8_000, 20_000);
    return Baseline.england(RandomCases.EVIDENCE_BASE)
        .withoutCurrentLaw()
        .with(FundingRule.REAL_FLAT)
        .changing(
            "together",
            numbers ->
                numbers.toBuilder()
                    .parameter(CostLine.HOMES.unitCost(), cost, "own survey")
                    .correlation(
                        Correlation.of(TOGETHER.stream().map(Parameter::name).toList(), MATRIX),
                        "own survey")
                    .build());
  }

  private static double uniform(Sampler sampler, String name, int draw) {
    double[] uniform = new double[1];
    sampler.uniforms(StreamId.ofParameter(name, "E92000001"), draw, uniform, 1);
    return uniform[0];
  }

  @Test
  @DisplayName("has the same parameters from uniforms alone, and so the same results")
  void parametersAndResultsAreThoseOfTheReference() {
    Scenario scenario = scenario();
    Sampling sobol = Sampling.sobol(4).withLeading(LeadingStreams.of(scenario));
    for (Sampling sampling : List.of(Sampling.independent(), sobol)) {
      Settings settings = Settings.of(SEED, DRAWS).withSampling(sampling);
      for (int index : new int[] {0, 1023, 1024}) {
        Snapshot drawn = Simulation.of(scenario).draw(settings, index);
        Map<String, Double> reference =
            ReferenceParameters.of(
                scenario.inputs(), name -> uniform(sampling.sampler(SEED), name, index));
        assertParameters(scenario, drawn, reference);
        assertResults(scenario, drawn, reference);
      }
    }
  }

  private static void assertParameters(
      Scenario scenario, Snapshot drawn, Map<String, Double> reference) {
    Inputs inputs = scenario.inputs();
    for (Parameter each : inputs.model().parameters()) {
      double value = drawn.value(each, inputs.years().first());
      double expected = reference.get(each.name());
      if (!TOGETHER.contains(each)) {
        assertEquals(expected, value, each.name());
      } else {
        double spread = inputs.distribution(each).standardDeviation();
        assertTrue(spread > 0, each.name());
        assertEquals(expected, value, TOLERANCE * spread, each.name());
      }
    }
  }

  private static void assertResults(
      Scenario scenario, Snapshot drawn, Map<String, Double> reference) {
    ModelDraw draw = ModelDraw.of(drawn, scenario);
    ReferenceCase twin = new ReferenceCase(scenario.inputs(), streams(), false);
    assertEquals(List.of(), twin.differencesInBits(draw));
    ReferenceDraw numbers = ReferenceDraw.of(draw);
    for (Parameter each : TOGETHER) {
      numbers = numbers.with(each.name(), 0, reference.get(each.name()));
    }
    // Of 120 draws the most seen is 7e-14.
    assertEquals(
        List.of(), Agreement.beyond(ReferenceCase.TOLERANCE, draw, twin.fromDraws(numbers)));
  }

  private static List<ReferenceStream> streams() {
    return List.of(
        new ReferenceStream("core", Rule.of("real-flat"), false),
        new ReferenceStream("asylum", Rule.of("per asylum-seeking child"), false),
        new ReferenceStream("familiesFirst", Rule.of("by schedule"), true),
        new ReferenceStream("transformation", Rule.of("by schedule"), true));
  }
}
