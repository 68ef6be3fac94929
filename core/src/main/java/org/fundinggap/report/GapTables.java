package org.fundinggap.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.funding.KnownFunding;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Outcome;

/**
 * Gaps side by side, whose captions say definition, area, funding, opening, year and price basis.
 */
final class GapTables {
  private final EnglandReport report;
  private final Baseline baseline;
  private final UnspendableGaps unspendable;

  GapTables(EnglandReport report) {
    this.report = report;
    this.baseline = report.baseline();
    this.unspendable = new UnspendableGaps(report.evidence(), report.gaps());
  }

  Table underPlans(Gap gap) {
    List<FundingPlan> shown = new ArrayList<>(EnglandReport.HEADLINE);
    if (gap == Gap.BUDGET) {
      shown.add(EnglandReport.FOLLOWING);
    }
    return ProjectionTables.sideBySide(
        "The "
            + gap.label()
            + " under "
            + report.plansTitle()
            + (gap == Gap.BUDGET ? ", and where budgets follow outturn" : ""),
        caption(gap, shown),
        outcomes(shown, gap.cash()),
        names(gap, shown));
  }

  Table underRules(Gap gap) {
    List<FundingPlan> shown = EnglandReport.RULES;
    return ProjectionTables.sideBySide(
        "The " + gap.label() + " under three plain rules",
        caption(gap, shown),
        outcomes(shown, gap.cash()),
        names(gap, shown));
  }

  Table inRealTerms() {
    List<FundingPlan> shown = EnglandReport.HEADLINE;
    return ProjectionTables.sideBySide(
        "The stand-still gap in real terms under " + report.plansTitle(),
        caption(Gap.STAND_STILL, shown)
            + " Real by the GDP deflator of each draw: outturn, then consumer-price forecasts, then"
            + " 2% a year, with shocks.",
        outcomes(shown, Gap.STAND_STILL.real(baseline.baseYear())),
        names(Gap.STAND_STILL, shown));
  }

  Table byOpening() {
    List<FundingPlan> shown =
        report.plans().stream()
            .filter(plan -> plan.label().startsWith(FundingPlan.HEADLINE.label()))
            .toList();
    String openings =
        shown.stream().map(plan -> plan.opening().definition()).collect(Collectors.joining(" "));
    return ProjectionTables.sideBySide(
        "The stand-still gap by its opening",
        report.area()
            + Gap.STAND_STILL.definition()
            + " Funding by "
            + report.settled(FundingPlan.HEADLINE)
            + ". "
            + openings,
        outcomes(shown, Gap.STAND_STILL.cash()),
        shown.stream().map(plan -> plan.opening().label()).toList());
  }

  Table byDefinition() {
    FundingPlan plan = FundingPlan.HEADLINE;
    List<String> names = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Gap gap : Gap.values()) {
      names.add(gap == Gap.BUDGET ? unspendable.name(gap.label(), plan) : gap.label());
      outcomes.add(report.gaps().outcome(plan.label(), gap.cash()));
    }
    return ProjectionTables.sideBySide(
        "Three definitions of a gap, funding by " + plan.label(),
        report.area()
            + Arrays.stream(Gap.values()).map(Gap::definition).collect(Collectors.joining(" "))
            + " They answer different questions and are not to be added. "
            + unspendable.note(List.of(plan))
            + funding(List.of(plan)),
        outcomes,
        names);
  }

  private List<Outcome> outcomes(List<FundingPlan> shown, Variable gap) {
    return shown.stream().map(plan -> report.gaps().outcome(plan.label(), gap)).toList();
  }

  private List<String> names(Gap gap, List<FundingPlan> shown) {
    return gap == Gap.BUDGET
        ? unspendable.names(shown)
        : shown.stream().map(FundingPlan::label).toList();
  }

  private String caption(Gap gap, List<FundingPlan> shown) {
    String note = gap == Gap.BUDGET ? unspendable.note(shown) : "";
    return report.area() + gap.definition() + " " + note + funding(shown);
  }

  /** Where funding starts, what is known of later years, once, and how it goes on. */
  private String funding(List<FundingPlan> shown) {
    FundingPlan first = shown.get(0);
    String known =
        first.known().source() == KnownFunding.Source.PUBLISHED
            ? "Published plans: " + publishedYears() + ". "
            : "";
    String rules =
        shown.stream()
            .flatMap(plan -> plan.rule().stream())
            .distinct()
            .map(FundingRule::definition)
            .collect(Collectors.joining(" "));
    return report.fundingStart() + " " + known + rules + " " + first.opening().definition();
  }

  private String publishedYears() {
    return baseline
        .knownTo(FundingPlan.HEADLINE)
        .map(
            last ->
                "budgets that are published, then growth of core spending power as settled for all"
                    + " services of councils; known to "
                    + last
                    + ", up to when all continuations are the same")
        .orElse("none of a later year is held");
  }
}
