package org.fundinggap.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.evidence.Quality;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Markup;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;

/**
 * One measure that a document proposes or a trial tested: levers with sizes and evidence, or, where
 * it only measures, the outputs that it asks for. Immutable.
 *
 * @param id short and stable, such as {@code appgc-6}
 * @param sources ids of the sources that describe it, at least one
 * @param number its number among the measures of its document, from 1
 * @param title a few words
 * @param meaning what it is and how the levers stand for it, in our own words
 * @param levers what it changes; empty if it only measures
 * @param moves outputs that it moves, each with its declared direction; empty if it only measures
 * @param reports outputs that it asks for; empty if it changes something
 * @param evidence ids of the figures, series and priors that its sizes, costs and reach come from
 * @param quality the worst quality of that evidence; empty if it only measures
 * @param isAssumed whether any of that evidence is an assumption
 * @param inForce what of it is already in force or paid for, since when, and the source that says
 *     so; empty if nothing is known to be
 * @param derivations how each size of its levers was worked out, by the parameter that holds it: in
 *     terms of ids of the register, values of series such as {@code cases[2024-25]}, the index of
 *     prices of a year, {@code prices(2024-25)}, and plain numbers
 */
public record Measure(
    String id,
    List<String> sources,
    int number,
    String title,
    String meaning,
    List<Lever> levers,
    List<Movement> moves,
    List<Variable> reports,
    List<String> evidence,
    Optional<Quality> quality,
    boolean isAssumed,
    String inForce,
    Map<Parameter, String> derivations) {
  /**
   * Checks that it either changes something or reports something.
   *
   * @param id as described above
   * @param sources as described above
   * @param number as described above
   * @param title as described above
   * @param meaning as described above
   * @param levers as described above
   * @param moves as described above
   * @param reports as described above
   * @param evidence as described above
   * @param quality as described above
   * @param isAssumed as described above
   * @param inForce as described above
   * @param derivations as described above
   * @throws IllegalArgumentException if a text is blank, there is no source, the number is below 1,
   *     or the measure has levers without movements and evidence, or neither levers nor reports
   */
  public Measure {
    Checks.notBlank(id, "id");
    Checks.notBlank(title, "title");
    Checks.notBlank(meaning, "meaning");
    Checks.atLeast(sources.size(), 1, "number of sources", "name the document");
    Checks.atLeast(number, 1, "number", "count from 1");
    boolean changes = !levers.isEmpty();
    if (changes != !moves.isEmpty()
        || changes != quality.isPresent()
        || changes == !reports.isEmpty()) {
      throw new IllegalArgumentException(
          "measure "
              + id
              + " must have levers, movements and evidence, or reports alone, had "
              + levers.size()
              + " levers, "
              + moves.size()
              + " movements, "
              + evidence.size()
              + " ids of evidence and "
              + reports.size()
              + " reports; give the one or the other");
    }
    sources = ImmutableList.copyOf(sources);
    levers = ImmutableList.copyOf(levers);
    moves = ImmutableList.copyOf(moves);
    reports = ImmutableList.copyOf(reports);
    evidence = ImmutableList.copyOf(evidence);
    derivations = ImmutableMap.copyOf(derivations);
  }

  /**
   * How a size of its levers was worked out.
   *
   * @param size of a change, a cost or a share behind them; see {@link Lever#sizes}
   * @return such as {@code measure-advocacy-hours x social-worker-hour-client-related}
   * @throws IllegalArgumentException if none of its levers has it
   */
  public String derivation(Change.Size size) {
    String derivation = derivations.get(size.parameter());
    if (derivation == null) {
      throw new IllegalArgumentException(
          "measure " + id + " must have the size " + size.parameter().name() + ", had not");
    }
    return derivation;
  }

  /**
   * Whether it changes nothing and only asks for numbers.
   *
   * @return true if it has no levers
   */
  public boolean isMeasurement() {
    return levers.isEmpty();
  }

  /** Id, title and sources, such as {@code appgc-6, less churn (SEED-0, SEED-1)}. */
  @Override
  public String toString() {
    return Markup.oneLine(id + ", " + title + " (" + String.join(", ", sources) + ")");
  }
}
