package org.fundinggap.funding;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.NavigableMap;
import org.fundinggap.quantity.FinancialYear;

/**
 * Where general funding of a plan's first years is known from. Immutable.
 *
 * @param source where it comes from
 * @param byYear amounts that were given, GBP million, cash of the year; empty unless they were
 * @param evidence ids of what they come from: of the series, or of those given
 */
public record KnownFunding(
    Source source, NavigableMap<FinancialYear, Double> byYear, List<String> evidence) {
  /** Where amounts of the first years come from. */
  public enum Source {
    /** There are none: the rule starts from the base year. */
    NONE("none"),
    /** Published budgets and core spending power, as far as a register holds them. */
    PUBLISHED("published plans"),
    /** A series of the register. */
    SERIES("settlement of the register"),
    /** They were given. */
    GIVEN("settlement as given");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** In a few words. */
    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * Keeps copies.
   *
   * @param source as described above
   * @param byYear as described above
   * @param evidence as described above
   */
  public KnownFunding {
    byYear = ImmutableSortedMap.copyOf(byYear);
    evidence = List.copyOf(evidence);
  }

  static KnownFunding of(Source source, String... evidence) {
    return new KnownFunding(source, ImmutableSortedMap.of(), List.of(evidence));
  }
}
