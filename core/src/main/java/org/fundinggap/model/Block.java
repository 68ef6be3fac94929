package org.fundinggap.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * What one equation sees of a block of draws in one year: columns of one number a draw.
 *
 * <p>A column is a {@code double[]} of {@link #SIZE} elements; the first {@link #draws()} of them
 * count. Input columns must not be changed: other equations and scenarios read them too. Asking for
 * a column that the equation does not declare is an error, so that the declared dependencies are
 * the real ones.
 */
public final class Block {
  /** How many draws a block holds: 8 KiB a column, so that a year's columns stay in cache. */
  public static final int SIZE = 1024;

  /** How many scratch columns there are. */
  public static final int SCRATCH = 32;

  private final Equation equation;
  private final BlockState state;
  private final Slots thisYear;
  private final Slots lastYear;
  private final Slots used;

  /** Null where no parameter is varied, as nearly everywhere. */
  private final @Nullable Slots variableParameters;

  Block(
      Equation equation,
      BlockState state,
      Slots thisYear,
      Slots lastYear,
      Slots used,
      @Nullable Slots variableParameters) {
    this.equation = equation;
    this.state = state;
    this.thisYear = thisYear;
    this.lastYear = lastYear;
    this.used = used;
    this.variableParameters = variableParameters;
  }

  /** The same view of other columns. */
  Block in(BlockState other) {
    return new Block(equation, other, thisYear, lastYear, used, variableParameters);
  }

  /**
   * How many draws the block holds.
   *
   * @return 1 to {@link #SIZE}
   */
  public int draws() {
    return state.draws;
  }

  /**
   * The year being worked out.
   *
   * @return the year
   */
  public FinancialYear year() {
    return state.year;
  }

  /**
   * This year's column of a variable, to read an input or to fill an output.
   *
   * @param variable declared under reads or writes
   * @return the column
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double[] column(Variable variable) {
    return state.now[declared(thisYear, variable, "reads")];
  }

  /**
   * Last year's column of a variable. In the base year no equation that asks for it is run.
   *
   * @param variable declared under readsLastYear
   * @return the column
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double[] lastYear(Variable variable) {
    return state.before[declared(lastYear, variable, "readsLastYear")];
  }

  /**
   * The column of a parameter; the same in every year unless something varies it.
   *
   * @param parameter declared under uses
   * @return the column
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double[] column(Parameter parameter) {
    int varied = variableParameters == null ? -1 : variableParameters.slot(parameter);
    return varied >= 0 ? state.now[varied] : state.parameter(declared(used, parameter, "uses"));
  }

  /**
   * The column of a parameter as it is in the base year, whatever varies it later.
   *
   * @param parameter declared under usesOfBaseYear
   * @return the column
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double[] baseYear(Parameter parameter) {
    if (!equation.usesOfBaseYear().contains(parameter)) {
      throw undeclared(parameter, "usesOfBaseYear");
    }
    return state.parameter(declared(used, parameter, "usesOfBaseYear"));
  }

  /**
   * This year's column of a shock: standard normal numbers; zeros in the base year.
   *
   * @param shock declared under uses
   * @return the column
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double[] column(Shock shock) {
    return state.shocks[declared(used, shock, "uses")];
  }

  /**
   * This year's value of a schedule.
   *
   * @param schedule declared under uses
   * @return the value, the same for every draw
   * @throws IllegalArgumentException if the equation does not declare it
   */
  public double value(Schedule schedule) {
    return state.paths[declared(used, schedule, "uses")];
  }

  /**
   * A column to work in; what it holds at first is undefined, and other equations use it too.
   *
   * @param index which one, 0 to {@link #SCRATCH} - 1
   * @return the column
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] scratch(int index) {
    if (index < 0 || index >= SCRATCH) {
      throw new IllegalArgumentException(
          "index of scratch in equation "
              + equation.id()
              + " must be in [0, "
              + (SCRATCH - 1)
              + "], was "
              + index
              + "; use fewer columns at a time");
    }
    return state.scratch(index);
  }

  private int declared(Slots slots, Quantity quantity, String declaration) {
    int slot = slots.slot(quantity);
    if (slot < 0) {
      throw undeclared(quantity, declaration);
    }
    return slot;
  }

  private IllegalArgumentException undeclared(Quantity quantity, String declaration) {
    return new IllegalArgumentException(
        "equation "
            + equation.id()
            + " must declare "
            + quantity.name()
            + " before it uses it, did not; add it to "
            + declaration);
  }

  /** How many draws, for which equation, in which year. */
  @Override
  public String toString() {
    return "Block of " + NumberText.count(draws(), "draw") + " for " + equation + ", " + year();
  }

  /**
   * The places of some quantities' columns. Equations ask with the same few objects for every block
   * and year, so identity is tried first: a hash of a record costs more than the loop over them.
   */
  static final class Slots {
    private final Map<Quantity, Integer> all;
    private final Quantity[] keys;
    private final int[] slots;

    Slots(Map<? extends Quantity, Integer> all) {
      this.all = new HashMap<>(all);
      this.keys = all.keySet().toArray(Quantity[]::new);
      this.slots = all.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Places from 0 for some quantities, in their order. */
    static <T extends Quantity> Map<T, Integer> slots(Iterable<T> quantities) {
      Map<T, Integer> slots = new LinkedHashMap<>();
      for (T quantity : quantities) {
        slots.put(quantity, slots.size());
      }
      return slots;
    }

    /** The places of some of the quantities that have one. */
    static <T extends Quantity> Map<T, Integer> some(
        Map<T, Integer> slots, Iterable<? extends T> wanted) {
      Map<T, Integer> some = new LinkedHashMap<>();
      for (T quantity : wanted) {
        some.put(quantity, Objects.requireNonNull(slots.get(quantity), quantity.name()));
      }
      return some;
    }

    /** Lets a formula find a column under the name by which it asks. */
    static void rename(Map<Variable, Integer> some, Variable declared, Variable asked) {
      Integer slot = some.remove(declared);
      if (slot != null) {
        some.put(asked, slot);
      }
    }

    /** The place of a quantity, or -1 if it has none. */
    @SuppressWarnings("ReferenceEquality") // a short cut; what it misses is found by equality
    int slot(Quantity quantity) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == quantity) {
          return slots[i];
        }
      }
      @Nullable Integer slot = all.get(quantity);
      return slot == null ? -1 : slot;
    }
  }
}
