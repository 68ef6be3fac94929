package org.fundinggap.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One or more faults in what was given, all reported at once. */
public final class InvalidInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** One sentence a problem. */
  private final ArrayList<String> problems;

  /**
   * An exception that lists every problem found.
   *
   * @param what what was being read or built, for the first line of the message
   * @param problems one sentence a problem: name, value, bound, fix; not empty
   */
  public InvalidInputException(String what, List<String> problems) {
    super(
        Objects.requireNonNull(what, "what")
            + ": "
            + problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + "\n  - "
            + String.join("\n  - ", problems));
    this.problems = new ArrayList<>(problems);
  }

  /**
   * Throws if there are problems; does nothing otherwise.
   *
   * @param what what was being read or built
   * @param problems the problems found; may be empty
   * @throws InvalidInputException if {@code problems} is not empty
   */
  public static void throwIfAny(String what, List<String> problems) {
    Objects.requireNonNull(what, "what");
    if (!problems.isEmpty()) {
      throw new InvalidInputException(what, problems);
    }
  }

  /**
   * The problems, in the order in which they were found.
   *
   * @return an immutable copy, never empty
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
