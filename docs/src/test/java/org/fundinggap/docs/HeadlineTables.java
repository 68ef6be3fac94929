package org.fundinggap.docs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.demand.Outlook;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.funding.Opening;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The headline under every choice that moves it, and what each choice moves. */
final class HeadlineTables {
  static final FinancialYear QUOTED = FinancialYear.parse("2029-30");
  static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final Settings SETTINGS = Settings.of(2025, 100_000);
  private static final List<FundingRule> RULES =
      List.of(
          FundingRule.CASH_FLAT,
          FundingRule.REAL_FLAT,
          FundingRule.COUNCIL_TAX,
          FundingRule.FOLLOWS_NEED);
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Baseline ENGLAND = Baseline.england(EVIDENCE);

  private HeadlineTables() {}

  /** The headline as the library says it, for README and page. */
  static List<String> quoted() {
    List<String> lines = new ArrayList<>();
    List<String> said = EnglandReport.run(EVIDENCE, ENGLAND, SETTINGS).headline(QUOTED).lines();
    lines.add("> " + said.get(0));
    lines.add(">");
    lines.add("> " + said.get(said.size() - 1));
    return lines;
  }

  /** The gap under every continuation, after published plans and without them. */
  static List<String> byRule() {
    MarkdownTable table =
        new MarkdownTable(
            "core funding goes on",
            ">after published plans, " + QUOTED,
            ">" + LAST,
            ">from the base year, " + QUOTED,
            ">" + LAST);
    for (FundingRule rule : RULES) {
      Projection run =
          run(ENGLAND.withEach(List.of(FundingPlan.published().then(rule), FundingPlan.of(rule))));
      List<String> cells = new ArrayList<>(List.of(rule.label()));
      for (Scenario scenario : run.scenarios().stream().map(Scenario.class::cast).toList()) {
        cells.add(band(gap(run, scenario.name(), QUOTED)));
        cells.add(band(gap(run, scenario.name(), LAST)));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  /** The gap by its opening, under the headline's plan and under real-flat alone. */
  static List<String> byOpening() {
    MarkdownTable table =
        new MarkdownTable(
            "the gap opens at",
            ">" + ENGLAND.baseYear(),
            ">published plans, " + QUOTED,
            ">" + LAST,
            ">real-flat, " + QUOTED,
            ">" + LAST);
    for (Opening opening : Opening.values()) {
      FundingPlan plan = FundingPlan.HEADLINE.openingAt(opening);
      FundingPlan plain = FundingPlan.of(FundingRule.REAL_FLAT).openingAt(opening);
      Projection run = run(ENGLAND.withEach(List.of(plan, plain)));
      table.row(
          opening.phrase(),
          billions(gap(run, plan.label(), ENGLAND.baseYear()).quantile(0.5)),
          band(gap(run, plan.label(), QUOTED)),
          band(gap(run, plan.label(), LAST)),
          band(gap(run, plain.label(), QUOTED)),
          band(gap(run, plain.label(), LAST)));
    }
    return table.lines();
  }

  /** What each choice moves, one at a time, from the headline. */
  static List<String> changes() {
    MarkdownTable table =
        new MarkdownTable(
            "instead of the headline's choice", ">" + QUOTED, ">moves by", ">" + LAST, ">moves by");
    Projection headline = run(List.of(ENGLAND.with(FundingPlan.HEADLINE)));
    double quoted = median(headline, QUOTED);
    double last = median(headline, LAST);
    table.row("the headline itself", billions(quoted), "", billions(last), "");
    alternatives()
        .forEach(
            (what, scenario) -> {
              Projection run = run(List.of(scenario));
              table.row(
                  what,
                  billions(median(run, QUOTED)),
                  signed(median(run, QUOTED) - quoted),
                  billions(median(run, LAST)),
                  signed(median(run, LAST) - last));
            });
    table.row(
        "Monte Carlo standard error of the headline itself",
        billions(error(headline, QUOTED)),
        "",
        billions(error(headline, LAST)),
        "");
    return table.lines();
  }

  private static double error(Projection run, FinancialYear year) {
    return run.outcome(Gap.STAND_STILL.cash()).in(year).quantileError(0.5);
  }

  private static Map<String, Scenario> alternatives() {
    FinancialYear next = ENGLAND.baseYear().plus(1);
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("no published plan: real-flat from the base year", with(FundingRule.REAL_FLAT));
    all.put(
        "the budget of " + next + " alone, then real-flat",
        ENGLAND.with(FundingPlan.HEADLINE.until(next)));
    all.put(
        "its share of core spending power rises by as much as in 2024-25 and 2025-26, "
            + points(shareRise())
            + " a year",
        ENGLAND.with(withShareRising(shareRise())));
    all.put("half of that", ENGLAND.with(withShareRising(shareRise() / 2)));
    all.put("Families First is not in core spending power from 2026-27 on", grantOutside());
    all.put("cash-flat after the plans", after(FundingRule.CASH_FLAT));
    all.put("council-tax growth after the plans", after(FundingRule.COUNCIL_TAX));
    for (Opening opening : List.of(Opening.REVISED_BUDGET, Opening.CLOSED)) {
      all.put(
          "opening at " + opening.phrase(), ENGLAND.with(FundingPlan.HEADLINE.openingAt(opening)));
    }
    all.putAll(ofEngland());
    return all;
  }

  /** What is otherwise about England, and not about its funding. */
  private static Map<String, Scenario> ofEngland() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    for (Outlook outlook : Outlook.values()) {
      if (outlook != Outlook.POOLED) {
        all.put(
            "children looked after: " + outlook.label(),
            ENGLAND.withOutlook(outlook).with(FundingPlan.HEADLINE));
      }
    }
    all.put(
        "without what has become law since the base year",
        ENGLAND.withoutCurrentLaw().with(FundingPlan.HEADLINE));
    all.put(
        "a part of the gap met by cutting early help",
        ENGLAND.withEarlyHelpCuts().with(FundingPlan.HEADLINE));
    all.put(
        "prices as forecast in November 2025, and law as known on 2 March 2026",
        Baseline.england(EVIDENCE.asOf(LocalDate.of(2026, 3, 2))).with(FundingPlan.HEADLINE));
    all.put(
        "from the base year before, as known on 31 January 2025, with its plans",
        Baseline.england(EVIDENCE.asOf(LocalDate.of(2025, 1, 31)))
            .to(LAST)
            .with(FundingPlan.HEADLINE));
    return all;
  }

  /** By how much budgets outgrew core spending power in the two years of which both are held. */
  private static double shareRise() {
    double sum = 0;
    for (FinancialYear year : List.of(FinancialYear.parse("2024-25"), ENGLAND.baseYear().plus(1))) {
      Series budgets = EVIDENCE.series("ra-budget-net");
      sum += budgets.at(year) / budgets.at(year.plus(-1)) - 1;
      sum -= EVIDENCE.series("core-spending-power-growth").at(year);
    }
    return sum / 2;
  }

  /** The headline's amounts after the published budget, growing by so much more a year. */
  private static FundingPlan withShareRising(double perYear) {
    Projection headline =
        Simulation.of(ENGLAND.with(FundingPlan.HEADLINE))
            .keeping(Funding.UNTIED)
            .run(Settings.of(1, 2));
    TreeMap<FinancialYear, Double> amounts = new TreeMap<>();
    FinancialYear last = ENGLAND.knownTo(FundingPlan.HEADLINE).orElseThrow();
    double factor = 1;
    for (FinancialYear year = ENGLAND.baseYear().plus(1);
        year.compareTo(last) <= 0;
        year = year.plus(1)) {
      amounts.put(year, factor * headline.outcome(Funding.UNTIED).in(year).mean());
      factor *= 1 + perYear;
    }
    return FundingPlan.cashSettlement(amounts, "core-spending-power-growth")
        .then(FundingRule.REAL_FLAT);
  }

  /** General funding of the published budget, growing as core spending power does. */
  private static Scenario grantOutside() {
    FinancialYear next = ENGLAND.baseYear().plus(1);
    FinancialYear last = ENGLAND.knownTo(FundingPlan.HEADLINE).orElseThrow();
    double amount =
        Simulation.of(ENGLAND.with(FundingPlan.HEADLINE))
            .keeping(Funding.UNTIED)
            .run(Settings.of(1, 2))
            .outcome(Funding.UNTIED)
            .in(next)
            .mean();
    TreeMap<FinancialYear, Double> amounts = new TreeMap<>();
    for (FinancialYear year = next; year.compareTo(last) <= 0; year = year.plus(1)) {
      if (year.compareTo(next) > 0) {
        amount *= 1 + EVIDENCE.series("core-spending-power-growth").at(year);
      }
      amounts.put(year, amount);
    }
    return ENGLAND.with(
        FundingPlan.cashSettlement(amounts, "core-spending-power-growth")
            .then(FundingRule.REAL_FLAT));
  }

  /** Growth of budgets and of core spending power in a year, as the page's prose has it. */
  static List<String> growthInProse() {
    FinancialYear next = ENGLAND.baseYear().plus(1);
    Series budgets = EVIDENCE.series("ra-budget-net");
    Series power = EVIDENCE.series("core-spending-power-growth");
    return List.of(
        String.format(
            Locale.ROOT,
            "grew by %.0f%% and %.0f%%, core spending power by %.1f%% and %.1f%%",
            100 * budgets.at(next.plus(-1)) / budgets.at(next.plus(-2)) - 100,
            100 * budgets.at(next) / budgets.at(next.plus(-1)) - 100,
            100 * power.at(next.plus(-1)),
            100 * power.at(next)));
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.1f points", 100 * share);
  }

  private static Scenario with(FundingRule rule) {
    return ENGLAND.with(rule);
  }

  private static Scenario after(FundingRule rule) {
    return ENGLAND.with(FundingPlan.published().then(rule));
  }

  /** Published overspends beside the band of budgets that follow outturn. */
  static List<String> overspends() {
    Projection run =
        Simulation.of(with(FundingRule.FOLLOWS_OUTTURN))
            .keeping(Gap.BUDGET.cash(), Funding.UNTIED)
            .run(SETTINGS);
    Draws next = overspend(run, ENGLAND.baseYear().plus(2));
    Draws later = overspend(run, QUOTED);
    Series published = EVIDENCE.series("overspend-share-published");
    MarkdownTable table =
        new MarkdownTable(
            "year",
            ">published",
            ">draws of " + ENGLAND.baseYear().plus(2) + " below it",
            ">draws of " + QUOTED + " below it");
    for (FinancialYear year : published.years()) {
      double share = published.at(year);
      table.row(year.toString(), percent(share), below(next, share), below(later, share));
    }
    table.row("80% range of draws", "", range(next), range(later));
    return table.lines();
  }

  private static Draws overspend(Projection run, FinancialYear year) {
    return run.outcome(Gap.BUDGET.cash())
        .in(year)
        .combine(run.outcome(Funding.UNTIED).in(year), (gap, funding) -> gap / funding);
  }

  private static String below(Draws draws, double share) {
    return percent(1 - draws.probabilityAbove(share));
  }

  private static String range(Draws draws) {
    return percent(draws.quantile(0.1)) + " to " + percent(draws.quantile(0.9));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static Projection run(List<Scenario> scenarios) {
    return Simulation.of(scenarios).keeping(Gap.STAND_STILL.cash()).run(SETTINGS);
  }

  private static Draws gap(Projection run, String scenario, FinancialYear year) {
    return run.outcome(scenario, Gap.STAND_STILL.cash()).in(year);
  }

  private static double median(Projection run, FinancialYear year) {
    return run.outcome(Gap.STAND_STILL.cash()).in(year).quantile(0.5);
  }

  static String band(Draws draws) {
    return String.format(
        Locale.ROOT,
        "%.1f [%.1f, %.1f]",
        draws.quantile(0.5) / 1000,
        draws.quantile(0.1) / 1000,
        draws.quantile(0.9) / 1000);
  }

  private static String billions(double millions) {
    return String.format(Locale.ROOT, "%.2f", millions / 1000);
  }

  private static String signed(double millions) {
    return String.format(Locale.ROOT, "%+.2f", millions / 1000);
  }
}
