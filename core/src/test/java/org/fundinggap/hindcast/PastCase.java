package org.fundinggap.hindcast;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.Inflation;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** A run from 2018-19 as known then, made once without the code that is tested with it. */
final class PastCase {
  static final EvidenceBase EVIDENCE = EvidenceBase.load();
  static final FinancialYear BASE = FinancialYear.parse("2018-19");
  static final FinancialYear LAST = FinancialYear.parse("2024-25");
  static final ForecastOrigin ORIGIN = new ForecastOrigin(BASE, Calibration.dayOf(BASE));
  static final EvidenceBase KNOWN = EVIDENCE.asOf(Calibration.dayOf(BASE));
  static final Settings SETTINGS = Settings.of(1, 200);

  private static final Baseline BASELINE = Baseline.england(KNOWN, BASE).to(LAST);
  private static final Scenario SCENARIO = BASELINE.with(FundingRule.REAL_FLAT);
  private static final Projection PROJECTION =
      Simulation.of(SCENARIO).keeping(kept()).run(SETTINGS);

  private PastCase() {}

  private static Variable[] kept() {
    return Stream.concat(
            Published.all().stream().map(Published::needed).flatMap(List::stream),
            Stream.of(Inflation.DEFLATOR))
        .distinct()
        .toArray(Variable[]::new);
  }

  static PastRun run() {
    return new PastRun(ORIGIN, KNOWN, new BaselineRun(BASELINE, SCENARIO.inputs(), PROJECTION));
  }

  /** The years that a forecast from the base year is scored in. */
  static List<FinancialYear> years() {
    return Stream.iterate(BASE.plus(1), year -> year.plus(1)).limit(BASE.yearsUntil(LAST)).toList();
  }

  static double published(String quantity, FinancialYear year) {
    return Published.named(quantity).at(EVIDENCE, year).orElseThrow().value();
  }
}
