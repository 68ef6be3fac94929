package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Lists what a scenario assumes and where the range of a result comes from. Immutable. */
public final class Auditor {
  private static final Comparator<Audit.Carrier> LARGEST_FIRST =
      Comparator.comparingDouble((Audit.Carrier carrier) -> -carrier.share().value())
          .thenComparing(Audit.Carrier::name);

  /** What came out below 0 is nothing, as is what has no share; those go by id. */
  private static final Comparator<Audit.Assumption> WORST_FIRST =
      Comparator.comparing((Audit.Assumption each) -> each.entry().quality())
          .reversed()
          .thenComparingDouble(
              each -> -Math.max(0, each.share().map(VarianceShare::value).orElse(0.0)))
          .thenComparing(each -> each.entry().id());

  private final Scenario scenario;
  private final Settings settings;
  private final RegisterIndex register;

  private Auditor(Scenario scenario, Settings settings, RegisterIndex register) {
    this.scenario = scenario;
    this.settings = settings;
    this.register = register;
  }

  /**
   * An auditor of one scenario.
   *
   * @param scenario the scenario
   * @param settings seed and number of draws
   * @param evidence the register that the scenario's inputs name
   * @return the auditor; nothing is run yet
   */
  public static Auditor of(Scenario scenario, Settings settings, EvidenceBase evidence) {
    return new Auditor(scenario, settings, new RegisterIndex(evidence));
  }

  /**
   * Every number whose evidence is missing or not in the register: parameters, opening values,
   * paths, correlations and shocks. A shock is in it when it has no origin and is in no
   * correlation; its shape is then an assumption that nobody registered.
   *
   * @return a sentence each; empty if all is in order
   */
  public List<String> withoutEvidence() {
    return List.copyOf(EvidenceUse.problems(scenario.inputs(), register));
  }

  /**
   * Audits the stand-still gap in the last year, in cash.
   *
   * @return the audit
   * @throws IllegalArgumentException as {@link #audit(Variable, FinancialYear)}, also if the
   *     scenario has no such gap
   */
  public Audit audit() {
    return audit(Gap.STAND_STILL.cash(), scenario.inputs().years().last());
  }

  /**
   * Audits a result, in three runs: one as the settings have it, one with the same parameters in
   * years of other luck, one with the same luck and other parameters. Shares of single parameters
   * and shocks are from independent draws: of Sobol settings from a fourth run.
   *
   * @param output a variable of the scenario's model
   * @param year one of its years in which the variable is uncertain
   * @return the audit
   * @throws IllegalArgumentException if there is no such variable or year, there are fewer than
   *     2,000 draws, or the result does not vary, or not finitely, between draws
   */
  public Audit audit(Variable output, FinancialYear year) {
    check(output, year);
    Simulation simulation = Simulation.of(scenario).keeping(output);
    Projection run = simulation.run(settings);
    Draws values = draws(run, output, year);
    requireVariance(values.values(), output, year);
    Settings otherShocks = settings.withShockSeed(settings.shockSeed() + 1);
    Settings otherParameters =
        settings.withSeed(settings.seed() + 1).withShockSeed(settings.shockSeed());
    Audit.Split split =
        PickFreeze.split(
            values,
            draws(simulation.run(otherShocks), output, year),
            draws(simulation.run(otherParameters), output, year));
    Set<Quantity> ancestors = Ancestry.of(scenario.inputs(), output, year);
    Projection apart = independent(simulation, run);
    Draws result = draws(apart, output, year);
    Map<Parameter, VarianceShare> shares = parameters(apart, result);
    List<Audit.Carrier> parameters = new ArrayList<>();
    shares.forEach(
        (parameter, share) ->
            parameters.add(new Audit.Carrier(parameter.name(), parameter.label(), share)));
    parameters.sort(LARGEST_FIRST);
    return new Audit(
        scenario.name(),
        settings,
        output,
        year,
        split,
        assumptions(EvidenceUse.of(scenario.inputs(), ancestors), apart, result),
        parameters,
        shocks(apart, result, year),
        drawnTogether(),
        withoutEvidence());
  }

