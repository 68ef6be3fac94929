package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundinggap.Seeded;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;

@Seeded
class SeriesProperties {
  private static final int FIRST = 2010;
  private static final Source SOURCE =
      new Source(
          "S-1",
          "T",
          "P",
          LocalDate.of(2000, 1, 1),
          "",
          Optional.empty(),
          "made up",
          "none",
          "",
          "");

  /**
   * Values from 2010-11 on, published at the end of their year, with a break before one of them.
   */
  private static Series series(List<Double> values, int breakAt) {
    TreeMap<Integer, Observation> observations = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      LocalDate published = year(i).lastDay();
      observations.put(
          FIRST + i,
          new Observation(
              values.get(i),
              i == breakAt,
              true,
              new Provenance(EvidenceKind.OUTTURN, Quality.GREEN, SOURCE, "", published, "")));
    }
    return Series.of(
        new Series.Head(
            "x", "X", Unit.NUMBER, Optional.empty(), Timing.FINANCIAL_YEAR, "E92000001", ""),
        observations,
        Vintages.none());
  }

  private static FinancialYear year(int index) {
    return FinancialYear.starting(FIRST + index);
  }

  private static YearRange range(int first, int last) {
    return YearRange.inclusive(year(first), year(last));
  }

  private static boolean refused(Runnable read) {
    try {
      read.run();
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  @Property
  void logChangesAddUpToLogOfGrowth(
      @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = 0.01, max = 1e9) Double> values) {
    Series series = series(values, 0);
    YearRange all = range(0, values.size() - 1);
    double total = series.logChanges(all).stream().mapToDouble(Double::doubleValue).sum();
    double growth = series.growth(all.first(), all.last());
    assertEquals(StrictMath.log(values.get(values.size() - 1) / values.get(0)), total, 1e-12);
    assertEquals(StrictMath.exp(total), 1 + growth, 1e-9 * (1 + growth) + 1e-15);
  }

  @Property
  void readsRefuseExactlyTheBreaksAfterTheirFirstYear(
      @ForAll @IntRange(max = 9) int breakAt,
      @ForAll @IntRange(max = 9) int first,
      @ForAll @IntRange(max = 9) int length) {
    int last = Math.min(9, first + length);
    Series series = series(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), breakAt);
    boolean inside = breakAt > first && breakAt <= last;
    assertEquals(inside, refused(() -> series.between(range(first, last))));
    assertEquals(inside, refused(() -> series.logChanges(range(first, last))));
    assertEquals(inside || first == last, refused(() -> series.growth(year(first), year(last))));
    assertEquals(last - first + 1, series.acrossBreaks().between(range(first, last)).size());
  }

  @Property
  void laterDatesKnowNoLess(
      @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
      @ForAll @IntRange(max = 5000) int days,
      @ForAll @IntRange(max = 5000) int more) {
    LocalDate start = LocalDate.of(FIRST, 1, 1);
    Series series = series(values, -1);
    Optional<Series> early = series.knownBy(start.plusDays(days));
    Optional<Series> late = series.knownBy(start.plusDays(days + more));
    int earlyYears = early.map(known -> known.years().size()).orElse(0);
    int lateYears = late.map(known -> known.years().size()).orElse(0);
    assertTrue(earlyYears <= lateYears);
    assertTrue(early.isEmpty() || late.orElseThrow().years().containsAll(early.get().years()));
  }
}
