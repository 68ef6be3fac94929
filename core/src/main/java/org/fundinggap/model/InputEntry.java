package org.fundinggap.model;

import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;

/**
 * One number of a model's inputs, without its evidence. Equal to another of the same quantity, year
 * and number, bit for bit; two inputs give the same draws of the same model if their entries are
 * equal.
 */
public sealed interface InputEntry {
  /**
   * What the number is of.
   *
   * @return a parameter, variable, path or shock of the model
   */
  Quantity quantity();

  /**
   * What the entry is called in messages.
   *
   * @return such as {@code referralTrend}, {@code opening children} or {@code inflationPath in
   *     2025-26}; unique among the entries of inputs
   */
  String name();

  /**
   * How a parameter is distributed.
   *
   * @param quantity the parameter
   * @param distribution in its unit
   */
  record OfParameter(Parameter quantity, Distribution distribution) implements InputEntry {
    @Override
    public String name() {
      return quantity.name();
    }
  }

  /**
   * What a parameter moves with; only those that are in a correlation have this entry.
   *
   * @param quantity the parameter
   * @param group the correlation that it is in, whose draws depend on its place
   */
  record OfCorrelation(Parameter quantity, Correlation group) implements InputEntry {
    @Override
    public String name() {
      return "correlation of " + quantity.name();
    }
  }

  /**
   * The value of a variable in the base year.
   *
   * @param quantity the variable
   * @param value in its unit
   */
  record OfOpening(Variable quantity, double value) implements InputEntry {
    @Override
    public String name() {
      return "opening " + quantity.name();
    }
  }

  /**
   * The value of a path in a year.
   *
   * @param quantity the path
   * @param year one of the years of the inputs
   * @param value in its unit
   */
  record OfSchedule(Schedule quantity, FinancialYear year, double value) implements InputEntry {
    @Override
    public String name() {
      return quantity.name() + " in " + year;
    }
  }

  /**
   * A shock and what it moves with.
   *
   * @param quantity the shock
   * @param group the correlation that it is in, whose draws depend on its place; empty if it is
   *     independent
   */
  record OfShock(Shock quantity, Optional<Correlation> group) implements InputEntry {
    @Override
    public String name() {
      return "correlation of " + quantity.name();
    }
  }
}
