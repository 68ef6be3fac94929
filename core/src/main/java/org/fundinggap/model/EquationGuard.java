package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Block.Slots;

/**
 * Runs a formula so that whatever it does that it must not shows, and reaches nothing.
 *
 * <p>It never sees the columns of the run. It is given copies of its inputs, and outputs to fill,
 * twice: each time in other arrays, whose stale numbers are NaN the first time and not the second.
 * After each time the copies must be as they were. An element that is stale both times was not
 * written. A difference between the two comes of state that the formula keeps, such as an array of
 * an earlier call, or of reading what it must not: its own outputs or scratch columns before it
 * wrote to them, or draws beyond the last. What it wrote first goes to the run, with the bits that
 * it has in a run that is not watched.
 */
final class EquationGuard {
  /** What the outputs of the second set hold at first; NaN in the first set, as in a run. */
  private static final double UNWRITTEN = 8.642e-97;

  /** What all else holds in the second set that a formula must not read; NaN in the first set. */
  private static final double STALE = -3.579e-96;

  private final BlockState real;
  private final ImmutableList<Shadow> shadows;
  private final DoublePredicate refused;

  /** A column of the run that an equation declares. */
  record Column(Quantity quantity, Kind kind, int slot) {
    /** All that an equation declares. */
    static ImmutableList<Column> of(
        Equation equation, Map<Variable, Integer> slots, Map<Quantity, Integer> usedSlots) {
      ImmutableList.Builder<Column> columns = ImmutableList.builder();
      add(equation.reads(), Kind.READ, slots, columns);
      add(equation.readsLastYear(), Kind.READ_LAST_YEAR, slots, columns);
      add(Iterables.filter(equation.uses(), Parameter.class), Kind.PARAMETER, usedSlots, columns);
      add(Iterables.filter(equation.uses(), Shock.class), Kind.SHOCK, usedSlots, columns);
      add(equation.writes(), Kind.WRITTEN, slots, columns);
      return columns.build();
    }

    private static <T extends Quantity> void add(
        Iterable<? extends T> some,
        Kind kind,
        Map<T, Integer> slots,
        ImmutableList.Builder<Column> columns) {
      Slots.some(slots, some).forEach((each, slot) -> columns.add(new Column(each, kind, slot)));
    }

    String text() {
      return kind.text + quantity.name();
    }
  }

  /** What a column is to an equation. */
  enum Kind {
    READ("variable "),
    READ_LAST_YEAR("last year's variable "),
    PARAMETER("parameter "),
    SHOCK("shock "),
    WRITTEN("variable ");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The place of a column in the arrays of a state. */
    double[] in(BlockState state, int slot) {
      return switch (this) {
        case READ, WRITTEN -> state.now[slot];
        case READ_LAST_YEAR -> state.before[slot];
        case PARAMETER -> state.parameter(slot);
        case SHOCK -> state.shocks[slot];
      };
    }

    void lend(BlockState state, int slot, double[] column) {
      switch (this) {
        case READ, WRITTEN -> state.now[slot] = column;
        case READ_LAST_YEAR -> state.before[slot] = column;
        case PARAMETER -> state.parameters[slot] = column;
        case SHOCK -> state.shocks[slot] = column;
      }
    }
  }

  /** What a formula sees in place of the run, with the arrays for one equation at a time. */
  private static final class Shadow {
    final BlockState state;
    final double stale;
    final double unwritten;
    final List<double[]> pool = new ArrayList<>();

    Shadow(BlockState state, double stale, double unwritten) {
      this.state = state;
      this.stale = stale;
      this.unwritten = unwritten;
    }

    double[] column(int place) {
      if (place == pool.size()) {
        double[] column = new double[Block.SIZE];
        Arrays.fill(column, stale);
        pool.add(column);
      }
      return pool.get(place);
    }
  }

  EquationGuard(BlockState real, DoublePredicate refused) {
    this.real = real;
    this.refused = refused;
    this.shadows =
        ImmutableList.of(
            new Shadow(real.shadow(), Double.NaN, Double.NaN),
            new Shadow(real.shadow(), STALE, UNWRITTEN));
  }

