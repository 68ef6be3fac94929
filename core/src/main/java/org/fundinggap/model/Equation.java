package org.fundinggap.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.InvalidInputException;

/**
 * One numbered equation: what it reads, what it writes, and the arithmetic between.
 *
 * <p>The declared inputs and outputs are all that its formula can reach, and from them the model
 * checks the order of its equations. Equal to another of the same number and text that declares the
 * same and has an equal {@link Formula}.
 */
public final class Equation {
  private final String id;
  private final String text;
  private final ImmutableSet<Variable> writes;
  private final ImmutableSet<Variable> reads;
  private final ImmutableSet<Variable> readsLastYear;
  private final ImmutableSet<Quantity> uses;
  private final ImmutableSet<Parameter> usesOfBaseYear;
  private final ImmutableMap<Quantity, Variable> givenFor;
  private final Formula formula;

  /** Whether some run watched the formula in all its years; saves others the trouble. */
  private volatile boolean tried;

  private Equation(Builder builder, Map<Quantity, Variable> givenFor, Formula formula) {
    this.id = builder.id;
    this.text = builder.text;
    this.writes = builder.writes.build();
    this.reads = builder.reads.build();
    this.readsLastYear = builder.readsLastYear.build();
    this.usesOfBaseYear = builder.usesOfBaseYear.build();
    this.uses = builder.uses.addAll(usesOfBaseYear).build();
    this.givenFor = ImmutableMap.copyOf(givenFor);
    this.formula = formula;
  }

  private Equation(Equation other, Formula formula) {
    this.id = other.id;
    this.text = other.text;
    this.writes = other.writes;
    this.reads = other.reads;
    this.readsLastYear = other.readsLastYear;
    this.usesOfBaseYear = other.usesOfBaseYear;
    this.uses = other.uses;
    this.givenFor = other.givenFor;
    this.formula = formula;
  }

  /**
   * Starts an equation.
   *
   * @param id its number in the documentation, such as {@code D3}
   * @param text the equation in words or symbols
   * @return a builder
   */
  public static Builder of(String id, String text) {
    return new Builder(Checks.notBlank(id, "id"), Checks.notBlank(text, "text"));
  }

  /**
   * Its number in the documentation.
   *
   * @return such as {@code D3}
   */
  public String id() {
    return id;
  }

  /**
   * The equation in words or symbols.
   *
   * @return not blank
   */
  public String text() {
    return text;
  }

  /**
   * The variables that it works out.
   *
   * @return at least one
   */
  public Set<Variable> writes() {
    return writes;
  }

  /**
   * The variables whose value of the same year it needs.
   *
   * @return may be empty
   */
  public Set<Variable> reads() {
    return reads;
  }

  /**
   * The variables whose value of the year before it needs.
   *
   * @return may be empty; not empty exactly when the equation carries state from year to year
   */
  public Set<Variable> readsLastYear() {
    return readsLastYear;
  }

  /**
   * The parameters, shocks and paths that it needs.
   *
   * @return may be empty
   */
  public Set<Quantity> uses() {
    return uses;
  }

  /**
   * The same equation with something around its arithmetic, to time it, trace it or change what it
   * wrote.
   *
   * @param wrapper is given the formula and returns the one to run in its place, which may apply
   *     the given one to the block that it gets
   * @return an equation of the same number and text that declares the same
   */
  public Equation wrapping(UnaryOperator<Formula> wrapper) {
    return new Equation(this, Objects.requireNonNull(wrapper.apply(formula), "wrapped formula"));
  }

  /**
   * The same equation with something around its arithmetic that needs more and has to be told.
   *
   * @param newText the equation in words or symbols, with what is added
   * @param alsoReads variables whose value of the same year the wrapper needs; none that it writes
   * @param wrapper as of {@link #wrapping(UnaryOperator)}
   * @return an equation of the same number that declares what this one does, and what is added
   */
  public Equation wrapping(
      String newText, Set<Variable> alsoReads, UnaryOperator<Formula> wrapper) {
    Builder builder = of(id, newText).usesOfBaseYear(usesOfBaseYear.toArray(Parameter[]::new));
    writes.forEach(builder::writes);
    reads.forEach(builder::reads);
    alsoReads.forEach(builder::reads);
    readsLastYear.forEach(builder::readsLastYear);
    uses.forEach(builder::uses);
    return new Equation(
        builder, givenFor, Objects.requireNonNull(wrapper.apply(formula), "wrapped formula"));
  }

  boolean isTried() {
    return tried;
  }

  void markTried() {
    tried = true;
  }

  /** Its arithmetic. */
  Formula formula() {
    return formula;
  }

