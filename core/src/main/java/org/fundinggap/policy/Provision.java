package org.fundinggap.policy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import org.fundinggap.evidence.Quality;
import org.fundinggap.internal.Checks;
import org.fundinggap.lever.Lever;

/**
 * Something that is law or paid for already: levers with sizes and evidence, of what it does beyond
 * the data of a base year. Immutable.
 *
 * @param id short and stable, such as {@code agency-rules}
 * @param title a few words
 * @param meaning what it is and how the levers stand for it, in our own words
 * @param sources ids of the sources that say that it is so, at least one
 * @param inForce the day from which it acts
 * @param known the day from which that was published, of the latest of the sources
 * @param levers what it changes in later years, at least one; each is felt as far as it has come in
 *     since the base year
 * @param evidence ids of the figures and priors that its sizes and its reach by year come from
 * @param quality the worst quality of that evidence
 */
public record Provision(
    String id,
    String title,
    String meaning,
    List<String> sources,
    LocalDate inForce,
    LocalDate known,
    List<Lever> levers,
    List<String> evidence,
    Quality quality) {
  /**
   * Checks that it says what it is and changes something.
   *
   * @param id as described above
   * @param title as described above
   * @param meaning as described above
   * @param sources as described above
   * @param inForce as described above
   * @param known as described above
   * @param levers as described above
   * @param evidence as described above
   * @param quality as described above
   * @throws IllegalArgumentException if a text is blank, or there is no source, lever or evidence
   */
  public Provision {
    Checks.notBlank(id, "id");
    Checks.notBlank(title, "title");
    Checks.notBlank(meaning, "meaning");
    Checks.atLeast(sources.size(), 1, "number of sources", "name the publication");
    Checks.atLeast(levers.size(), 1, "number of levers", "say what it changes");
    Checks.atLeast(evidence.size(), 1, "number of ids of evidence", "name where sizes come from");
    sources = ImmutableList.copyOf(sources);
    levers = ImmutableList.copyOf(levers);
    evidence = ImmutableList.copyOf(evidence);
  }

  /** Id, title, date and sources. */
  @Override
  public String toString() {
    return id + ", " + title + ", since " + inForce + " (" + String.join(", ", sources) + ")";
  }
}
