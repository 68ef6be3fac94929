package org.fundinggap.funding;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.CentralPath;

/**
 * D9, funding's part: how much early help there is, and how a gap cuts it.
 *
 * <p>A part of last year's real stand-still gap beyond that of the base year is met by cutting
 * early help. The cut is a level and not a yearly decrement, and it stops at a floor: with a
 * decrement any lasting gap would end all early help.
 */
public final class EarlyHelpCuts {
  /** Share of a gap beyond the base year's that is met by cutting early help. */
  public static final Parameter GAP_SHARE =
      new Parameter("earlyHelpGapShare", "share of a gap met from early help", Unit.SHARE, 0, 1);

  /** Share of the base year's early help that is never cut. */
  public static final Parameter FLOOR =
      new Parameter("earlyHelpFloor", "early help that is never cut", Unit.RATIO, 0.05, 1);

  /** The stand-still gap of the base year, at which nothing is cut. */
  public static final Parameter GAP_AT_BASE =
      new Parameter(
          "earlyHelpGapAtBase", "gap of the base year", Unit.GBP_MILLION, -100_000, 100_000);

  /**
   * Early help of a hundredth of the base year's counts as the least, so that it has a logarithm.
   */
  private static final double LEAST = 0.01;

  private EarlyHelpCuts() {}

  /**
   * D9d where a gap is met by cutting early help.
   *
   * @param baseYear the base year of the projection, whose prices real gaps are in
   * @return the equation, to be put in front of demand's in place of {@link EarlyHelp#keptByPolicy}
   */
  public static Equation equation(FinancialYear baseYear) {
    Variable gap = Gap.STAND_STILL.real(baseYear);
    return Equation.of(
            "D9d",
            "early help kept = 1 - share x last year's real stand-still gap beyond the base year's"
                + " / last year's real need of early help, net; at least the floor, at most 1")
        .readsLastYear(gap, Inflation.DEFLATOR)
        .readsLastYear(needs())
        .uses(GAP_SHARE, FLOOR, GAP_AT_BASE, Cost.SCOPE, Cost.INCOME)
        .writes(EarlyHelp.KEPT)
        .as(new Kept(gap));
  }

  private static Variable[] needs() {
    return CostLine.earlyHelp().stream().map(CostLine::need).toArray(Variable[]::new);
  }

  private record Kept(Variable realGap) implements Formula {
    @Override
    public void apply(Block block) {
      double[] need = block.scratch(0);
      realNeed(block, need);
      double[] gap = block.lastYear(realGap);
      double[] share = block.column(GAP_SHARE);
      double[] floor = block.column(FLOOR);
      double[] gapAtBase = block.column(GAP_AT_BASE);
      double[] kept = block.column(EarlyHelp.KEPT);
      for (int i = 0; i < block.draws(); i++) {
        double cut = share[i] * Math.max(0, gap[i] - gapAtBase[i]);
        kept[i] = need[i] > 0 ? Math.max(floor[i], 1 - cut / need[i]) : 1;
      }
    }
  }

  /** Last year's need of early help, net, in the base year's prices. */
  private static void realNeed(Block block, double[] need) {
    Arrays.fill(need, 0, block.draws(), 0);
    for (Variable line : needs()) {
      add(block, block.lastYear(line), need);
    }
    double[] scope = block.column(Cost.SCOPE);
    double[] income = block.column(Cost.INCOME);
    double[] deflator = block.lastYear(Inflation.DEFLATOR);
    for (int i = 0; i < block.draws(); i++) {
      need[i] = need[i] * (1 + scope[i]) * (1 - income[i]) / deflator[i];
    }
  }

  /**
   * D9e: early help of the year, new services by ring-fenced money among it. Reads the tied streams
   * themselves and not the difference of two sums that hold them: early help, and so demand, has
   * the same bits whatever the rule of other streams.
   */
  static Equation level(ImmutableList<Variable> tied) {
    List<CostLine> lines = CostLine.earlyHelp();
    return Equation.of(
            "D9e",
            "early help = ln((spending on it + tied funding / ((1 + scope) x (1 - income))) / need"
                + " of it), at least ln 0.01; 0 where that need is zero")
        .reads(lines.stream().map(CostLine::spending).toArray(Variable[]::new))
        .reads(lines.stream().map(CostLine::need).toArray(Variable[]::new))
        .reads(tied.toArray(Variable[]::new))
        .uses(Cost.SCOPE, Cost.INCOME)
        .writes(EarlyHelp.LEVEL)
        .as(new Level(tied));
  }

