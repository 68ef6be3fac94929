package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Lays levers over a model and its numbers, and, where the model refuses what comes of it, finds
 * which of them it is: the model knows equations, and the reader levers.
 */
public final class Levers {
  private static final String CYCLE = "need each other in one year";
  private static final String ORDER = "must come after";

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
    Inputs laid = laid(what, base, all);
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

  /** One change or cost of a lever. */
  private record Piece(Lever lever, @Nullable Change change, @Nullable OwnCost cost) {
    Lever alone() {
      return new Lever(
          lever.name(),
          lever.timetable(),
          change == null ? List.of() : List.of(change),
          cost == null ? List.of() : List.of(cost),
          lever.isBeyondUsual());
    }

    @Override
    public String toString() {
      return "lever \"" + lever.name() + "\": " + (change == null ? "costs " + cost : change);
    }
  }

  /**
   * The model and numbers with levers.
   *
   * @param what is being made, for messages
   * @param base without levers
   * @param levers which {@link LeverChecks} found nothing wrong with
   * @throws InvalidInputException if the model refuses it, by the changes and costs that it takes
   */
  private static Inputs laid(String what, Inputs base, List<Lever> levers) {
    try {
      return LeverEquations.on(base, levers, true);
    } catch (InvalidInputException refused) {
      InvalidInputException named =
          new InvalidInputException(what, List.of(problem(base, levers, refused)));
      named.initCause(refused);
      throw named;
    }
  }

  /** The least that is still refused: what can be left out without a change is left out. */
  private static String problem(Inputs base, List<Lever> levers, InvalidInputException refused) {
    List<Piece> needed = new ArrayList<>(pieces(levers));
    InvalidInputException least = refused;
    for (Piece piece : List.copyOf(needed)) {
      List<Piece> rest = new ArrayList<>(needed);
      rest.remove(piece);
      InvalidInputException still = rest.isEmpty() ? null : refusal(base, rest);
      if (still != null) {
        needed = rest;
        least = still;
      }
    }
    String culprits = needed.stream().map(Piece::toString).collect(Collectors.joining("; with "));
    String why = String.join("; ", least.problems());
    return why.contains(CYCLE) || why.contains(ORDER)
        ? culprits
            + " must not rest on what follows from what it changes in the same year, did ("
            + why.substring(0, why.indexOf(';'))
            + "); rest it on what does not follow from it, such as the number of children, or give"
            + " a whole amount"
        : culprits + " can't be laid over the model: " + why;
  }

  private static List<Piece> pieces(List<Lever> levers) {
    List<Piece> pieces = new ArrayList<>();
    for (Lever lever : levers) {
      lever.changes().forEach(change -> pieces.add(new Piece(lever, change, null)));
      lever.costs().forEach(cost -> pieces.add(new Piece(lever, null, cost)));
    }
    return pieces;
  }

  private static @Nullable InvalidInputException refusal(Inputs base, List<Piece> pieces) {
    try {
      LeverEquations.on(base, pieces.stream().map(Piece::alone).toList(), true);
      return null;
    } catch (InvalidInputException refused) {
      return refused;
    }
  }
}
