package org.fundinggap.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.function.Executable;

/** What test models are made of, and what refused calls say. */
public final class Pieces {
  /** Where the numbers of test models come from. */
  public static final String EVIDENCE = "test-figure";

  private Pieces() {}

  public static Variable number(String name) {
    return Variable.of(name, "count of " + name, Unit.NUMBER);
  }

  /** A parameter without bounds. */
  public static Parameter parameter(String name) {
    return new Parameter(
        name, "rate of " + name, Unit.RATIO, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A parameter from 0 to 1. */
  public static Parameter share(String name) {
    return new Parameter(name, "share of " + name, Unit.SHARE, 0, 1);
  }

  public static Shock shock(String name) {
    return new Shock(name, "shock to " + name);
  }

  public static Schedule path(String name) {
    return new Schedule(name, "schedule of " + name, Unit.RATIO);
  }

  public static FinancialYear year(int start) {
    return FinancialYear.starting(start);
  }

  public static YearRange years(int first, int last) {
    return YearRange.inclusive(year(first), year(last));
  }

  /** The same value of a path in every year of a range. */
  public static NavigableMap<FinancialYear, Double> always(YearRange years, double value) {
    TreeMap<FinancialYear, Double> values = new TreeMap<>();
    years.years().forEach(year -> values.put(year, value));
    return values;
  }

  /** An equation that sets every draw of some variables to 1. */
  public static Equation ones(String id, Variable... writes) {
    return Equation.of(id, "1")
        .writes(writes)
        .as(
            block -> {
              for (Variable variable : writes) {
                Arrays.fill(block.column(variable), 0, block.draws(), 1);
              }
            });
  }

  /** The message of a call that must be refused. */
  public static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  /** What a run says of an equation whose formula asks for what it must not. */
  public static String refusalOfEquation(Executable call) {
    Formula.Failure thrown = assertThrows(Formula.Failure.class, call);
    assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
    return String.valueOf(thrown.getMessage());
  }

  /** The problems that a call must list. */
  public static List<String> problems(Executable call) {
    return assertThrows(InvalidInputException.class, call).problems();
  }

  /** Checks that a call lists one problem, which holds all of some words. */
  public static void assertOneProblem(Executable call, String... words) {
    List<String> problems = problems(call);
    assertEquals(1, problems.size(), problems.toString());
    assertHolds(problems.get(0), words);
  }

  /** Checks that a text holds all of some words. */
  public static void assertHolds(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), () -> "\"" + text + "\" must hold \"" + word + "\"");
    }
  }
}
