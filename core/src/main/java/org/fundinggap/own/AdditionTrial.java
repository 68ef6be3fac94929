package org.fundinggap.own;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What shows of additions only beside each other, and in the base year of a short run. */
final class AdditionTrial {
  private static final Settings SETTINGS = Settings.of(1, 64);
  private static final double MILLION = 1e6;
  private static final String TRIAL = "trial";

  /** Far more than rounding, far less than anybody would call uncertain. */
  private static final double SAME = 1e-9;

  private AdditionTrial() {}

  static List<String> sharedIds(List<Addition> added) {
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Addition each : added) {
      if (!ids.add(each.id())) {
        problems.add("ids of additions must differ, two were \"" + each.id() + "\"; rename one");
      }
    }
    return problems;
  }

  /**
   * Lines that cost more than all need together, which are slips of a unit: pounds for thousands,
   * or pounds for millions. Columns are not judged, for only a run works them out.
   *
   * @param laid the model with own lines
   * @param lines all of them
   * @return a problem for each that is too dear
   */
  static List<String> tooDear(Inputs laid, List<OwnLine> lines) {
    List<OwnLine> judged =
        lines.stream().filter(line -> !(line.amount() instanceof OwnLine.Column)).toList();
    if (judged.isEmpty()) {
      return List.of();
    }
    Set<Variable> kept = new LinkedHashSet<>(Set.of(Cost.GROSS_NEED));
    lines.forEach(line -> kept.add(line.need()));
    Projection run =
        Simulation.of(Option.of(TRIAL, laid)).keeping(kept.toArray(Variable[]::new)).run(SETTINGS);
    FinancialYear year = laid.years().first();
    double others = mean(run, Cost.GROSS_NEED, year);
    for (OwnLine line : lines) {
      others -= mean(run, line.need(), year);
    }
    List<String> problems = new ArrayList<>();
    for (OwnLine line : judged) {
      double amount = mean(run, line.need(), year);
      if (!(amount <= others)) {
        problems.add(
            "own line \""
                + line.id()
                + "\" must cost at most what all other lines do in "
                + year
                + ", GBP "
                + NumberText.of(others)
                + " million, was GBP "
                + NumberText.of(amount)
                + " million in the mean; write unit costs in GBP a year for each, amounts in GBP"
                + " million");
      }
    }
    return problems;
  }

  private static double mean(Projection run, Variable variable, FinancialYear year) {
    return run.outcome(TRIAL, variable).in(year).mean();
  }

  /**
   * What each own line has of the line that it is taken out of, as {@link OwnLine#shareOfLine}.
   *
   * @param laid the model with own lines, none of which is taken out yet
   * @param lines those to be taken out
   * @param problems gains lines that cost more than the one that they are taken out of
   */
  static Map<OwnLine, Double> shares(Inputs laid, List<OwnLine> lines, List<String> problems) {
    Set<Variable> kept = new LinkedHashSet<>();
    for (OwnLine line : lines) {
      kept.add(line.outOf().orElseThrow().need());
      kept.add(measured(line));
    }
    Option trial = Option.of(TRIAL, laid);
    Projection run = Simulation.of(trial).keeping(kept.toArray(Variable[]::new)).run(SETTINGS);
    Map<OwnLine, Double> shares = new LinkedHashMap<>();
    Map<CostLine, Double> most = new EnumMap<>(CostLine.class);
    for (OwnLine line : lines) {
      CostLine from = line.outOf().orElseThrow();
      double whole = inBaseYear(run, from.need(), line, problems);
      double part = inBaseYear(run, measured(line), line, problems);
      boolean isProduct = line.amount() instanceof OwnLine.Each;
      double share = part / whole / (isProduct ? MILLION : 1);
      shares.put(line, share);
      most.merge(from, share * dearest(line), Double::sum);
    }
    most.forEach((from, share) -> requireWithin(from, laid.years().first(), share, problems));
    return shares;
  }

  /** The volume of a product, for its price is 1 in the base year; else all of it. */
  private static Variable measured(OwnLine line) {
    return line.amount() instanceof OwnLine.Each each ? each.volume() : line.need();
  }

  /** The unit cost that 1 draw of 10,000 is above; 1 where there is none. */
  private static double dearest(OwnLine line) {
    return line.amount() instanceof OwnLine.Each each ? each.poundsAYear().quantile(0.9999) : 1;
  }

  private static double inBaseYear(
      Projection run, Variable variable, OwnLine line, List<String> problems) {
    FinancialYear year = run.scenarios().get(0).inputs().years().first();
    Draws draws = run.outcome(run.scenarios().get(0).name(), variable).in(year);
    double least = draws.quantile(0);
    double most = draws.quantile(1);
    if (!(most - least <= SAME * Math.abs(most)) || !(most > 0)) {
      problems.add(
          "own line \""
              + line.id()
              + "\" can be taken out of another only where "
              + variable.name()
              + " is positive and known in "
              + year
              + ", was in ["
              + least
              + ", "
              + most
              + "]; put it on top, or give amounts by year");
    }
    return draws.mean();
  }

  private static void requireWithin(
      CostLine from, FinancialYear year, double share, List<String> problems) {
    if (!(share <= 1)) {
      problems.add(
          "own lines out of "
              + from.label()
              + " must cost at most as much as it in "
              + year
              + ", cost up to "
              + NumberText.of(share)
              + " times as much; lower their unit costs, or put them on top");
    }
  }
}
