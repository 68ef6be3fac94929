package org.fundinggap.appraisal;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.InvalidInputException;

/**
 * The discount schedules of HM Treasury's Green Book, from the register.
 *
 * <p>The vintage of a schedule is the day on which its figures were published; its name says it.
 * The schedule is that of the latest edition that the register knows, and a register that is {@link
 * EvidenceBase#asOf as of} a date gives what was in force then, or refuses: {@code
 * GreenBook.standard(evidence.asOf(LocalDate.of(2025, 1, 1)))} is of the edition of 2022.
 *
 * <p>Sources: HM Treasury, The Green Book, edition of 5 February 2026, chapter 6, read through a
 * notice of the Department for Transport; edition of 2022, annex A6. All rates of the two are the
 * same. New in 2026 is that the {@link #lower} rates are a test for horizons beyond 50 years.
 * Conclusions of a review of discounting were published on 30 June 2026; they were not read, and a
 * schedule that rests on them can be given by {@link DiscountSchedule#of}.
 */
public final class GreenBook {
  private static final Pattern BAND =
      Pattern.compile("discount-rate-(?:(\\d{4})-)?([a-z]+)-(\\d{1,4})-(\\d{1,4})");
  private static final Map<String, String> WORDS =
      ImmutableMap.of("standard", "standard", "health", "health", "catastrophic", "lower");

  private GreenBook() {}

  /**
   * Years 31 to 75 of figure {@code discount-rate-2026-standard-31-75}; the edition of 2022, the
   * first that is registered, has no name.
   */
  private record Band(String edition, int first, int last, Figure figure) {
    LocalDate published() {
      return figure.provenance().published();
    }
  }

  /**
   * The standard rates: 3.5% in years 1 to 30, then lower.
   *
   * @param evidence the register
   * @return the schedule, with the ids of its figures
   * @throws IllegalArgumentException if the register does not hold them, or not yet
   */
  public static DiscountSchedule standard(EvidenceBase evidence) {
    return schedule(evidence, "standard");
  }

  /**
   * The rates for effects on health that are counted in quality-adjusted life years: 1.5% in years
   * 1 to 30, then lower. Money is discounted at the {@link #standard} rates.
   *
   * @param evidence the register
   * @return the schedule, with the ids of its figures
   * @throws IllegalArgumentException if the register does not hold them, or not yet
   */
  public static DiscountSchedule health(EvidenceBase evidence) {
    return schedule(evidence, "health");
  }

  /**
   * The lower rates, 3% in years 1 to 30, for a test of how much of an answer hangs on discounting;
   * the main case has the {@link #standard} rates. The edition of 2026 asks for the test where the
   * horizon is beyond 50 years.
   *
   * @param evidence the register
   * @return the schedule, with the ids of its figures
   * @throws IllegalArgumentException if the register does not hold them, or not yet
   */
  public static DiscountSchedule lower(EvidenceBase evidence) {
    return schedule(evidence, "catastrophic");
  }

  private static DiscountSchedule schedule(EvidenceBase evidence, String kind) {
    List<Band> bands = bands(evidence, kind);
    if (bands.isEmpty()) {
      Figure first = evidence.figure("discount-rate-" + kind + "-0-30"); // refuses, with the reason
      throw new IllegalStateException("figure " + first.id() + " is no band of years");
    }
    List<String> problems = new ArrayList<>();
    TreeMap<Integer, Double> rates = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    LocalDate vintage = LocalDate.MIN;
    int next = 0;
    for (Band band : bands) {
      if (band.first != next || band.last < band.first) {
        problems.add(
            band.figure.id() + " must start in year " + next + ", where the band before it ends");
      }
      next = band.last + 1;
      rates.put(band.first, band.figure.value());
      ids.add(band.figure.id());
      vintage = band.published().isAfter(vintage) ? band.published() : vintage;
    }
    InvalidInputException.throwIfAny("Green Book rates, " + kind, problems);
    String name = "Green Book, " + WORDS.get(kind) + " rates, published " + vintage;
    return DiscountSchedule.of(name, rates).withEvidence(ids);
  }

  private static List<Band> bands(EvidenceBase evidence, String kind) {
    List<Band> bands = new ArrayList<>();
    for (Figure figure : evidence.figures()) {
      Matcher matcher = BAND.matcher(figure.id());
      if (matcher.matches() && matcher.group(2).equals(kind)) {
        String edition = Strings.nullToEmpty(matcher.group(1));
        int first = Integer.parseInt(matcher.group(3));
        bands.add(new Band(edition, first, Integer.parseInt(matcher.group(4)), figure));
      }
    }
    String latest =
        bands.stream().max(Comparator.comparing(Band::published)).map(Band::edition).orElse("");
    return bands.stream()
        .filter(band -> band.edition.equals(latest))
        .sorted(Comparator.comparingInt(Band::first))
        .toList();
  }
}
