package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** The series that a baseline cannot do without, and which of them lack a year. */
final class RequiredSeries {
  private static final List<String> STOCKS =
      List.of("children-in-need", "plans", "looked-after", "asylum-seeking-looked-after");

  /** Stocks whose year before may be missing, or counted otherwise. */
  private static final List<String> PLACEMENTS =
      List.of(
          "placed-foster",
          "placed-homes",
          "placed-supported",
          "placed-other-residential",
          "placed-residential-schools",
          "placed-adoption",
          "placed-parents",
          "placed-other");

  private static final List<String> FLOWS =
      List.of(
          "children-0-17",
          "referrals",
          "no-further-action-count",
          "not-in-need-count",
          "children-in-need-started",
          "children-in-need-ended",
          "section-47-enquiries",
          "initial-conferences",
          "plans-started",
          "looked-after-started",
          "looked-after-ceased",
          "social-workers",
          "social-worker-starters",
          "social-worker-leavers",
          "social-worker-vacancy-share",
          "agency-social-workers",
          "spend-gross",
          "spend-looked-after-gross",
          "spend-leaving-care-gross",
          "spend-safeguarding-gross",
          "spend-family-support-gross",
          "spend-young-people-gross",
          "spend-early-years-gross",
          "spend-youth-justice-gross",
          "spend-other-gross");

  /** Rates that calibration estimates from their yearly changes. */
  private static final List<String> RATES =
      List.of(
          "referrals",
          "no-further-action-count",
          "not-in-need-count",
          "children-in-need-started",
          "section-47-enquiries",
          "initial-conferences",
          "plans-started");

  private static final Map<String, Unit> WORKFORCE =
      Map.of(
          "social-workers", Unit.FTE,
          "social-worker-starters", Unit.FTE,
          "social-worker-leavers", Unit.FTE,
          "social-worker-vacancy-share", Unit.SHARE,
          "agency-social-workers", Unit.FTE);

  /** Fewer yearly changes than this estimate nothing. */
  private static final int YEARS_OF_HISTORY = 3;

  private RequiredSeries() {}

  static List<String> missing(EvidenceBase evidence, FinancialYear baseYear) {
    List<String> problems = new ArrayList<>();
    for (String id : STOCKS) {
      require(evidence, id, baseYear.plus(-1), problems);
      require(evidence, id, baseYear, problems);
    }
    for (String id : PLACEMENTS) {
      require(evidence, id, baseYear, problems);
    }
    for (String id : FLOWS) {
      require(evidence, id, baseYear, problems);
    }
    for (String id : RATES) {
      for (int back = 1; back <= YEARS_OF_HISTORY; back++) {
        require(evidence, id, baseYear.plus(-back), problems);
      }
    }
    return problems;
  }

  private static void require(
      EvidenceBase evidence, String id, FinancialYear year, List<String> problems) {
    checkUnit(evidence, id, problems);
    if (lacks(evidence, id, year)) {
      problems.add(
          "series "
              + id
              + " must hold "
              + year
              + ", does not; choose another base year or add the value to the register");
    }
  }

  /** Spending in GBP million cash, all else a number: a register in other units is no baseline. */
  private static void checkUnit(EvidenceBase evidence, String id, List<String> problems) {
    if (!evidence.knows(id)) {
      return;
    }
    Series series = evidence.series(id);
    boolean money = id.startsWith("spend-");
    Unit unit = money ? Unit.GBP_MILLION : WORKFORCE.getOrDefault(id, Unit.NUMBER);
    Optional<PriceBasis> basis = money ? Optional.of(PriceBasis.cash()) : Optional.empty();
    String problem =
        "series "
            + id
            + " must be in "
            + unit
            + (money ? ", cash" : "")
            + ", was in "
            + series.unit()
            + series.basis().map(other -> ", " + other).orElse("")
            + "; convert it in the register";
    if (!(series.unit() == unit && series.basis().equals(basis)) && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static boolean lacks(EvidenceBase evidence, String id, FinancialYear year) {
    return !evidence.knows(id) || !evidence.series(id).has(year);
  }
}
