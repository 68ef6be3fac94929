package org.fundinggap.published;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;

/**
 * Series that together answer one quantity: some added up, some taken off, and in early years
 * children moved who were counted in another of them. Immutable.
 *
 * @param plus ids of the series that are added up; at least one
 * @param minus ids of the series that are taken off; most sums have none
 * @param regrouping what moves into the sum or out of it up to some year
 */
public record SeriesSum(List<String> plus, List<String> minus, Optional<Regrouping> regrouping) {

  /**
   * A group that statistics counted elsewhere up to some year than the model does.
   *
   * @param moves 1 if it joins the sum, -1 if it leaves it
   * @param figure the id of the figure that holds its number, with {@code %s} for the year
   * @param until the last year in which it was counted so
   * @param share a prior: its share of a series, for years in which no figure is held
   * @param of that series
   */
  public record Regrouping(
      double moves, String figure, FinancialYear until, String share, String of) {
    private String figure(FinancialYear year) {
      return String.format(figure, year);
    }

    private boolean isNeeded(FinancialYear year) {
      return year.compareTo(until) <= 0;
    }

    private boolean isHeld(EvidenceBase evidence, FinancialYear year) {
      return evidence.knows(figure(year));
    }

    private Cited number(EvidenceBase evidence, FinancialYear year) {
      return isHeld(evidence, year)
          ? Cited.of(evidence.figure(figure(year)).value(), figure(year))
          : Cited.of(evidence.prior(share).centre(), share).times(value(evidence, of, year));
    }

    private Cited move(Cited sum, Cited number) {
      return moves < 0 ? sum.minus(number) : sum.plus(number);
    }
  }

  /**
   * Checks and copies the lists.
   *
   * @param plus as described above
   * @param minus as described above
   * @param regrouping as described above
   * @throws IllegalArgumentException if there is nothing to add up
   */
  public SeriesSum {
    Checks.atLeast(plus.size(), 1, "number of series in a sum", "name the series");
    plus = ImmutableList.copyOf(plus);
    minus = ImmutableList.copyOf(minus);
  }

  /**
   * Series that are added up.
   *
   * @param series their ids
   * @return the sum
   */
  public static SeriesSum of(String... series) {
    return new SeriesSum(ImmutableList.copyOf(series), ImmutableList.of(), Optional.empty());
  }

  /**
   * The same sum less some series.
   *
   * @param series their ids
   * @return the difference
   */
  public SeriesSum less(String... series) {
    return new SeriesSum(plus, ImmutableList.copyOf(series), regrouping);
  }

  /**
   * The same sum with a group moved in early years.
   *
   * @param group the group
   * @return the sum
   */
  public SeriesSum regrouped(Regrouping group) {
    return new SeriesSum(plus, minus, Optional.of(group));
  }

  /**
   * All its series.
   *
   * @return those added up, then those taken off
   */
  public List<String> series() {
    return ImmutableList.<String>builder().addAll(plus).addAll(minus).build();
  }

  /**
   * The number that was published for a year.
   *
   * @param evidence the register
   * @param year the year
   * @return empty if a series lacks the year, or the number of a group that has to be moved is not
   *     held; as it stands if it is one series alone
   */
  public Optional<Cited> at(EvidenceBase evidence, FinancialYear year) {
    boolean held = isHeld(evidence, year);
    boolean moved =
        regrouping.filter(group -> group.isNeeded(year) && !group.isHeld(evidence, year)).isEmpty();
    return held && moved ? Optional.of(workedOut(evidence, year)) : Optional.empty();
  }

  /**
   * Whether every series has a value for a year.
   *
   * @param evidence the register
   * @param year the year
   * @return whether the sum can be worked out
   */
  public boolean isHeld(EvidenceBase evidence, FinancialYear year) {
    return series().stream()
        .allMatch(id -> evidence.hasSeries(id) && evidence.series(id).has(year));
  }

  private static Cited value(EvidenceBase evidence, String id, FinancialYear year) {
    return Cited.of(evidence.series(id).at(year), id);
  }

  /**
   * The number of a year; where a group has to be moved whose number is not held, by its share.
   *
   * @param evidence the register
   * @param year a year for which {@link #isHeld every series} has a value
   * @return the number
   * @throws IllegalArgumentException if a series lacks the year
   */
  public Cited workedOut(EvidenceBase evidence, FinancialYear year) {
    Cited sum =
        plus.stream().map(id -> value(evidence, id, year)).reduce(Cited::plus).orElseThrow();
    for (String id : minus) {
      sum = sum.minus(value(evidence, id, year));
    }
    if (regrouping.isEmpty() || !regrouping.get().isNeeded(year)) {
      return sum;
    }
    return regrouping.get().move(sum, regrouping.get().number(evidence, year));
  }

  /**
   * Whether a year and the year before count the same.
   *
   * @param evidence the register
   * @param year the later year
   * @return false if a series lacks one of them or breaks between them, or a group could be moved
   *     in one of them only
   */
  public boolean isComparable(EvidenceBase evidence, FinancialYear year) {
    FinancialYear before = year.plus(-1);
    boolean alike =
        regrouping
            .filter(group -> group.isHeld(evidence, year) != group.isHeld(evidence, before))
            .isEmpty();
    return alike && series().stream().allMatch(id -> isUnbroken(evidence, id, year));
  }

  private static boolean isUnbroken(EvidenceBase evidence, String id, FinancialYear year) {
    if (!evidence.hasSeries(id)) {
      return false;
    }
    Series series = evidence.series(id);
    return series.has(year) && series.has(year.plus(-1)) && !series.observation(year).breakBefore();
  }
}
