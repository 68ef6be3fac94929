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
import java.util.function.DoublePredicate;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Block.Slots;
import org.fundinggap.model.EquationGuard.Column;
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

  private final String name;

  /** Number of the first draw of the block. */
  private int firstDraw;

  /** Null unless equations are watched. */
  private @Nullable EquationGuard guard;

  private boolean watchesAll;

  private record BoundEquation(
      Equation equation, Block block, ImmutableIntArray outputs, ImmutableList<Column> columns) {}

  /**
   * Prepares the columns.
   *
   * @param inputs the numbers, and the model that they are for
   */
  public BlockStepper(Inputs inputs) {
    this(Option.of(inputs.model().name(), inputs), null);
  }

  /**
   * Prepares the columns of a run that takes from another what is the same in both.
   *
   * @param option the numbers, the model that they are for, and the name that failures give
   * @param lender a run on the same draws that is opened and stepped before this one is; null for
   *     none
   */
  public BlockStepper(Option option, @Nullable BlockStepper lender) {
    this.name = option.name();
    this.inputs = option.inputs();
    this.lender = lender;
    this.model = inputs.model();
    this.slots = Slots.slots(model.variables());
    this.usedSlots = new HashMap<>(Slots.slots(model.parameters()));
    usedSlots.putAll(Slots.slots(model.shocks()));
    usedSlots.putAll(Slots.slots(model.schedules()));
    Set<Equation> lent = lender == null ? Set.of() : SharedEquations.of(lender.inputs, inputs);
    this.borrowed = SharedEquations.places(lent, slots, lender == null ? Map.of() : lender.slots);
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
    this.paths = BlockState.paths(inputs, usedSlots);
  }

  private double[] openings() {
    double[] values = new double[slots.size()];
    slots.forEach(
        (variable, slot) ->
            values[slot] =
                borrowed[slot] < 0 ? inputs.opening(variable).orElse(Double.NaN) : Double.NaN);
    return values;
  }

  private BoundEquation bind(Equation equation) {
    Map<Variable, Integer> thisYear = Slots.some(slots, equation.reads());
    thisYear.putAll(Slots.some(slots, equation.writes()));
    Map<Variable, Integer> lastYear = Slots.some(slots, equation.readsLastYear());
    Map<Parameter, Integer> variableParameters = new LinkedHashMap<>();
    equation
        .givenFor()
        .forEach(
            (asked, variable) -> {
              if (asked instanceof Parameter parameter) {
                variableParameters.put(parameter, slot(slots, variable));
              } else if (asked instanceof Variable other) {
                Slots.rename(thisYear, variable, other);
                Slots.rename(lastYear, variable, other);
              }
            });
    Block block =
        new Block(
            equation,
            state,
            new Slots(thisYear),
            new Slots(lastYear),
            new Slots(Slots.some(usedSlots, equation.uses())),
            variableParameters.isEmpty() ? null : new Slots(variableParameters));
    int[] outputs = equation.writes().stream().mapToInt(v -> slot(slots, v)).toArray();
    return new BoundEquation(
        equation, block, ImmutableIntArray.copyOf(outputs), Column.of(equation, slots, usedSlots));
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
                  quantity,
                  from.keySet(),
                  Quantity::name)
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
   * Watches every equation from now on: it must change nothing but its outputs, write these wholly,
   * and write the same for the same inputs. The numbers are those of a run that is not watched,
   * which takes about a third of the time.
   *
   * @param refused which numbers an equation must not write, such as {@code Double::isNaN}
   */
  public void watch(DoublePredicate refused) {
    guard = new EquationGuard(state, Objects.requireNonNull(refused, "refused"));
    watchesAll = true;
  }

  /**
   * Watches as {@link #watch} does, until {@link #trust}, those equations that no run has watched
   * up to its last year so far. Refuses no number.
   */
  public void watchUntried() {
    watch(any -> false);
    watchesAll = false;
  }

  /** Ends {@link #watch} and {@link #watchUntried}. */
  public void trust() {
    guard = null;
  }

  /**
   * Whether every equation that this run works out itself was watched in some run before.
   *
   * @return true if {@link #watchUntried} has nothing to watch
   */
  public boolean isTried() {
    return equations.stream().allMatch(each -> each.equation.isTried());
  }

  /**
   * Sets the base year of the first draws of a run.
   *
   * @param draws how many draws the block holds, 1 to {@link Block#SIZE}
   * @throws IllegalArgumentException if {@code draws} is out of bounds
   * @throws Formula.Failure if an equation fails
   */
  public void open(int draws) {
    open(0, draws);
  }

  /**
   * Sets the base year: opening values, then the equations that work out the rest of it.
   *
   * @param first number of the block's first draw, which failures give
   * @param draws how many draws the block holds, 1 to {@link Block#SIZE}
   * @throws IllegalArgumentException if {@code draws} is out of bounds
   * @throws Formula.Failure if an equation fails
   */
  public void open(int first, int draws) {
    Checks.within(draws, 1, Block.SIZE, "draws", "split more draws into blocks");
    firstDraw = first;
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
   * @throws Formula.Failure if an equation fails
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
    int i = 0;
    try {
      for (; i < sequence.size(); i++) {
        BoundEquation each = sequence.get(i);
        // Columns are reused: what a formula leaves unwritten must show, not hold old numbers.
        for (int j = 0; j < each.outputs.length(); j++) {
          Arrays.fill(state.now[each.outputs.get(j)], 0, state.draws, Double.NaN);
        }
        if (guard == null || (!watchesAll && each.equation.isTried())) {
          each.equation.formula().apply(each.block);
        } else {
          watch(guard, each);
        }
      }
    } catch (Formula.Failure told) {
      throw told;
    } catch (RuntimeException fault) {
      throw new Formula.Failure(place(sequence.get(i)), fault);
    } catch (Error fault) {
      fault.addSuppressed(new Formula.Failure(place(sequence.get(i)), fault));
      throw fault;
    }
  }

  private void watch(EquationGuard by, BoundEquation each) {
    by.apply(each.block, each.equation, each.columns, place(each));
    if (state.year.equals(inputs.years().last())) {
      each.equation.markTried();
    }
  }

  private Formula.Failure.Place place(BoundEquation of) {
    int last = firstDraw + state.draws - 1;
    return new Formula.Failure.Place(of.equation, name, state.year, firstDraw, last);
  }

  /** The model and its years. */
  @Override
  public String toString() {
    return "Steps of " + model + ", " + inputs.years();
  }
}
