package org.fundinggap.examples;

import static org.fundinggap.scoring.Band.FOUR_FIFTHS;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.Hindcast;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Scores the model on the windows on which its choices are made, or on those that judge them, and
 * prints what it projects: what to run before and after a change of the model.
 */
public final class ScoreWindows {
  private static final Settings SETTINGS = Settings.of(2025, 4_096);
  private static final FinancialYear LAST_OF_CHOICE = FinancialYear.parse("2019-20");
  private static final FinancialYear FIRST_OF_JUDGEMENT = FinancialYear.parse("2018-19");

  private static final List<String> CHOOSING = List.of("2015-16", "2016-17");

  private ScoreWindows() {}

  /**
   * Prints scores.
   *
   * @param args {@code choosing}, {@code judging} or {@code all}; then {@code quantities} for each
   *     of them too, {@code vague} for vague priors in place of later ones, and the label of an
   *     outlook
   */
  public static void main(String[] args) {
    if (args.length == 0 || !List.of("choosing", "judging", "all").contains(args[0])) {
      System.err.println(
          "arguments must be choosing, judging or all, then quantities, vague or an outlook");
      System.exit(2);
    }
    EvidenceBase evidence = EvidenceBase.load();
    Baseline baseline = Baseline.england(evidence);
    Hindcast hindcast = Hindcast.of(evidence).on(Execution.ofThreads(2));
    boolean choosing = args[0].equals("choosing");
    if (choosing) {
      hindcast = hindcast.from(years(CHOOSING));
    } else if (args[0].equals("judging")) {
      hindcast = hindcast.from(judging(hindcast));
    }
    List<String> also = List.of(args).subList(1, args.length);
    if (also.contains("vague")) {
      hindcast = hindcast.withVaguePriors();
    }
    for (Outlook outlook : Outlook.values()) {
      if (also.contains(outlook.label())) {
        hindcast = hindcast.withOutlook(outlook);
        baseline = baseline.withOutlook(outlook);
      }
    }
    print(hindcast.run(SETTINGS), choosing, also.contains("quantities"));
    projection(baseline);
  }

  private static FinancialYear[] years(List<String> years) {
    return years.stream().map(FinancialYear::parse).toArray(FinancialYear[]::new);
  }

  private static FinancialYear[] judging(Hindcast hindcast) {
    return hindcast.origins().stream()
        .map(origin -> origin.baseYear())
        .filter(year -> year.compareTo(FIRST_OF_JUDGEMENT) >= 0)
        .toArray(FinancialYear[]::new);
  }

  private static void print(TrackRecord record, boolean choosing, boolean quantities) {
    Predicate<ScoredCase> counts =
        each ->
            each.terms() == Terms.CASH
                && (!choosing || each.window().target().compareTo(LAST_OF_CHOICE) <= 0);
    List<ScoredCase> all = record.where(counts);
    System.out.println(
        "group or quantity                  n  held by 80%   bias   CRPS   walk  drift sector");
    for (Published.Group group : Published.Group.values()) {
      row(group.toString(), all, each -> each.quantity().group() == group);
    }
    if (quantities) {
      for (Published quantity : Published.all()) {
        row(quantity.id(), all, each -> each.quantity().equals(quantity));
      }
    } else {
      row("spending-gross", all, each -> each.quantity().id().equals("spending-gross"));
    }
  }

  private static void row(String name, List<ScoredCase> all, Predicate<ScoredCase> which) {
    List<ScoredCase> cases = all.stream().filter(which).toList();
    if (cases.isEmpty()) {
      return;
    }
    ScoreRow row = ScoreRow.of(cases);
    System.out.printf(
        "%-30s %5d %12.0f %6.1f %7.3f %6s %6s %6s%n",
        name,
        row.cases(),
        100 * row.scores().coverage(FOUR_FIFTHS).share(),
        100 * row.scores().bias(),
        100 * row.scores().crps(),
        skill(row, Benchmark.RANDOM_WALK),
        skill(row, Benchmark.DRIFT),
        skill(row, Benchmark.SECTOR));
  }

  private static String skill(ScoreRow row, Benchmark benchmark) {
    OptionalDouble skill = row.skill(benchmark);
    return skill.isPresent() ? String.format("%+.2f", skill.getAsDouble()) : "";
  }

  private static void projection(Baseline baseline) {
    Variable[] shown = {
      Referrals.REFERRALS,
      ChildrenInNeed.STOCK,
      Placements.LOOKED_AFTER,
      Cost.NEED,
      Gap.STAND_STILL.cash(),
    };
    Projection projection =
        Simulation.of(baseline.with(FundingRule.REAL_FLAT)).keeping(shown).run(SETTINGS);
    for (String year : List.of("2024-25", "2025-26", "2029-30", "2034-35")) {
      for (Variable variable : shown) {
        Draws draws = projection.outcome(variable).in(FinancialYear.parse(year));
        System.out.printf(
            "%s  %-40s %,9.0f [%,.0f, %,.0f]%n",
            year, variable.label(), draws.quantile(0.5), draws.quantile(0.1), draws.quantile(0.9));
      }
      Outcome lookedAfter = projection.outcome(Placements.LOOKED_AFTER);
      double now = lookedAfter.in(baseline.baseYear()).mean();
      System.out.printf(
          "%s  more looked after than in the base year: %.0f%%%n",
          year, 100 * lookedAfter.in(FinancialYear.parse(year)).probabilityAbove(now));
    }
  }
}
