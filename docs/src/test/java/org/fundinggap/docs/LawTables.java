package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.comparison.Margin;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.Provision;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What is law or paid for already, and what of the headline each part of it moves. */
final class LawTables {
  private static final Settings SETTINGS = Settings.of(2025, 100_000);

  /** Twenty variables more of each scenario have to be kept. */
  private static final Settings AT_THE_MARGIN = Settings.of(2025, 20_000);

  private static final String NEW_LINE = "<br>";
  private static final String ALL = "with all current law: the headline";
  private static final String NONE = "without any";
  private static final Baseline ENGLAND = Baseline.england(EvidenceBase.load());

  private LawTables() {}

  /**
   * The headline without and with current law: in a chain by date that adds up, and each part left
   * out alone. Means of differences are of the same draws; they move the mean and not the median.
   */
  static List<String> bridge() {
    MarkdownTable table =
        new MarkdownTable(
            "current law",
            ">" + HeadlineTables.QUOTED,
            ">" + HeadlineTables.LAST,
            ">left out alone, " + HeadlineTables.QUOTED,
            ">" + HeadlineTables.LAST);
    Projection run = run();
    table.row(
        NONE, gap(run, NONE, HeadlineTables.QUOTED), gap(run, NONE, HeadlineTables.LAST), "", "");
    String before = NONE;
    for (Provision each : ENGLAND.currentLaw()) {
      table.row(
          "`" + each.id() + "`, since " + each.inForce(),
          moved(run, chained(each), before, HeadlineTables.QUOTED),
          moved(run, chained(each), before, HeadlineTables.LAST),
          moved(run, leftOut(each), ALL, HeadlineTables.QUOTED),
          moved(run, leftOut(each), ALL, HeadlineTables.LAST));
      before = chained(each);
    }
    table.row(
        "all together",
        moved(run, ALL, NONE, HeadlineTables.QUOTED),
        moved(run, ALL, NONE, HeadlineTables.LAST),
        moved(run, NONE, ALL, HeadlineTables.QUOTED),
        moved(run, NONE, ALL, HeadlineTables.LAST));
    margin(table);
    table.row(
        ALL, gap(run, ALL, HeadlineTables.QUOTED), gap(run, ALL, HeadlineTables.LAST), "", "");
    return table.lines();
  }

  /** What of all together would be saved: a gap is a level, and counts average cost. */
  private static void margin(MarkdownTable table) {
    Scenario none = ENGLAND.withoutCurrentLaw().with(FundingPlan.HEADLINE).named(NONE);
    Scenario all = ENGLAND.with(FundingPlan.HEADLINE).named(ALL);
    List<Scenario> scenarios = new ArrayList<>(List.of(none, all));
    Margin.part(none, all).ifPresent(scenarios::add);
    List<Variable> kept = new ArrayList<>(Margin.variables());
    kept.add(Gap.STAND_STILL.cash());
    Projection run =
        Simulation.of(scenarios).keeping(kept.toArray(Variable[]::new)).run(AT_THE_MARGIN);
    Margin margin = Margin.of(run, NONE, ALL);
    List<String> cells = new ArrayList<>();
    for (FinancialYear year : List.of(HeadlineTables.QUOTED, HeadlineTables.LAST)) {
      Draws onPaper = margin.onPaper(year);
      cells.add(
          moved(difference(run, ALL, NONE, year).combine(onPaper, (paper, not) -> paper - not)));
    }
    table.row("all together, at the margin", cells.get(0), cells.get(1), "", "");
  }

  private static Projection run() {
    Map<String, Baseline> baselines = new LinkedHashMap<>();
    baselines.put(ALL, ENGLAND);
    baselines.put(NONE, ENGLAND.withoutCurrentLaw());
    List<Provision> law = ENGLAND.currentLaw();
    for (int i = 0; i < law.size(); i++) {
      baselines.put(leftOut(law.get(i)), ENGLAND.withoutLaw(law.get(i).id()));
      Baseline chain = ENGLAND;
      for (Provision later : law.subList(i + 1, law.size())) {
        chain = chain.withoutLaw(later.id());
      }
      baselines.put(chained(law.get(i)), chain);
    }
    List<Scenario> scenarios = new ArrayList<>();
    baselines.forEach(
        (name, baseline) -> scenarios.add(baseline.with(FundingPlan.HEADLINE).named(name)));
    return Simulation.of(scenarios).keeping(Gap.STAND_STILL.cash()).run(SETTINGS);
  }

  private static String leftOut(Provision provision) {
    return "without " + provision.id();
  }

  private static String chained(Provision provision) {
    return "to " + provision.id();
  }

  private static Draws draws(Projection run, String scenario, FinancialYear year) {
    return run.outcome(scenario, Gap.STAND_STILL.cash()).in(year);
  }

  private static String gap(Projection run, String scenario, FinancialYear year) {
    Draws gap = draws(run, scenario, year);
    return String.format(Locale.ROOT, "%s, mean %.2f", HeadlineTables.band(gap), gap.mean() / 1000);
  }

  /** Mean, 10th and 90th percentile of the paired difference, and the error of the mean. */
  private static String moved(Projection run, String with, String without, FinancialYear year) {
    return moved(difference(run, with, without, year));
  }

  private static Draws difference(Projection run, String with, String without, FinancialYear year) {
    return draws(run, with, year).combine(draws(run, without, year), (one, other) -> one - other);
  }

  private static String moved(Draws moved) {
    return String.format(
        Locale.ROOT,
        "%+.3f [%+.2f, %+.2f] ± %.4f",
        moved.mean() / 1000,
        moved.quantile(0.1) / 1000,
        moved.quantile(0.9) / 1000,
        moved.meanError() / 1000);
  }

  /** Each provision with its source, date, mechanism, sizes and evidence. */
  static List<String> provisions() {
    MarkdownTable table =
        new MarkdownTable(
            "provision",
            "source",
            "acts from",
            "what it changes",
            "size when all in force",
            "comes in",
            "evidence");
    for (Provision each : ENGLAND.currentLaw()) {
      table.row(
          "`" + each.id() + "` " + each.title() + ". " + each.meaning(),
          String.join(", ", each.sources()),
          each.inForce().toString(),
          changes(each)
              .map(change -> change.describe(quantity -> "`" + quantity.name() + "`"))
              .collect(Collectors.joining(NEW_LINE)),
          changes(each)
              .map(change -> PolicyTables.band(change.size().orElseThrow()))
              .collect(Collectors.joining(NEW_LINE)),
          each.levers().stream().map(LawTables::comesIn).collect(Collectors.joining(NEW_LINE)),
          each.quality() + ": " + String.join(", ", each.evidence()));
    }
    return table.lines();
  }

  private static Stream<Change> changes(Provision provision) {
    return provision.levers().stream().map(Lever::changes).flatMap(Collection::stream);
  }

  private static String comesIn(Lever lever) {
    return lever.timetable().coverage().entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%s %.1f%%", each.getKey(), 100 * each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
