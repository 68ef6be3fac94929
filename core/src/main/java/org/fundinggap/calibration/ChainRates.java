package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.Placement;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Origin;
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

  /** The four kinds of rate, by the name of their priors and the flow that they are fitted to. */
  enum RateType {
    EXIT("exit-rate", "exits"),
    MOVE("move-rate", "moves-out"),
    DESTINATION("destination-share", "moves-in"),
    ENTRY("entry-share", "entries");

    private final String prior;
    private final String flow;

    RateType(String prior, String flow) {
      this.prior = prior;
      this.flow = flow;
    }

    Parameter parameter(Placement placement) {
      return switch (this) {
        case EXIT -> placement.exitRate();
        case MOVE -> placement.moveRate();
        case DESTINATION -> placement.destinationShare();
        case ENTRY -> placement.entryShare();
      };
    }
  }

  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final List<FinancialYear> years;
  private final double[] asylumShares;
  private final Map<RateType, double[]> centres = new EnumMap<>(RateType.class);

  ChainRates(BaseYearEvidence base) {
    this.base = base;
    this.stocks = new PlacementStocks(base);
    this.asylumShares = stocks.asylumShares();
    this.years =
        FIRST.yearsUntil(LAST) < 0 || base.year().compareTo(FIRST) < 0
            ? List.of()
            : java.util.stream.IntStream.rangeClosed(0, FIRST.yearsUntil(LAST))
                .mapToObj(FIRST::plus)
                .filter(year -> year.compareTo(base.year()) <= 0)
                .filter(year -> base.has(flow(RateType.EXIT, Placement.FOSTER), year))
                .toList();
    for (RateType kind : RateType.values()) {
      centres.put(kind, centres(kind));
    }
  }

  /** Central rates of a kind; shares add up to 1. */
  double[] rates(RateType kind) {
    return Objects.requireNonNull(centres.get(kind)).clone();
  }

  boolean areFitted() {
    return !years.isEmpty();
  }

  private static String flow(RateType kind, Placement placement) {
    return "placement-" + kind.flow + "-" + placement.id();
  }

  private double[] centres(RateType kind) {
    double[] centres = new double[Placement.values().length];
    for (Placement placement : Placement.values()) {
      centres[placement.ordinal()] =
          areFitted()
              ? fitted(kind, placement, years)
              : base.prior(kind.prior + "-" + placement.id());
    }
    if (kind == RateType.DESTINATION || kind == RateType.ENTRY) {
      double sum = CompensatedSum.sum(centres, 0, centres.length);
      for (int i = 0; i < centres.length; i++) {
        centres[i] /= sum;
      }
    }
    return centres;
  }

  /** Events over child-years; for shares the events alone, which the caller scales. */
  private double fitted(RateType kind, Placement placement, List<FinancialYear> over) {
    double events = sum(over, year -> base.at(flow(kind, placement), year));
    double share = asylumShares[placement.ordinal()];
    if (kind == RateType.EXIT) {
      events -= share * sum(over, this::asylumExits);
    }
    if (kind == RateType.ENTRY) {
      double asylum = sum(over, year -> base.at("asylum-seeking-started", year));
      events = Math.max(0, events - share * asylum);
    }
    boolean rate = kind == RateType.EXIT || kind == RateType.MOVE;
    return rate ? events / childYears(placement, over) : events;
  }

  private static double sum(List<FinancialYear> over, ToDoubleFunction<FinancialYear> number) {
    double sum = 0;
    for (FinancialYear year : over) {
      sum += number.applyAsDouble(year);
    }
    return sum;
  }

  private double asylumExits(FinancialYear year) {
    return base.at("asylum-seeking-started", year)
        - base.at(ASYLUM, year)
        + base.at(ASYLUM, year.plus(-1));
  }

  private double childYears(Placement placement, List<FinancialYear> over) {
    double share = asylumShares[placement.ordinal()];
    return sum(
        over,
        year -> {
          FinancialYear before = year.plus(-1);
          double all = stocks.published(placement, before) + stocks.published(placement, year);
          double asylum = base.at(ASYLUM, before) + base.at(ASYLUM, year);
          return (all - share * asylum) / 2;
        });
  }

  /** Gives every rate of the chain its estimate, or its prior. */
  void fill(InputsWriter fill) {
    for (RateType kind : RateType.values()) {
      for (Placement placement : Placement.values()) {
        fill(fill, kind, placement);
      }
    }
  }

  /**
   * Rates of leaving and shares of entries have a range. Moves have none: the base year's stocks
   * pin what moves bring about (the weight of homes is solved with these very rates), so that drawn
   * apart they would step away from stocks that are known.
   */
  private void fill(InputsWriter fill, RateType kind, Placement placement) {
    Parameter parameter = kind.parameter(placement);
    boolean drawn = kind == RateType.EXIT || kind == RateType.ENTRY;
    String prior = kind.prior + "-" + placement.id();
    if (!areFitted() && drawn) {
      fill.prior(parameter, prior);
      return;
    }
    double centre = rates(kind)[placement.ordinal()];
    Distribution distribution =
        drawn && centre > 0
            ? new Estimate(centre, error(kind, placement) * centre, years.size(), 1)
                .within(parameter.lower(), parameter.upper())
            : Distribution.fixed(centre);
    fill.inputs().parameter(parameter, distribution, origin(kind, placement, prior));
  }

  private Origin origin(RateType kind, Placement placement, String prior) {
    if (!areFitted()) {
      return new Origin(
          Origin.Derivation.PRIOR, "pinned by the base year's stocks", List.of(prior));
    }
    List<String> ids = new ArrayList<>(List.of(flow(kind, placement)));
    boolean rate = kind == RateType.EXIT || kind == RateType.MOVE;
    if (rate) {
      ids.addAll(List.of(PlacementStocks.evidence(placement)));
    }
    if (kind != RateType.DESTINATION) {
      ids.addAll(List.of("asylum-share-" + placement.id(), ASYLUM));
    }
    if (kind == RateType.EXIT || kind == RateType.ENTRY) {
      ids.addAll(List.of("asylum-seeking-started", "chain-rate-spread", "spread-years"));
    }
    String what = rate ? "events over child-years of " : "share of events of ";
    return Origin.estimated(what + years.size() + " years", ids.toArray(String[]::new));
  }

  private double whole(RateType kind, List<FinancialYear> over) {
    double sum = 0;
    for (Placement placement : Placement.values()) {
      sum += fitted(kind, placement, over);
    }
    return sum;
  }

  /** Relative standard error, from the spread of yearly logarithms pooled with a belief. */
  private double error(RateType kind, Placement placement) {
    double[] logs = new double[years.size()];
    for (int i = 0; i < logs.length; i++) {
      List<FinancialYear> year = List.of(years.get(i));
      double whole = kind == RateType.EXIT || kind == RateType.MOVE ? 1 : whole(kind, year);
      logs[i] = Log.log(Math.max(fitted(kind, placement, year), 1e-9) / whole);
    }
    SpreadBelief belief = base.spreadBelief("chain-rate-spread");
    return YearlySeries.of(logs).spread(belief).mean() / Math.sqrt(logs.length);
  }
}
