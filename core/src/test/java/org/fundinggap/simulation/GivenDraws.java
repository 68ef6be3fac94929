package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.ones;
import static org.fundinggap.model.Pieces.year;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Summary;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Scenario;

/** Results of runs that never were, with draws given by a test. */
public final class GivenDraws {
  private final Variable variable;
  private final Sampling sampling;
  private final List<Option> scenarios = new ArrayList<>();
  private final Map<String, ImmutableMap<Variable, Outcome>> outcomes = new LinkedHashMap<>();
  private int draws = 1;

  private GivenDraws(Variable variable, Sampling sampling) {
    this.variable = variable;
    this.sampling = sampling;
  }

  /** Draws that stand alone. */
  public static Draws of(double... values) {
    return new Draws(values.clone(), Sampling.independent());
  }

  /** Draws that were made in replicates, one after the other in turn. */
  public static Draws inReplicates(int replicates, double... values) {
    return new Draws(values.clone(), Sampling.sobol(replicates));
  }

  /** A run of which one variable is given. */
  public static GivenDraws run(Variable variable) {
    return new GivenDraws(variable, Sampling.independent());
  }

  /** A run on Sobol draws of which one variable is given. */
  public static GivenDraws run(Variable variable, Sampling sampling) {
    return new GivenDraws(variable, sampling);
  }

  /** Adds a scenario: its draws of each year, from a first year on. */
  public GivenDraws with(String name, int firstYear, double[]... byYear) {
    YearRange years = YearRange.inclusive(year(firstYear), year(firstYear + byYear.length - 1));
    Model model = Model.of("given", List.of(ones("E1", variable)));
    scenarios.add(new Scenario(name, "given", Inputs.builder(model, years).build()));
    List<Summary> summaries = new ArrayList<>();
    for (double[] values : byYear) {
      draws = values.length;
      summaries.add(new Draws(values.clone(), sampling));
    }
    outcomes.put(name, ImmutableMap.of(variable, new Outcome(name, variable, years, summaries, 1)));
    return this;
  }

  public Projection projection() {
    Settings settings = Settings.of(1, draws);
    return new Projection(settings, draws, 0, scenarios, outcomes);
  }
}
