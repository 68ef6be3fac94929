package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Lays levers over a model and, where the model refuses what comes of it, finds which of them it
 * is: the model knows equations, and the reader levers.
 */
final class LeverLaying {
  private static final String CYCLE = "need each other in one year";
  private static final String ORDER = "must come after";

  private LeverLaying() {}

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
  static Inputs on(String what, Inputs base, List<Lever> levers) {
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
