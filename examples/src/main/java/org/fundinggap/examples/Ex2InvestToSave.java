package org.fundinggap.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.SwitchingSearch;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Example 2, invest to save in family help: does ring-fenced money for early help pay for itself?
 *
 * <p>The Care Review asked for about GBP 2bn for family help over some years; here what it comes to
 * a year is spent every year for good, on top of Families First, which the baseline has, and
 * prevents need by the published elasticities.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=org.fundinggap.examples.Ex2InvestToSave
 * }</pre>
 */
public final class Ex2InvestToSave {
  private static final FinancialYear START = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2044-45");
  private static final String ASKED = "care-review-family-help";
  private static final String OVER_YEARS = "measure-care-review-years";

  private Ex2InvestToSave() {}

  /**
   * Prints the comparison, the appraisal, and what would have to be true.
   *
   * @param args number of draws, optional
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Settings settings = Settings.of(2025, args.length > 0 ? Integer.parseInt(args[0]) : 10_000);
    EvidenceBase evidence = EvidenceBase.load();

    double aYear = evidence.figure(ASKED).value() / evidence.prior(OVER_YEARS).centre();
    out.printf(
        "Does GBP %,.0f million a year more for family help pay for itself by %s, as savings"
            + " come?%n%,d draws, seed %d.%n%n",
        aYear, LAST, settings.draws(), settings.seed());

    Lever help = familyHelp(aYear);

    // The same England with and without it, on the same draws: the difference is the lever's.
    Baseline england = Baseline.england(evidence).to(LAST);
    Scenario without = england.with(FundingRule.REAL_FLAT);
    Scenario with = without.with("family help", help);
    Projection run = Simulation.of(without, with).run(settings);
    Comparison comparison = Comparison.of(run, without.name());
    out.println("Gap at average cost; what is saved of it at the margin follows below.");
    out.println(
        comparison.sideBySide(
            FinancialYear.parse("2034-35"),
            Gap.STAND_STILL.real(england.baseYear()),
            ChildrenInNeed.STOCK,
            Placements.LOOKED_AFTER));
    out.println(comparison.differences(with.name(), Placements.LOOKED_AFTER));

    // Is it worth it? Public money only: what children gain is not in it. Both ways of valuing
    // savings are printed, at the margin and at average cost; the first is the one to quote.
    Appraiser appraiser = Appraiser.of(GreenBook.standard(evidence), OptimismBias.none());
    Appraisal appraisal = appraiser.appraise(run, without.name(), with.name());
    out.println(appraisal);

    printSwitching(out, new ScenarioPair(without, with), appraiser, settings);
  }

  /** What would the elasticity of entries have to be for public money to come out even? */
  private static void printSwitching(
      PrintStream out, ScenarioPair pair, Appraiser appraiser, Settings settings) {
    SwitchingSearch search = SwitchingSearch.of(EarlyHelp.ELASTICITY_ENTRIES, pair);
    out.println(search.run(appraiser, settings));
    Inputs inputs = pair.baseline().inputs();
    out.println(
        "As drawn it is "
            + inputs.distribution(EarlyHelp.ELASTICITY_ENTRIES)
            + ", from "
            + inputs.evidence(EarlyHelp.ELASTICITY_ENTRIES));
  }

  private static Lever familyHelp(double aYear) {
    // Money by a lever: on the Families First grant, which buys early help. Every size has a
    // source.
    return Lever.named("family help")
        .from(START)
        .ramp(2)
        .shift(FundingStream.familiesFirst().amount(), Distribution.fixed(aYear), ASKED, OVER_YEARS)
        .build();
  }
}
