package org.fundinggap.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.bridge.BridgeOfGap;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Example 6: what a new year's statistics make of the headline, and why.
 *
 * <p>Takes a folder with a register to which rows of a new year were added. Prints what the year
 * still waits for, the headline before and after, and the bridge between them. A year of which some
 * statistics are out is run as part-published, its missing totals projected.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java \
 *     -Dexec.mainClass=org.fundinggap.examples.Ex6NewBaseYear -Dexec.args=examples/target/my-register
 * }</pre>
 */
public final class Ex6NewBaseYear {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final FinancialYear QUOTED = FinancialYear.parse("2029-30");

  private Ex6NewBaseYear() {}

  /**
   * Compares the shipped register with another.
   *
   * @param args the folder of the other register
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "arguments must be one, the folder of a register, were "
              + args.length
              + "; copy core/src/main/resources/org/fundinggap/evidence and add rows to it");
    }
    Baseline before = Baseline.england(EvidenceBase.load());
    Baseline complete = Baseline.england(EvidenceBase.load(Path.of(args[0])));
    // From the newest complete year, or from a part-published one after it.
    Baseline after =
        complete.waiting().isPresent() ? Baseline.partPublished(complete.evidence()) : complete;

    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("Before: " + before);
    out.println("After: " + after);
    complete.waiting().ifPresent(out::println);
    out.println();
    out.println("Before. " + headline(before));
    out.println("After.  " + headline(after));
    out.println();
    BridgeOfGap gap = BridgeOfGap.of(Gap.STAND_STILL).withPrices(after.deflator());
    String plan = FundingPlan.HEADLINE.label();
    out.println(
        gap.between(
            new BridgeCell(run(before, gap), plan, QUOTED),
            new BridgeCell(run(after, gap), plan, QUOTED)));
  }

  private static String headline(Baseline baseline) {
    return EnglandReport.run(baseline.evidence(), baseline, SETTINGS).headline(QUOTED).sentence();
  }

  private static Projection run(Baseline baseline, BridgeOfGap gap) {
    return Simulation.of(baseline.with(FundingPlan.HEADLINE))
        .keeping(gap.variables().toArray(Variable[]::new))
        .run(SETTINGS);
  }
}
