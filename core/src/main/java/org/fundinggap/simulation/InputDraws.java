package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.StreamId;

/**
 * What a run drew, made again: draws are a pure function of seed, name, year and number, so nothing
 * has to be kept.
 */
final class InputDraws {
  /** England: areas below it come with runs by area. */
  private static final String AREA = "E92000001";

  private final Settings settings;
  private final DrawRange stretch;
  private final Inputs inputs;

  InputDraws(Settings settings, DrawRange stretch, Inputs inputs) {
    this.settings = settings;
    this.stretch = stretch;
    this.inputs = inputs;
  }

  static StreamId stream(Parameter parameter) {
    return stream(parameter.name());
  }

  static StreamId stream(String parameter) {
    return StreamId.ofParameter(parameter, AREA);
  }

  static StreamId stream(String shock, FinancialYear year) {
    return StreamId.ofYear(shock, year.startYear(), AREA);
  }

  /** The draws of a parameter of the inputs. */
  Draws draws(Parameter parameter) {
    Distribution distribution = inputs.distribution(parameter);
    double[] values = new double[stretch.size()];
    settings.parameterSampler().uniforms(stream(parameter), stretch.first(), values, values.length);
    distribution.quantiles(values, values, values.length);
    return draws(values);
  }

  /** The draws of a shock of the model in a year of the inputs; zeros in the base year. */
  Draws draws(Shock shock, FinancialYear year) {
    if (!inputs.model().shocks().contains(shock)) {
      throw new IllegalArgumentException(
          "shock must be of model " + inputs.model().name() + ", was " + shock.name());
    }
    if (inputs.years().indexOf(year) == 0) {
      return draws(new double[stretch.size()]);
    }
    for (Correlation group : inputs.correlations()) {
      int row = group.names().indexOf(shock.name());
      if (row >= 0) {
        return draws(together(group, year)[row]);
      }
    }
    return draws(normals(shock.name(), year));
  }

  private Draws draws(double[] values) {
    return new Draws(values, settings.sampling());
  }

  private double[][] together(Correlation group, FinancialYear year) {
    List<double[]> rows = new ArrayList<>();
    group.names().forEach(name -> rows.add(normals(name, year)));
    double[][] normals = rows.toArray(double[][]::new);
    group.correlate(normals, normals, stretch.size());
    return normals;
  }

  private double[] normals(String shock, FinancialYear year) {
    double[] normals = new double[stretch.size()];
    settings.shockSampler().normals(stream(shock, year), stretch.first(), normals, normals.length);
    return normals;
  }
}
