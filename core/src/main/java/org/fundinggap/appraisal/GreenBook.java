package org.fundinggap.appraisal;

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
 * <p>The vintage of a schedule is the day on which its figures were published; its name says it. A
 * register that is {@link EvidenceBase#asOf as of} a date gives what was published by then, or
 * refuses. Source: HM Treasury, The Green Book, annex 6.
 */
public final class GreenBook {
  private static final Pattern BAND =
      Pattern.compile("discount-rate-([a-z]+)-(\\d{1,4})-(\\d{1,4})");
  private static final Map<String, String> WORDS =
      ImmutableMap.of("standard", "standard", "health", "health", "catastrophic", "lower");

  private GreenBook() {}

  /** Years 31 to 75 of figure {@code discount-rate-standard-31-75}. */
  private record Band(int first, int last, Figure figure) {}

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
   * the main case has the {@link #standard} rates.
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
      LocalDate published = band.figure.provenance().published();
      vintage = published.isAfter(vintage) ? published : vintage;
    }
    InvalidInputException.throwIfAny("Green Book rates, " + kind, problems);
    String name = "Green Book, " + WORDS.get(kind) + " rates, published " + vintage;
    return DiscountSchedule.of(name, rates).withEvidence(ids);
  }

  private static List<Band> bands(EvidenceBase evidence, String kind) {
    List<Band> bands = new ArrayList<>();
    for (Figure figure : evidence.figures()) {
      Matcher matcher = BAND.matcher(figure.id());
      if (matcher.matches() && matcher.group(1).equals(kind)) {
        int first = Integer.parseInt(matcher.group(2));
        bands.add(new Band(first, Integer.parseInt(matcher.group(3)), figure));
      }
    }
    bands.sort(Comparator.comparingInt(Band::first));
    return bands;
  }
}
