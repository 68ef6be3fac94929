package org.fundinggap.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Simulation;

/**
 * A small model of children's services that an embedder might write: eleven variables, six
 * correlated shocks a year, ten years after the base year. {@link PeersBenchmark} and programs in
 * other languages work out the same numbers, so speed is a ratio of like with like.
 *
 * <p>Referrals drive need, plans and three kinds of care; pay, prices and fees grow at random; the
 * gap is what that costs less funding, which grows by a fixed share. Growth rates that a scenario
 * may change are parameters, funding is a path, all else stands in the equations.
 */
public final class ReferenceWorkload {
  /** The base year and the ten years after it. */
  public static final YearRange YEARS =
      YearRange.inclusive(FinancialYear.parse("2024-25"), FinancialYear.parse("2034-35"));

  /**
   * The right mean of the last year's gap, GBP million: -2037.494 to three decimals. The gap is a
   * sum of products of lognormal numbers and shocks, whose means have a closed form; 2^20 draws
   * come within 3 of it.
   */
  public static final double MEAN = -2037.5;

  /** The right standard deviation of it, GBP million; 2^20 draws come within 3 of it. */
  public static final double STANDARD_DEVIATION = 689.0;

  /** Cost less funding, GBP million of cash. */
  public static final Variable GAP = cash("gap", "gap");

  private static final String NO_EVIDENCE = "made-up-for-benchmarks";

  private static final Variable REFERRALS = number("referrals", "referrals");
  private static final Variable NEED = number("need", "children in need");
  private static final Variable PLANS = number("plans", "child protection plans");
  private static final Variable FOSTER = number("foster", "children in foster care");
  private static final Variable AGENCY = number("agency", "children with foster agencies");
  private static final Variable RESIDENTIAL = number("residential", "children in homes");
  private static final Variable PAY = index("pay", "pay");
  private static final Variable PRICES = index("prices", "prices");
  private static final Variable FEES = index("fees", "fees");
  private static final Variable COST = cash("cost", "cost");

  private static final Schedule FUNDING = new Schedule("funding", "funding", Unit.GBP_MILLION);
  private static final Parameter REFERRAL_GROWTH = growth("referralGrowth", "growth of referrals");
  private static final Parameter FEE_GROWTH = growth("feeGrowth", "growth of fees");

  private static final List<Shock> SHOCKS =
      List.of(
          new Shock("referralShock", "shock to referrals"),
          new Shock("planShock", "shock to plans"),
          new Shock("fosterShock", "shock to foster care"),
          new Shock("payShock", "shock to homes and pay"),
          new Shock("priceShock", "shock to prices"),
          new Shock("feeShock", "shock to fees"));

  private static final Model MODEL =
      Model.of(
          "reference workload",
          List.of(
              growing("1", REFERRALS, REFERRAL_GROWTH, 0.02, SHOCKS.get(0)),
              stock("2", NEED, 0.35, 0.41),
              shockedStock("3", PLANS, 0.2, 0.068, SHOCKS.get(1)),
              shockedStock("4", FOSTER, 0.72, 0.0155, SHOCKS.get(2)),
              stock("5", AGENCY, 0.72, 0.0082),
              shockedStock("6", RESIDENTIAL, 0.7, 0.0039, SHOCKS.get(3)),
              growing("7a", PAY, 0.03, 0.01, SHOCKS.get(3)),
              growing("7b", PRICES, 0.025, 0.015, SHOCKS.get(4)),
              growing("7c", FEES, FEE_GROWTH, 0.025, SHOCKS.get(5)),
              cost(),
              gap()));

  /** What the scenarios of {@link #scenarios} differ in: the less, the more they share. */
  public enum Difference {
    /** Funding's growth: only the gap is worked out for each. */
    FUNDING("funding"),
    /** Fees' growth: fees and the gap are. */
    FEES("fees' growth"),
    /** Referrals' growth: nearly everything is, because all volumes follow from referrals. */
    REFERRALS("referrals' growth");

    private final String label;

    Difference(String label) {
      this.label = label;
    }

