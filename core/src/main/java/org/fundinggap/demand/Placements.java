package org.fundinggap.demand;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Levels;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D7: children looked after, by where they live.
 *
 * <p>Rates of leaving and of moving on, and where moves end, are means of the published flows of
 * 2020-21 to 2022-23 (2023-24 is a break: supported accommodation came to be registered). Exits
 * from all states swing together about the level of past years. The weight of homes among
 * destinations drifts, for constant rates miss just the placements that cost most.
 *
 * <p>Unaccompanied asylum-seeking children are apart from the chain: they have a hazard of their
 * own (D6), about once a year, and are added to placements by fixed shares.
 *
 * <p>Limit: 39% of leavers leave on their 18th birthday; a chain without age cannot see a bulge.
 */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
public final class Placements {
  /** How far exit rates are from their mean, in logarithms. */
  public static final Variable EXIT_DEVIATION =
      Variable.of("exitDeviation", "log deviation of rates of leaving care", Unit.RATIO);

  /** Children looked after at 31 March, all placements. */
  public static final Variable LOOKED_AFTER =
      Variable.of("lookedAfter", "children looked after at 31 March", Unit.NUMBER);

  /** Children looked after on the average day of the year. */
  public static final Variable LOOKED_AFTER_AVERAGE =
      Variable.of("lookedAfterAverage", "children looked after, average of the year", Unit.NUMBER);

  /** Children who started to be looked after in the year. */
  public static final Variable STARTED =
      Variable.of("lookedAfterStarted", "children starting to be looked after", Unit.NUMBER);

  /** Children who ceased to be looked after in the year. */
  public static final Variable CEASED =
      Variable.of("lookedAfterCeased", "children ceasing to be looked after", Unit.NUMBER);

  /** Share of foster placements with independent and voluntary providers. */
  public static final Variable INDEPENDENT_FOSTER_SHARE =
      Variable.of(
          "independentFosterShare", "foster placements with independent providers", Unit.SHARE);

  /** Foster placements with independent and voluntary providers. */
  public static final Variable INDEPENDENT_FOSTER =
      Variable.of(
          "placedIndependentFoster", "of which fostered by independent providers", Unit.NUMBER);

  /** Where {@link #EXIT_DEVIATION} tends to. */
  public static final Parameter EXIT_LEVEL =
      new Parameter("exitLevel", "level of exit deviations", Unit.RATIO, -1, 1);

  /** Persistence of {@link #EXIT_DEVIATION}. */
  public static final Parameter EXIT_PERSISTENCE =
      new Parameter("exitPersistence", "persistence of exit deviations", Unit.RATIO, -0.5, 0.98);

  /** Spread of the yearly shocks to exit rates. */
  public static final Parameter EXIT_SPREAD =
      new Parameter("exitSpread", "spread of exit shocks", Unit.RATIO, 0, 0.3);

  /** Recent drift of the weight of homes among destinations of moves. */
  public static final Parameter HOMES_DRIFT =
      new Parameter(
          "homesWeightDrift", "drift of the weight of homes", Unit.LOG_PER_YEAR, -0.2, 0.3);

  /** Recent drift of {@link #INDEPENDENT_FOSTER_SHARE}. */
  public static final Parameter INDEPENDENT_DRIFT =
      new Parameter(
          "independentFosterDrift", "drift of independent fostering", Unit.LOG_PER_YEAR, -0.1, 0.1);

  /**
   * Children by whom published stocks exceed what published flows imply, a year; always the same
   * way since 2005-06.
   */
  public static final Parameter FLOW_SHORTFALL =
      new Parameter(
          "lookedAfterFlowShortfall", "published flows short of stocks", Unit.NUMBER, 0, 2000);

  /** Shock to exit rates. */
  public static final Shock EXIT_SHOCK = new Shock("exitShock", "shock to rates of leaving care");

  /**
   * A stay of six weeks; beyond it the chain would need more terms. Published rates are below 2.
   */
  private static final double GREATEST_EXIT = 8;

  private static final Placement[] STATES = Placement.values();

  /** Scratch columns 0 to 7 belong to the chain itself. */
  private static final int FIRST_SCRATCH = 8;

  private Placements() {}

  static List<Equation> equations() {
    List<Equation> equations = new ArrayList<>();
    equations.add(
        Levels.revertingTo(
            "D7a", EXIT_DEVIATION, EXIT_LEVEL, EXIT_PERSISTENCE, EXIT_SPREAD, EXIT_SHOCK));
    Placement.weighted().forEach(placement -> equations.add(weight(placement)));
    equations.add(chain());
    equations.add(placements());
    equations.add(totals());
    equations.add(
        Shapes.drifting("D7f", INDEPENDENT_FOSTER_SHARE, INDEPENDENT_DRIFT, DriftFade.FADE));
    equations.add(
        Shapes.product(
            "D7g", INDEPENDENT_FOSTER, Placement.FOSTER.stock(), INDEPENDENT_FOSTER_SHARE));
    return equations;
  }