  /**
   * The same arithmetic on other columns: wherever the formula asks for one of the keys it gets the
   * column of its value. A parameter so becomes a variable that may differ from year to year, and
   * what an equation writes can be changed before others read it.
   *
   * @param others variables to take the place of parameters, or of variables that the equation
   *     declares; keys that it does not declare are of no effect
   * @return an equation that declares the values in place of the keys; this one if it declares none
   *     of the keys
   */
  Equation with(Map<? extends Quantity, Variable> others) {
    Builder builder = of(id, text).usesOfBaseYear(usesOfBaseYear.toArray(Parameter[]::new));
    writes.forEach(variable -> builder.writes(others.getOrDefault(variable, variable)));
    reads.forEach(variable -> builder.reads(others.getOrDefault(variable, variable)));
    readsLastYear.forEach(
        variable -> builder.readsLastYear(others.getOrDefault(variable, variable)));
    for (Quantity quantity : uses) {
      Variable other = others.get(quantity);
      if (other == null) {
        builder.uses(quantity);
      } else {
        builder.reads(other);
      }
    }
    Map<Quantity, Variable> given = new LinkedHashMap<>(givenFor);
    given.replaceAll((asked, variable) -> others.getOrDefault(variable, variable));
    Sets.union(Sets.union(writes, reads), Sets.union(readsLastYear, uses)).stream()
        .filter(quantity -> others.containsKey(quantity) && !givenFor.containsValue(quantity))
        .forEach(quantity -> given.put(quantity, Objects.requireNonNull(others.get(quantity))));
    return given.equals(givenFor) ? this : new Equation(builder, given, formula);
  }

  /** The parameters that the formula needs as they are in the base year. */
  Set<Parameter> usesOfBaseYear() {
    return usesOfBaseYear;
  }

  /** What the formula asks for by another name than it declares, and the variable that it gets. */
  Map<Quantity, Variable> givenFor() {
    return givenFor;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Equation that
            && id.equals(that.id)
            && text.equals(that.text)
            && writes.equals(that.writes)
            && reads.equals(that.reads)
            && readsLastYear.equals(that.readsLastYear)
            && uses.equals(that.uses)
            && usesOfBaseYear.equals(that.usesOfBaseYear)
            && givenFor.equals(that.givenFor)
            && formula.equals(that.formula));
  }

  /** Of the number and the text, which are rarely the same where all else is not. */
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + text.hashCode();
  }

  /** Number and text. */
  @Override
  public String toString() {
    return id + ": " + text;
  }

  /** Collects what an equation reads and writes; not for sharing between threads. */
  public static final class Builder {
    private final String id;
    private final String text;
    private final ImmutableSet.Builder<Variable> writes = ImmutableSet.builder();
    private final ImmutableSet.Builder<Variable> reads = ImmutableSet.builder();
    private final ImmutableSet.Builder<Variable> readsLastYear = ImmutableSet.builder();
    private final ImmutableSet.Builder<Quantity> uses = ImmutableSet.builder();
    private final ImmutableSet.Builder<Parameter> usesOfBaseYear = ImmutableSet.builder();

    private Builder(String id, String text) {
      this.id = id;
      this.text = text;
    }

    /**
     * Declares outputs.
     *
     * @param variables what the formula fills
     * @return this
     */
    public Builder writes(Variable... variables) {
      writes.add(variables);
      return this;
    }

    /**
     * Declares variables needed as they are in the same year.
     *
     * @param variables what the formula reads
     * @return this
     */
    public Builder reads(Variable... variables) {
      reads.add(variables);
      return this;
    }

    /**
     * Declares variables needed as they were in the year before.
     *
     * @param variables what the formula reads
     * @return this
     */
    public Builder readsLastYear(Variable... variables) {
      readsLastYear.add(variables);
      return this;
    }

    /**
     * Declares parameters, shocks and paths.
     *
     * @param quantities what the formula reads; a variable is refused when the equation is made
     * @return this
     */
    public Builder uses(Quantity... quantities) {
      uses.add(quantities);
      return this;
    }

    /**
     * Declares parameters needed as they are in the base year, whatever varies them later; so the
     * cost of a deviation from the base year keeps its zero.
     *
     * @param parameters what the formula reads by {@link Block#baseYear}
     * @return this
     */
    public Builder usesOfBaseYear(Parameter... parameters) {
      usesOfBaseYear.add(parameters);
      return this;
    }

    /**
     * Completes the equation.
     *
     * @param formula its arithmetic
     * @return the equation
     * @throws InvalidInputException if it writes nothing, reads what it writes, or names a variable
     *     under {@code uses}; all problems at once
     */
    public Equation as(Formula formula) {
      Objects.requireNonNull(formula, "formula of equation " + id + " must be given, was null");
      Equation equation = new Equation(this, Map.of(), formula);
      List<String> problems = new ArrayList<>();
      if (equation.writes.isEmpty()) {
        problems.add("writes must name at least one variable, had none");
      }
      for (Variable variable : Sets.intersection(equation.writes, equation.reads)) {
        problems.add(
            "reads must not name what the equation writes, had "
                + variable.name()
                + "; use readsLastYear for last year's value");
      }
      for (Quantity quantity : equation.uses) {
        if (quantity instanceof Variable) {
          problems.add(
              "uses must name parameters, shocks and paths only, had variable "
                  + quantity.name()
                  + "; declare it with reads");
        }
      }
      InvalidInputException.throwIfAny("equation " + id, problems);
      return equation;
    }

    /** Id and text of what has no formula yet. */
    @Override
    public String toString() {
      return id + ": " + text + ", not yet with a formula";
    }
  }
}