    /**
     * What differs, in words.
     *
     * @return such as {@code fees' growth}
     */
    public String label() {
      return label;
    }
  }

  private ReferenceWorkload() {}

  /**
   * The workload as peers run it: one scenario, every year's gap of every draw kept.
   *
   * @return the simulation, on all processors
   */
  public static Simulation simulation() {
    return Simulation.of(scenario("reference", inputs(0.01, 0.05, 1.025))).keeping(GAP);
  }

  /**
   * Scenarios that are run together on the same draws.
   *
   * @param difference in what they differ
   * @param count how many, at least 1; the first is the workload of {@link #simulation}
   * @return the simulation, on all processors
   */
  public static Simulation scenarios(Difference difference, int count) {
    List<Scenario> scenarios =
        IntStream.range(0, count)
            .mapToObj(i -> scenario(difference + " " + i, inputs(difference, 0.001 * i)))
            .toList();
    return Simulation.of(scenarios).keeping(GAP);
  }

  private static Scenario scenario(String name, Inputs inputs) {
    return new Scenario(name, "The reference workload", inputs);
  }

  private static Inputs inputs(Difference difference, double more) {
    return switch (difference) {
      case FUNDING -> inputs(0.01, 0.05, 1.025 + more);
      case FEES -> inputs(0.01, 0.05 + more, 1.025);
      case REFERRALS -> inputs(0.01 + more, 0.05, 1.025);
    };
  }

  private static Inputs inputs(double referralGrowth, double feeGrowth, double fundingFactor) {
    return Inputs.builder(MODEL, YEARS)
        .opening(REFERRALS, 621_470, NO_EVIDENCE)
        .opening(NEED, 394_400, NO_EVIDENCE)
        .opening(PLANS, 50_310, NO_EVIDENCE)
        .opening(FOSTER, 34_000, NO_EVIDENCE)
        .opening(AGENCY, 18_000, NO_EVIDENCE)
        .opening(RESIDENTIAL, 8_000, NO_EVIDENCE)
        .opening(PAY, 1, NO_EVIDENCE)
        .opening(PRICES, 1, NO_EVIDENCE)
        .opening(FEES, 1, NO_EVIDENCE)
        .schedule(FUNDING, funding(fundingFactor), NO_EVIDENCE)
        .parameter(REFERRAL_GROWTH, Distribution.fixed(referralGrowth), NO_EVIDENCE)
        .parameter(FEE_GROWTH, Distribution.fixed(feeGrowth), NO_EVIDENCE)
        .correlation(correlation(), NO_EVIDENCE)
        .build();
  }

  private static Map<FinancialYear, Double> funding(double factor) {
    Map<FinancialYear, Double> funding = new LinkedHashMap<>();
    double level = 8_300;
    for (FinancialYear year : YEARS.years()) {
      funding.put(year, level);
      level *= factor;
    }
    return funding;
  }

