package org.fundinggap.simulation;

import org.fundinggap.model.BlockStepper;
import org.fundinggap.quantity.FinancialYear;

/** Takes what it wants of one scenario's block, a year at a time; several threads may come. */
interface Sink {
  /**
   * Takes over numbers of a block.
   *
   * @param run holds the block's columns, which are overwritten later
   * @param year the year that they are of
   * @param firstDraw number of the block's first draw
   * @param draws how many draws it holds
   */
  void store(BlockStepper run, FinancialYear year, int firstDraw, int draws);
}
