package org.fundinggap.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundinggap.calibration.RequiredSeries.Lack;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Runs;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * What a refusal says where no year, or not the one asked for, can be a base year: what is lacking,
 * which years can be, and from when on.
 */
final class BaseYearRefusal {
  private static final int NEAREST_SHOWN = 3;
  private static final int LACKS_SHOWN = 3;

  private final EvidenceBase evidence;
  private final EvidenceBase whole;

  BaseYearRefusal(EvidenceBase evidence) {
    this.evidence = evidence;
    this.whole = evidence.whole();
  }

  /** The refusal of a register in which no year can be a base year. */
  InvalidInputException ofEveryYear() {
    List<String> problems = new ArrayList<>(RequiredSeries.unusable(evidence));
    if (!problems.isEmpty()) {
      // No year can be one before these are put right, whatever it holds.
      return new InvalidInputException("baseline" + asOf(), problems);
    }
    List<FinancialYear> years = RequiredSeries.candidates(whole);
    problems.add("no year" + asOf() + " has every value that a base year needs; " + whenOneHas());
    years.stream()
        .filter(year -> !lacking(year).isEmpty() && hadEnded(year))
        .sorted(
            Comparator.comparingInt((FinancialYear year) -> lacking(year).size())
                .thenComparing(Comparator.reverseOrder()))
        .limit(NEAREST_SHOWN)
        .forEach(year -> problems.add(nearest(year)));
    if (years.isEmpty()) {
      problems.add("series referrals must be in the register by financial year; add it first");
    }
    return new InvalidInputException("baseline" + asOf(), problems);
  }

  /** The refusal of one year. */
  InvalidInputException of(FinancialYear year) {
    List<String> problems = new ArrayList<>(RequiredSeries.unusable(evidence));
    List<Lack> lacking = lacking(year);
    if (!lacking.isEmpty()) {
      problems.add(
          year
              + " lacks "
              + values(lacking)
              + " that a base year needs: "
              + byYear(lacking)
              + "; "
              + instead(year));
    }
    return new InvalidInputException("baseline of " + year + asOf(), problems);
  }

  /** Years that lay ahead on the date are no near misses. */
  private boolean hadEnded(FinancialYear year) {
    return evidence.asOfDate().map(date -> !year.lastDay().isAfter(date)).orElse(true);
  }

  private List<Lack> lacking(FinancialYear year) {
    return RequiredSeries.lacking(evidence, year);
  }

  private String asOf() {
    return evidence.asOfDate().map(date -> " as of " + date).orElse("");
  }

  private static String values(List<Lack> lacking) {
    return lacking.size() + (lacking.size() == 1 ? " value" : " values");
  }

  /** Every series, by year, such as {@code 2017-18 of placed-foster, placed-homes}. */
  private static String byYear(List<Lack> lacking) {
    Map<FinancialYear, List<String>> series = new LinkedHashMap<>();
    lacking.forEach(
        lack -> series.computeIfAbsent(lack.year(), any -> new ArrayList<>()).add(lack.series()));
    return series.entrySet().stream()
        .sorted(Map.Entry.<FinancialYear, List<String>>comparingByKey().reversed())
        .map(entry -> entry.getKey() + " of " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private String nearest(FinancialYear year) {
    List<Lack> lacking = lacking(year);
    int more = lacking.size() - LACKS_SHOWN;
    return year
        + " lacks "
        + values(lacking)
        + ": "
        + lacking.stream()
            .limit(LACKS_SHOWN)
            .map(lack -> lack.series() + " " + lack.year())
            .collect(Collectors.joining(", "))
        + (more > 0
            ? " and "
                + more
                + " more; see Calibration.missing(evidence, FinancialYear.parse(\""
                + year
                + "\"))"
            : "");
  }

  /** What to do about a year that was asked for. */
  private String instead(FinancialYear year) {
    List<FinancialYear> years = RequiredSeries.all(evidence);
    if (years.isEmpty()) {
      return "no year has every value" + asOf() + "; " + whenOneHas();
    }
    String later =
        firstDate(register -> RequiredSeries.works(register, year))
            .map(date -> ", or start as of " + date + ", from when " + year + " can be")
            .orElse(", or add the values to the register");
    List<Integer> starts = years.stream().map(FinancialYear::startYear).toList();
    return "years that can be base years"
        + asOf()
        + ": "
        + Runs.text(starts, start -> FinancialYear.starting(start).toString())
        + "; choose one"
        + later;
  }

  /** The first date from which some year can be a base year, and which. */
  private String whenOneHas() {
    return firstDate(register -> RequiredSeries.latest(register).isPresent())
        .flatMap(
            date ->
                RequiredSeries.latest(whole.asOf(date))
                    .map(
                        year ->
                            "the first date on which one has is "
                                + date
                                + ", with base year "
                                + year
                                + ": ask for that date or a later one"))
        .orElse(
            evidence.asOfDate().isEmpty()
                ? "add what is lacking"
                : "none has in the whole register either; add what is lacking");
  }

  /**
   * The first day from which a register can do something. What was known stays known, so that the
   * days before it are those on which it cannot, and halving finds it.
   */
  private Optional<LocalDate> firstDate(Predicate<EvidenceBase> can) {
    if (!can.test(whole)) {
      return Optional.empty();
    }
    List<LocalDate> days = whole.seriesDates();
    int cannot = -1;
    int known = days.size() - 1;
    while (known - cannot > 1) {
      int middle = (cannot + known) >>> 1;
      if (can.test(whole.asOf(days.get(middle)))) {
        known = middle;
      } else {
        cannot = middle;
      }
    }
    return Optional.of(days.get(known));
  }
}
