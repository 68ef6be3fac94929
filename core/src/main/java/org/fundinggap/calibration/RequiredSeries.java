package org.fundinggap.calibration;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.model.Inputs;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.PublishedLine.PriceFrom;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;

/**
 * The series that a baseline cannot do without, which of them lack a year, and which years have
 * all.
 *
 * <p>A short history refuses no year: estimates from it lean on registered beliefs, the more so the
 * shorter it is. Nor does a workforce that is not held: it moves no demand, and cost only by its
 * deviation from the base year's.
 */
final class RequiredSeries {
  /** Stocks whose year before is needed too; that of placements may be missing, or differ. */
  private static final List<String> STOCKS =
      List.of("children-in-need", "plans", "looked-after", "asylum-seeking-looked-after");

  /** What moves demand beside the quantities that are published and modelled alike. */
  private static final List<String> OTHERS =
      List.of("no-further-action-count", "not-in-need-count");

  /** Series that are done without, all together, where one of them lacks the base year. */
  static final ImmutableMap<String, Unit> WORKFORCE =
      ImmutableMap.of(
          "social-workers", Unit.FTE,
          "social-worker-starters", Unit.FTE,
          "social-worker-leavers", Unit.FTE,
          "social-worker-vacancy-share", Unit.SHARE,
          "agency-social-workers", Unit.FTE);

  /** A value that a base year needs and a register has not. */
  record Lack(String series, FinancialYear year) {}

  /** Every base year needs it, so that no other year has to be looked at. */
  private static final String REFERRALS = "referrals";

  private static final String ENGLAND = "E92000001";
  private static final String UNITED_KINGDOM = "K02000001";

  /** The net basis of a year whose year before is on it. */
  private static final List<String> NET =
      List.of(NetBasis.REVENUE_OUTTURN.grossSeries(), NetBasis.REVENUE_OUTTURN.netSeries());

  /** How many ids a refusal names of those that share a fault. */
  private static final int NAMED = 5;

  private RequiredSeries() {}

  /** The years that may be base years at all, in order. */
  static List<FinancialYear> candidates(EvidenceBase evidence) {
    if (!evidence.hasSeries(REFERRALS)) {
      return List.of();
    }
    Series referrals = evidence.series(REFERRALS);
    return referrals.timing().isCalendar() ? List.of() : referrals.years();
  }

  static boolean works(EvidenceBase evidence, FinancialYear year) {
    return missing(evidence, year).isEmpty();
  }

  static List<FinancialYear> all(EvidenceBase evidence) {
    return candidates(evidence).stream().filter(year -> works(evidence, year)).toList();
  }

