package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Difference;
import org.fundinggap.comparison.Differences;
import org.fundinggap.comparison.Margin;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What the model says of early help and family help beside what others claim of them. */
final class ReviewClaims {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Baseline ENGLAND = Baseline.england(EVIDENCE);
  private static final FinancialYear FIRST = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final YearRange FELT = YearRange.inclusive(FIRST, LAST);
  private static final Variable GAP = Gap.STAND_STILL.real(ENGLAND.baseYear());

  /** GBP million a year, so little that a pound more does what this pound does. */
  private static final double MONEY = 100;

  private ReviewClaims() {}

  /** Children looked after in the year of the review's claim, with its money and without. */
  static List<String> programme() {
    String id = "family-help-programme";
    FinancialYear year = FinancialYear.parse("2031-32");
    Scenario without = ENGLAND.with(FundingRule.REAL_FLAT);
    PolicyCatalogue policies = PolicyCatalogue.of(EVIDENCE, ENGLAND.baseYear());
    Projection run =
        Simulation.of(without, without.with(id, policies.levers(id)))
            .keeping(Placements.LOOKED_AFTER)
            .run(SETTINGS);
    Draws before = run.outcome(without.name(), Placements.LOOKED_AFTER).in(year);
    Draws fewer =
        before.combine(run.outcome(id, Placements.LOOKED_AFTER).in(year), (a, b) -> a - b);
    MarkdownTable table = new MarkdownTable("children looked after at 31 March 2032", ">children");
    table.row("fewer with 2.6 billion, by the Care Review", claimed());
    table.row("fewer with as much once more, by the model: mean [p10, p90]", band(fewer));
    table.row("looked after without it, by the model: mean [p10, p90]", band(before));
    table.row(
        "looked after with no reform, by the Care Review: approaching",
        whole(EVIDENCE.figure("care-review-looked-after-2031-32").value()));
    return table.lines();
  }

  private static String claimed() {
    return whole(EVIDENCE.figure("care-review-fewer-looked-after-2032-33").value());
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String band(Draws draws) {
    return String.format(
        Locale.ROOT,
        "%,.0f [%,.0f, %,.0f]",
        draws.mean(),
        draws.quantile(0.1),
        draws.quantile(0.9));
  }

  /** What a pound of early help more or less does to the gap, by how strong its effect is. */
  static List<String> earlyHelp() {
    MarkdownTable table =
        new MarkdownTable(
            "elasticity of need and of entries",
            "each year from 2026-27",
            ">gap of 2034-35, at the margin, GBP a pound",
            ">at average cost",
            ">over all years, at the margin",
            ">at average cost",
            ">children looked after in 2034-35 for GBP 100 million a year");
    for (Strength strength : Strength.values()) {
      add(table, strength, "a pound more", MONEY);
      add(table, strength, "a pound less", -MONEY);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "Beyond the pound itself, in prices of 2024-25; below zero the gap is narrower. Sure"
                + " Start saved %.2f pounds of youth justice and children's social care together"
                + " for each pound of its peak (`sure-start-saved-per-pound`), over the years in"
                + " which children were 7 to 16, and changed no number of contacts: set it beside"
                + " the columns over all years. Two years after joining Supporting Families"
                + " children were %.0f%% less likely to be looked after"
                + " (`supporting-families-looked-after`).",
            EVIDENCE.figure("sure-start-saved-per-pound").value(),
            -100 * EVIDENCE.figure("supporting-families-looked-after").value()));
    lines.add(
        "The model gives few children because its elasticities are of all spending on early help"
            + " and of all children: at the mode 1% more money, about 30 million a year, is 0.05%"
            + " fewer starts of need and entries to care, some years later, and national series"
            + " bound what they can be. A programme that finds families at risk can do far more for"
            + " those whom it reaches; most children who enter care were in none. Pounds grow with"
            + " the years, as children who stay out of care add up.");
    return lines;
  }

  /** Where in their ranges the elasticities are. */
  private enum Strength {
    LOW,
    CENTRAL,
    HIGH;

    double of(String id) {
      Prior prior = EVIDENCE.prior(id);
      return switch (this) {
        case LOW -> prior.lower();
        case CENTRAL -> prior.centre();
        case HIGH -> prior.upper();
      };
    }
  }

  private static final String NEED = "early-help-elasticity-need";
  private static final String ENTRIES = "early-help-elasticity-entries";

  private static void add(MarkdownTable table, Strength strength, String what, double money) {
    double need = strength.of(NEED);
    double entries = strength.of(ENTRIES);
    Scenario without =
        fixed(
            fixed(ENGLAND.with(FundingRule.REAL_FLAT), EarlyHelp.ELASTICITY_NEED, need),
            EarlyHelp.ELASTICITY_ENTRIES,
            entries);
    Lever lever =
        Lever.named("early help")
            .from(FIRST)
            .spendMore(CostLine.FAMILY_SUPPORT, Distribution.fixed(money), "a-pound")
            .build();
    List<Variable> kept = new ArrayList<>(Margin.variables());
    kept.addAll(List.of(GAP, Inflation.DEFLATOR, Placements.LOOKED_AFTER));
    Projection run =
        Simulation.of(without, without.with("early help", lever))
            .keeping(kept.toArray(Variable[]::new))
            .run(SETTINGS);
    Comparison comparison = Comparison.of(run, without.name());
    Differences atMargin = comparison.atMargin("early help", GAP);
    Differences atAverage = comparison.differences("early help", GAP);
    Draws children = comparison.differences("early help", Placements.LOOKED_AFTER).in(LAST).draws();
    table.row(
        String.format(Locale.ROOT, "%.2f and %.2f", need, entries),
        what,
        aPound(atMargin.in(LAST), money, 1),
        aPound(atAverage.in(LAST), money, 1),
        aPound(atMargin.total(FELT), money, FELT.length()),
        aPound(atAverage.total(FELT), money, FELT.length()),
        String.format(Locale.ROOT, "%+,.0f", Math.rint(children.mean()) + 0.0));
  }

  /** What the gap changes by beyond the money itself, for each pound of it. */
  private static String aPound(Difference gap, double money, int years) {
    double beyond = gap.draws().mean() - money * years;
    return String.format(Locale.ROOT, "%+.2f", beyond / (Math.abs(money) * years) + 0.0);
  }

  private static Scenario fixed(Scenario scenario, Parameter parameter, double value) {
    return scenario.fixing(parameter, value);
  }
}
