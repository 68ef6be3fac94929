package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/**
 * D1: children aged 0 to 17, in one of three variants.
 *
 * <p>A population projection is published in variants, not with a yearly spread: births and
 * migration that differ from it do so for years. So each draw follows one variant throughout. The
 * central one is the principal projection where one had been published; how far the others lie from
 * it is a judgement.
 */
public final class Children {
  /** Children aged 0 to 17 at 30 June of the year; the base of all rates of the year. */
  public static final Variable CHILDREN =
      Variable.of("children", "children aged 0 to 17, mid-year", Unit.NUMBER);

  /** Which variant holds: 0 low, 1 central, 2 high; between two of them growth is interpolated. */
  public static final Parameter VARIANT =
      new Parameter("childPopulationVariant", "variant of children 0-17", Unit.NUMBER, 0, 2);

  /** Growth by year in the low variant; 0.01 for 1%. */
  public static final Schedule LOW_GROWTH = growth("low");

  /** Growth by year in the central variant; 0.01 for 1%. */
  public static final Schedule CENTRAL_GROWTH = growth("central");

  /** Growth by year in the high variant; 0.01 for 1%. */
  public static final Schedule HIGH_GROWTH = growth("high");

  private Children() {}

  private static Schedule growth(String variant) {
    return new Schedule(
        "childGrowth." + variant,
        "growth of children 0-17, " + variant + " variant",
        Unit.PER_YEAR);
  }

  static List<Equation> equations() {
    return List.of(
        Equation.of("D1", "children = last year's x (1 + growth of the year in the draw's variant)")
            .readsLastYear(CHILDREN)
            .uses(VARIANT, LOW_GROWTH, CENTRAL_GROWTH, HIGH_GROWTH)
            .writes(CHILDREN)
            .as(new Year()));
  }

  private record Year() implements Formula {
    @Override
    public void apply(Block block) {
      double[] variant = block.column(VARIANT);
      double low = block.value(LOW_GROWTH);
      double toCentral = block.value(CENTRAL_GROWTH) - low;
      double toHigh = block.value(HIGH_GROWTH) - block.value(CENTRAL_GROWTH);
      double[] before = block.lastYear(CHILDREN);
      double[] children = block.column(CHILDREN);
      for (int i = 0; i < block.draws(); i++) {
        double growth =
            low + toCentral * Math.min(variant[i], 1) + toHigh * Math.max(variant[i] - 1, 0);
        children[i] = before[i] * (1 + growth);
      }
    }
  }
}
