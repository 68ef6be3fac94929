package org.fundinggap.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.AppraisalYears;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.DelayCost;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Example 3, the Care Review's reform: as much as the GBP 2.6bn that it asked for, once more on top
 * of what is paid since, and the GBP 1bn that is to move from care to family help. Do they pay, and
 * what do two years of delay cost?
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=org.fundinggap.examples.Ex3Reform
 * }</pre>
 */
public final class Ex3Reform {
  private static final int YEARS = 20;
  private static final int DELAY = 2;

  private Ex3Reform() {}

  /**
   * Prints an appraisal of each, the cost of delay, and the published claim of it.
   *
   * @param args number of draws, optional
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Settings settings = Settings.of(2025, args.length > 0 ? Integer.parseInt(args[0]) : 10_000);
    EvidenceBase evidence = EvidenceBase.load();
    Baseline england = Baseline.england(evidence);
    england = england.to(england.baseYear().plus(YEARS));
    PolicyCatalogue catalogue = PolicyCatalogue.of(evidence, england.baseYear());
    out.printf(
        "Does the Care Review's reform pay by %s, decided on in %s, and what do %d years of delay"
            + " cost?%n%,d draws, seed %d.%n%n",
        england.years().last(), catalogue.first(), DELAY, settings.draws(), settings.seed());
    // As of the year of the decision: money of years before it can't be had any more.
    Appraiser appraiser =
        Appraiser.of(GreenBook.standard(evidence), OptimismBias.none())
            .withYears(AppraisalYears.of(catalogue.first()));
    Scenario without = england.with(FundingRule.REAL_FLAT);

    for (String id : List.of("family-help-programme", "family-help-shift")) {
      Measure measure = catalogue.measure(id);
      Lever[] levers = catalogue.levers(id);
      out.println(measure + "\n" + measure.meaning() + "\n");
      Scenario with = without.with(id, levers);
      Projection run = Simulation.of(without, with).run(settings);
      Variable gap = Gap.STAND_STILL.real(england.baseYear());
      FinancialYear inTenYears = england.baseYear().plus(YEARS / 2);
      out.println("Gap at average cost; what is saved of it at the margin follows below.");
      out.println(
          Comparison.of(run, without.name()).sideBySide(inTenYears, gap, Placements.LOOKED_AFTER));
      Appraisal appraisal = appraiser.appraise(run, without.name(), id);
      out.println(appraisal);
      DelayCost delay = appraiser.costOfDelay(without, List.of(levers), DELAY, settings);
      out.println(delay + "\n");
    }
    printClaims(evidence, out);
  }

  private static void printClaims(EvidenceBase evidence, PrintStream out) {
    out.println("Published: what two years' delay of reform costs public finances");
    for (String id : List.of("alma-2023-delay-10-years", "alma-2023-delay-20-years")) {
      Figure claim = evidence.figure(id);
      out.println(
          String.format(
              Locale.ROOT,
              "  %s: %,.0f %s (%s)",
              claim.label(),
              claim.value(),
              claim.unit(),
              claim.provenance().source().title()));
    }
    out.println(
        "The published sums count what reform saves in lifelong outcomes and other services; the"
            + " model counts children's social care alone, and what early help prevents by"
            + " published elasticities, a quarter of whose mass is zero.");
  }
}