  /** The matrix L L' of {@link #choleskyFactor}. */
  private static Correlation correlation() {
    double[][] lower = choleskyFactor();
    double[][] matrix = new double[lower.length][lower.length];
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j < lower.length; j++) {
        for (int k = 0; k <= Math.min(i, j); k++) {
          matrix[i][j] += lower[i][k] * lower[j][k];
        }
      }
      matrix[i][i] = 1;
    }
    return Correlation.of(SHOCKS.stream().map(Shock::name).toList(), matrix);
  }

  /**
   * The lower triangle L that makes correlated shocks e = L z of independent ones z.
   *
   * @return 6 rows of 6, zero above the diagonal; rows have length 1
   */
  public static double[][] choleskyFactor() {
    double[][] lower = new double[SHOCKS.size()][SHOCKS.size()];
    for (int i = 0; i < lower.length; i++) {
      double sum = 0;
      for (int j = 0; j < i; j++) {
        lower[i][j] = 0.2 / (1 + j);
        sum += lower[i][j] * lower[i][j];
      }
      lower[i][i] = Math.sqrt(1 - sum);
    }
    return lower;
  }

  private static Equation growing(
      String id, Variable level, double mean, double spread, Shock shock) {
    return Equation.of(id, level.label() + " = last year's x exp(mean + spread x shock)")
        .readsLastYear(level)
        .uses(shock)
        .writes(level)
        .as(
            block -> {
              double[] shocks = block.column(shock);
              double[] out = block.column(level);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = mean + spread * shocks[i];
              }
              Shapes.grow(block.lastYear(level), out, out, block.draws());
            });
  }

  private static Equation growing(
      String id, Variable level, Parameter mean, double spread, Shock shock) {
    return Equation.of(id, level.label() + " = last year's x exp(mean + spread x shock)")
        .readsLastYear(level)
        .uses(mean, shock)
        .writes(level)
        .as(
            block -> {
              double[] means = block.column(mean);
              double[] shocks = block.column(shock);
              double[] out = block.column(level);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = means[i] + spread * shocks[i];
              }
              Shapes.grow(block.lastYear(level), out, out, block.draws());
            });
  }

  private static Equation stock(String id, Variable stock, double stays, double enters) {
    return Equation.of(id, stock.label() + " = stays x last year's + enters x referrals")
        .reads(REFERRALS)
        .readsLastYear(stock)
        .writes(stock)
        .as(
            block -> {
              double[] before = block.lastYear(stock);
              double[] referrals = block.column(REFERRALS);
              double[] out = block.column(stock);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = stays * before[i] + enters * referrals[i];
              }
            });
  }

  private static Equation shockedStock(
      String id, Variable stock, double stays, double enters, Shock shock) {
    return Equation.of(
            id, stock.label() + " = stays x last year's + enters x referrals x (1 + 0.03 x shock)")
        .reads(REFERRALS)
        .readsLastYear(stock)
        .uses(shock)
        .writes(stock)
        .as(
            block -> {
              double[] before = block.lastYear(stock);
              double[] referrals = block.column(REFERRALS);
              double[] shocks = block.column(shock);
              double[] out = block.column(stock);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = stays * before[i] + enters * referrals[i] * (1 + 0.03 * shocks[i]);
              }
            });
  }

  private static Equation cost() {
    return Equation.of("8", "cost = volumes x unit costs x pay, prices or fees")
        .reads(REFERRALS, NEED, PLANS, FOSTER, AGENCY, RESIDENTIAL, PAY, PRICES, FEES)
        .writes(COST)
        .as(ReferenceWorkload::cost);
  }

  private static void cost(Block block) {
    double[] referrals = block.column(REFERRALS);
    double[] need = block.column(NEED);
    double[] plans = block.column(PLANS);
    double[] foster = block.column(FOSTER);
    double[] agency = block.column(AGENCY);
    double[] residential = block.column(RESIDENTIAL);
    double[] pay = block.column(PAY);
    double[] prices = block.column(PRICES);
    double[] fees = block.column(FEES);
    double[] out = block.column(COST);
    for (int i = 0; i < block.draws(); i++) {
      out[i] =
          pay[i] * (0.5e-3 * referrals[i] + 2.5e-3 * need[i] + 9e-3 * plans[i])
              + prices[i] * (0.03 * foster[i])
              + fees[i] * (0.05 * agency[i] + 0.2 * residential[i]);
    }
  }

  private static Equation gap() {
    return Equation.of("9", "gap = cost - funding")
        .reads(COST)
        .uses(FUNDING)
        .writes(GAP)
        .as(
            block -> {
              double[] cost = block.column(COST);
              double funding = block.value(FUNDING);
              double[] out = block.column(GAP);
              for (int i = 0; i < block.draws(); i++) {
                out[i] = cost[i] - funding;
              }
            });
  }

  private static Variable number(String name, String label) {
    return Variable.of(name, label, Unit.NUMBER);
  }

  private static Variable index(String name, String label) {
    return Variable.of(name, label, Unit.INDEX);
  }

  private static Variable cash(String name, String label) {
    return Variable.money(name, label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  private static Parameter growth(String name, String label) {
    return new Parameter(name, label, Unit.PER_YEAR, -0.5, 0.5);
  }
}