  private static Equation weight(Placement placement) {
    String id = "D7b." + placement.name();
    return placement == Placement.HOMES
        ? Shapes.drifting(
            id,
            placement.weight(),
            HOMES_DRIFT,
            DriftFade.FADE,
            placement.weightSpread(),
            placement.weightShock())
        : Shapes.wandering(
            id, placement.weight(), placement.weightSpread(), placement.weightShock());
  }

  private static Equation chain() {
    return Equation.of(
            "D7c", "stocks by placement, asylum-seeking children apart = one year of the chain")
        .readsLastYear(all(Placement::othersStock, Variable[]::new))
        .reads(EXIT_DEVIATION, CareEntries.ENTRIES)
        .reads(Placement.weighted().stream().map(Placement::weight).toArray(Variable[]::new))
        .uses(FLOW_SHORTFALL)
        .uses(all(Placement::exitRate, Parameter[]::new))
        .uses(all(Placement::moveRate, Parameter[]::new))
        .uses(all(Placement::destinationShare, Parameter[]::new))
        .uses(all(Placement::entryShare, Parameter[]::new))
        .writes(all(Placement::othersStock, Variable[]::new))
        .writes(all(Placement::othersAverage, Variable[]::new))
        .as(new YearOfChain());
  }

  private static Equation placements() {
    return Equation.of(
            "D7d", "stocks by placement = those of the chain + share x asylum-seeking children")
        .reads(all(Placement::othersStock, Variable[]::new))
        .reads(all(Placement::othersAverage, Variable[]::new))
        .reads(CareEntries.ASYLUM_STOCK, CareEntries.ASYLUM_AVERAGE)
        .uses(all(Placement::asylumShare, Parameter[]::new))
        .writes(all(Placement::stock, Variable[]::new))
        .writes(all(Placement::average, Variable[]::new))
        .as(new WithAsylumSeeking());
  }

  private record WithAsylumSeeking() implements Formula {
    @Override
    public void apply(Block block) {
      double[] stock = block.scratch(0);
      double[] average = block.scratch(1);
      System.arraycopy(block.column(CareEntries.ASYLUM_STOCK), 0, stock, 0, block.draws());
      System.arraycopy(block.column(CareEntries.ASYLUM_AVERAGE), 0, average, 0, block.draws());
      double[][] shares = each(placement -> block.column(placement.asylumShare()));
      divideBySum(stock, shares, block);
      divideBySum(average, shares, block);
      for (Placement placement : STATES) {
        double[] share = block.column(placement.asylumShare());
        addShare(
            block.column(placement.othersStock()),
            share,
            stock,
            block.column(placement.stock()),
            block);
        addShare(
            block.column(placement.othersAverage()),
            share,
            average,
            block.column(placement.average()),
            block);
      }
    }
  }

  private static void addShare(
      double[] others, double[] share, double[] asylum, double[] sum, Block block) {
    for (int i = 0; i < block.draws(); i++) {
      sum[i] = others[i] + share[i] * asylum[i];
    }
  }

  private static <T> T[] all(Function<Placement, T> of, Function<Integer, T[]> array) {
    return Arrays.stream(STATES).map(of).toArray(array::apply);
  }

  private record YearOfChain() implements Formula {
    @Override
    public void apply(Block block) {
      double[][] inflow = columns(block, 0);
      double[][] exit = columns(block, 1);
      double[][] destination = columns(block, 2);
      inflow(block, inflow);
      exitRates(block, exit);
      destinations(block, destination);
      PlacementChain.year(
          each(placement -> block.lastYear(placement.othersStock())),
          inflow,
          exit,
          each(placement -> block.column(placement.moveRate())),
          destination,
          each(placement -> block.column(placement.othersStock())),
          each(placement -> block.column(placement.othersAverage())),
          IntStream.range(0, PlacementChain.SCRATCH)
              .mapToObj(block::scratch)
              .toArray(double[][]::new),
          block.draws());
    }
  }

  /**
   * One year of the chain for one draw; the function that calibration inverts. All arrays are in
   * the order of {@link Placement}.
   *
   * @param opening stocks at the start of the year
   * @param inflow entrants of the year
   * @param exit rates of leaving care, above zero
   * @param move rates of moving on
   * @param destination weights of moves by where they end, any sum above zero
   * @return two rows: stocks at the end of the year, and average stocks of the year
   */
  public static double[][] oneYear(
      double[] opening, double[] inflow, double[] exit, double[] move, double[] destination) {
    double weights = CompensatedSum.sum(destination, 0, destination.length);
    double[] shares = Arrays.stream(destination).map(weight -> weight / weights).toArray();
    double[][] closing = new double[STATES.length][1];
    double[][] average = new double[STATES.length][1];
    PlacementChain.year(
        columns(opening),
        columns(inflow),
        columns(exit),
        columns(move),
        columns(shares),
        closing,
        average,
        new double[PlacementChain.SCRATCH][1],
        1);
    return new double[][] {row(closing), row(average)};
  }

  private static double[] row(double[][] columns) {
    return Arrays.stream(columns).mapToDouble(column -> column[0]).toArray();
  }

