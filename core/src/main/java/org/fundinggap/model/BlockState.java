package org.fundinggap.model;

import org.fundinggap.quantity.FinancialYear;

/** The columns of one block, shared by the views of all equations of a run. */
final class BlockState {
  int draws;
  FinancialYear year;
  double[][] now;
  double[][] before;
  final double[][] parameters;
  final double[][] shocks;
  final double[] paths;
  final double[][] scratch;

  BlockState(Model model, FinancialYear baseYear) {
    int variables = model.variables().size();
    this.year = baseYear;
    this.now = new double[variables][Block.SIZE];
    this.before = new double[variables][Block.SIZE];
    this.parameters = new double[model.parameters().size()][Block.SIZE];
    this.shocks = new double[model.shocks().size()][Block.SIZE];
    this.scratch = new double[Block.SCRATCH][Block.SIZE];
    this.paths = new double[model.paths().size()];
  }

  /** Makes this year's columns last year's; the new year's hold stale numbers until written. */
  void turnYear() {
    double[][] spare = before;
    before = now;
    now = spare;
    year = year.plus(1);
  }
}
