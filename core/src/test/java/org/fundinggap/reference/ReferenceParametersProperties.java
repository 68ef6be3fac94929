package org.fundinggap.reference;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Draws of a run beside the reference, over correlations and distributions by chance. */
@Seeded
class ReferenceParametersProperties {
  private static final int DRAWS = 1_100;

  /**
   * Of a standard deviation; the most seen over 2,000 tries is 1.6e-13, near the edge of validity.
   */
  private static final double TOLERANCE = 1e-11;

  private static Distribution distribution(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Distribution.normal(3, 2);
      case 1 -> Distribution.logNormal(100, 0.4);
      case 2 -> Distribution.triangular(-1, 0, 4);
      case 3 -> Distribution.pert(0, 0.25, 1);
      case 4 -> Distribution.elicitedAbove(0, 20, 25, 40);
      default -> Distribution.uniform(-1, 1);
    };
  }

  /** The correlation of sums of independent normals, and of nothing else. */
  private static Correlation correlation(List<String> names, Random random) {
    int size = names.size();
    double[][] weights = new double[size][size + 2];
    for (double[] row : weights) {
      double square = 0;
      for (int k = 0; k < row.length; k++) {
        row[k] = random.nextGaussian();
        square += row[k] * row[k];
      }
      for (int k = 0; k < row.length; k++) {
        row[k] /= Math.sqrt(square);
      }
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size + 2; k++) {
          matrix[i][j] += weights[i][k] * weights[j][k];
        }
      }
      matrix[i][i] = 1;
    }
    return Correlation.nearest(names, matrix);
  }

  private static Inputs inputs(int size, Random random) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      parameters.add(parameter("p" + i));
    }
    Equation all =
        Equation.of("E1", "0")
            .uses(parameters.toArray(Parameter[]::new))
            .writes(number("x"))
            .as(block -> Arrays.fill(block.column(number("x")), 0, block.draws(), 0));
    InputsBuilder inputs = Inputs.builder(Model.of("m", List.of(all)), years(2024, 2025));
    parameters.forEach(each -> inputs.parameter(each, distribution(random), EVIDENCE));
    List<String> names = new ArrayList<>(parameters.stream().map(Parameter::name).toList());
    Collections.shuffle(names, random);
    int first = 1 + random.nextInt(size);
    inputs.correlation(correlation(names.subList(0, first), random), EVIDENCE);
    if (first < size) {
      inputs.correlation(correlation(names.subList(first, size), random), EVIDENCE);
    }
    return inputs.build();
  }

  @Property(tries = 100)
  void drawsAreThoseOfTheReference(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int size, @ForAll boolean sobol) {
    Inputs inputs = inputs(size, new Random(seed));
    Sampling sampling = sobol ? Sampling.sobol(2) : Sampling.independent();
    Projection run =
        Simulation.of(Option.of("o", inputs)).run(Settings.of(seed, DRAWS).withSampling(sampling));
    for (int draw : new int[] {0, 1, 1_023, 1_024, DRAWS - 1}) {
      Map<String, Double> reference =
          ReferenceParameters.of(
              inputs,
              name -> {
                double[] uniform = new double[1];
                StreamId stream = StreamId.ofParameter(name, "E92000001");
                sampling.sampler(seed).uniforms(stream, draw, uniform, 1);
                return uniform[0];
              });
      for (Parameter each : inputs.model().parameters()) {
        double spread = inputs.distribution(each).standardDeviation();
        assertEquals(
            reference.get(each.name()),
            run.draws("o", each).values()[draw],
            TOLERANCE * spread,
            () -> each.name() + " of " + inputs.correlations());
      }
    }
  }
}