  private static double[][] columns(double[] values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  private static double[][] columns(Block block, int group) {
    double[][] columns = new double[STATES.length][];
    for (int j = 0; j < STATES.length; j++) {
      columns[j] = block.scratch(FIRST_SCRATCH + group * STATES.length + j);
    }
    return columns;
  }

  private static double[][] each(Function<Placement, double[]> column) {
    return Arrays.stream(STATES).map(column).toArray(double[][]::new);
  }

  /** Entry shares are scaled to add up to 1 in each draw: no child may be lost at the door. */
  private static void inflow(Block block, double[][] inflow) {
    double[] entries = block.scratch(0);
    double[] shortfall = block.column(FLOW_SHORTFALL);
    System.arraycopy(block.column(CareEntries.ENTRIES), 0, entries, 0, block.draws());
    for (int i = 0; i < block.draws(); i++) {
      entries[i] += shortfall[i];
    }
    double[][] shares = each(placement -> block.column(placement.entryShare()));
    divideBySum(entries, shares, block);
    for (int j = 0; j < STATES.length; j++) {
      for (int i = 0; i < block.draws(); i++) {
        inflow[j][i] = shares[j][i] * entries[i];
      }
    }
  }

  private static void divideBySum(double[] entrants, double[][] shares, Block block) {
    double[] sum = block.scratch(2);
    Arrays.fill(sum, 0, block.draws(), 0);
    for (double[] share : shares) {
      for (int i = 0; i < block.draws(); i++) {
        sum[i] += share[i];
      }
    }
    for (int i = 0; i < block.draws(); i++) {
      entrants[i] /= sum[i];
    }
  }

  private static void exitRates(Block block, double[][] exit) {
    double[] deviation = block.column(EXIT_DEVIATION);
    for (Placement placement : STATES) {
      double[] rate = exit[placement.ordinal()];
      Shapes.grow(block.column(placement.exitRate()), deviation, rate, block.draws());
      for (int i = 0; i < block.draws(); i++) {
        rate[i] = Math.min(rate[i], GREATEST_EXIT);
      }
    }
  }

  private static void destinations(Block block, double[][] destination) {
    double[] sum = block.scratch(0);
    Arrays.fill(sum, 0, block.draws(), 0);
    for (Placement placement : STATES) {
      double[] share = block.column(placement.destinationShare());
      double[] out = destination[placement.ordinal()];
      System.arraycopy(share, 0, out, 0, block.draws());
      if (placement != Placement.FOSTER) {
        double[] weight = block.column(placement.weight());
        for (int i = 0; i < block.draws(); i++) {
          out[i] *= weight[i];
        }
      }
      for (int i = 0; i < block.draws(); i++) {
        sum[i] += out[i];
      }
    }
    for (double[] out : destination) {
      for (int i = 0; i < block.draws(); i++) {
        out[i] /= sum[i];
      }
    }
  }

  private static Equation totals() {
    List<Variable> stocks = new ArrayList<>();
    List<Variable> averages = new ArrayList<>();
    for (Placement placement : STATES) {
      stocks.add(placement.stock());
      averages.add(placement.average());
    }
    return Equation.of(
            "D7e",
            "looked after = sum of placements; started = entries + asylum entries; ceased = opening"
                + " + started + shortfall - closing")
        .readsLastYear(LOOKED_AFTER)
        .reads(stocks.toArray(Variable[]::new))
        .reads(averages.toArray(Variable[]::new))
        .reads(CareEntries.ENTRIES, CareEntries.ASYLUM_ENTRIES)
        .uses(FLOW_SHORTFALL)
        .writes(LOOKED_AFTER, LOOKED_AFTER_AVERAGE, STARTED, CEASED)
        .as(new Totals(ImmutableList.copyOf(stocks), ImmutableList.copyOf(averages)));
  }

  private record Totals(ImmutableList<Variable> stocks, ImmutableList<Variable> averages)
      implements Formula {
    @Override
    public void apply(Block block) {
      sum(block, stocks, block.column(LOOKED_AFTER));
      sum(block, averages, block.column(LOOKED_AFTER_AVERAGE));
      flows(block);
    }
  }

  private static void sum(Block block, List<Variable> terms, double[] sum) {
    Arrays.fill(sum, 0, block.draws(), 0);
    for (Variable term : terms) {
      double[] column = block.column(term);
      for (int i = 0; i < block.draws(); i++) {
        sum[i] += column[i];
      }
    }
  }

  private static void flows(Block block) {
    double[] opening = block.lastYear(LOOKED_AFTER);
    double[] closing = block.column(LOOKED_AFTER);
    double[] entries = block.column(CareEntries.ENTRIES);
    double[] asylum = block.column(CareEntries.ASYLUM_ENTRIES);
    double[] shortfall = block.column(FLOW_SHORTFALL);
    double[] started = block.column(STARTED);
    double[] ceased = block.column(CEASED);
    for (int i = 0; i < block.draws(); i++) {
      started[i] = entries[i] + asylum[i];
      ceased[i] = opening[i] + started[i] + shortfall[i] - closing[i];
    }
  }
}
