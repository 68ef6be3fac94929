package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fundinggap.demand.Placement;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;

/**
 * Children looked after by placement on 31 March, asylum-seeking children apart or not. Lists are
 * in the order of {@link Placement}.
 *
 * <p>Until 2018-19 published homes hold semi-independent places, which later statistics, and so all
 * rates of the placement chain, count as supported. Their number is moved: as published where it is
 * known, else a registered share of homes.
 */
@SuppressWarnings("EnumOrdinal") // lists of states are in the order of Placement
final class PlacementStocks {
  private static final Placement[] STATES = Placement.values();
  private static final String LOOKED_AFTER = "looked-after";
  private static final String ASYLUM = "asylum-seeking-looked-after";

  private final BaseYearEvidence base;

  PlacementStocks(BaseYearEvidence base) {
    this.base = base;
  }

  /** The sum of numbers, rounded once. */
  static Cited sum(List<Cited> numbers) {
    double[] values = numbers.stream().mapToDouble(Cited::value).toArray();
    return Cited.from(CompensatedSum.sum(values, 0, values.length), numbers);
  }

  private static List<Cited> each(Function<Placement, Cited> number) {
    return Arrays.stream(STATES).map(number).toList();
  }

  /** Published children of a placement, semi-independent places in supported where known. */
  Cited published(Placement placement, FinancialYear year) {
    return PublishedTable.placement(placement).workedOut(base.evidence(), year);
  }

  /** The base year's stocks, each rounded when published, scaled to the published total. */
  List<Cited> closing() {
    return closing(base.year());
  }

  /** A year's stocks, scaled to the published total. */
  List<Cited> closing(FinancialYear year) {
    return toTotal(each(placement -> published(placement, year)), base.at(LOOKED_AFTER, year));
  }

  /**
   * Stocks a year before a year. Placements whose statistics break between the two keep their sum,
   * which has no break, and take their shares of it from the later year: a change of classification
   * is no movement of children.
   */
  List<Cited> before(FinancialYear year) {
    FinancialYear before = year.plus(-1);
    List<Placement> regrouped = regrouped(year);
    if (regrouped.isEmpty()) {
      return closing(before);
    }
    boolean held =
        regrouped.stream()
            .allMatch(
                placement -> PublishedTable.placement(placement).isHeld(base.evidence(), before));
    Cited now = sum(regrouped.stream().map(placement -> published(placement, year)).toList());
    Cited then =
        held
            ? sum(regrouped.stream().map(placement -> published(placement, before)).toList())
            : now;
    return toTotal(
        each(
            placement ->
                regrouped.contains(placement)
                    ? published(placement, year).times(then).over(now)
                    : published(placement, before)),
        base.at(LOOKED_AFTER, before));
  }

  /** Whether every placement's stock of a year is held. */
  boolean areHeld(FinancialYear year) {
    return Arrays.stream(STATES)
        .allMatch(placement -> PublishedTable.placement(placement).isHeld(base.evidence(), year));
  }

  /** The placements whose stocks of a year and the year before don't count the same children. */
  List<Placement> regrouped(FinancialYear year) {
    return Arrays.stream(STATES).filter(placement -> !isComparable(placement, year)).toList();
  }

  private boolean isComparable(Placement placement, FinancialYear year) {
    return PublishedTable.placement(placement).isComparable(base.evidence(), year);
  }

  private static List<Cited> toTotal(List<Cited> counts, Cited total) {
    Cited scale = total.over(sum(counts));
    return counts.stream().map(count -> count.times(scale)).toList();
  }

  /**
   * Shares of asylum-seeking children; not adding up to 1 they would make children, or lose them.
   */
  List<Cited> asylumShares() {
    List<Cited> shares = each(placement -> base.prior("asylum-share-" + placement.id()));
    Cited sum = sum(shares);
    Culprits.naming(
        sum.ids(),
        () ->
            Checks.within(
                sum.value(),
                1 - 1e-9,
                1 + 1e-9,
                "sum of priors asylum-share-...",
                "make the shares add up to 1"));
    return shares;
  }

  /** Stocks less asylum-seeking children. */
  List<Cited> others(List<Cited> all, FinancialYear year) {
    Cited asylum = base.at(ASYLUM, year);
    List<Cited> shares = asylumShares();
    List<Cited> others = new ArrayList<>();
    for (int i = 0; i < STATES.length; i++) {
      Cited rest = all.get(i).minus(shares.get(i).times(asylum));
      String placement = STATES[i].label();
      Cited stock = all.get(i);
      Culprits.naming(
          rest.ids(),
          () ->
              Checks.within(
                  rest.value(),
                  0,
                  stock.value(),
                  "children other than asylum-seeking in " + placement + " in " + year,
                  "look whether one of these counts is wrong; if none is, fewer of those who seek"
                      + " asylum are placed there"));
      others.add(rest);
    }
    return others;
  }

  /** Stocks of the chain with asylum-seeking children added. */
  List<Cited> withAsylum(List<Cited> others, Cited asylum) {
    List<Cited> shares = asylumShares();
    return each(
        placement -> {
          int state = placement.ordinal();
          return others.get(state).plus(shares.get(state).times(asylum));
        });
  }
}
