package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.internal.Exp;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Unit;

/**
 * The shapes that many equations have, so that each is written, and checked, once.
 *
 * <p>All growth here is in logarithms ({@link Unit#LOG_PER_YEAR}). What is measured as a share and
 * grows, drifts or wanders stays at most 1: what grows by a factor passes any bound in time.
 * Results are the same to the bit on every JVM.
 */
public final class Shapes {
  private static final double LN2 = 0.6931471805599453;

  private Shapes() {}

  /**
   * {@code level = last year's x exp(growth)}.
   *
   * @param id the equation's number
   * @param level what grows; needs an opening value
   * @param growth growth a year
   * @return the equation
   */
  public static Equation growing(String id, Variable level, Parameter growth) {
    return Equation.of(
            id, bounded(level, level.label() + " = last year's x exp(" + growth.label() + ")"))
        .readsLastYear(level)
        .uses(growth)
        .writes(level)
        .as(new Growing(level, growth));
  }

  private record Growing(Variable level, Parameter growth) implements Formula {
    @Override
    public void apply(Block block) {
      growWithin(level, block.column(growth), block);
    }
  }

  private static String bounded(Variable level, String text) {
    return level.unit() == Unit.SHARE ? text + ", at most 1" : text;
  }

  /** Grows by a factor, a share no further than the whole. */
  private static void growWithin(Variable level, double[] growth, Block block) {
    double[] out = block.column(level);
    grow(block.lastYear(level), growth, out, block.draws());
    if (level.unit() == Unit.SHARE) {
      for (int i = 0; i < block.draws(); i++) {
        out[i] = Math.min(out[i], 1);
      }
    }
  }

  /**
   * {@code level = last year's x exp(drift x last year's fade)}: growth that dies away.
   *
   * @param id the equation's number
   * @param level what grows; needs an opening value
   * @param drift growth in the first year
   * @param fade what is left of it, as {@link #fading} has it
   * @return the equation
   */
  public static Equation drifting(String id, Variable level, Parameter drift, Variable fade) {
    return Equation.of(
            id, bounded(level, level.label() + " = last year's x exp(drift x last year's fade)"))
        .readsLastYear(level, fade)
        .uses(drift)
        .writes(level)
        .as(new Drifting(level, drift, fade));
  }

