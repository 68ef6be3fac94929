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
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

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

  private static Projection headline() {
    return Simulation.of(
            Baseline.england(EvidenceBase.load())
                .withEach(
                    FundingRule.CASH_FLAT,
                    FundingRule.REAL_FLAT,
                    FundingRule.COUNCIL_TAX,
                    FundingRule.FOLLOWS_OUTTURN))
        .keeping(Cost.NEED, Gap.STAND_STILL.cash(), Gap.BUDGET.cash())
        .run(SETTINGS);
  }

  /** The study's numbers are its own: a prototype of the same equations, run apart. */
  static List<String> studyNeed() {
    Projection run = headline();
    MarkdownTable table = new MarkdownTable("need, net, GBP billion, cash", "study", "model");
    String[][] study = {
      {"2025-26", "16.5 [16.1, 16.9]"},
      {"2027-28", "18.1 [16.8, 19.4]"},
      {"2029-30", "19.8 [17.6, 22.2]"},
      {"2034-35", "24.8 [20.2, 30.7]"}
    };
    for (String[] row : study) {
      Draws need = run.outcome("real-flat", Cost.NEED).in(FinancialYear.parse(row[0]));
      table.row(row[0], row[1], ModelTables.band(need));
    }
    return table.lines();
  }

  static List<String> studyGap() {
    Projection run = headline();
    MarkdownTable table =
        new MarkdownTable("gap, GBP billion, cash", "funding rule", "year", "study", "model");
    String[][] study = {
      {"cash-flat", "2027-28", "4.0 [2.7, 5.3]"},
      {"cash-flat", "2029-30", "5.7 [3.5, 8.1]"},
      {"cash-flat", "2034-35", "10.7 [6.1, 16.6]"},
      {"real-flat", "2027-28", "2.9 [1.8, 4.1]"},
      {"real-flat", "2029-30", "4.0 [2.1, 6.1]"},
      {"real-flat", "2034-35", "7.3 [3.1, 12.7]"},
      {"council-tax growth", "2027-28", "1.8 [0.5, 3.1]"},
      {"council-tax growth", "2029-30", "2.0 [-0.1, 4.4]"},
      {"council-tax growth", "2034-35", "2.8 [-1.8, 8.8]"},
      {"follows last outturn", "2027-28", "1.0 [0.5, 1.7]"},
      {"follows last outturn", "2029-30", "1.1 [0.5, 1.9]"},
      {"follows last outturn", "2034-35", "1.5 [0.5, 2.7]"}
    };
    for (String[] row : study) {
      Gap gap = row[0].startsWith("follows") ? Gap.BUDGET : Gap.STAND_STILL;
      Draws draws = run.outcome(row[0], gap.cash()).in(FinancialYear.parse(row[1]));
      table.row(gap.label(), row[0], row[1], row[2], ModelTables.band(draws));
    }
    return table.lines();
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
