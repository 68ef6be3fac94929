package org.fundinggap.docs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.bridge.BridgeDriver;
import org.fundinggap.bridge.BridgeOfGap;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What the library would have said of one year at each past date, and why it changed. */
final class VintageTables {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final FinancialYear FIRST = FinancialYear.parse("2015-16");
  private static final FinancialYear YEAR = HeadlineTables.QUOTED;
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();

  /** One date: what was known then, and the run from it. */
  private record Vintage(LocalDate day, Baseline baseline, Projection run) {}

  private VintageTables() {}

  private static List<Vintage> vintages() {
    List<Vintage> all = new ArrayList<>();
    for (FinancialYear baseYear : Calibration.baseYears(EVIDENCE)) {
      if (baseYear.compareTo(FIRST) >= 0) {
        all.add(vintage(Calibration.dayOf(baseYear), baseYear));
      }
    }
    return all;
  }

  private static Vintage vintage(LocalDate day, FinancialYear baseYear) {
    Baseline baseline = Baseline.england(EVIDENCE.asOf(day), baseYear).to(YEAR);
    Projection run =
        Simulation.of(baseline.with(FundingPlan.HEADLINE))
            .keeping(Bridge.variables())
            .run(SETTINGS);
    return new Vintage(day, baseline, run);
  }

  /** The gap of one year by vintage, and the mean contributions to its change from the last. */
  static List<String> byVintage() {
    List<String> columns =
        new ArrayList<>(
            List.of("as known on", "base year", "funding known to", ">gap of " + YEAR, ">change"));
    for (BridgeDriver driver : BridgeDriver.values()) {
      columns.add(">" + driver.label());
    }
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    List<Vintage> all = vintages();
    for (int i = 0; i < all.size(); i++) {
      List<String> cells = new ArrayList<>(head(all.get(i)));
      if (i == 0) {
        cells.add("");
        for (int d = 0; d < BridgeDriver.values().length; d++) {
          cells.add("");
        }
      } else {
        reasons(all.get(i - 1), all.get(i), cells);
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  private static List<String> head(Vintage vintage) {
    return List.of(
        vintage.day().toString(),
        vintage.baseline().baseYear().toString(),
        vintage.baseline().knownTo(FundingPlan.HEADLINE).map(Object::toString).orElse("no plan"),
        HeadlineTables.band(vintage.run().outcome(Gap.STAND_STILL.cash()).in(YEAR)));
  }

  private static void reasons(Vintage before, Vintage after, List<String> cells) {
    String plan = FundingPlan.HEADLINE.label();
    Bridge bridge =
        BridgeOfGap.of(Gap.STAND_STILL)
            .withPrices(after.baseline().deflator())
            .between(
                new BridgeCell(before.run(), plan, YEAR), new BridgeCell(after.run(), plan, YEAR));
    cells.add(signed(bridge.change().mean()));
    for (BridgeDriver driver : BridgeDriver.values()) {
      cells.add(signed(bridge.contribution(driver).mean()));
    }
  }

  private static String signed(double millions) {
    return String.format(Locale.ROOT, "%+.1f", millions / 1000);
  }
}