  static Optional<FinancialYear> latest(EvidenceBase evidence) {
    List<FinancialYear> years = candidates(evidence);
    for (int i = years.size() - 1; i >= 0; i--) {
      if (works(evidence, years.get(i))) {
        return Optional.of(years.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a later year can be a base year too. */
  static boolean hasLater(EvidenceBase evidence, FinancialYear year) {
    return latest(evidence).filter(newest -> newest.compareTo(year) > 0).isPresent();
  }

  /** Each series that the base year itself needs, with the unit it must be in. */
  private static Map<String, Unit> ofBaseYear() {
    Map<String, Unit> needed = new LinkedHashMap<>();
    Published.all().stream()
        .filter(each -> each.group() == Group.VOLUME || each.group() == Group.PLACEMENT)
        .forEach(each -> each.series().series().forEach(id -> needed.put(id, Unit.NUMBER)));
    OTHERS.forEach(id -> needed.put(id, Unit.NUMBER));
    needed.put(PublishedTable.GROSS, Unit.GBP_MILLION);
    PublishedLine.all().stream()
        .filter(row -> row.price() != PriceFrom.UNIT_COST)
        .forEach(row -> needed.put(row.spending().plus().get(0), Unit.GBP_MILLION));
    return needed;
  }

  static List<String> missing(EvidenceBase evidence, FinancialYear baseYear) {
    List<String> problems = new ArrayList<>(unusable(evidence));
    for (Lack lack : lacking(evidence, baseYear)) {
      problems.add(
          "series "
              + lack.series()
              + " must hold "
              + lack.year()
              + ", does not; choose another base year or add the value to the register");
    }
    return problems;
  }

  /** One sentence for each series that no base year can use as it is. */
  static List<String> unusable(EvidenceBase evidence) {
    List<String> problems = new ArrayList<>();
    ofBaseYear().forEach((id, unit) -> checkSeries(evidence, id, unit, problems));
    WORKFORCE.forEach((id, unit) -> checkSeries(evidence, id, unit, problems));
    Set<String> ids = new LinkedHashSet<>(ofBaseYear().keySet());
    ids.addAll(STOCKS);
    ids.addAll(WORKFORCE.keySet());
    problems.addAll(elsewhere(evidence, ids));
    return problems;
  }

  /**
   * Refuses counts and amounts of which a rate or a logarithm cannot be taken, all of them, before
   * anything is estimated. A register that was read from files has none but what its notes let
   * through; one with values of a caller may.
   */
  static void requirePositive(EvidenceBase evidence, FinancialYear baseYear) {
    Set<String> ids = new LinkedHashSet<>(ids());
    ids.addAll(STOCKS);
    ids.addAll(WORKFORCE.keySet());
    List<String> problems = new ArrayList<>();
    for (String id : ids) {
      FinancialYear first = baseYear.plus(-BaseYearEvidence.WINDOW);
      for (FinancialYear year : YearRange.inclusive(first, baseYear).years()) {
        if (!lacks(evidence, id, year) && !(evidence.series(id).at(year) > 0)) {
          problems.add(
              "series "
                  + id
                  + " must be above 0 in "
                  + year
                  + ", was "
                  + evidence.series(id).at(year)
                  + "; correct the observation");
        }
      }
    }
    InvalidInputException.throwIfAny("baseline of " + baseYear, problems);
  }

  /** Refuses inputs of which some number rests on a series or figure of another area. */
  static Inputs requireEngland(EvidenceBase evidence, Inputs inputs) {
    InvalidInputException.throwIfAny(
        "baseline of " + inputs.years().first(), elsewhere(evidence, inputs.evidence()));
    return inputs;
  }

  /**
   * One sentence for each area that is not England, however many of some ids describe it. Prices
   * are those of the United Kingdom, and priors have no area.
   */
  static List<String> elsewhere(EvidenceBase evidence, Collection<String> ids) {
    Map<String, Set<String>> byArea = new TreeMap<>();
    for (String id : ids) {
      area(evidence, id)
          .ifPresent(area -> byArea.computeIfAbsent(area, any -> new LinkedHashSet<>()).add(id));
    }
    return byArea.entrySet().stream()
        .map(each -> elsewhere(each.getKey(), each.getValue()))
        .toList();
  }

  private static String elsewhere(String area, Set<String> ids) {
    int more = ids.size() - NAMED;
    return "numbers of a baseline must be of England ("
        + ENGLAND
        + "), were of "
        + area
        + ": "
        + String.join(", ", ids.stream().limit(NAMED).toList())
        + (more > 0 ? " and " + more + " more" : "")
        + "; the model is of England, areas are not modelled yet: give figures of England, or"
        + " correct the area in the register";
  }

  /** Where what an id names is not of England: the area; empty also for what has none. */
  private static Optional<String> area(EvidenceBase evidence, String id) {
    String area = ENGLAND;
    Unit unit = Unit.NUMBER;
    if (evidence.hasSeries(id)) {
      area = evidence.series(id).area();
      unit = evidence.series(id).unit();
    } else if (evidence.knows(id) && !evidence.hasPrior(id)) {
      area = evidence.figure(id).area();
      unit = evidence.figure(id).unit();
    }
    boolean isPrice = unit == Unit.INDEX || unit == Unit.PER_YEAR;
    return area.equals(ENGLAND) || (isPrice && area.equals(UNITED_KINGDOM))
        ? Optional.empty()
        : Optional.of(area);
  }

  /** What a year lacks: of the year itself first, then of the years before that are needed. */
  static List<Lack> lacking(EvidenceBase evidence, FinancialYear baseYear) {
    List<Lack> lacking = new ArrayList<>();
    Map<String, Unit> needed = ofBaseYear();
    for (String id : STOCKS) {
      require(evidence, id, baseYear.plus(-1), lacking);
    }
    for (String id : needed.keySet()) {
      require(evidence, id, baseYear, lacking);
    }
    for (PublishedLine row : byUnitCost()) {
      boolean priced = row.unitCost().filter(id -> !lacks(evidence, id, baseYear)).isPresent();
      if (!priced) {
        require(evidence, row.spending().plus().get(0), baseYear, lacking);
      }
    }
    // Without them the year would be net on section 251, a twentieth below the year before it.
    NET.stream()
        .filter(id -> !lacks(evidence, id, baseYear.plus(-1)))
        .forEach(id -> require(evidence, id, baseYear, lacking));
    return lacking;
  }

  /** What a base year itself needs: of lines by unit cost their spending, or that. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>(ofBaseYear().keySet());
    byUnitCost().forEach(row -> ids.add(row.spending().plus().get(0)));
    ids.addAll(NET);
    return ids;
  }

  /** A line whose price is a unit cost may have that in place of spending. */
  private static List<PublishedLine> byUnitCost() {
    return PublishedLine.all().stream().filter(row -> row.price() == PriceFrom.UNIT_COST).toList();
  }

  private static void require(
      EvidenceBase evidence, String id, FinancialYear year, List<Lack> lacking) {
    if (lacks(evidence, id, year)) {
      lacking.add(new Lack(id, year));
    }
  }

  /** A register in other units, in real terms, or by calendar year is no baseline. */
  private static void checkSeries(
      EvidenceBase evidence, String id, Unit unit, List<String> problems) {
    if (!evidence.hasSeries(id)) {
      return;
    }
    Series series = evidence.series(id);
    if (series.timing().isCalendar()) {
      problems.add(
          "series "
              + id
              + " must be by financial year, was by calendar year; give another timing in"
              + " series.csv, and years such as 2024-25");
    }
    boolean money = unit == Unit.GBP_MILLION;
    Optional<PriceBasis> basis = money ? Optional.of(PriceBasis.cash()) : Optional.empty();
    if (!(series.unit() == unit && series.basis().equals(basis))) {
      problems.add(
          "series "
              + id
              + " must be in "
              + unit
              + (money ? ", cash" : "")
              + ", was in "
              + series.unit()
              + series.basis().map(other -> ", " + other).orElse("")
              + "; convert it in the register");
    }
  }

  private static boolean lacks(EvidenceBase evidence, String id, FinancialYear year) {
    if (!evidence.hasSeries(id)) {
      return true;
    }
    Series series = evidence.series(id);
    return series.timing().isCalendar() || !series.has(year);
  }
}
