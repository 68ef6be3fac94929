package org.fundinggap.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Settings;

/** The baseline beside published totals, beside the numerical study, and beside the claims. */
final class ValidationTables {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);

  private ValidationTables() {}

  /** The base year, worked out by the equations where they are not given published values. */
  private static final class BaseYear {
    private final EvidenceBase evidence = EvidenceBase.load();
    private final Baseline baseline = Baseline.england(evidence);
    private final CentralPath path = CentralPath.of(baseline.with(FundingRule.REAL_FLAT).inputs());
    private final MarkdownTable table;

    BaseYear(String unit) {
      table = new MarkdownTable(unit, ">published", ">model", ">difference", "evidence");
    }

    BaseYear row(Variable variable, String... series) {
      double published = 0;
      for (String id : series) {
        published += evidence.series(id).at(baseline.baseYear());
      }
      return row(variable.label(), published, at(variable), String.join(" + ", series));
    }

    BaseYear row(String label, double published, double model, String source) {
      table.row(label, whole(published), whole(model), difference(model - published), source);
      return this;
    }

    double at(Variable variable) {
      return path.at(variable, baseline.baseYear());
    }

    double series(String id) {
      return evidence.series(id).at(baseline.baseYear());
    }

    private static String whole(double value) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String difference(double value) {
      String text = String.format(Locale.ROOT, "%+,.1f", value);
      return text.equals("+0.0") || text.equals("-0.0") ? "0" : text;
    }

    List<String> lines() {
      return table.lines();
    }
  }

  static List<String> baseYearDemand() {
    return new BaseYear("number")
        .row(Referrals.REFERRALS, "referrals")
        .row(ChildrenInNeed.STARTED, "children-in-need-started")
        .row(ChildrenInNeed.ENDED_AS_PUBLISHED, "children-in-need-ended")
        .row(ChildrenInNeed.STOCK, "children-in-need")
        .row(Protection.ENQUIRIES, "section-47-enquiries")
        .row(Protection.CONFERENCES, "initial-conferences")
        .row(Protection.PLANS_STARTED, "plans-started")
        .row(Protection.PLANS, "plans")
        .row(Placements.STARTED, "looked-after-started")
        .row(Placements.CEASED, "looked-after-ceased")
        .row(Placements.LOOKED_AFTER, "looked-after")
        .row(CareEntries.ASYLUM_STOCK, "asylum-seeking-looked-after")
        .row(Placement.FOSTER.stock(), "placed-foster")
        .row(Placement.HOMES.stock(), "placed-homes")
        .row(Placement.SUPPORTED.stock(), "placed-supported")
        .row(Placement.ADOPTION.stock(), "placed-adoption")
        .row(Placement.PARENTS.stock(), "placed-parents")
        .row(
            Placement.OTHER.stock(),
            "placed-other-residential",
            "placed-residential-schools",
            "placed-other")
        .lines();
  }

  static List<String> baseYearMoney() {
    BaseYear base =
        new BaseYear("GBP million, cash")
            .row(CostLine.HOMES.need(), "spend-residential-gross")
            .row(CostLine.FOSTERING.need(), "spend-fostering-gross")
            .row(CostLine.LEAVING_CARE.need(), "spend-leaving-care-gross")
            .row(CostLine.SAFEGUARDING.need(), "spend-safeguarding-gross")
            .row(CostLine.FAMILY_SUPPORT.need(), "spend-family-support-gross")
            .row(CostLine.YOUNG_PEOPLE.need(), "spend-young-people-gross")
            .row(CostLine.EARLY_YEARS.need(), "spend-early-years-gross")
            .row(CostLine.YOUTH_JUSTICE.need(), "spend-youth-justice-gross")
            .row(CostLine.OTHER.need(), "spend-other-gross");
    double care =
        Arrays.stream(CostLine.values())
            .filter(CostLine::isLookedAfter)
            .mapToDouble(line -> base.at(line.need()))
            .sum();
    double gap = base.series("ro-net") - base.series("ra-budget-net");
    return base.row(
            "need, all looked-after care",
            base.series("spend-looked-after-gross"),
            care,
            "spend-looked-after-gross")
        .row(Cost.GROSS_NEED, "spend-gross")
        .row(Cost.NEED, "ro-net")
        .row(Cost.SPENDING, "ro-net")
        .row(Funding.FUNDING, "ra-budget-net")
        .row("both gaps", gap, base.at(Gap.STAND_STILL.cash()), "ro-net - ra-budget-net")
        .lines();
  }

  static List<String> claims() {
    MarkdownTable table =
        new MarkdownTable(
            "claim, and how it is read",
            "source",
            ">claimed",
            ">reproduced",
            ">model p10",
            ">p50",
            ">p90",
            ">happened");
    for (SourceCheck check : SourceChecks.run(EvidenceBase.load(), SETTINGS)) {
      if (check.reproduction().hasValue()) {
        Draws draws = check.calibrated().draws();
        table.row(
            check.reading(),
            check.claim().provenance().source().id(),
            claimed(check, check.claim().value()),
            claimed(check, check.reproduction().value()),
            draws == null ? "" : claimed(check, draws.quantile(0.1)),
            draws == null ? "" : claimed(check, draws.quantile(0.5)),
            draws == null ? "" : claimed(check, draws.quantile(0.9)),
            check.outturns().isEmpty() ? "" : claimed(check, check.outturns().get(0).value()));
      }
    }
    return table.lines();
  }

  private static String claimed(SourceCheck check, double value) {
    return check.claim().unit() == Unit.SHARE
        ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }
}