  private record Drifting(Variable level, Parameter drift, Variable fade) implements Formula {
    @Override
    public void apply(Block block) {
      double[] drifts = block.column(drift);
      double[] left = block.lastYear(fade);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = drifts[i] * left[i];
      }
      growWithin(level, growth, block);
    }
  }

  /**
   * {@code rate = last year's x exp(drift x last year's fade + spread x shock)}.
   *
   * @param id the equation's number
   * @param rate what drifts; needs an opening value
   * @param drift growth in the first year
   * @param fade what is left of it, as {@link #fading} has it
   * @param spread standard deviation of a year's shock
   * @param shock the year's shock
   * @return the equation
   */
  public static Equation drifting(
      String id, Variable rate, Parameter drift, Variable fade, Parameter spread, Shock shock) {
    return Equation.of(
            id,
            bounded(
                rate,
                rate.label() + " = last year's x exp(drift x last year's fade + spread x shock)"))
        .readsLastYear(rate, fade)
        .uses(drift, spread, shock)
        .writes(rate)
        .as(new DriftingWithShocks(rate, drift, fade, spread, shock));
  }

  private record DriftingWithShocks(
      Variable rate, Parameter drift, Variable fade, Parameter spread, Shock shock)
      implements Formula {
    @Override
    public void apply(Block block) {
      double[] drifts = block.column(drift);
      double[] left = block.lastYear(fade);
      double[] spreads = block.column(spread);
      double[] shocks = block.column(shock);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = drifts[i] * left[i] + spreads[i] * shocks[i];
      }
      growWithin(rate, growth, block);
    }
  }

  /**
   * {@code fade = last year's x exp(-ln 2 / half-life)}: what is left of something that dies away.
   *
   * @param id the equation's number
   * @param fade what is left; opens at 1
   * @param halfLife years after which half is left; positive
   * @return the equation
   */
  public static Equation fading(String id, Variable fade, Parameter halfLife) {
    return Equation.of(id, fade.label() + " = last year's x exp(-ln 2 / half-life)")
        .readsLastYear(fade)
        .uses(halfLife)
        .writes(fade)
        .as(new Fading(fade, halfLife));
  }

  private record Fading(Variable fade, Parameter halfLife) implements Formula {
    @Override
    public void apply(Block block) {
      double[] years = block.column(halfLife);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = -LN2 / years[i];
      }
      grow(block.lastYear(fade), growth, block.column(fade), block.draws());
    }
  }

  /**
   * {@code rate = last year's x exp(spread x shock)}: as likely to rise as to fall.
   *
   * @param id the equation's number
   * @param rate what wanders; needs an opening value; a share stays within 1
   * @param spread standard deviation of a year's shock
   * @param shock standard normal
   * @return the equation
   */
  public static Equation wandering(String id, Variable rate, Parameter spread, Shock shock) {
    return Equation.of(id, bounded(rate, rate.label() + " = last year's x exp(spread x shock)"))
        .readsLastYear(rate)
        .uses(spread, shock)
        .writes(rate)
        .as(new Wandering(rate, spread, shock));
  }

  private record Wandering(Variable rate, Parameter spread, Shock shock) implements Formula {
    @Override
    public void apply(Block block) {
      double[] spreads = block.column(spread);
      double[] shocks = block.column(shock);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = spreads[i] * shocks[i];
      }
      growWithin(rate, growth, block);
    }
  }

  /**
   * {@code product = left x right}.
   *
   * @param id the equation's number
   * @param product the result
   * @param left a factor
   * @param right the other factor
   * @return the equation
   */
  public static Equation product(String id, Variable product, Variable left, Variable right) {
    return Equation.of(id, product.label() + " = " + left.label() + " x " + right.label())
        .reads(left, right)
        .writes(product)
        .as(new Product(product, left, right));
  }

  private record Product(Variable product, Variable left, Variable right) implements Formula {
    @Override
    public void apply(Block block) {
      multiply(block, block.column(left), block.column(right), block.column(product));
    }
  }

  /**
   * {@code product = factor x of}: a share of something, or so many for each of it.
   *
   * @param id the equation's number
   * @param product the result
   * @param factor what to multiply by, the same in every year
   * @param of what is multiplied
   * @return the equation
   */
  public static Equation product(String id, Variable product, Parameter factor, Variable of) {
    return Equation.of(id, product.label() + " = " + factor.label() + " x " + of.label())
        .reads(of)
        .uses(factor)
        .writes(product)
        .as(new ProductByParameter(product, factor, of));
  }

  private record ProductByParameter(Variable product, Parameter factor, Variable of)
      implements Formula {
    @Override
    public void apply(Block block) {
      multiply(block, block.column(factor), block.column(of), block.column(product));
    }
  }

  private static void multiply(Block block, double[] a, double[] b, double[] out) {
    for (int i = 0; i < block.draws(); i++) {
      out[i] = a[i] * b[i];
    }
  }

  /**
   * {@code total = sum of the terms}, added in their order.
   *
   * @param id the equation's number
   * @param total the result
   * @param terms what is added up; at least one, in the unit and price basis of the total
   * @return the equation
   * @throws InvalidInputException if there is no term or one is in another unit or price basis
   */
  public static Equation sum(String id, Variable total, List<Variable> terms) {
    List<String> problems = new ArrayList<>();
    if (terms.isEmpty()) {
      problems.add("terms must hold at least one variable, had none");
    }
    for (Variable term : terms) {
      if (!term.unitText().equals(total.unitText())) {
        problems.add(
            "unit of "
                + term.name()
                + " must be "
                + total.unitText()
                + " as of "
                + total.name()
                + ", was "
                + term.unitText()
                + "; convert it in an equation of its own first");
      }
    }
    InvalidInputException.throwIfAny("equation " + id, problems);
    return Equation.of(id, total.label() + " = sum of its parts")
        .reads(terms.toArray(Variable[]::new))
        .writes(total)
        .as(new Sum(total, ImmutableList.copyOf(terms)));
  }

  private record Sum(Variable total, ImmutableList<Variable> terms) implements Formula {
    @Override
    public void apply(Block block) {
      double[] sum = block.column(total);
      Arrays.fill(sum, 0, block.draws(), 0);
      for (Variable term : terms) {
        double[] column = block.column(term);
        for (int i = 0; i < block.draws(); i++) {
          sum[i] += column[i];
        }
      }
    }
  }

  /**
   * {@code level = before x exp(growth)}, for formulas of one's own; the exponential is the same to
   * the bit on every JVM, which the platform's is not.
   *
   * @param before the level that grows
   * @param growth in logarithms
   * @param level filled with the new level; may be {@code growth} itself, which takes memory for a
   *     copy where growth is beyond 0.34 either way
   * @param draws how many elements count
   */
  public static void grow(double[] before, double[] growth, double[] level, int draws) {
    Exp.exp(growth, level, draws);
    for (int i = 0; i < draws; i++) {
      level[i] *= before[i];
    }
  }
}
