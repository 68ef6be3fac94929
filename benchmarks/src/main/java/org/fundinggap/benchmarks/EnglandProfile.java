package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

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
  private final int draws;
  private final int warmUpDraws;
  private final Map<Equation, LongAdder> nanoseconds = new LinkedHashMap<>();
  private final double summarised;
  private final double run;

  /**
   * Measures.
   *
   * @param inputs whose equations are timed
   * @param draws of the runs that count
   * @param warmUpDraws of each of the runs before them
   */
  EnglandProfile(Inputs inputs, int draws, int warmUpDraws) {
    this.inputs = inputs;
    this.draws = draws;
    this.warmUpDraws = warmUpDraws;
    inputs.model().equations().forEach(each -> nanoseconds.put(each, new LongAdder()));
    Simulation timed =
        Simulation.of(new Scenario("timed", "England, timed", timed())).on(Execution.ofThreads(1));
    this.summarised = time(timed, size -> Settings.of(SEED, size).withMemory(0));
    Simulation gapAlone = timed.keeping(Gap.STAND_STILL.cash());
    this.run = time(gapAlone, size -> Settings.of(SEED, size));
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
   * Prints the tables: by part, and by equation.
   *
   * @param args none are read
   */
  public static void main(String[] args) {
    EnglandProfile profile = england();
    profile.parts().forEach(System.out::println);
    System.out.println();
    profile.equations().forEach(System.out::println);
  }

  private static EnglandProfile england() {
    Inputs england =
        Baseline.england(EvidenceBase.load())
            .withoutCurrentLaw()
            .with(FundingRule.CASH_FLAT)
            .inputs();
    return new EnglandProfile(england, DRAWS, WARM_UP_DRAWS);
  }

  /** The rows by part, as Markdown. */
  static List<String> table() {
    return england().parts();
  }

  private Inputs timed() {
    List<Equation> equations = new ArrayList<>();
    nanoseconds.forEach(
        (each, total) -> equations.add(each.wrapping(formula -> timed(formula, total))));
    return inputs.toBuilder(Model.of("England, timed", equations)).build();
  }

  private static Formula timed(Formula formula, LongAdder total) {
    return block -> {
      long start = System.nanoTime();
      formula.apply(block);
      total.add(System.nanoTime() - start);
    };
  }

  private static String groupOf(Equation equation) {
    for (Map.Entry<String, String> group : GROUPS.entrySet()) {
      if (equation.id().startsWith(group.getKey())) {
        return group.getValue();
      }
    }
    return "other equations";
  }

  /** One row a group of equations, and what the run takes beyond them. */
  List<String> parts() {
    Map<String, List<Equation>> groups = new LinkedHashMap<>();
    GROUPS.values().forEach(group -> groups.put(group, new ArrayList<>()));
    nanoseconds
        .keySet()
        .forEach(each -> groups.computeIfAbsent(groupOf(each), any -> new ArrayList<>()).add(each));
    Markdown table = new Markdown(1, "part", "equations", "ns a draw-year", "share");
    double all = 0;
    for (Map.Entry<String, List<Equation>> group : groups.entrySet()) {
      double time = group.getValue().stream().mapToDouble(this::time).sum();
      all += time;
      String size = group.getValue().size() + "";
      table.row(group.getKey(), size, number(time), share(time));
    }
    table.row(drawn() + ", handing out columns", "", number(run - all), share(run - all));
    double summing = summarised - run;
    String numbers = inputs.model().variables().size() + " variables summed up in histograms";
    table.row(numbers, "", number(summing), share(summing));
    table.row("all", nanoseconds.size() + "", number(summarised), "100%");
    return table.lines();
  }

  /** One row an equation, in their order. */
  List<String> equations() {
    Markdown table = new Markdown(2, "equation", "part", "ns a draw-year", "share");
    for (Equation each : nanoseconds.keySet()) {
      table.row(each.id(), groupOf(each), tenths(time(each)), share(time(each)));
    }
    return table.lines();
  }

  /** Nanoseconds a draw-year that an equation took in the last run. */
  private double time(Equation equation) {
    LongAdder total = Objects.requireNonNull(nanoseconds.get(equation), equation.id());
    return total.sum() / drawYears();
  }

  private double drawYears() {
    return (double) draws * (inputs.years().length() - 1);
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
      simulation.run(settings.apply(warmUpDraws));
    }
    nanoseconds.values().forEach(LongAdder::reset);
    long start = System.nanoTime();
    simulation.run(settings.apply(draws));
    return (System.nanoTime() - start) / drawYears();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private String share(double part) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * part / summarised);
  }
}
