package org.example.gap;

import java.util.List;
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
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * A program of somebody who depends on the library: prints the gap with and without a lever, where
 * the library was found, and a digest of the results, which must not depend on that.
 */
public final class OwnProgram {
  private OwnProgram() {}

  public static void main(String[] args) {
    Scenario today = Baseline.england(EvidenceBase.load()).with(FundingRule.REAL_FLAT);
    Lever fewer =
        Lever.named("fewer entries")
            .from(FinancialYear.parse("2026-27"))
            .multiply(CareEntries.ENTRIES, Distribution.triangular(-0.1, -0.05, 0), "my-judgement")
            .build();
    Variable gap = Gap.STAND_STILL.cash();
    Projection run =
        Simulation.of(today, today.with(fewer)).keeping(gap).run(Settings.of(2025, 2_000));
    FinancialYear year = FinancialYear.parse("2029-30");
    for (String name : List.of(today.name(), today.with(fewer).name())) {
      double median = run.outcome(name, gap).in(year).quantile(0.5);
      System.out.printf("%s: GBP %.1fbn in %s%n", name, median / 1000, year);
    }
    System.out.println("digest " + run.digest());
    Module library = Baseline.class.getModule();
    boolean open = library.isExported("org.fundinggap.internal", OwnProgram.class.getModule());
    System.out.println(library + (open ? ", internal open" : ", internal closed"));
  }
}
