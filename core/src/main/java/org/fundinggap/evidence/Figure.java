package org.fundinggap.evidence;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * A single published number, or range, that is not part of a series.
 *
 * @param id lower-case letters, digits and hyphens
 * @param label what it is, for tables
 * @param central the number; empty where the source gives a range only
 * @param range the range that the source gives, if any
 * @param unit the unit of the number and of the range
 * @param basis in which prices money is stated; empty for other units, and where the source does
 *     not say
 * @param period a financial year {@code 2024-25}, a range of them {@code 2010-11..2015-16}, a
 *     calendar year {@code 2022}, or empty
 * @param area the ONS code of the area, such as {@code E92000001} for England
 * @param provenance where it comes from
 */
public record Figure(
    String id,
    String label,
    OptionalDouble central,
    Optional<Range> range,
    Unit unit,
    Optional<PriceBasis> basis,
    String period,
    String area,
    Provenance provenance) {
  /**
   * Checks the number against its range.
   *
   * @param id as described above
   * @param label as described above
   * @param central as described above
   * @param range as described above
   * @param unit as described above
   * @param basis as described above
   * @param period as described above
   * @param area as described above
   * @param provenance as described above
   * @throws IllegalArgumentException if there is neither number nor range, the number is not finite
   *     or lies outside the range, or a unit other than money has a price basis
   */
  public Figure {
    Checks.notBlank(id, "id");
    if (central.isPresent()) {
      double value = Checks.finite(central.getAsDouble(), "value");
      range.ifPresent(
          r -> Checks.within(value, r.low(), r.high(), "value", "look at value, low and high"));
    } else if (range.isEmpty()) {
      throw new IllegalArgumentException(
          "value must be given where low and high are not, was empty; give either");
    }
    if (basis.isPresent() && !unit.isMoney()) {
      throw new IllegalArgumentException(
          "price_basis must be empty for " + unit + ", was " + basis.get() + "; clear it");
    }
  }

  /**
   * The number.
   *
   * @return in {@link #unit()}
   * @throws IllegalArgumentException if the source gives a range only
   */
  public double value() {
    return central.orElseThrow(
        () ->
            new IllegalArgumentException(
                "figure "
                    + id
                    + " has no single value; use low() and high(), "
                    + low()
                    + " to "
                    + high()));
  }

  /**
   * The lower end of the range.
   *
   * @return in {@link #unit()}
   * @throws IllegalArgumentException if the source gives no range; ask {@link #range()} first
   */
  public double low() {
    return knownRange().low();
  }

  /**
   * The upper end of the range.
   *
   * @return in {@link #unit()}
   * @throws IllegalArgumentException if the source gives no range; ask {@link #range()} first
   */
  public double high() {
    return knownRange().high();
  }

  private Range knownRange() {
    return range.orElseThrow(
        () ->
            new IllegalArgumentException(
                "figure " + id + " has no range; use value() or ask range() first"));
  }

  /**
   * The number as money.
   *
   * @return the value with its price basis
   * @throws IllegalArgumentException if the unit is not {@code GBP} or {@code GBP million}, the
   *     source does not state the price basis, or it gives a range only
   */
  public Money money() {
    if (unit != Unit.GBP && unit != Unit.GBP_MILLION) {
      throw new IllegalArgumentException(
          "unit must be GBP or GBP million, was " + unit + " for figure " + id + "; use value()");
    }
    PriceBasis prices =
        basis.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "figure "
                        + id
                        + " states no price basis; choose one: Money.of(figure.value(), ...)"));
    return unit == Unit.GBP ? Money.of(value(), prices) : Money.ofMillions(value(), prices);
  }

  /**
   * The period, where it is one financial year.
   *
   * @return empty for ranges, calendar years and figures without a period
   */
  public Optional<FinancialYear> financialYear() {
    return Periods.isFinancialYear(period)
        ? Optional.of(FinancialYear.parse(period))
        : Optional.empty();
  }

  /** Label, value or range, unit, price basis, period and citation. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(label).append(":");
    central.ifPresent(value -> text.append(" ").append(value));
    range.ifPresent(
        r -> text.append(" [").append(r.low()).append(", ").append(r.high()).append("]"));
    text.append(" ").append(unit);
    basis.ifPresent(b -> text.append(", ").append(b));
    return text.append(period.isEmpty() ? "" : ", " + period)
        .append("; ")
        .append(provenance.citation())
        .toString();
  }
}
