package org.fundinggap.model;

/**
 * Equations of a number that returns to a level: its deviation on the log scale, and the number
 * itself.
 */
public final class Levels {
  private Levels() {}

  /**
   * {@code deviation = persistence x last year's + spread x shock}: returns to zero.
   *
   * @param id the equation's number
   * @param deviation what returns; needs an opening value
   * @param persistence the share left a year later
   * @param spread standard deviation of a year's shock
   * @param shock the year's shock
   * @return the equation
   */
  public static Equation reverting(
      String id, Variable deviation, Parameter persistence, Parameter spread, Shock shock) {
    return Equation.of(id, deviation.label() + " = persistence x last year's + spread x shock")
        .readsLastYear(deviation)
        .uses(persistence, spread, shock)
        .writes(deviation)
        .as(new Reverting(deviation, persistence, spread, shock));
  }

  private record Reverting(Variable deviation, Parameter persistence, Parameter spread, Shock shock)
      implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(deviation);
      double[] kept = block.column(persistence);
      double[] spreads = block.column(spread);
      double[] shocks = block.column(shock);
      double[] out = block.column(deviation);
      for (int i = 0; i < block.draws(); i++) {
        out[i] = kept[i] * before[i] + spreads[i] * shocks[i];
      }
    }
  }

  /**
   * {@code deviation = level + persistence x (last year's - level) + spread x shock}: returns to a
   * level that is itself uncertain.
   *
   * @param id the equation's number
   * @param deviation what returns; needs an opening value
   * @param level where it returns to
   * @param persistence the share of the distance left a year later
   * @param spread standard deviation of a year's shock
   * @param shock the year's shock
   * @return the equation
   */
  public static Equation revertingTo(
      String id,
      Variable deviation,
      Parameter level,
      Parameter persistence,
      Parameter spread,
      Shock shock) {
    return Equation.of(
            id,
            deviation.label() + " = level + persistence x (last year's - level) + spread x shock")
        .readsLastYear(deviation)
        .uses(level, persistence, spread, shock)
        .writes(deviation)
        .as(new RevertingTo(deviation, level, persistence, spread, shock));
  }

  private record RevertingTo(
      Variable deviation, Parameter level, Parameter persistence, Parameter spread, Shock shock)
      implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(deviation);
      double[] levels = block.column(level);
      double[] kept = block.column(persistence);
      double[] spreads = block.column(spread);
      double[] shocks = block.column(shock);
      double[] out = block.column(deviation);
      for (int i = 0; i < block.draws(); i++) {
        double distance = kept[i] * (before[i] - levels[i]);
        out[i] = levels[i] + distance + spreads[i] * shocks[i];
      }
    }
  }

  /**
   * {@code rate = level x exp(spread x shock)}: varies about a level, each year anew.
   *
   * @param id the equation's number
   * @param rate what varies
   * @param level its level
   * @param spread standard deviation of a year's shock
   * @param shock the year's shock
   * @return the equation
   */
  public static Equation aboutLevel(
      String id, Variable rate, Parameter level, Parameter spread, Shock shock) {
    return Equation.of(id, rate.label() + " = level x exp(spread x shock)")
        .uses(level, spread, shock)
        .writes(rate)
        .as(new AboutLevel(rate, level, spread, shock));
  }

  private record AboutLevel(Variable rate, Parameter level, Parameter spread, Shock shock)
      implements Formula {
    @Override
    public void apply(Block block) {
      double[] spreads = block.column(spread);
      double[] shocks = block.column(shock);
      double[] growth = block.scratch(0);
      for (int i = 0; i < block.draws(); i++) {
        growth[i] = spreads[i] * shocks[i];
      }
      Shapes.grow(block.column(level), growth, block.column(rate), block.draws());
    }
  }

  /**
   * {@code rate = level x exp(deviation)}: a deviation that {@link #reverting} carries on.
   *
   * @param id the equation's number
   * @param rate what lies about the level
   * @param level the level
   * @param deviation how far off it is, in logarithms
   * @return the equation
   */
  public static Equation at(String id, Variable rate, Parameter level, Variable deviation) {
    return Equation.of(id, rate.label() + " = level x exp(deviation)")
        .reads(deviation)
        .uses(level)
        .writes(rate)
        .as(new AtLevel(rate, level, deviation));
  }

  private record AtLevel(Variable rate, Parameter level, Variable deviation) implements Formula {
    @Override
    public void apply(Block block) {
      double[] off = block.column(deviation);
      Shapes.grow(block.column(level), off, block.column(rate), block.draws());
    }
  }
}