  /** Runs a formula for the year and draws of the run. */
  void apply(Block block, Equation equation, List<Column> columns, Formula.Failure.Place place) {
    for (Shadow shadow : shadows) {
      lend(shadow, columns);
      equation.formula().apply(block.in(shadow.state));
      checkInputs(shadow, columns, place);
      spoil(shadow, columns, false);
    }
    for (Column column : columns) {
      if (column.kind == Kind.WRITTEN) {
        checkOutput(column, place);
        double[] written = column.kind.in(shadows.get(0).state, column.slot);
        checkNumbers(column, written, columns, place);
        System.arraycopy(written, 0, real.now[column.slot], 0, real.draws);
      }
    }
    shadows.forEach(shadow -> spoil(shadow, columns, true));
  }

  /** A formula that kept an array must find nothing there that it could go on with. */
  private void spoil(Shadow shadow, List<Column> columns, boolean areOutputs) {
    for (int i = 0; i < columns.size(); i++) {
      if ((columns.get(i).kind == Kind.WRITTEN) == areOutputs) {
        Arrays.fill(shadow.column(i), 0, real.draws, shadow.stale);
      }
    }
  }

  private void lend(Shadow shadow, List<Column> columns) {
    BlockState state = shadow.state;
    state.draws = real.draws;
    state.year = real.year;
    state.fillScratch(shadow.stale, real.draws);
    for (int i = 0; i < columns.size(); i++) {
      Column each = columns.get(i);
      double[] column = shadow.column(i);
      each.kind.lend(state, each.slot, column);
      if (each.kind == Kind.WRITTEN) {
        Arrays.fill(column, 0, real.draws, shadow.unwritten);
      } else {
        System.arraycopy(each.kind.in(real, each.slot), 0, column, 0, real.draws);
      }
    }
  }

  private void checkInputs(Shadow shadow, List<Column> columns, Formula.Failure.Place place) {
    for (Column each : columns) {
      if (each.kind != Kind.WRITTEN
          && differ(each.kind.in(real, each.slot), each.kind.in(shadow.state, each.slot)) >= 0) {
        throw new Formula.Failure(
            place,
            "it must not write to what it only reads, wrote to "
                + each.text()
                + ", which other equations and scenarios read too; work in block.scratch(0)",
            null);
      }
    }
  }

  private void checkOutput(Column column, Formula.Failure.Place place) {
    double[] first = column.kind.in(shadows.get(0).state, column.slot);
    double[] second = column.kind.in(shadows.get(1).state, column.slot);
    int draw = differ(first, second);
    if (draw < 0) {
      return;
    }
    Variable output = (Variable) column.quantity;
    if (Double.isNaN(first[draw]) && second[draw] == UNWRITTEN) {
      throw new Formula.Failure(
          at(draw, place),
          "it must write every draw of "
              + column.text()
              + ", left one unwritten; loop from 0 to block.draws() - 1, in every year",
          output);
    }
    throw new Formula.Failure(
        at(draw, place),
        "it must write the same for the same inputs, gave "
            + first[draw]
            + " and then "
            + second[draw]
            + " for "
            + column.text()
            + "; keep nothing from one call to the next, not even a column, and read neither an"
            + " output nor a scratch column before it is written",
        output);
  }

  /** Place of the first draw in which two columns differ in a bit that counts, or -1. */
  private int differ(double[] first, double[] second) {
    return Arrays.mismatch(first, 0, real.draws, second, 0, real.draws);
  }

  private void checkNumbers(
      Column column, double[] written, List<Column> columns, Formula.Failure.Place place) {
    for (int draw = 0; draw < real.draws; draw++) {
      if (refused.test(written[draw])) {
        throw new Formula.Failure(
            at(draw, place),
            "it made "
                + column.text()
                + (Double.isNaN(written[draw]) ? " NaN, which is no number, " : " infinite ")
                + inputs(draw, columns),
            (Variable) column.quantity);
      }
    }
  }

  private String inputs(int draw, List<Column> columns) {
    String inputs =
        columns.stream()
            .filter(each -> each.kind != Kind.WRITTEN)
            .map(each -> each.text() + " = " + each.kind.in(real, each.slot)[draw])
            .collect(Collectors.joining(", "));
    return inputs.isEmpty() ? "from no column" : "from " + inputs;
  }

  private static Formula.Failure.Place at(int draw, Formula.Failure.Place place) {
    int number = place.firstDraw() + draw;
    return new Formula.Failure.Place(
        place.equation(), place.scenario(), place.year(), number, number);
  }

  /** How many columns it takes of an equation with so many. */
  @Override
  public String toString() {
    return "Guard with " + NumberText.count(shadows.get(0).pool.size(), "column") + " twice";
  }
}
