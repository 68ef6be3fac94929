package org.fundinggap.lever;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.InvalidInputException;

/** Lays levers over a model and its numbers. */
public final class Levers {
  private Levers() {}

  /**
   * The model with levers, after 256 draws were run with and without each of those to be tried.
   *
   * @param what is being made, for messages
   * @param base the model and numbers without levers
   * @param given levers that are taken as they are, such as those of what is law; in any order
   * @param tried more levers, in any order; none for no trial
   * @return a model and numbers of their own; the base is not changed
   * @throws InvalidInputException if two share a name, one starts by the base year, names what the
   *     model lacks, sets what another sets in the same year, rests on what it changes in the same
   *     year, or one to be tried changes nothing in any draw, has a size that is more likely a slip
   *     of its unit, or leads out of bounds; all problems at once
   */
  public static Inputs on(String what, Inputs base, List<Lever> given, List<Lever> tried) {
    Objects.requireNonNull(what, "what");
    List<Lever> all = Stream.concat(given.stream(), tried.stream()).toList();
    InvalidInputException.throwIfAny(what, LeverChecks.problems(base, all));
    Inputs laid = LeverLaying.on(what, base, all);
    if (!tried.isEmpty()) {
      InvalidInputException.throwIfAny(what, LeverTrial.unusual(base, tried));
      InvalidInputException.throwIfAny(what, LeverTrial.problems(base, all, tried));
    }
    return laid;
  }

  /**
   * What levers that were laid over a model and its numbers left in them.
   *
   * @param inputs of any model
   * @return equations of levers, equations with known values and paths that levers set, by name;
   *     empty if there are no levers
   */
  public static List<String> traces(Inputs inputs) {
    Stream<String> equations =
        inputs.model().equations().stream().filter(LeverEquations::isOfLevers).map(Equation::id);
    Stream<String> paths =
        inputs.model().schedules().stream()
            .filter(path -> inputs.origin(path).method().contains(SetByYear.Paths.SET_BY))
            .map(Schedule::name);
    return Stream.concat(equations, paths).toList();
  }

  /**
   * The same levers with a size fixed in those that have it.
   *
   * @param levers any number
   * @param size the parameter of a size
   * @param value its distribution from now on
   * @param origin where that comes from
   * @return levers in the same order
   */
  public static List<Lever> fixing(
      List<Lever> levers, Parameter size, Distribution value, Origin origin) {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
    return levers.stream().map(lever -> lever.fixing(size, value, origin)).toList();
  }
}
