package org.fundinggap.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.GoalSeek;
import org.fundinggap.search.GoalSolution;
import org.fundinggap.search.Statistic;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Example 5, goal seeking: by how much would entries to care have to fall for the gap to close, or
 * to stay as it is? Gaps are at average cost, so that less would be saved than the answer says.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=org.fundinggap.examples.Ex5ClosingTheGap
 * }</pre>
 */
public final class Ex5ClosingTheGap {
  private static final FinancialYear START = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");

  private Ex5ClosingTheGap() {}

  /**
   * Prints the fall of entries that each goal takes, or that none does.
   *
   * @param args number of draws, optional
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Settings settings = Settings.of(2025, args.length > 0 ? Integer.parseInt(args[0]) : 4_000);
    out.printf(
        "By how much would entries to care have to change from %s on for the gap of %s to close, or"
            + " to stay as it is?%n"
            + "Gaps are at average cost: at the margin less would be saved, so the true change is"
            + " greater.%n%n",
        START, LAST);
    Baseline england = Baseline.england(EvidenceBase.load());
    Variable gap = Gap.STAND_STILL.real(england.baseYear());

    for (FundingRule rule : new FundingRule[] {FundingRule.REAL_FLAT, FundingRule.COUNCIL_TAX}) {
      Scenario without = england.with(rule);
      Projection today = Simulation.of(without).keeping(gap).run(settings);
      double now = today.outcome(gap).in(england.baseYear()).mean();
      out.printf(
          "%s: from a mean real gap of GBP %,.0f million in %s%n",
          rule.label(), now, england.baseYear());

      // Entries of children other than asylum-seeking ones, fewer by a share from 2026-27 on.
      GoalSeek seek =
          GoalSeek.between(-0.9, 0.5, change -> change == 0 ? without : entries(without, change))
              .named("change of entries to care");
      GoalSolution closed = seek.solve(Statistic.of(gap, LAST), 0, settings);
      GoalSolution kept = seek.solve(Statistic.of(gap, LAST), now, settings);
      GoalSolution likely = seek.solve(Statistic.of(gap, LAST).quantile(0.9), now, settings);
      out.println("To close the gap in the mean:\n" + closed);
      out.println("To hold it in the mean:\n" + kept);
      out.println("To hold it in nine draws of ten:\n" + likely + "\n");
    }
  }

  private static Scenario entries(Scenario without, double change) {
    Lever fewer =
        Lever.named("entries")
            .from(START)
            .ramp(2)
            .multiply(CareEntries.ENTRIES, Distribution.fixed(change), "looked-after-started")
            .build();
    return without.with("entries", fewer);
  }
}
