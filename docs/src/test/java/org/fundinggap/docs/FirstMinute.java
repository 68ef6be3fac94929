package org.fundinggap.docs;

import java.util.List;
import java.util.Locale;
import org.fundinggap.cost.Cost;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What a reader must know beside the first number that README and quickstart print. */
final class FirstMinute {
  private static final String JUDGEMENT = "JUDGEMENT-2026-11";
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");

  private FirstMinute() {}

  static List<String> evidenceCounts() {
    EvidenceBase evidence = EvidenceBase.load();
    long judged =
        evidence.priors().stream()
            .filter(prior -> prior.provenance().source().id().equals(JUDGEMENT))
            .count();
    return List.of(
        String.format(
            Locale.ROOT,
            "%d series and %d figures from %d sources; %d priors, of which %d are our own"
                + " judgement.",
            evidence.allSeries().size(),
            evidence.figures().size(),
            evidence.sources().size(),
            evidence.priors().size(),
            judged));
  }

  static List<String> beforeQuoting() {
    Baseline baseline = Baseline.england(EvidenceBase.load());
    return List.of(
        "- **Bands of lines held since 2018-19, those of the total less often.** From those dates"
            + " bands of 80% held",
        "  " + JudgedTables.spending() + ".",
        "  No number of the model was chosen on them, though what to mend had been found on all"
            + " dates.",
        String.format(
            Locale.ROOT,
            "- **An honest band is wide.** What the service of today would cost in %s, net, in"
                + " cash, is GBP %s.",
            LAST,
            needIn(baseline, LAST)),
        "- **Published plans are for all services of councils.** The growth to 2028-29 is that of"
            + " the provisional settlement,",
        "  at second hand; that children's social care keeps its share of it is an assumption, and"
            + " no range is about it.");
  }

  private static String needIn(Baseline baseline, FinancialYear year) {
    Draws need =
        Simulation.of(baseline.with(FundingRule.REAL_FLAT))
            .keeping(Cost.NEED)
            .run(Settings.of(2025, 10_000))
            .outcome(Cost.NEED)
            .in(year);
    return String.format(
        Locale.ROOT,
        "%.1fbn [%.1f, %.1f]",
        need.quantile(0.5) / 1000,
        need.quantile(0.1) / 1000,
        need.quantile(0.9) / 1000);
  }
}
