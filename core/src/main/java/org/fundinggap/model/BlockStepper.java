package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * Steps one model with its inputs through the years, a block of draws at a time. The usual way to
 * run a model is a {@code Simulation}, which stands above this package and drives one of these a
 * scenario; on its own it serves to try equations on numbers of one's own.
 *
 * <p>Whoever runs it fills the parameter columns, calls {@link #open}, then for each further year
 * fills the shock columns and calls {@link #step}. Columns are reused from block to block; an
 * instance belongs to one thread.
 *
 * <p>In the base year, an equation whose outputs all have an opening value is not run (the opening
 * values are the published ones); every other equation is, with shocks at zero. So base-year costs
 * and gaps come out of the same equations as later ones.
 */
public final class BlockStepper {
  private final Model model;
  private final Inputs inputs;
  private final BlockState state;
  private final Map<Variable, Integer> slots;
  private final Map<Quantity, Integer> usedSlots;
  private final ImmutableList<BoundEquation> equations;
  private final ImmutableList<BoundEquation> baseYearEquations;
  private final @Nullable BlockStepper lender;

  /** By place, the same variable's place at the lender; -1 where the run works it out itself. */
  private final int[] borrowed;

  /** By place, the value in the base year; NaN where there is none or it is borrowed. */
  private final double[] openings;

  /** By year and place. */
  private final double[][] paths;

  private final Set<Quantity> used = new HashSet<>();

  private record BoundEquation(Formula formula, Block block, ImmutableIntArray outputs) {}

  /**
   * Prepares the columns.
   *
   * @param inputs the numbers, and the model that they are for
   */
  public BlockStepper(Inputs inputs) {
    this(inputs, null);
  }

  /**
   * Prepares the columns of a run that takes from another what is the same in both.
   *
   * @param inputs the numbers, and the model that they are for
   * @param lender a run on the same draws that is opened and stepped before this one is; null for
   *     none
   */
  public BlockStepper(Inputs inputs, @Nullable BlockStepper lender) {
    this.lender = lender;
    this.model = inputs.model();
    this.inputs = inputs;
    this.slots = slots(model.variables());
    this.usedSlots = new HashMap<>(slots(model.parameters()));
    usedSlots.putAll(slots(model.shocks()));
    usedSlots.putAll(slots(model.schedules()));
    Set<Equation> lent = lender == null ? Set.of() : SharedEquations.of(lender.inputs, inputs);
    this.borrowed = borrowed(lent);
    this.state = new BlockState(model, inputs.years().first(), borrowed);
    ImmutableList.Builder<BoundEquation> all = ImmutableList.builder();
    ImmutableList.Builder<BoundEquation> inBaseYear = ImmutableList.builder();
    for (Equation equation : model.equations()) {
      if (lent.contains(equation)) {
        continue;
      }
      used.addAll(equation.uses());
      BoundEquation bound = bind(equation);
      all.add(bound);
      if (!equation.writes().stream().allMatch(v -> inputs.opening(v).isPresent())) {
        inBaseYear.add(bound);
      }
    }
    this.equations = all.build();
    this.baseYearEquations = inBaseYear.build();
    this.openings = openings();
    this.paths = paths();
  }

  private int[] borrowed(Set<Equation> lent) {
    int[] places = new int[slots.size()];
    Arrays.fill(places, -1);
    if (lender != null) {
      for (Equation equation : lent) {
        equation.writes().forEach(v -> places[slot(slots, v)] = slot(lender.slots, v));
      }
    }
    return places;
  }

  private double[] openings() {
    double[] values = new double[slots.size()];
    slots.forEach(
        (variable, slot) ->
            values[slot] =
                borrowed[slot] < 0 ? inputs.opening(variable).orElse(Double.NaN) : Double.NaN);
    return values;
  }

  private double[][] paths() {
    double[][] values = new double[inputs.years().length()][model.schedules().size()];
    for (FinancialYear year : inputs.years().years()) {
      for (Schedule path : model.schedules()) {
        values[inputs.years().indexOf(year)][slot(usedSlots, path)] = inputs.schedule(path, year);
      }
    }
    return values;
  }

  private static <T extends Quantity> Map<T, Integer> slots(Iterable<T> quantities) {
    Map<T, Integer> slots = new LinkedHashMap<>();
    for (T quantity : quantities) {
      slots.put(quantity, slots.size());
    }
    return slots;
  }

  private BoundEquation bind(Equation equation) {
    Map<Variable, Integer> thisYear = some(slots, equation.reads());
    thisYear.putAll(some(slots, equation.writes()));
    Map<Variable, Integer> lastYear = some(slots, equation.readsLastYear());
    Map<Parameter, Integer> variableParameters = new LinkedHashMap<>();
    equation
        .givenFor()
        .forEach(
            (asked, variable) -> {
              if (asked instanceof Parameter parameter) {
                variableParameters.put(parameter, slot(slots, variable));
              } else if (asked instanceof Variable other) {
                rename(thisYear, variable, other);
                rename(lastYear, variable, other);
              }
            });
    Block block =
        new Block(
            equation,
            state,
            new Slots(thisYear),
            new Slots(lastYear),
            new Slots(some(usedSlots, equation.uses())),
            variableParameters.isEmpty() ? null : new Slots(variableParameters));
    int[] outputs = equation.writes().stream().mapToInt(v -> slot(slots, v)).toArray();
    return new BoundEquation(equation.formula(), block, ImmutableIntArray.copyOf(outputs));
  }

  /** Lets a formula find a column under the name by which it asks. */
  private static void rename(Map<Variable, Integer> some, Variable declared, Variable asked) {
    Integer slot = some.remove(declared);
    if (slot != null) {
      some.put(asked, slot);
    }
  }

  private static <T extends Quantity> Map<T, Integer> some(
      Map<T, Integer> slots, Iterable<? extends T> wanted) {
    Map<T, Integer> some = new LinkedHashMap<>();
    for (T quantity : wanted) {
      some.put(quantity, Objects.requireNonNull(slots.get(quantity), quantity.name()));
    }
    return some;
  }

  /**
   * Whether this run itself needs a parameter or shock; if not, its column need not be filled.
   *
   * @param quantity a parameter or shock of the model
   * @return false if all that uses it is borrowed
   */
  public boolean uses(Quantity quantity) {
    return used.contains(quantity);
  }

  /**
   * Reads a parameter from a column of the caller's, which other runs may read too.
   *
   * @param parameter a parameter of the model
   * @param column {@link Block#SIZE} elements, to be filled before {@link #open}
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public void take(Parameter parameter, double[] column) {
    state.parameters[slot(usedSlots, parameter)] = column;
  }

  /**
   * Reads a shock from a column of the caller's, which other runs may read too. In the base year
   * the run has zeros all the same.
   *
   * @param shock a shock of the model
   * @param column {@link Block#SIZE} elements, to be filled before each {@link #step}
   * @throws IllegalArgumentException if the model has no such shock
   */
  public void take(Shock shock, double[] column) {
    state.drawnShocks[slot(usedSlots, shock)] = column;
  }

  /**
   * The column that holds a parameter's draws, to be filled before {@link #open} unless it was
   * taken from elsewhere.
   *
   * @param parameter a parameter of the model
   * @return the column, {@link Block#SIZE} elements
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public double[] column(Parameter parameter) {
    return state.parameter(slot(usedSlots, parameter));
  }

  /**
   * The column that holds a shock's draws of the current year. To be filled before each {@link
   * #step} unless it was taken from elsewhere.
   *
   * @param shock a shock of the model
   * @return the column, {@link Block#SIZE} elements
   * @throws IllegalArgumentException if the model has no such shock
   */
  public double[] column(Shock shock) {
    return state.shocks[slot(usedSlots, shock)];
  }

  /**
   * The results of a variable for the current year; overwritten two steps later.
   *
   * @param variable a variable of the model
   * @return the column, {@link Block#SIZE} elements
   * @throws IllegalArgumentException if the model has no such variable
   */
  public double[] column(Variable variable) {
    return state.now[slot(slots, variable)];
  }

  private <T extends Quantity> int slot(Map<? extends T, Integer> from, T quantity) {
    Integer slot = from.get(quantity);
    if (slot == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
                  "quantity must be of model " + model.name(),
                  quantity.name(),
                  from.keySet().stream().map(Quantity::name).toList())
              + "; ask for what one of its equations uses or writes");
    }
    return slot;
  }

  /**
   * The year whose results the columns hold.
   *
   * @return the base year after {@link #open}, one more after each {@link #step}
   */
  public FinancialYear year() {
    return state.year;
  }

  /**
   * Sets the base year: opening values, then the equations that work out the rest of it.
   *
   * @param draws how many draws the block holds, 1 to {@link Block#SIZE}
   * @throws IllegalArgumentException if {@code draws} is out of bounds
   */
  public void open(int draws) {
    Checks.within(draws, 1, Block.SIZE, "draws", "split more draws into blocks");
    state.open(draws, inputs.years().first());
    for (int slot = 0; slot < openings.length; slot++) {
      if (!Double.isNaN(openings[slot])) {
        Arrays.fill(state.now[slot], openings[slot]);
      }
    }
    borrow();
    run(baseYearEquations);
  }

  /**
   * Works out the next year from the current one.
   *
   * @throws IllegalStateException if the block was not opened or its last year is worked out
   */
  public void step() {
    if (state.draws == 0 || state.year.equals(inputs.years().last())) {
      throw new IllegalStateException(
          "step must follow open and end at "
              + inputs.years().last()
              + (state.draws == 0 ? ", was before open" : ", was after it")
              + "; call open first, then step once for each later year");
    }
    state.turnYear();
    borrow();
    run(equations);
  }

  /** Takes over the lender's columns of this year; last year's were taken over a step ago. */
  private void borrow() {
    if (lender == null) {
      return;
    }
    if (!lender.year().equals(state.year) || lender.state.draws != state.draws) {
      throw new IllegalStateException(
          "lender must be at "
              + state.year
              + " first, was at "
              + lender.year()
              + "; run it before");
    }
    for (int slot = 0; slot < borrowed.length; slot++) {
      if (borrowed[slot] >= 0) {
        state.now[slot] = lender.state.now[borrowed[slot]];
      }
    }
  }

  private void run(ImmutableList<BoundEquation> sequence) {
    double[] ofYear = paths[inputs.years().indexOf(state.year)];
    System.arraycopy(ofYear, 0, state.paths, 0, ofYear.length);
    for (int i = 0; i < sequence.size(); i++) {
      BoundEquation equation = sequence.get(i);
      // Columns are reused: what a formula leaves unwritten must show, not hold old numbers.
      for (int j = 0; j < equation.outputs.length(); j++) {
        Arrays.fill(state.now[equation.outputs.get(j)], 0, state.draws, Double.NaN);
      }
      equation.formula.apply(equation.block);
    }
  }

  /** The model and its years. */
  @Override
  public String toString() {
    return "Steps of " + model + ", " + inputs.years();
  }
}
