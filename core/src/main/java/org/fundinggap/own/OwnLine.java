package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * A cost line of one's own: part of need, of spending and of every gap from the base year on.
 *
 * <p>Its amount is a volume times a unit cost times a price index, or is given by year, or is a
 * column of one's own. Like all cost lines it is on the gross basis of the section 251 return;
 * {@link Cost#SCOPE} and {@link Cost#INCOME} carry it to the net basis of the gaps with the others.
 * It is met in full: need and spending have the same amount of it.
 *
 * <p>Its place in the published total of the base year is named: {@linkplain #each on top} of it,
 * as what no return counts, or {@linkplain #outOf out of} a line that holds it already. Out of a
 * line, each draw takes the line's own amount of the base year off that line, and the same share in
 * later years, so that the base year's total stands as published; what is taken out of early help
 * is no longer among what the need gap restores.
 *
 * @param id the word for it in names, such as {@code shortBreaks}
 * @param label what it is, in a few words
 * @param amount how much it costs
 * @param outOf the line that holds it already; empty if it is on top of the published total
 */
public record OwnLine(String id, String label, Amount amount, Optional<CostLine> outOf)
    implements Addition {
  /** The most that a unit can cost in 99 draws of 100, GBP a year. */
  public static final double MOST_A_UNIT = 1e9;

  private static final double MOST_MILLIONS = 1e6;

  /** How much an own line costs. */
  public sealed interface Amount permits Each, ByYear, Column {}

  /**
   * A volume times a unit cost times a price index.
   *
   * @param volume a number of the model that is no money, such as children looked after
   * @param poundsAYear GBP a year for each of it, in the prices of the base year; at least 0, and
   *     {@link #MOST_A_UNIT} at most in 99 draws of 100
   * @param evidence ids, or words, of where that comes from
   * @param index the prices that it follows; empty for general ones, the GDP deflator
   */
  public record Each(
      Variable volume, Distribution poundsAYear, List<String> evidence, Optional<PriceIndex> index)
      implements Amount {
    /**
     * Keeps a copy.
     *
     * @param volume as described above
     * @param poundsAYear as described above
     * @param evidence as described above
     * @param index as described above
     */
    public Each {
      Objects.requireNonNull(volume, "volume");
      Objects.requireNonNull(poundsAYear, "poundsAYear");
      Objects.requireNonNull(index, "index");
      evidence = ImmutableList.copyOf(evidence);
    }
  }

  /**
   * Amounts by year.
   *
   * @param cashMillions GBP million, cash of each year, from the base year on; 0 to 1,000,000
   * @param evidence ids, or words, of where they come from
   */
  public record ByYear(SortedMap<FinancialYear, Double> cashMillions, List<String> evidence)
      implements Amount {
    /**
     * Keeps copies.
     *
     * @param cashMillions as described above
     * @param evidence as described above
     */
    public ByYear {
      cashMillions = ImmutableSortedMap.copyOf(cashMillions);
      evidence = ImmutableList.copyOf(evidence);
    }
  }

  /**
   * A column of one's own.
   *
   * @param variable GBP million in cash, which an equation of the model writes in the base year too
   */
  public record Column(Variable variable) implements Amount {}

  /**
   * Checks that texts and numbers can be.
   *
   * @param id as described above
   * @param label as described above
   * @param amount as described above
   * @param outOf as described above
   * @throws InvalidInputException if the id is not a word, the label is blank, an amount is out of
   *     bounds or not in cash, or no evidence is named; all problems at once
   */
  public OwnLine {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(outOf, "outOf");
    AdditionChecks checks = new AdditionChecks(id, label);
    if (amount instanceof Each each) {
      checks.volume(each.volume());
      checks.unitCost(each.poundsAYear(), MOST_A_UNIT);
      checks.evidence(each.evidence());
    } else if (amount instanceof ByYear years) {
      checks.amounts(years.cashMillions(), 0, MOST_MILLIONS);
      checks.evidence(years.evidence());
    } else if (amount instanceof Column column) {
      checks.cash(column.variable());
    }
    checks.throwIfAny("own cost line \"" + id + "\"");
  }

  /**
   * A line on top of the published total: a volume times a unit cost times general prices.
   *
   * @param id the word for it in names, such as {@code shortBreaks}
   * @param label what it is, in a few words
   * @param volume a number of the model, such as {@code Children.CHILDREN}
   * @param poundsAYear GBP a year for each, gross, in the prices of the base year; at least 0, and
   *     {@link #MOST_A_UNIT} at most in 99 draws of 100
   * @param evidence where that comes from, at least one: ids, or words
   * @return the line
   * @throws InvalidInputException as the constructor
   */
  public static OwnLine each(
      String id, String label, Variable volume, Distribution poundsAYear, String... evidence) {
    Objects.requireNonNull(evidence, "evidence");
    Amount amount = new Each(volume, poundsAYear, Arrays.asList(evidence), Optional.empty());
    return new OwnLine(id, label, amount, Optional.empty());
  }

  /**
   * A line on top of the published total, given by year.
   *
   * @param id the word for it in names
   * @param label what it is, in a few words
   * @param cashMillions GBP million, gross, cash of each year, for the base year and every
   *     projected one; 0 to 1,000,000
   * @param evidence where they come from, at least one: ids, or words
   * @return the line
   * @throws InvalidInputException as the constructor
   */
  public static OwnLine byYear(
      String id, String label, Map<FinancialYear, Double> cashMillions, String... evidence) {
    Objects.requireNonNull(cashMillions, "cashMillions");
    Objects.requireNonNull(evidence, "evidence");
    Amount amount = new ByYear(ImmutableSortedMap.copyOf(cashMillions), Arrays.asList(evidence));
    return new OwnLine(id, label, amount, Optional.empty());
  }

  /**
   * A line on top of the published total that an {@linkplain OwnEquations equation of one's own}
   * works out.
   *
   * @param id the word for it in names
   * @param label what it is, in a few words
   * @param variable GBP million, gross, in cash; written in the base year too
   * @return the line
   * @throws InvalidInputException as the constructor
   */
  public static OwnLine ofColumn(String id, String label, Variable variable) {
    Objects.requireNonNull(variable, "variable");
    return new OwnLine(id, label, new Column(variable), Optional.empty());
  }

  /**
   * The same line at the prices of a service.
   *
   * @param index such as {@code PriceIndex.SOCIAL_WORK}
   * @return another line
   * @throws IllegalArgumentException if it is no product of volume and unit cost
   */
  public OwnLine priced(PriceIndex index) {
    Objects.requireNonNull(index, "index");
    if (!(amount instanceof Each each)) {
      throw new IllegalArgumentException(
          "own cost line \""
              + id
              + "\" must be a volume times a unit cost to follow prices, was "
              + amountInWords()
              + "; build it by OwnLine.each, or give amounts in cash that hold the prices");
    }
    Amount other = new Each(each.volume(), each.poundsAYear(), each.evidence(), Optional.of(index));
    return new OwnLine(id, label, other, outOf);
  }

  /**
   * The same line taken out of one that holds it already.
   *
   * @param line such as {@code CostLine.OTHER}
   * @return another line
   */
  public OwnLine outOf(CostLine line) {
    return new OwnLine(id, label, amount, Optional.of(line));
  }

  /**
   * What it costs, section 251 gross, GBP million cash.
   *
   * @return the variable
   */
  public Variable need() {
    return Variable.money("need." + id, "need, " + label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * GBP a year for each of its volume; a parameter of the model if it is a product.
   *
   * @return the parameter
   */
  public Parameter unitCost() {
    return new Parameter(
        "unitCost." + id, "unit cost, " + label, Unit.GBP_EACH, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * Its amounts by year; a path of the model if it is given by year.
   *
   * @return the path
   */
  public Schedule schedule() {
    return new Schedule("amounts." + id, "amounts of " + label, Unit.GBP_MILLION);
  }

  /**
   * What it has of the line that it is taken out of in the base year: a share of that line for each
   * pound of its unit cost, or, where it is no product, a share. A fixed parameter of the model if
   * it is taken out of one.
   *
   * @return the parameter
   */
  public Parameter shareOfLine() {
    return new Parameter(
        "ownShare." + id, "base-year share of its line, " + label, Unit.RATIO, 0, 1);
  }

  /**
   * The price index that it follows.
   *
   * @return an index, 1 in the base year; empty if it is no product
   */
  public Optional<Variable> price() {
    return amount instanceof Each each
        ? Optional.of(each.index().map(PriceIndex::price).orElse(Inflation.DEFLATOR))
        : Optional.empty();
  }

  /** The same with its unit cost fixed, if the parameter is that. */
  OwnLine fixing(Parameter parameter, Distribution value) {
    return amount instanceof Each each && parameter.equals(unitCost())
        ? new OwnLine(
            id, label, new Each(each.volume(), value, each.evidence(), each.index()), outOf)
        : this;
  }

  private String amountInWords() {
    if (amount instanceof Each each) {
      return each.poundsAYear()
          + " GBP a year for each of "
          + each.volume().name()
          + " at "
          + each.index().map(index -> index.price().label()).orElse("general prices");
    }
    return amount instanceof Column column
        ? "column " + column.variable().name()
        : "amounts by year";
  }

  /** Label, amount and place. */
  @Override
  public String toString() {
    return label
        + ": "
        + amountInWords()
        + ", "
        + outOf.map(line -> "out of " + line.label()).orElse("on top of the published total");
  }
}
