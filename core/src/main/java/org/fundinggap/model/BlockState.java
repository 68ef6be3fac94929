package org.fundinggap.model;

import java.util.Arrays;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/** The columns of one block, shared by the views of all equations of a run. */
final class BlockState {
  private static final double[] NONE = {};

  int draws;
  FinancialYear year;
  double[][] now;
  double[][] before;

  /** Null where no column was taken or asked for yet. */
  final double[] @Nullable [] parameters;

  final double[][] shocks;

  /** Where shocks are read from after the base year; its own column unless one was taken. */
  final double[][] drawnShocks;

  final double[] paths;
  private final double[] @Nullable [] scratch;
  private final double[][] ownShocks;

  BlockState(Model model, FinancialYear baseYear, int[] borrowed) {
    this.year = baseYear;
    this.now = own(borrowed);
    this.before = own(borrowed);
    this.parameters = new double[model.parameters().size()][];
    this.ownShocks = new double[model.shocks().size()][Block.SIZE];
    this.shocks = ownShocks.clone();
    this.drawnShocks = ownShocks.clone();
    this.scratch = new double[Block.SCRATCH][];
    this.paths = new double[model.schedules().size()];
  }

  /** Columns for what a run works out itself; those of a lender come in the place of the others. */
  private static double[][] own(int[] borrowed) {
    double[][] columns = new double[borrowed.length][];
    for (int slot = 0; slot < columns.length; slot++) {
      columns[slot] = borrowed[slot] < 0 ? new double[Block.SIZE] : NONE;
    }
    return columns;
  }

  /** A parameter's column, which is its own unless one was taken. */
  double[] parameter(int slot) {
    return madeWhenAsked(parameters, slot);
  }

  double[] scratch(int index) {
    return madeWhenAsked(scratch, index);
  }

  /** Few runs need all columns, and making them is most of the work of a run of one draw. */
  private static double[] madeWhenAsked(double[] @Nullable [] columns, int place) {
    double[] column = columns[place];
    if (column == null) {
      column = new double[Block.SIZE];
      columns[place] = column;
    }
    return column;
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
