package org.fundinggap.lever;

import com.google.common.collect.SetMultimap;
import java.util.List;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;

/**
 * How a change acts. Each kind is a record in a file of its own, which holds its loop, its checks
 * and its words; what only some kinds have is a component of theirs alone.
 */
sealed interface Action extends Change
    permits Known, Multiply, Multiply.Offset, Move, Shift, SetValue, SetByYear, Limit, Rule, Share {

  /** The only type of a change; apart from it so that how changes act stays in this package. */
  static Action of(Change change) {
    return (Action) change;
  }

  /** Its place among the kinds: smaller ones come first. In tens, to leave room between. */
  int order();

  /**
   * Changes a column in place.
   *
   * @param x the values, in a year in which the strength is above zero
   */
  void apply(ChangedColumn x);

  /** Is asked, in every year, of all steps of the kind before the first of them is applied. */
  default void begin(ChangedColumn x) {}

  /**
   * Tells the equation of a quantity what it needs beside the quantity itself.
   *
   * @param equation of one of {@link #changed}
   * @param quantity that one
   */
  default void declare(Equation.Builder equation, Quantity quantity) {
    sizes().forEach(size -> equation.uses(size.parameter()));
  }

  /** Adds what others take over of the target to what they have to pay. */
  default void bill(SetMultimap<Payer, Variable> bills) {}

  /** Reports what is wrong with laying it over a model, but for quantities that it lacks. */
  default void check(LeverChecks checks, Lever lever) {}

  /**
   * Whether two such give different results in different orders, so that a scenario may hold only
   * one of them for a quantity in a year.
   */
  default boolean isOrderSensitive() {
    return false;
  }

  /** Whether two of this kind do so unless both are in full force in all of England. */
  default boolean isOrderSensitiveInPart() {
    return false;
  }

  /** Whether it leaves how strongly the target answers to everything else as it is. */
  default boolean keepsSlopes() {
    return false;
  }

  /**
   * The same with its size times a share; empty if it is not the size that the strength scales.
   *
   * @param part the share
   */
  default Optional<Action> in(Part part) {
    return Optional.empty();
  }

  /** The same with a size fixed, if it is this one's. */
  Action fixing(Parameter parameter, Distribution value, Origin from);

  /** The same with what it holds by year so many years later. */
  default Action delayed(int years) {
    return this;
  }

  @Override
  default List<Quantity> changed() {
    return List.of(target());
  }

  @Override
  default boolean isLike(Change other) {
    return equals(other);
  }
}
