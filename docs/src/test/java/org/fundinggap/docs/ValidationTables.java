package org.fundinggap.docs;

import java.util.List;
import java.util.Locale;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.cost.Cost;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Settings;

/** The baseline beside published totals, and beside the claims. */
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

    BaseYear row(Variable variable, String series) {
      return row(variable.label(), series(series), at(variable), series);
    }

    /** A quantity of the table of what is published for what, where it is published. */
    BaseYear row(Published quantity) {
      quantity
          .at(evidence, baseline.baseYear())
          .ifPresent(
              published ->
                  row(
                      quantity.label(),
                      published.value(),
                      quantity.variables().stream().mapToDouble(this::at).sum(),
                      String.join(" + ", quantity.series().series())));
      return this;
    }

    BaseYear rows(Group group) {
      Published.all().stream().filter(each -> each.group() == group).forEach(this::row);
      return this;
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
    return new BaseYear("number").rows(Group.VOLUME).rows(Group.PLACEMENT).lines();
  }

  static List<String> baseYearMoney() {
    BaseYear base = new BaseYear("GBP million, cash").rows(Group.SPENDING);
    double gap = base.series("ro-net") - base.series("ra-budget-net");
    return base.row(Cost.GROSS_NEED, "spend-gross")
        .row(Cost.NEED, "ro-net")
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
