package org.fundinggap.lever;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * What a lever does to one quantity of the model.
 *
 * @param kind in which way
 * @param target what is changed: a parameter or variable; for {@link Kind#PATH} a path too
 * @param source for {@link Kind#MOVE} what the share is taken from; else null
 * @param size the parameter that holds how much; its random stream bears its name. Null for {@link
 *     Kind#PATH}
 * @param distribution how much; null for {@link Kind#PATH}
 * @param path values by year, each until the next one's year; empty except for {@link Kind#PATH}
 * @param payer for {@link Kind#SHARE} who takes over; else null
 * @param rule for {@link Kind#RULE} the arithmetic; else null
 * @param origin where the size comes from
 */
public record Change(
    Kind kind,
    Quantity target,
    @Nullable Quantity source,
    @Nullable Parameter size,
    @Nullable Distribution distribution,
    NavigableMap<FinancialYear, Double> path,
    @Nullable Payer payer,
    @Nullable LeverRule rule,
    Origin origin) {

  /**
   * The ways in which a lever changes a value <em>x</em>, in the order in which they are applied
   * whatever the order of levers; <em>s</em> is the strength of the year and <em>e</em> the size.
   */
  public enum Kind {
    /** <em>x</em> (1 + <em>s e</em>). */
    MULTIPLY("multiply"),
    /** <em>x</em> + <em>s e</em> times the source as it was; as much is taken from the source. */
    MOVE("move"),
    /** <em>x</em> + <em>s e</em>. */
    SHIFT("shift"),
    /** <em>x</em> + <em>s</em> (<em>e</em> - <em>x</em>). */
    SET("set"),
    /** As {@link #SET}, to values that are given by year. */
    PATH("set by year"),
    /** <em>x</em> + <em>s</em> max(0, <em>e</em> - <em>x</em>). */
    FLOOR("at least"),
    /** <em>x</em> - <em>s</em> max(0, <em>x</em> - <em>e</em>). */
    CAP("at most"),
    /** A rule of the user's. */
    RULE("rule"),
    /** <em>x</em> - <em>s e</em> times <em>x</em> before any share, which another body pays. */
    SHARE("share");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /**
     * Whether two of a kind give different results in different orders, so that a scenario may hold
     * only one of them for a quantity in a year.
     *
     * @return true for setting a value and for rules
     */
    public boolean isOrderSensitive() {
      return switch (this) {
        case SET, PATH, RULE -> true;
        case MULTIPLY, MOVE, SHIFT, FLOOR, CAP, SHARE -> false;
      };
    }

    /** The word for it in names and tables. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Copies the path.
   *
   * @param kind as described above
   * @param target as described above
   * @param source as described above
   * @param size as described above
   * @param distribution as described above
   * @param path as described above
   * @param payer as described above
   * @param rule as described above
   * @param origin as described above
   */
  public Change {
    path = ImmutableSortedMap.copyOf(path);
  }

  /** A change of a size, without source, payer or rule. */
  static Change of(
      Kind kind, Quantity target, Parameter size, Distribution distribution, Origin origin) {
    return new Change(kind, target, null, size, distribution, new TreeMap<>(), null, null, origin);
  }

  /** A target set to values by year. */
  static Change path(Quantity target, Map<FinancialYear, Double> values, Origin origin) {
    return new Change(
        Kind.PATH, target, null, null, null, new TreeMap<>(values), null, null, origin);
  }

  Change withSource(Quantity other) {
    return new Change(kind, target, other, size, distribution, path, payer, rule, origin);
  }

  Change withPayer(Payer other) {
    return new Change(kind, target, source, size, distribution, path, other, rule, origin);
  }

  Change withRule(LeverRule other) {
    return new Change(kind, target, source, size, distribution, path, payer, other, origin);
  }

  /** The same with a size fixed, if it is this change's. */
  Change fixing(Parameter parameter, Distribution value, Origin from) {
    return parameter.equals(size)
        ? new Change(kind, target, source, size, value, path, payer, rule, from)
        : this;
  }

  /** The same with each value by year so many years later. */
  Change delayed(int years) {
    NavigableMap<FinancialYear, Double> moved = new TreeMap<>();
    path.forEach((year, value) -> moved.put(year.plus(years), value));
    return new Change(kind, target, source, size, distribution, moved, payer, rule, origin);
  }

  /** What is changed, how and by how much. */
  @Override
  public String toString() {
    return kind
        + " "
        + target.name()
        + (source == null ? "" : " by a share of " + source.name())
        + (payer == null ? "" : " with " + payer)
        + (distribution == null ? " " + path : " " + distribution);
  }
}
