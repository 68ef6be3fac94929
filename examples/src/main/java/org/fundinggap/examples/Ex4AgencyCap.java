package org.fundinggap.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Difference;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Example 4, a cap on the premium of agency social workers beyond the regional ones, which the
 * baseline has: what would it save? A small lever, seen clearly because both scenarios share their
 * draws.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=org.fundinggap.examples.Ex4AgencyCap
 * }</pre>
 */
public final class Ex4AgencyCap {
  private static final FinancialYear START = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");

  private Ex4AgencyCap() {}

  /**
   * Prints what the cap saves, what pairing earned, where it shows, and what the scenarios assume.
   *
   * @param args number of draws, optional
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Settings settings = Settings.of(2025, args.length > 0 ? Integer.parseInt(args[0]) : 10_000);
    EvidenceBase evidence = EvidenceBase.load();

    out.printf(
        "What would a cap on the premium of agency social workers save in %s, beyond the caps"
            + " that there are?%n%,d draws, seed %d.%n%n",
        LAST, settings.draws(), settings.seed());

    // The premium is recalled as about GBP 26,000. What a memorandum would hold it to nobody says:
    // the register has an assumption, red and wide.
    Prior most = evidence.prior("measure-agency-premium-cap");
    Lever cap =
        Lever.named("agency cap")
            .from(START)
            .ramp(1)
            .cap(SocialWorkCost.AGENCY_PREMIUM, Calibration.distribution(most), most.id())
            .build();
    Scenario without = Baseline.england(evidence).with(FundingRule.REAL_FLAT);
    Scenario with = without.with("agency cap", cap);
    Projection run = Simulation.of(without, with).run(settings);

    Comparison comparison = Comparison.of(run, without.name());
    out.println(
        comparison.sideBySide(
            LAST, Gap.STAND_STILL.cash(), CostLine.SAFEGUARDING.need(), Workforce.AGENCY));
    Difference gap = comparison.differences(with.name(), Gap.STAND_STILL.cash()).in(LAST);
    out.println(gap);
    out.printf(
        "Independent draws would need %.0f times as many for the same precision.%n%n",
        gap.varianceRatio());

    // Where it shows: fewer pounds for each child in need, nothing else.
    BridgeCell before = new BridgeCell(run, without.name(), LAST);
    out.println(Bridge.of(before, new BridgeCell(run, with.name(), LAST)));
    out.println(comparison.inputs(with.name()));
  }
}
