package org.fundinggap.demand;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.internal.Exp;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D9, demand's part: what early help prevents, one to three years later.
 *
 * <p>Effects are deviations from the base year, whose rates already hold what its early help
 * prevented; early help at its base level leaves every number as it would be without these
 * equations, to the bit. How much early help there is comes from cost and funding as last year's
 * value.
 */
public final class EarlyHelp {
  /** Share of the base year's early help that is kept, by policy or after cuts for a gap. */
  public static final Variable KEPT =
      Variable.of("earlyHelpKept", "early help kept after cuts for the gap", Unit.SHARE);

  /**
   * Spending on early help for each child in real terms over the base year's, in logarithms; worked
   * out behind the equations of funding.
   */
  public static final Variable LEVEL =
      Variable.of("earlyHelp", "log of early help for each child, base year = 0", Unit.RATIO);

  /** {@link #LEVEL} a year ago. */
  public static final Variable ONE_YEAR_AGO =
      Variable.of("earlyHelpOneYearAgo", "log of early help a year ago", Unit.RATIO);

  /** {@link #LEVEL} two years ago. */
  public static final Variable TWO_YEARS_AGO =
      Variable.of("earlyHelpTwoYearsAgo", "log of early help two years ago", Unit.RATIO);

  /** {@link #LEVEL} of the years whose early help is felt this year. */
  public static final Variable FELT =
      Variable.of("earlyHelpFelt", "log of early help that is felt this year", Unit.RATIO);

  /** Factor on episodes of need started. */
  public static final Variable ON_NEED =
      Variable.of("earlyHelpOnNeed", "effect of early help on starts of need", Unit.RATIO);

  /** Factor on entries to care beyond that on children in need. */
  public static final Variable ON_ENTRIES =
      Variable.of("earlyHelpOnEntries", "further effect of early help on entries", Unit.RATIO);

  /** Percent fewer starts of need for 1% more early help. */
  public static final Parameter ELASTICITY_NEED =
      new Parameter(
          "earlyHelpElasticityNeed",
          "elasticity of starts of need to early help",
          Unit.RATIO,
          0,
          1);

  /** Percent fewer entries to care for 1% more early help, that on children in need included. */
  public static final Parameter ELASTICITY_ENTRIES =
      new Parameter(
          "earlyHelpElasticityEntries", "elasticity of entries to early help", Unit.RATIO, 0, 1);

  /** Years until early help is felt. */
  public static final Parameter LAG =
      new Parameter("earlyHelpLag", "lag of the effect of early help", Unit.YEARS, 1, 3);

  /** Share of the base year's early help that policy keeps; 1 in the baseline. */
  public static final Parameter KEPT_BY_POLICY =
      new Parameter("earlyHelpKeptByPolicy", "early help kept by policy", Unit.SHARE, 0.05, 5);

  private EarlyHelp() {}

  /** Early help of the base year, for demand without cost and funding. */
  static Equation unchanged() {
    return Equation.of("D9e", "early help = the base year's").writes(LEVEL).as(new Unchanged());
  }

  private record Unchanged() implements Formula {
    @Override
    public void apply(Block block) {
      Arrays.fill(block.column(LEVEL), 0, block.draws(), 0);
    }
  }

  /**
   * D9d where early help is kept by policy and nobody cuts it to meet a gap.
   *
   * @return the equation, to be put in front of demand's
   */
  public static Equation keptByPolicy() {
    return Equation.of("D9d", "early help kept = by policy: no gap is met by cutting it")
        .uses(KEPT_BY_POLICY)
        .writes(KEPT)
        .as(new KeptByPolicy());
  }

  private record KeptByPolicy() implements Formula {
    @Override
    public void apply(Block block) {
      System.arraycopy(block.column(KEPT_BY_POLICY), 0, block.column(KEPT), 0, block.draws());
    }
  }

  static List<Equation> equations() {
    return List.of(
        Equation.of("D9a", "early help felt = mean of the logs of one to three years ago, by lag")
            .readsLastYear(LEVEL, ONE_YEAR_AGO, TWO_YEARS_AGO)
            .uses(LAG)
            .writes(ONE_YEAR_AGO, TWO_YEARS_AGO, FELT)
            .as(new Felt()),
        Equation.of("D9b", "effect on need = exp(-elasticity x early help felt)")
            .reads(FELT)
            .uses(ELASTICITY_NEED)
            .writes(ON_NEED)
            .as(new OnNeed()),
        Equation.of(
                "D9c", "further effect on entries = exp(-max(0, elasticity - that of need) x felt)")
            .reads(FELT)
            .uses(ELASTICITY_ENTRIES, ELASTICITY_NEED)
            .writes(ON_ENTRIES)
            .as(new OnEntries()));
  }

  private record Felt() implements Formula {
    @Override
    public void apply(Block block) {
      double[] one = block.lastYear(LEVEL);
      double[] two = block.lastYear(ONE_YEAR_AGO);
      double[] three = block.lastYear(TWO_YEARS_AGO);
      double[] lag = block.column(LAG);
      double[] felt = block.column(FELT);
      for (int i = 0; i < block.draws(); i++) {
        double early = Math.max(2 - lag[i], 0);
        double late = Math.max(lag[i] - 2, 0);
        felt[i] = early * one[i] + (1 - early - late) * two[i] + late * three[i];
      }
      System.arraycopy(one, 0, block.column(ONE_YEAR_AGO), 0, block.draws());
      System.arraycopy(two, 0, block.column(TWO_YEARS_AGO), 0, block.draws());
    }
  }

  private record OnNeed() implements Formula {
    @Override
    public void apply(Block block) {
      double[] felt = block.column(FELT);
      double[] elasticity = block.column(ELASTICITY_NEED);
      double[] exponent = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        exponent[i] = -elasticity[i] * felt[i];
      }
      Exp.exp(exponent, block.column(ON_NEED), block.draws());
    }
  }

  private record OnEntries() implements Formula {
    @Override
    public void apply(Block block) {
      double[] felt = block.column(FELT);
      double[] all = block.column(ELASTICITY_ENTRIES);
      double[] need = block.column(ELASTICITY_NEED);
      double[] exponent = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        exponent[i] = -Math.max(0, all[i] - need[i]) * felt[i];
      }
      Exp.exp(exponent, block.column(ON_ENTRIES), block.draws());
    }
  }
}
