package org.fundinggap.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
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

  /** What a new scratch column holds. */
  private double stale;

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

  /** A state of as many places that holds no column but scratch ones. */
  private BlockState(BlockState other) {
    this.year = other.year;
    this.now = none(other.now);
    this.before = none(other.now);
    this.parameters = none(other.parameters);
    this.ownShocks = none(other.shocks);
    this.shocks = none(other.shocks);
    this.drawnShocks = none(other.shocks);
    this.scratch = new double[Block.SCRATCH][];
    this.paths = other.paths;
  }

  /** The values of all schedules of a model, by year and place. */
  static double[][] paths(Inputs inputs, Map<Quantity, Integer> slots) {
    double[][] values = new double[inputs.years().length()][inputs.model().schedules().size()];
    for (int year = 0; year < values.length; year++) {
      for (Schedule path : inputs.model().schedules()) {
        int slot = Objects.requireNonNull(slots.get(path));
        values[year][slot] = inputs.schedule(path, inputs.years().years().get(year));
      }
    }
    return values;
  }

  private static double[][] none(double[] @Nullable [] columns) {
    double[][] none = new double[columns.length][];
    Arrays.fill(none, NONE);
    return none;
  }

  /** Another state of the same years and paths, to be lent columns. */
  BlockState shadow() {
    return new BlockState(this);
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
    boolean isNew = scratch[index] == null;
    double[] column = madeWhenAsked(scratch, index);
    if (isNew && stale != 0) {
      Arrays.fill(column, stale);
    }
    return column;
  }

  /** Lets every scratch column hold a number that nobody wrote there, in so many draws. */
  void fillScratch(double number, int count) {
    stale = number;
    for (double[] column : scratch) {
      if (column != null) {
        Arrays.fill(column, 0, count, number);
      }
    }
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
