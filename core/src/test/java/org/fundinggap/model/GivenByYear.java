package org.fundinggap.model;

/** Equations that give a variable a value by year, in place of those that would work it out. */
public final class GivenByYear {
  private GivenByYear() {}

  /** What writes the path's value of the year into every draw. */
  public static Equation of(Variable variable, Schedule path) {
    return Equation.of("given." + variable.name(), variable.label() + " as given")
        .uses(path)
        .writes(variable)
        .as(
            block -> {
              double[] column = block.column(variable);
              for (int i = 0; i < block.draws(); i++) {
                column[i] = block.value(path);
              }
            });
  }
}
