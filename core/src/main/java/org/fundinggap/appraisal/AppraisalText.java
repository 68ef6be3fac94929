package org.fundinggap.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.TextTable;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** What appraisals print. */
final class AppraisalText {
  private AppraisalText() {}

  static String of(Appraisal appraisal) {
    return "Appraisal of "
        + Markup.oneLine(appraisal.alternative() + " against " + appraisal.baseline())
        + "\nGBP million, "
        + appraisal.basis()
        + ", discounted to "
        + appraisal.years().first()
        + " by "
        + Markup.oneLine(appraisal.schedule().toString())
        + "\n\n"
        + values(appraisal)
        + "\nbenefit-cost ratio: "
        + appraisal
            .benefitCostRatio()
            .map(BenefitCostRatio::toString)
            .orElseGet(() -> withoutRatio(appraisal))
        + "\npayback: "
        + appraisal.payback()
        + "\n\nMeans by year, undiscounted but for the cumulative net benefit and its percentiles\n"
        + byYear(appraisal)
        + "\n"
        + notes(appraisal);
  }

  private static String withoutRatio(Appraisal appraisal) {
    return appraisal.dearer().isEmpty()
        ? "none, the policy has no costs of its own"
        : "none, for "
            + Markup.oneLine(String.join(", ", appraisal.dearer()))
            + " makes cost lines dearer, so that benefits are net of a part of the costs";
  }

  private static String values(Appraisal appraisal) {
    Map<String, Draws> rows = presentValues(appraisal);
    TextTable table = table("present value").right("P(>0)");
    rows.forEach((name, draws) -> rowWithProbability(table, name, draws));
    return table + PercentileErrors.note(List.copyOf(rows.values()), 0.1, 0.5, 0.9);
  }

  private static Map<String, Draws> presentValues(Appraisal appraisal) {
    DiscountSchedule schedule = appraisal.schedule();
    Map<String, Draws> rows = new LinkedHashMap<>();
    rows.put("benefits", appraisal.benefits().presentValue(schedule));
    rows.put("costs", appraisal.costs().presentValue(schedule));
    if (appraisal.paper().flow().isPresent()) {
      for (Savings savings : inTurn(appraisal.savings())) {
        rows.put("net present value, " + savings, appraisal.withSavings(savings).netPresentValue());
      }
    } else {
      rows.put("net present value", appraisal.netPresentValue());
    }
    for (Payer payer : Payer.values()) {
      rows.put("to " + payer, appraisal.netBenefit(payer).presentValue(schedule));
    }
    rows.put("equivalent annual", appraisal.equivalentAnnual());
    return rows;
  }

  /** What was chosen first. */
  private static List<Savings> inTurn(Savings chosen) {
    return chosen == Savings.AT_MARGIN
        ? List.of(Savings.AT_MARGIN, Savings.AT_AVERAGE_COST)
        : List.of(Savings.AT_AVERAGE_COST, Savings.AT_MARGIN);
  }

  private static String byYear(Appraisal appraisal) {
    TextTable table = new TextTable().left("year").right("factor").right("benefits");
    table.right("costs").right("net benefit").right("cumulative, discounted");
    table.right("MC s.e.").right("p10").right("p90").right("paid back");
    Payback payback = appraisal.payback();
    RealFlow benefits = appraisal.benefits();
    for (FinancialYear year : appraisal.years().years()) {
      int since = appraisal.years().indexOf(year);
      Draws sum = appraisal.cumulative().in(year);
      table.row(
          year.toString(),
          String.format(Locale.ROOT, "%.4f", appraisal.schedule().factor(since)),
          number(benefits.in(year).mean()),
          number(appraisal.costs().in(year).mean()),
          number(appraisal.netBenefit().in(year).mean()),
          number(sum.mean()),
          number(sum.meanError()),
          number(sum.quantile(0.1)),
          number(sum.quantile(0.9)),
          percent(payback.probabilityBy(year)));
    }
    List<Draws> sums = appraisal.years().years().stream().map(appraisal.cumulative()::in).toList();
    return table + PercentileErrors.note(sums, 0.1, 0.9);
  }

