package org.example.gap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.export.Tidy;
import org.fundinggap.file.ScenarioFile;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * A program of somebody who depends on the library: a settlement, a cost line and a lever of their
 * own, what they move, a table of all years for other programs, a scenario as a file, where the library was found, and a
 * digest of the results, which must not depend on that.
 */
public final class OwnProgram {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear LATER = FinancialYear.parse("2029-30");

  private OwnProgram() {}

  public static void main(String[] args) throws IOException {
    Scenario today = Baseline.england(EvidenceBase.load()).with(settlement());
    Scenario counted = today.with("with short breaks", shortBreaks());
    Scenario changed = counted.with("with fewer entries", fewerEntries());
    Projection run =
        Simulation.of(today, counted, changed)
            .keeping(Bridge.variables(changed))
            .run(Settings.of(2025, 2_000));
    Comparison comparison = Comparison.of(run, today.name());
    System.out.println(comparison.sideBySide(LATER, Gap.STAND_STILL.cash()));
    BridgeCell start = new BridgeCell(run, changed.name(), BASE);
    System.out.println(Bridge.of(start, start.in(LATER)));
    Tidy table =
        Tidy.together(
            "Gap with short breaks",
            Tidy.of(run, Gap.STAND_STILL.cash(), shortBreaks().need()),
            Tidy.of(comparison, Gap.STAND_STILL.cash()));
    table.save(Path.of(args[0]));
    ReadBack.check(table, Path.of(args[0]));
    System.out.println("digest " + run.digest());
    saveAndLoad(changed, Path.of(args[0]).resolveSibling("changed.yaml"));
    Module library = Baseline.class.getModule();
    boolean open = library.isExported("org.fundinggap.internal", OwnProgram.class.getModule());
    System.out.println(library + (open ? ", internal open" : ", internal closed"));
  }

  /** A colleague who is sent the file gets the same scenario, and the same draws of it. */
  private static void saveAndLoad(Scenario scenario, Path file) throws IOException {
    Settings settings = Settings.of(7, 500);
    ScenarioFile.of(scenario).with(settings).save(file);
    ScenarioFile loaded = ScenarioFile.load(file, EvidenceBase.load());
    Scenario again = loaded.scenario();
    String before = Simulation.of(scenario).run(settings).digest();
    String after = Simulation.of(again).run(loaded.settings().orElseThrow()).digest();
    if (!Fingerprint.of(again).equals(Fingerprint.of(scenario)) || !after.equals(before)) {
      throw new IllegalStateException(file + " makes another scenario than was saved");
    }
    System.out.println("saved and loaded " + Fingerprint.of(again));
  }

  private static FundingPlan settlement() {
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    amounts.put(FinancialYear.parse("2025-26"), 15_400.0);
    amounts.put(FinancialYear.parse("2026-27"), 16_000.0);
    return FundingPlan.cashSettlement(amounts, "own plan").then(FundingRule.REAL_FLAT);
  }

  private static OwnLine shortBreaks() {
    return OwnLine.each(
            "shortBreaks",
            "short breaks",
            Children.CHILDREN,
            Distribution.elicitedAbove(0, 8, 10, 14),
            "own survey")
        .priced(PriceIndex.SOCIAL_WORK);
  }

  private static Lever fewerEntries() {
    return Lever.named("fewer entries")
        .from(FinancialYear.parse("2026-27"))
        .multiply(CareEntries.ENTRIES, Distribution.triangular(-0.1, -0.05, 0), "own judgement")
        .build();
  }
}
