package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whether shocks reach the model as the inputs describe them. The seed is fixed, so a test passes
 * always or never; the rate in each comment is how often right draws would fail it over all seeds.
 */
@DisplayName("Shocks of a run")
class ShocksStatisticalTest {
  private static final int DRAWS = 50_000;

  /** Two-sided chance 6.8e-6 for a normal variable. */
  private static final double LIMIT = 4.5;

  private static final int SHOCKS = 4;
  private static final int FIRST = 2025;
  private static final int LAST = 2027;

  /** Of the first three shocks; the fourth is in no group. */
  private static final double[][] MATRIX = {{1, 0.6, -0.3}, {0.6, 1, 0.2}, {-0.3, 0.2, 1}};

  /** A number of the run with the year it was drawn for; 0 for a parameter. */
  private record Column(int shock, int year, Draws draws) {}

  private static final List<Column> COLUMNS = new ArrayList<>();

  @BeforeAll
  static void run() {
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < SHOCKS; i++) {
      equations.add(copy(shock("shock" + i), number("s" + i)));
      equations.add(copy(parameter("parameter" + i), number("p" + i)));
    }
    InputsBuilder inputs =
        Inputs.builder(Model.of("noise", equations), years(FIRST - 1, LAST))
            .correlation(Correlation.of(List.of("shock0", "shock1", "shock2"), MATRIX), EVIDENCE);
    for (int i = 0; i < SHOCKS; i++) {
      inputs.parameter(parameter("parameter" + i), Distribution.normal(0, 1), EVIDENCE);
    }
    Projection run =
        Simulation.of(new Scenario("noise", "noise alone", inputs.build()))
            .run(Settings.of(11, DRAWS));
    for (int i = 0; i < SHOCKS; i++) {
      COLUMNS.add(new Column(-1, 0, run.outcome(number("p" + i)).in(year(LAST))));
      for (int y = FIRST; y <= LAST; y++) {
        COLUMNS.add(new Column(i, y, run.outcome(number("s" + i)).in(year(y))));
      }
    }
  }

  private static Equation copy(Shock shock, Variable copy) {
    return Equation.of("E-" + copy.name(), "the shock")
        .uses(shock)
        .writes(copy)
        .as(b -> System.arraycopy(b.column(shock), 0, b.column(copy), 0, b.draws()));
  }

  private static Equation copy(Parameter parameter, Variable copy) {
    return Equation.of("E-" + copy.name(), "the parameter")
        .uses(parameter)
        .writes(copy)
        .as(b -> System.arraycopy(b.column(parameter), 0, b.column(copy), 0, b.draws()));
  }

  private static double correlation(Draws one, Draws other) {
    double[] x = one.values();
    double[] y = other.values();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    double mx = one.mean();
    double my = other.mean();
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double expected(Column one, Column other) {
    boolean together = one.year != 0 && one.year == other.year;
    return together && one.shock < 3 && other.shock < 3 ? MATRIX[one.shock][other.shock] : 0;
  }

  @Test
  @DisplayName("have the correlations given, and none across years, groups and parameters")
  void correlationsAreThoseGiven() {
    // 120 pairs by Fisher's transformation at 4.5 standard errors: 8.2e-4.
    int correlated = 0;
    for (int i = 0; i < COLUMNS.size(); i++) {
      for (int j = 0; j < i; j++) {
        Column one = COLUMNS.get(i);
        Column other = COLUMNS.get(j);
        double rho = expected(one, other);
        correlated += rho != 0 ? 1 : 0;
        double found = correlation(one.draws, other.draws);
        double score = (FastMath.atanh(found) - FastMath.atanh(rho)) * Math.sqrt(DRAWS - 3);
        assertTrue(
            Math.abs(score) < LIMIT,
            () ->
                "columns "
                    + one.shock
                    + " in "
                    + one.year
                    + " and "
                    + other.shock
                    + " in "
                    + other.year
                    + ": "
                    + found
                    + ", expected "
                    + rho);
      }
    }
    assertEquals(9, correlated, "pairs of the group, three a year");
  }

  @Test
  @DisplayName("are standard normal, correlated or not")
  void marginsAreStandardNormal() {
    // Mean and variance of 16 columns at 4.5 standard errors: 2.2e-4.
    for (Column column : COLUMNS) {
      Draws draws = column.draws;
      double mean = draws.mean() * Math.sqrt(DRAWS);
      double variance = draws.standardDeviation() * draws.standardDeviation();
      double spread = (variance - 1) / Math.sqrt(2.0 / (DRAWS - 1));
      String where = "shock " + column.shock + " in " + column.year;
      assertTrue(Math.abs(mean) < LIMIT, where + ": mean is " + mean + " standard errors off");
      assertTrue(Math.abs(spread) < LIMIT, where + ": variance is " + spread + " errors off");
    }
  }
}
