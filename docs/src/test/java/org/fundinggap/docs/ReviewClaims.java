package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.cost.CostLine;
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
    return table.lines();
  }

  private static String claimed() {
    return String.format(
        Locale.ROOT, "%,.0f", EVIDENCE.figure("care-review-fewer-looked-after-2032-33").value());
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
            ">gap of 2034-35 avoided (+) or caused (-), GBP a pound",
            ">over all years to 2034-35",
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
            "Sure Start saved %.2f pounds of youth justice and children's social care for each"
                + " pound of its peak (`sure-start-saved-per-pound`), over years in which the"
                + " children were 7 to 16; two years after joining Supporting Families children"
                + " were %.0f%% less likely to be looked after"
                + " (`supporting-families-looked-after`).",
            EVIDENCE.figure("sure-start-saved-per-pound").value(),
            -100 * EVIDENCE.figure("supporting-families-looked-after").value()));
    lines.add(
        "The model gives few children because its elasticities are of all spending on early help"
            + " and of all children: at the mode 1% more money, about 30 million a year, is 0.05%"
            + " fewer starts of need and entries to care, some years later, and national series"
            + " bound what they can be. A programme that finds families at risk can do far more for"
            + " those whom it reaches; most children who enter care were in none. What it comes to"
            + " in pounds grows with the years, for a child in care costs much.");
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
    Projection run =
        Simulation.of(without, without.with("early help", lever))
            .keeping(GAP, Placements.LOOKED_AFTER)
            .run(SETTINGS);
    double all = 0;
    double paid = 0;
    for (FinancialYear year = FIRST; year.compareTo(LAST) <= 0; year = year.plus(1)) {
      all += saved(run, without, year, money);
      paid += Math.abs(money);
    }
    double children = change(run, without, Placements.LOOKED_AFTER, LAST);
    table.row(
        String.format(Locale.ROOT, "%.2f and %.2f", need, entries),
        what,
        String.format(Locale.ROOT, "%+.2f", saved(run, without, LAST, money) / Math.abs(money)),
        String.format(Locale.ROOT, "%+.2f", all / paid),
        String.format(Locale.ROOT, "%+,.0f", Math.rint(children) + 0.0));
  }

  private static Scenario fixed(Scenario scenario, Parameter parameter, double value) {
    return scenario.fixing(parameter, value);
  }

  /** What the gap falls by beyond the money itself. */
  private static double saved(Projection run, Scenario without, FinancialYear year, double money) {
    return money - change(run, without, GAP, year);
  }

  private static double change(Projection run, Scenario without, Variable of, FinancialYear year) {
    return run.outcome("early help", of).in(year).mean()
        - run.outcome(without.name(), of).in(year).mean();
  }

  /** Prints both tables. */
  public static void main(String[] arguments) {
    programme().forEach(System.out::println);
    earlyHelp().forEach(System.out::println);
  }
}
