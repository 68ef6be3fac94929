package org.fundinggap.model;

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
}
