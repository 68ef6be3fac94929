package org.fundinggap.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Comparisons of results to the last bit. */
public final class Bits {
  private Bits() {}

  /** Checks that two runs of the same scenarios have the same draws of everything they keep. */
  public static void assertSame(Projection expected, Projection actual) {
    assertEquals(expected.scenarios(), actual.scenarios());
    for (Option scenario : expected.scenarios()) {
      Set<Variable> variables = expected.variables(scenario.name());
      assertEquals(variables, actual.variables(scenario.name()));
      assertSame(expected, actual, scenario.name(), variables);
    }
    assertEquals(expected.digest(), actual.digest());
  }

  /** Checks that some variables of a scenario have the same draws in two runs. */
  public static void assertSame(
      Projection expected, Projection actual, String scenario, Collection<Variable> variables) {
    assertTrue(!variables.isEmpty(), "there must be something to compare");
    for (Variable variable : variables) {
      assertSame(expected.outcome(scenario, variable), actual.outcome(scenario, variable));
    }
  }

  /** Checks that two outcomes have the same draws in the same years. */
  public static void assertSame(Outcome expected, Outcome actual) {
    assertEquals(expected.years(), actual.years());
    assertFirstSame(expected, actual, actual.in(actual.years().first()).size());
    assertEquals(
        expected.in(expected.years().first()).size(), actual.in(actual.years().first()).size());
  }

  /** Checks that two outcomes have the same first draws in the years of the second. */
  public static void assertFirstSame(Outcome expected, Outcome actual, int draws) {
    for (FinancialYear year : actual.years().years()) {
      double[] one = expected.in(year).values();
      double[] other = actual.in(year).values();
      int mismatch = Arrays.mismatch(one, 0, draws, other, 0, draws);
      assertEquals(
          -1,
          mismatch,
          () ->
              expected.variable().name()
                  + " in "
                  + year
                  + " differs first in draw "
                  + mismatch
                  + ": "
                  + one[mismatch]
                  + " and "
                  + other[mismatch]);
    }
  }
}
