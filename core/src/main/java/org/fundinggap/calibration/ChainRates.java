package org.fundinggap.calibration;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;

/**
 * Rates of the placement chain: fitted to the published flows by placement of 2020-21 to 2022-23 as
 * far as they lie before the base year's end, and registered priors where none do.
 *
 * <p>A rate is what happened over the child-years in which it could (the maximum-likelihood
 * estimate of a constant hazard); its error comes from how much it varies from year to year, pooled
 * with a belief. 2023-24 is left out: supported accommodation came to be registered, which moved
 * children between placements on paper. The chain is of children other than asylum-seeking ones:
 * exits and entries are net of the latter's, at their assumed shares; all moves are taken to be the
 * former's.
 */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
final class ChainRates {
  private static final FinancialYear FIRST = FinancialYear.parse("2020-21");
  private static final FinancialYear LAST = FinancialYear.parse("2022-23");
  private static final String ASYLUM = "asylum-seeking-looked-after";
  private static final String ASYLUM_STARTED = "asylum-seeking-started";

  /** The three kinds of rate, by the name of their priors and the flow that they are fitted to. */
  enum RateType {
    EXIT("exit-rate", "exits", true),
    MOVE("move-rate", "moves-out", true),
    ENTRY("entry-share", "entries", false);

    private final String prior;
    private final String flow;

    /** A rate for each child-year; else a share, of which all placements' add up to 1. */
    private final boolean isRate;

    RateType(String prior, String flow, boolean isRate) {
      this.prior = prior;
      this.flow = flow;
      this.isRate = isRate;
    }

    Parameter parameter(Placement placement) {
      return switch (this) {
        case EXIT -> placement.exitRate();
        case MOVE -> placement.moveRate();
        case ENTRY -> placement.entryShare();
      };
    }
  }

  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final List<FinancialYear> years;
  private final List<Cited> asylumShares;
  private final Map<RateType, List<Cited>> centres = new EnumMap<>(RateType.class);
  private final Map<RateType, double[]> values = new EnumMap<>(RateType.class);

  ChainRates(BaseYearEvidence base) {
    this.base = base;
    this.stocks = new PlacementStocks(base);
    this.asylumShares = stocks.asylumShares();
    this.years =
        FIRST.yearsUntil(LAST) < 0 || base.year().compareTo(FIRST) < 0
            ? List.of()
            : IntStream.rangeClosed(0, FIRST.yearsUntil(LAST))
                .mapToObj(FIRST::plus)
                .filter(year -> year.compareTo(base.year()) <= 0)
                .filter(year -> base.has(flow(RateType.EXIT, Placement.FOSTER), year))
                .toList();
    for (RateType kind : RateType.values()) {
      List<Cited> rates = centres(kind);
      centres.put(kind, rates);
      values.put(kind, rates.stream().mapToDouble(Cited::value).toArray());
    }
  }

  /** Central rates of a kind, in the order of placements; shares add up to 1. */
  List<Cited> rates(RateType kind) {
    return Objects.requireNonNull(centres.get(kind));
  }

  /** The same without their ids, in an array that the caller may change. */
  double[] values(RateType kind) {
    return Objects.requireNonNull(values.get(kind)).clone();
  }

  boolean areFitted() {
    return !years.isEmpty();
  }

  private static String flow(RateType kind, Placement placement) {
    return "placement-" + kind.flow + "-" + placement.id();
  }

  private static String prior(RateType kind, Placement placement) {
    return kind.prior + "-" + placement.id();
  }

  private List<Cited> centres(RateType kind) {
    List<Cited> centres =
        Arrays.stream(Placement.values())
            .map(
                placement ->
                    areFitted()
                        ? fitted(kind, placement, years)
                        : base.prior(prior(kind, placement)))
            .toList();
    if (kind.isRate) {
      return centres;
    }
    Cited sum = PlacementStocks.sum(centres);
    return centres.stream().map(share -> share.over(sum)).toList();
  }

  /** Events over child-years; for shares the events alone, which the caller scales. */
  private Cited fitted(RateType kind, Placement placement, List<FinancialYear> over) {
    Cited events = sum(over, year -> base.at(flow(kind, placement), year));
    Cited share = asylumShares.get(placement.ordinal());
    if (kind == RateType.EXIT) {
      events = events.minus(share.times(sum(over, this::asylumExits)));
    }
    if (kind == RateType.ENTRY) {
      Cited asylum = sum(over, year -> base.at(ASYLUM_STARTED, year));
      events = events.minus(share.times(asylum)).atLeast(0);
    }
    return kind.isRate ? events.over(childYears(placement, over)) : events;
  }

  private static Cited sum(List<FinancialYear> over, Function<FinancialYear, Cited> number) {
    return over.stream().map(number).reduce(Cited::plus).orElseThrow();
  }

  private Cited asylumExits(FinancialYear year) {
    return base.at(ASYLUM_STARTED, year)
        .minus(base.at(ASYLUM, year))
        .plus(base.at(ASYLUM, year.plus(-1)));
  }

  private Cited childYears(Placement placement, List<FinancialYear> over) {
    Cited share = asylumShares.get(placement.ordinal());
    return sum(
        over,
        year -> {
          FinancialYear before = year.plus(-1);
          Cited all = stocks.published(placement, before).plus(stocks.published(placement, year));
          Cited asylum = base.at(ASYLUM, before).plus(base.at(ASYLUM, year));
          return all.minus(share.times(asylum)).over(2);
        });
  }

  /**
   * Gives rates of leaving, moving and entering their estimates, or their priors.
   *
   * <p>None has a range: the base year's stocks pin what the rates bring about together
   * (destinations are solved with these very rates), so that drawn apart they would step away from
   * stocks that are known. What varies is how all exits swing and where moves end.
   */
  void fill(InputsWriter fill) {
    for (RateType kind : RateType.values()) {
      for (Placement placement : Placement.values()) {
        fill.parameter(
            kind.parameter(placement), rates(kind).get(placement.ordinal()), method(kind));
      }
    }
  }

  private String method(RateType kind) {
    if (!areFitted()) {
      return kind.isRate ? "" : "scaled to add up to 1";
    }
    return (kind.isRate ? "events over child-years of " : "share of events of ")
        + years.size()
        + " years";
  }
}
