package org.fundinggap.estimation;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Names the evidence behind a refusal, so that whoever reads it knows which row to look at.
 *
 * <p>What estimates a number knows the ids of what it is made from; what holds the register knows
 * their values. The first puts the ids into the message, the second the values behind it.
 */
public final class Culprits {
  private static final Splitter WORDS = Splitter.onPattern("[^a-z0-9-]+").omitEmptyStrings();
  private static final Splitter NAMES = Splitter.onPattern("[^A-Za-z0-9.]+").omitEmptyStrings();
  private static final String MADE_FROM = "; made from ";
  private static final int NAMED = 12;

  private Culprits() {}

  /**
   * Makes a number; a refusal names what it is made from.
   *
   * @param ids of the evidence that it is made from; may be empty
   * @param maker makes it
   * @param <T> what it is
   * @return the number
   * @throws IllegalArgumentException as {@code maker}, with the ids at the end of its message
   */
  public static <T> T naming(Set<String> ids, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      if (ids.isEmpty() || message.contains(MADE_FROM)) {
        throw e;
      }
      String from = MADE_FROM + String.join(", ", ids);
      if (e instanceof InvalidInputException several) {
        throw several(several, problem -> problem + from);
      }
      throw new IllegalArgumentException(message + from, e);
    }
  }

  /**
   * Finishes something of several parts; a problem that names parts also names their evidence.
   *
   * @param byName ids of the evidence of each part, by its name
   * @param maker finishes it
   * @param <T> what that is
   * @return what it made
   * @throws IllegalArgumentException as {@code maker}, with the ids behind each such problem
   */
  public static <T> T namingParts(Map<String, Set<String>> byName, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidInputException e) {
      throw several(e, problem -> problem + behind(byName, problem));
    }
  }

  private static String behind(Map<String, Set<String>> byName, String problem) {
    Set<String> ids = new LinkedHashSet<>();
    NAMES.splitToStream(problem).forEach(name -> ids.addAll(byName.getOrDefault(name, Set.of())));
    return ids.isEmpty() || problem.contains(MADE_FROM) ? "" : MADE_FROM + String.join(", ", ids);
  }

  private static InvalidInputException several(
      InvalidInputException e, UnaryOperator<String> change) {
    InvalidInputException changed =
        new InvalidInputException(what(e), e.problems().stream().map(change).toList());
    changed.initCause(e);
    return changed;
  }

  /** What was read or built, which the first line of the message says. */
  private static String what(InvalidInputException e) {
    String message = String.valueOf(e.getMessage());
    int counted = message.indexOf(": " + e.problems().size() + " problem");
    return message.substring(0, Math.max(0, counted));
  }

  /**
   * Calibrates; a refusal says the value of each number of the register behind it.
   *
   * @param evidence the register
   * @param year the base year
   * @param maker calibrates
   * @param <T> what that is
   * @return what it made
   * @throws InvalidInputException in place of any refusal of {@code maker}: its problems, and a
   *     last one that states year and value of each id that they are made from
   */
  public static <T> T stated(EvidenceBase evidence, FinancialYear year, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      List<String> problems =
          new ArrayList<>(
              e instanceof InvalidInputException several
                  ? several.problems()
                  : List.of(String.valueOf(e.getMessage())));
      String values = values(evidence, year, problems);
      if (values.isEmpty()) {
        throw e;
      }
      problems.add("look at what these numbers are made from: " + values);
      String what = e instanceof InvalidInputException several ? what(several) : "";
      InvalidInputException stated =
          new InvalidInputException(what.isEmpty() ? "numbers of " + year : what, problems);
      stated.initCause(e);
      throw stated;
    }
  }

  private static String values(EvidenceBase evidence, FinancialYear year, List<String> problems) {
    Set<String> ids = new LinkedHashSet<>();
    for (String problem : problems) {
      int from = problem.indexOf(MADE_FROM);
      if (from >= 0) {
        WORDS.splitToStream(problem.substring(from)).filter(evidence::knows).forEach(ids::add);
      }
    }
    int more = ids.size() - NAMED;
    return ids.stream()
            .limit(NAMED)
            .map(id -> value(evidence, year, id))
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String value(EvidenceBase evidence, FinancialYear year, String id) {
    if (evidence.hasSeries(id)) {
      Series series = evidence.series(id);
      boolean held = !series.timing().isCalendar() && series.has(year);
      return id + (held ? " " + series.at(year) + " in " + year : " (" + series + ")");
    }
    if (evidence.hasPrior(id)) {
      Prior prior = evidence.prior(id);
      return "prior "
          + id
          + " "
          + prior.centre()
          + (prior.spread() > 0 ? " with spread " + prior.spread() : "")
          + (Double.isFinite(prior.lower()) || Double.isFinite(prior.upper())
              ? " in [" + prior.lower() + ", " + prior.upper() + "]"
              : "");
    }
    return "figure " + id + " (" + evidence.figure(id) + ")";
  }
}
