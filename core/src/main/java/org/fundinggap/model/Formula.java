package org.fundinggap.model;

import java.util.Locale;
import java.util.Optional;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of an equation: fills its output columns for one block of draws and one year.
 *
 * <p>Equality is what it does: two equations are equal only if their formulas are, and only then
 * can runs share their results, a diff of inputs call them the same, and a {@link Fingerprint} be
 * complete. A lambda is equal to itself alone, so a model that is put together twice from lambdas
 * shares none of them. A formula that shall be known again is a record: of the quantities that it
 * asks for and of the numbers that it computes with, and of nothing that changes.
 *
 * <pre>{@code
 * record Half(Variable whole, Variable half) implements Formula {
 *   public void apply(Block block) {
 *     double[] in = block.column(whole);
 *     double[] out = block.column(half);
 *     for (int i = 0; i < block.draws(); i++) {
 *       out[i] = in[i] / 2;
 *     }
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Formula {
  /**
   * Works out one year of one block.
   *
   * <p>Must write elements {@code 0} to {@code block.draws() - 1} of every output column, from
   * declared inputs alone; must keep no state of its own, for blocks run in any order and on any
   * thread.
   *
   * @param block the columns, restricted to what the equation declares
   */
  void apply(Block block);

  /**
   * An equation failed, or did what an equation must not do: which one, in which scenario, year and
   * draws. What its formula threw, if it did, is the cause.
   */
  final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Longer texts of equations are cut, so that the rest of the message stays in sight. */
    private static final int LONGEST_TEXT = 80;

    private final transient Place place;
    private final transient @Nullable Variable variable;

    /**
     * Where it happened.
     *
     * @param equation that was run
     * @param scenario name of what was run
     * @param year that was worked out
     * @param firstDraw number of the first draw that it may have been
     * @param lastDraw number of the last
     */
    record Place(
        Equation equation, String scenario, FinancialYear year, int firstDraw, int lastDraw) {
      @Override
      public String toString() {
        String text = equation.text();
        return String.format(
            Locale.ROOT,
            "equation %s (%s) of scenario \"%s\" failed in %s, draw%s",
            equation.id(),
            text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...",
            scenario,
            year,
            firstDraw == lastDraw
                ? String.format(Locale.ROOT, " %,d", firstDraw)
                : String.format(Locale.ROOT, "s %,d to %,d", firstDraw, lastDraw));
      }
    }

    /** What a formula threw. */
    Failure(Place place, Throwable cause) {
      super(place + ": " + said(cause), cause);
      this.place = place;
      this.variable = null;
    }

    /** What a formula did that it must not, and what to do; to an output, if it was about one. */
    Failure(Place place, String fault, @Nullable Variable variable) {
      super(place + ": " + fault);
      this.place = place;
      this.variable = variable;
    }

    private static String said(Throwable cause) {
      String message = cause.getMessage();
      return message == null ? cause.getClass().getName() : message;
    }

    /**
     * The equation.
     *
     * @return as the model has it
     */
    public Equation equation() {
      return place.equation();
    }

    /**
     * The name of the scenario that was run.
     *
     * @return the name
     */
    public String scenario() {
      return place.scenario();
    }

    /**
     * The year that was worked out.
     *
     * @return the year
     */
    public FinancialYear year() {
      return place.year();
    }

    /**
     * Number of the first draw that it may have been: a formula is given a block of draws at a
     * time.
     *
     * @return from 0
     */
    public int firstDraw() {
      return place.firstDraw();
    }

    /**
     * Number of the last draw that it may have been.
     *
     * @return the same as {@link #firstDraw} where the draw is known
     */
    public int lastDraw() {
      return place.lastDraw();
    }

    /**
     * The output that was left unwritten, or into which a number came that is none.
     *
     * @return empty if it was about no output
     */
    public Optional<Variable> variable() {
      return Optional.ofNullable(variable);
    }
  }
}
