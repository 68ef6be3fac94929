package org.fundinggap.estimation;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
  private static final String MADE_FROM = "; made from ";
  private static final int NAMED = 12;

  private Culprits() {}

  /**
   * Makes a number; a refusal names what it is made from.
   *
   * @param ids of the evidence that it is made from; may be empty
   * @param maker makes it
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
      throw new IllegalArgumentException(message + MADE_FROM + String.join(", ", ids), e);
    }
  }

  /**
   * Calibrates; a refusal says the value of each number of the register that it names.
   *
   * @param evidence the register
   * @param year the base year
   * @param maker calibrates
   * @return what it made
   * @throws InvalidInputException in place of any refusal of {@code maker}: its problems, and a last
   *     one that states each id in them with year and value
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
      InvalidInputException stated = new InvalidInputException("baseline of " + year, problems);
      stated.initCause(e);
      throw stated;
    }
  }

  private static String values(EvidenceBase evidence, FinancialYear year, List<String> problems) {
    Set<String> ids = new LinkedHashSet<>();
    for (String problem : problems) {
      WORDS.splitToStream(problem).filter(evidence::knows).forEach(ids::add);
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
    return "figure " + evidence.figure(id);
  }
}