  private record Level(ImmutableList<Variable> tied) implements Formula {
    @Override
    public void apply(Block block) {
      double[] scope = block.column(Cost.SCOPE);
      double[] income = block.column(Cost.INCOME);
      double[] spent = block.scratch(0);
      double[] need = block.scratch(1);
      double[] newServices = block.scratch(2);
      for (int i = 0; i < block.draws(); i++) {
        spent[i] = 0;
        need[i] = 0;
        newServices[i] = 0;
      }
      for (CostLine line : CostLine.earlyHelp()) {
        add(block, block.column(line.spending()), spent);
        add(block, block.column(line.need()), need);
      }
      tied.forEach(stream -> addPositive(block, block.column(stream), newServices));
      double[] level = block.column(EarlyHelp.LEVEL);
      for (int i = 0; i < block.draws(); i++) {
        double gross = newServices[i] / ((1 + scope[i]) * (1 - income[i]));
        double ratio = (spent[i] + gross) / need[i];
        level[i] = need[i] > 0 ? Math.max(ratio, LEAST) : 1;
      }
      Log.log(level, level, block.draws());
    }
  }

  /** A tied stream below zero is a grant of the base year that ends: it bought no new service. */
  private static void addPositive(Block block, double[] term, double[] sum) {
    for (int i = 0; i < block.draws(); i++) {
      sum[i] += Math.max(0, term[i]);
    }
  }

  private static void add(Block block, double[] term, double[] sum) {
    for (int i = 0; i < block.draws(); i++) {
      sum[i] += term[i];
    }
  }

  /**
   * The greatest gain of the loop that the numbers allow: by how many pounds the need of later
   * years rises for a pound more gap, at the floor of early help.
   *
   * @param inputs numbers of a model with {@link #equation}
   * @return share x (elasticity of need x safeguarding + elasticity of entries x looked-after care)
   *     / (floor x early help), each parameter at the end of its support that makes it greatest, at
   *     the costs of the year of the central path in which it is greatest
   */
  public static double greatestGain(Inputs inputs) {
    CentralPath path = CentralPath.of(inputs);
    double greatest = 0;
    for (FinancialYear year : inputs.years().years()) {
      greatest = Math.max(greatest, gain(inputs, path, year));
    }
    return greatest;
  }

  private static double gain(Inputs inputs, CentralPath path, FinancialYear year) {
    double earlyHelp = 0;
    double lookedAfter = 0;
    for (CostLine line : CostLine.values()) {
      double need = path.at(line.need(), year);
      earlyHelp += line.isEarlyHelp() ? need : 0;
      lookedAfter += line.isLookedAfter() ? need : 0;
    }
    double onNeed = upper(inputs, EarlyHelp.ELASTICITY_NEED);
    // The effect on entries is never below that on need, which entries follow.
    double onEntries = Math.max(onNeed, upper(inputs, EarlyHelp.ELASTICITY_ENTRIES));
    double driven = onNeed * path.at(CostLine.SAFEGUARDING.need(), year) + onEntries * lookedAfter;
    double floor = inputs.distribution(FLOOR).lower();
    return driven == 0 ? 0 : upper(inputs, GAP_SHARE) * driven / (floor * earlyHelp);
  }

  private static double upper(Inputs inputs, Parameter parameter) {
    return inputs.distribution(parameter).upper();
  }

  /**
   * Refuses a loop that feeds on itself.
   *
   * @param inputs numbers of a model with {@link #equation}
   * @return the same inputs
   * @throws IllegalArgumentException if {@link #greatestGain} is 1 or more, with the numbers
   */
  public static Inputs checked(Inputs inputs) {
    double gain = greatestGain(inputs);
    if (!(gain < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "gain of the loop from early help must be below 1, was %.3f%s: gap share up to %s,"
                  + " elasticity of need up to %s and of entries up to %s, floor from %s; lower one"
                  + " of the first three or raise the floor",
              gain,
              horizon(inputs),
              upper(inputs, GAP_SHARE),
              upper(inputs, EarlyHelp.ELASTICITY_NEED),
              upper(inputs, EarlyHelp.ELASTICITY_ENTRIES),
              inputs.distribution(FLOOR).lower()));
    }
    return inputs;
  }

  /** Up to which year it is below 1; empty if it is not even in the first that is projected. */
  private static String horizon(Inputs inputs) {
    CentralPath path = CentralPath.of(inputs);
    List<FinancialYear> below =
        inputs.years().years().stream().takeWhile(year -> gain(inputs, path, year) < 1).toList();
    if (below.size() < 2) {
      return "";
    }
    FinancialYear last = below.get(below.size() - 1);
    return " ("
        + String.format(Locale.ROOT, "%.3f", gain(inputs, path, last))
        + " to "
        + last
        + ", so it is the horizon: project to "
        + last
        + " or before, or change its numbers)";
  }
}
