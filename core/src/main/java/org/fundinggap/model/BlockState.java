package org.fundinggap.model;

import java.util.Arrays;
import org.fundinggap.quantity.FinancialYear;

/** The columns of one block, shared by the views of all equations of a run. */
final class BlockState {
  int draws;
  FinancialYear year;
  double[][] now;
  double[][] before;
  final double[][] parameters;
  final double[][] shocks;

  /** Where shocks are read from after the base year; its own column unless one was taken. */
  final double[][] drawnShocks;

  final double[] paths;
  final double[][] scratch;
  private final double[][] ownShocks;

  BlockState(Model model, FinancialYear baseYear) {
    int variables = model.variables().size();
    this.year = baseYear;
    this.now = new double[variables][Block.SIZE];
    this.before = new double[variables][Block.SIZE];
    this.parameters = new double[model.parameters().size()][Block.SIZE];
    this.ownShocks = new double[model.shocks().size()][Block.SIZE];
    this.shocks = ownShocks.clone();
    this.drawnShocks = ownShocks.clone();
    this.scratch = new double[Block.SCRATCH][Block.SIZE];
    this.paths = new double[model.schedules().size()];
  }

  /** Turns to the base year, in which shocks are zero; so is an own column that nobody fills. */
  void open(int size, FinancialYear baseYear) {
    draws = size;
    year = baseYear;
    for (int slot = 0; slot < shocks.length; slot++) {
      shocks[slot] = ownShocks[slot];
      if (drawnShocks[slot] == ownShocks[slot]) {
        Arrays.fill(shocks[slot], 0);
      }
    }
  }

  /** Makes this year's columns last year's; the new year's hold stale numbers until written. */
  void turnYear() {
    double[][] spare = before;
    before = now;
    now = spare;
    System.arraycopy(drawnShocks, 0, shocks, 0, shocks.length);
    year = year.plus(1);
  }
}
