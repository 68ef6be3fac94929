package org.fundinggap.appraisal;

import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.TextTable;

/**
 * What is lost, or gained, by starting a policy later.
 *
 * <p>Both are followed to the same last year, so a policy that starts later has fewer years in
 * which to earn: what it would have gone on to earn after them is left out of both.
 *
 * @param years by how many years the start is put off
 * @param now the policy as planned
 * @param later the policy that starts later
 * @param cost net present value now less later, GBP million in real terms, draw by draw; positive
 *     when delay loses
 */
public record DelayCost(int years, Appraisal now, Appraisal later, Draws cost) {
  static DelayCost of(int years, Appraisal now, Appraisal later) {
    Draws cost = now.netPresentValue().combine(later.netPresentValue(), (a, b) -> a - b);
    return new DelayCost(years, now, later, cost);
  }

  /** Net present value now, later, and their difference. */
  @Override
  public String toString() {
    TextTable table = AppraisalText.table("net present value").right("P(>0)");
    AppraisalText.rowWithProbability(table, "as planned", now.netPresentValue());
    String delayed = years + (years == 1 ? " year later" : " years later");
    AppraisalText.rowWithProbability(table, delayed, later.netPresentValue());
    AppraisalText.rowWithProbability(table, "cost of delay", cost);
    return "Cost of starting "
        + Markup.oneLine(now.alternative())
        + " "
        + delayed
        + ", GBP million, "
        + now.basis()
        + "\n"
        + table
        + "Both are followed to "
        + now.years().last()
        + "; what lies beyond is left out of both."
        + (cost().mean() < 0 ? " Negative: by these numbers it is cheaper to wait.\n" : "\n");
  }
}
