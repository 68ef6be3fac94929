package org.fundinggap.model;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.InvalidInputException;

/**
 * One numbered equation: what it reads, what it writes, and the arithmetic between.
 *
 * <p>The declared inputs and outputs are all that its formula can reach, and from them the model
 * checks the order of its equations.
 */
public final class Equation {
  private final String id;
  private final String text;
  private final ImmutableSet<Variable> writes;
  private final ImmutableSet<Variable> reads;
  private final ImmutableSet<Variable> readsLastYear;
  private final ImmutableSet<Quantity> uses;
  private final Formula formula;

  private Equation(Builder builder, Formula formula) {
    this.id = builder.id;
    this.text = builder.text;
    this.writes = builder.writes.build();
    this.reads = builder.reads.build();
    this.readsLastYear = builder.readsLastYear.build();
    this.uses = builder.uses.build();
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
   * Its arithmetic, to be wrapped by another equation that times or traces it.
   *
   * @return the formula; it may be applied to blocks of equations that declare the same
   */
  public Formula formula() {
    return formula;
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
     * Completes the equation.
     *
     * @param formula its arithmetic
     * @return the equation
     * @throws InvalidInputException if it writes nothing, reads what it writes, or names a variable
     *     under {@code uses}; all problems at once
     */
    public Equation as(Formula formula) {
      Equation equation = new Equation(this, formula);
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
  }
}
