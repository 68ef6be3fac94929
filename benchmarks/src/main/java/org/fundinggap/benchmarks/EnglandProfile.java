package org.fundinggap.benchmarks;

import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Where a draw-year of England goes: its equations are wrapped in ones that time them, a block of
 * 1,024 draws at a time, and what the run takes beyond them is drawing, storing and summing up.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.fundinggap.benchmarks.EnglandProfile
 * }</pre>
 */
public final class EnglandProfile {
  /**
   * As many as the page's own run of England: making and joining histograms takes its share of few.
   */
  private static final int DRAWS = TimedCases.ENGLAND_DRAWS;

  private static final int WARM_UP_DRAWS = 100 * 1024;
  private static final int WARM_UP_RUNS = 6;
  private static final long SEED = 2025;

  /** Groups of equations by the start of their number; the first that fits counts. */
  private static final Map<String, String> GROUPS = groups();

  private final Inputs inputs;
  private final Map<String, LongAdder> nanoseconds = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  private EnglandProfile(Inputs inputs) {
    this.inputs = inputs;
    for (String group : GROUPS.values()) {
      nanoseconds.put(group, new LongAdder());
      counts.put(group, 0);
    }
  }

  private static Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("D7", "placements, with their chain (D7)");
    groups.put("D", "other demand (D)");
    groups.put("C2", "inflation and prices (C2)");
    groups.put("C3", "social workers (C3)");
    groups.put("C", "cost lines (C1)");
    groups.put("F", "funding (F)");
    groups.put("G", "gaps (G)");
    return groups;
  }

  /**
   * Prints the table.
   *
   * @param args none are read
   */
  public static void main(String[] args) {
    table().forEach(System.out::println);
  }

  /** The rows, as Markdown. */
  static List<String> table() {
    Inputs england = Baseline.england(EvidenceBase.load()).with(FundingRule.CASH_FLAT).inputs();
    EnglandProfile profile = new EnglandProfile(england);
    Simulation timed =
        Simulation.of(new Scenario("timed", "England, timed", profile.timed()))
            .on(Execution.ofThreads(1));
    return profile.rows(timed);
  }

  private Inputs timed() {
    List<Equation> equations = new ArrayList<>();
    for (Equation each : inputs.model().equations()) {
      String group = groupOf(each);
      counts.merge(group, 1, Integer::sum);
      equations.add(timed(each, nanoseconds.computeIfAbsent(group, any -> new LongAdder())));
    }
    return inputs.toBuilder(Model.of("England, timed", equations)).build();
  }

  private static String groupOf(Equation equation) {
    for (Map.Entry<String, String> group : GROUPS.entrySet()) {
      if (equation.id().startsWith(group.getKey())) {
        return group.getValue();
      }
    }
    return "other equations";
  }

  private static Equation timed(Equation equation, LongAdder total) {
    Formula formula = equation.formula();
    return Equation.of(equation.id(), equation.text())
        .reads(equation.reads().toArray(Variable[]::new))
        .readsLastYear(equation.readsLastYear().toArray(Variable[]::new))
        .uses(equation.uses().toArray(Quantity[]::new))
        .writes(equation.writes().toArray(Variable[]::new))
        .as(
            block -> {
              long start = System.nanoTime();
              formula.apply(block);
              total.add(System.nanoTime() - start);
            });
  }

  private List<String> rows(Simulation simulation) {
    double summarised = time(simulation, draws -> Settings.of(SEED, draws).withMemory(0));
    Simulation gapAlone = simulation.keeping(Gap.STAND_STILL.cash());
    double run = time(gapAlone, draws -> Settings.of(SEED, draws));
    double drawYears = (double) DRAWS * (inputs.years().length() - 1);
    Markdown table = new Markdown(1, "part", "equations", "ns a draw-year", "share");
    double all = 0;
    for (Map.Entry<String, LongAdder> each : nanoseconds.entrySet()) {
      double time = each.getValue().sum() / drawYears;
      all += time;
      table.row(
          each.getKey(), counts.get(each.getKey()) + "", number(time), share(time, summarised));
    }
    table.row(
        drawn() + ", handing out columns", "", number(run - all), share(run - all, summarised));
    double summing = summarised - run;
    String numbers = inputs.model().variables().size() + " variables summed up in histograms";
    table.row(numbers, "", number(summing), share(summing, summarised));
    table.row("all", inputs.model().equations().size() + "", number(summarised), "100%");
    return table.lines();
  }

  private String drawn() {
    long uncertain =
        inputs.model().parameters().stream()
            .map((Parameter each) -> inputs.distribution(each))
            .filter(distribution -> !distribution.isFixed())
            .count();
    return "drawing " + uncertain + " parameters and " + inputs.model().shocks().size() + " shocks";
  }

  /** Nanoseconds a draw-year in one long run, after short ones that warm up. */
  private double time(Simulation simulation, IntFunction<Settings> settings) {
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      simulation.run(settings.apply(WARM_UP_DRAWS));
    }
    nanoseconds.values().forEach(LongAdder::reset);
    long start = System.nanoTime();
    simulation.run(settings.apply(DRAWS));
    double elapsed = System.nanoTime() - start;
    return elapsed / DRAWS / (inputs.years().length() - 1);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String share(double part, double all) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * part / all);
  }
}
