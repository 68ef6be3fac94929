package org.fundinggap.model;

/** The arithmetic of an equation: fills its output columns for one block of draws and one year. */
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
