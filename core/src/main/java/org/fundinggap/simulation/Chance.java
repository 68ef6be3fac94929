package org.fundinggap.simulation;

import java.util.Arrays;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.DrawStream;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.fundinggap.random.Workspace;

/** What a run draws from. The one place that turns a quantity and a year into a stream. */
interface Chance {
  /** England: areas below it come with runs by area. */
  String AREA = "E92000001";

  /** The distribution that a parameter is drawn from. */
  Distribution drawn(Distribution given);

  /** The uniforms of a parameter. */
  DrawStream uniforms(String parameter);

  /** The independent standard normals of a shock in a year. */
  DrawStream normals(String shock, FinancialYear year);

  /** The name of a parameter's stream. */
  static StreamId stream(String parameter) {
    return StreamId.ofParameter(parameter, AREA);
  }

  /** The name of a shock's stream in a year. */
  static StreamId stream(String shock, FinancialYear year) {
    return StreamId.ofYear(shock, year.startYear(), AREA);
  }

  /** The draws that settings ask for. */
  static Chance of(Settings settings) {
    return new Streams(settings.parameterSampler(), settings.shockSampler());
  }

  /** Every parameter at its mean, every shock at zero. */
  static Chance none() {
    return new None();
  }

  /**
   * Streams of two samplers.
   *
   * @param parameters draws parameters
   * @param shocks draws yearly shocks
   */
  record Streams(Sampler parameters, Sampler shocks) implements Chance {
    @Override
    public Distribution drawn(Distribution given) {
      return given;
    }

    @Override
    public DrawStream uniforms(String parameter) {
      return parameters.stream(stream(parameter));
    }

    @Override
    public DrawStream normals(String shock, FinancialYear year) {
      return shocks.stream(stream(shock, year));
    }
  }

  /** The middle of everything. */
  record None() implements Chance, DrawStream {
    @Override
    public Distribution drawn(Distribution given) {
      return Distribution.fixed(given.mean());
    }

    @Override
    public DrawStream uniforms(String parameter) {
      return this;
    }

    @Override
    public DrawStream normals(String shock, FinancialYear year) {
      return this;
    }

    @Override
    public void uniforms(long firstDraw, double[] out, int count, Workspace workspace) {
      Arrays.fill(out, 0, count, 0.5);
    }

    @Override
    public void normals(long firstDraw, double[] out, int count, Workspace workspace) {
      Arrays.fill(out, 0, count, 0.0);
    }
  }
}
