package org.fundinggap.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.appraisal.Savings;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Margin;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The measures of the catalogue, what they change, and what they do to gap and care. */
final class PolicyTables {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final String NEW_LINE = "<br>";

  private PolicyTables() {}

  private static Baseline baseline() {
    return Baseline.england(EvidenceBase.load());
  }

  private static List<Measure> measures() {
    return PolicyCatalogue.of(EvidenceBase.load(), baseline().baseYear()).measures();
  }

  /** Every measure with what of it is in force and how its levers stand for it. */
  static List<String> meanings() {
    MarkdownTable table = new MarkdownTable("measure", "source", "already in force", "mechanism");
    for (Measure measure : measures()) {
      table.row(
          name(measure),
          String.join(", ", measure.sources()),
          measure.inForce().isEmpty() ? "the register holds nothing" : measure.inForce(),
          measure.meaning());
    }
    return table.lines();
  }

  /** Every measure with what its levers do, and how sizes came about. */
  static List<String> measuresAndLevers() {
    MarkdownTable table =
        new MarkdownTable(
            "measure",
            "what it changes",
            "size at full strength",
            "worked out as",
            "when and where");
    for (Measure measure : measures()) {
      table.row(
          name(measure),
          measure.isMeasurement() ? "nothing: it measures " + reports(measure) : changed(measure),
          sizes(measure),
          derivations(measure),
          measure.levers().stream()
              .map(lever -> lever.timetable().toString())
              .distinct()
              .collect(Collectors.joining(NEW_LINE)));
    }
    return table.lines();
  }

  private static String name(Measure measure) {
    return "`" + measure.id() + "` " + measure.title();
  }

  private static String derivations(Measure measure) {
    return measure.levers().stream()
        .flatMap(lever -> lever.sizes().stream())
        .map(size -> "`" + measure.derivation(size) + "`")
        .distinct()
        .collect(Collectors.joining(NEW_LINE));
  }

  private static String reports(Measure measure) {
    return measure.reports().stream()
        .map(variable -> "`" + variable.name() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String changed(Measure measure) {
    List<String> lines = new ArrayList<>();
    for (Lever lever : measure.levers()) {
      lever.changes().forEach(change -> lines.add(changed(change)));
      lever.costs().forEach(cost -> lines.add(paid(cost)));
    }
    return String.join(NEW_LINE, lines);
  }

  private static String changed(Change change) {
    return change.describe(quantity -> "`" + quantity.name() + "`");
  }

  private static String paid(OwnCost cost) {
    Variable volume = cost.volume();
    return cost.payer()
        + (cost.payer().id().endsWith("s") ? " pay " : " pays ")
        + (volume == null ? "GBP million a year" : "GBP a year for each of `" + volume.name() + "`")
        + (cost.drawn().part() == null ? "" : ", times " + cost.drawn().part());
  }

  private static String sizes(Measure measure) {
    List<String> lines = new ArrayList<>();
    for (Lever lever : measure.levers()) {
      lever.changes().stream().map(change -> band(change.size().orElseThrow())).forEach(lines::add);
      lever.costs().stream().map(cost -> band(cost.drawn())).forEach(lines::add);
    }
    return String.join(NEW_LINE, lines);
  }

  /** Of a size and of the share that it is multiplied by, if there is one. */
  static String band(Change.Size size) {
    Change.Part part = size.part();
    return band(size.distribution())
        + (part == null
            ? ""
            : " × "
                + (part.isRest() ? "(1 - " : "")
                + band(part.of().distribution())
                + (part.isRest() ? ")" : ""));
  }

  private static String band(Distribution size) {
    return size.isFixed()
        ? digits(size.mean())
        : digits(size.mean())
            + " ["
            + digits(size.quantile(0.1))
            + ", "
            + digits(size.quantile(0.9))
            + "]";
  }

  /** Three significant figures, without trailing zeros. */
  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** What each measure does by 2034-35, draw by draw against the same scenario without it. */
  static List<String> policies() {
    Scenario without = baseline().with(FundingRule.REAL_FLAT);
    MarkdownTable table =
        new MarkdownTable(
            "measure",
            "source",
            "evidence",
            ">gap, at the margin",
            ">gap, at average cost",
            ">children looked after",
            ">present value, at the margin",
            ">present value, at average cost");
    measures().stream()
        .filter(measure -> !measure.isMeasurement())
        .forEach(measure -> table.row(effects(without, measure).toArray(String[]::new)));
    return table.lines();
  }

  private static List<String> effects(Scenario without, Measure measure) {
    Scenario with = without.with(measure.id(), measure.levers().toArray(Lever[]::new));
    List<Scenario> scenarios = new ArrayList<>(List.of(without, with));
    Margin.part(without, with).ifPresent(scenarios::add);
    Variable gap = Gap.STAND_STILL.real(without.inputs().years().first());
    Set<Variable> kept = new LinkedHashSet<>(List.of(gap, Placements.LOOKED_AFTER));
    kept.addAll(List.of(Appraisal.variables(without, with)));
    Projection run = Simulation.of(scenarios).keeping(kept.toArray(Variable[]::new)).run(SETTINGS);
    Comparison comparison = Comparison.of(run, without.name());
    Appraisal worth =
        Appraiser.of(GreenBook.standard(EvidenceBase.load()), OptimismBias.none())
            .appraise(run, without.name(), with.name());
    return List.of(
        name(measure),
        String.join(", ", measure.sources()),
        measure.quality().orElseThrow() + (measure.isAssumed() ? ", assumed" : ", published"),
        band(comparison.atMargin(with.name(), gap).in(LAST).draws()),
        band(comparison.differences(with.name(), gap).in(LAST).draws()),
        band(comparison.differences(with.name(), Placements.LOOKED_AFTER).in(LAST).draws()),
        band(worth.netPresentValue()),
        band(worth.withSavings(Savings.AT_AVERAGE_COST).netPresentValue()));
  }

  /** Mean with the band from the 10th to the 90th percentile. */
  private static String band(Draws draws) {
    return whole(draws.mean())
        + " ["
        + whole(draws.quantile(0.1))
        + ", "
        + whole(draws.quantile(0.9))
        + "]";
  }

  private static String whole(double value) {
    // Adding 0.0 turns a negative zero into zero.
    return String.format(Locale.ROOT, "%,.0f", Math.rint(value) + 0.0);
  }
}
