package org.fundinggap.nowcast;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * The year after the latest one that can be a base year, once some of the series that a base year
 * needs hold it: statistics of children come out in October and November, those of spending in
 * December.
 *
 * @param year the year
 * @param completeYear the year before it, the latest that has every series
 * @param held the required series that hold it; at least one
 * @param lacking the required series that do not; at least one
 */
public record PartPublishedYear(
    FinancialYear year, FinancialYear completeYear, List<String> held, List<Waiting> lacking) {
  private static final int NAMED = 3;
  private static final int SPENDING_AFTER = 9;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /**
   * A series that a year waits for.
   *
   * @param series its id
   * @param about the day if it comes as long after its year as the last value did: a guess, and no
   *     announcement
   */
  public record Waiting(String series, LocalDate about) {}

  /**
   * Copies the lists.
   *
   * @param year as described above
   * @param completeYear as described above
   * @param held as described above
   * @param lacking as described above
   */
  public PartPublishedYear {
    held = ImmutableList.copyOf(held);
    lacking = ImmutableList.copyOf(lacking);
  }

  /**
   * The year of a register that is part-published.
   *
   * @param evidence the register
   * @return empty if no required series holds the year after the latest base year, or there is no
   *     base year at all
   */
  public static Optional<PartPublishedYear> of(EvidenceBase evidence) {
    return Calibration.latestBaseYear(evidence).flatMap(complete -> after(evidence, complete));
  }

  private static Optional<PartPublishedYear> after(EvidenceBase evidence, FinancialYear complete) {
    FinancialYear year = complete.plus(1);
    List<String> lacking = Calibration.lackingSeries(evidence, year);
    List<String> held = new ArrayList<>(Calibration.requiredSeries());
    held.removeAll(lacking);
    // All series may hold it and another reason keep it from being a base year: a stock of before.
    return held.isEmpty() || lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PartPublishedYear(
                year,
                complete,
                held,
                lacking.stream().map(id -> new Waiting(id, about(evidence, id, year))).toList()));
  }

  /** As long after its year as the last value came out; spending comes out after nine months. */
  private static LocalDate about(EvidenceBase evidence, String id, FinancialYear year) {
    if (!evidence.hasSeries(id)) {
      return year.lastDay().plusMonths(SPENDING_AFTER);
    }
    FinancialYear last = evidence.series(id).last();
    LocalDate published = evidence.series(id).observation(last).provenance().published();
    return published.plusYears(last.yearsUntil(year));
  }

  /** What is held and what it waits for, such as a page can print. */
  @Override
  public String toString() {
    int more = lacking.size() - NAMED;
    LocalDate last =
        lacking.stream().map(Waiting::about).max(Comparator.naturalOrder()).orElseThrow();
    return year
        + " is part-published: "
        + held.size()
        + " of "
        + (held.size() + lacking.size())
        + " series"
        + " are held; waits for "
        + String.join(", ", lacking.stream().limit(NAMED).map(Waiting::series).toList())
        + (more > 0 ? " and " + more + " more" : "")
        + ", the last of them about "
        + MONTH.format(last);
  }
}