  private static String notes(Appraisal appraisal) {
    StringBuilder notes = new StringBuilder();
    notes
        .append("Nothing after ")
        .append(appraisal.years().last())
        .append(" is counted, neither costs nor benefits: no residual value.\n")
        .append(level(appraisal))
        .append("Costs: ")
        .append(Markup.oneLine(appraisal.optimismBias().toString()))
        .append(".\n");
    notes
        .append("Savings: ")
        .append(
            appraisal.paper().flow().isPresent()
                ? appraisal.savings() + ", but for the row that says otherwise"
                : "at average cost, for "
                    + (appraisal.paper().lacking().isEmpty()
                        ? "the model does not say"
                        : "the run did not keep")
                    + " what is saved at the margin")
        .append(".\n");
    notes.append(cut(appraisal));
    if (appraisal.leavesOutSunk()) {
      notes
          .append("Sunk, and left out: what the policy changes before ")
          .append(appraisal.years().first())
          .append(", a net benefit of ")
          .append(number(appraisal.leftOutAsSunk().mean()))
          .append(" at the mean, undiscounted.\n");
    }
    double taken = appraisal.takenOver().presentValue(appraisal.schedule()).mean();
    if (taken != 0) {
      notes
          .append("Bills that others take over from councils, worth ")
          .append(number(taken))
          .append(" at the mean, are transfers, in neither costs nor benefits.\n");
    }
    return notes.toString();
  }

  private static String level(Appraisal appraisal) {
    YearRange years = appraisal.years();
    YearRange all = YearRange.inclusive(years.first().plus(1), years.last());
    String others =
        appraisal
            .yearsOfChange()
            .filter(changing -> !changing.equals(all))
            .map(changing -> ", though the policy changes money in " + changing)
            .orElse("");
    return "Equivalent annual: a level amount in " + all + others + ".\n";
  }

  private static String cut(Appraisal appraisal) {
    if (appraisal.benefitCut().share() == 0) {
      return "";
    }
    String chosen = Markup.oneLine("Benefits" + appraisal.benefitCut().choice());
    if (appraisal.assumedSizes().isEmpty()) {
      return chosen + ". None is cut: no effect of the policy's own levers is of assumed size.\n";
    }
    double cut = appraisal.benefitsCutOff().presentValue(appraisal.schedule()).mean();
    if (cut == 0) {
      return chosen + ". None is cut: by the mean, the policy saves nothing.\n";
    }
    String net =
        appraisal.dearer().isEmpty()
            ? ""
            : "; too little, for "
                + Markup.oneLine(String.join(", ", appraisal.dearer()))
                + " makes cost lines dearer, so that a part of the costs is cut with them";
    return chosen
        + ". Worth "
        + number(cut)
        + " at the mean are taken off"
        + net
        + ". Assumed sizes:\n- "
        + appraisal.assumedSizes().stream().map(Markup::oneLine).collect(Collectors.joining("\n- "))
        + "\n";
  }

  /** A table of summaries: mean and its error, 10th, 50th and 90th percentile. */
  static TextTable table(String first) {
    TextTable table = new TextTable().left(first).right("mean").right("MC s.e.").right("p10");
    return table.right("p50").right("p90");
  }

  static List<String> row(String name, Draws draws) {
    return List.of(
        name,
        number(draws.mean()),
        number(draws.meanError()),
        number(draws.quantile(0.1)),
        number(draws.quantile(0.5)),
        number(draws.quantile(0.9)));
  }

  static void rowWithProbability(TextTable table, String name, Draws draws) {
    List<String> cells = new ArrayList<>(row(name, draws));
    cells.add(percent(draws.probabilityAbove(0)));
    table.row(cells);
  }

  /** Never "-0". */
  static String number(double value) {
    double size = Math.abs(value);
    return NumberText.fixed(size >= 1000 ? "%,.0f" : "%.1f", value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}