  private void check(Variable output, FinancialYear year) {
    Set<Variable> variables = scenario.inputs().model().variables();
    if (!variables.contains(output)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "output must be a variable of scenario " + scenario.name(),
              output,
              variables,
              Variable::name));
    }
    YearRange years = scenario.inputs().years();
    if (!years.contains(year)) {
      throw new IllegalArgumentException(
          "year must be in " + years + ", was " + year + "; ask for a year of the scenario");
    }
    Checks.atLeast(
        settings.draws(),
        CorrelationRatio.FEWEST_DRAWS,
        "draws for an audit",
        "fewer cannot tell a share from noise; 10,000 tell 1% apart");
  }

  private Draws draws(Projection projection, Variable output, FinancialYear year) {
    return projection.outcome(scenario.name(), output).in(year);
  }

  private static void requireVariance(double[] values, Variable output, FinancialYear year) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            output.name() + " must be finite in every draw, was " + value + " in " + year);
      }
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if (!(greatest > least)) {
      throw new IllegalArgumentException(
          output.name()
              + " must vary between draws in "
              + year
              + ", was always "
              + least
              + "; choose a later year");
    }
  }

  /** Shares of single numbers are estimated from independent draws. */
  private Projection independent(Simulation simulation, Projection run) {
    return settings.sampling().isIndependent()
        ? run
        : simulation.run(settings.withSampling(Sampling.independent()));
  }

  private Map<Parameter, VarianceShare> parameters(Projection run, Draws values) {
    Map<Parameter, VarianceShare> shares = new LinkedHashMap<>();
    for (Parameter parameter : scenario.inputs().model().parameters()) {
      if (!scenario.inputs().distribution(parameter).isFixed()) {
        Draws draws = run.draws(scenario.name(), parameter);
        shares.put(parameter, CorrelationRatio.of(draws, values));
      }
    }
    return shares;
  }

  private List<List<String>> drawnTogether() {
    Set<String> drawn =
        scenario.inputs().parameters().entrySet().stream()
            .filter(each -> !each.getValue().isFixed())
            .map(each -> each.getKey().name())
            .collect(Collectors.toSet());
    return scenario.inputs().correlations().stream()
        .map(group -> group.names().stream().filter(drawn::contains).toList())
        .filter(names -> names.size() > 1)
        .toList();
  }

  private List<Audit.Carrier> shocks(Projection run, Draws values, FinancialYear year) {
    List<Audit.Carrier> carriers = new ArrayList<>();
    FinancialYear base = scenario.inputs().years().first();
    for (Shock shock : scenario.inputs().model().shocks()) {
      List<Draws> byYear = new ArrayList<>();
      for (int i = 1; i <= base.yearsUntil(year); i++) {
        byYear.add(run.draws(scenario.name(), shock, base.plus(i)));
      }
      carriers.add(
          new Audit.Carrier(shock.name(), shock.label(), CorrelationRatio.ofAll(byYear, values)));
    }
    carriers.sort(LARGEST_FIRST);
    return carriers;
  }

  private List<Audit.Assumption> assumptions(EvidenceUse use, Projection run, Draws result) {
    List<Audit.Assumption> assumptions = new ArrayList<>();
    for (String id : use.ids()) {
      Optional<RegisterEntry> entry = register.find(id).filter(RegisterEntry::isAssumption);
      entry.ifPresent(
          found ->
              assumptions.add(
                  new Audit.Assumption(
                      found, use.users(id), share(use.drawn(id), run, result), use.isFixed(id))));
    }
    assumptions.sort(WORST_FIRST);
    return assumptions;
  }

  /** What parameters carry together; worked out again, for what each draw adds is not kept. */
  private Optional<VarianceShare> share(List<Parameter> drawn, Projection run, Draws result) {
    List<Draws> all = drawn.stream().map(each -> run.draws(scenario.name(), each)).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(CorrelationRatio.ofAll(all, result));
  }

  /** The scenario and the settings of its runs. */
  @Override
  public String toString() {
    return "Auditor of " + scenario.name() + ", " + settings;
  }
}
