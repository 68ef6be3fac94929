package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.scoring.Score;

/**
 * What a projection of spending missed by, and of what that was made.
 *
 * <p>In every draw a part is swapped for what came: prices, the number of children of each block,
 * the real cost of each child. {@link #parts} are the changes of the logarithm that the swaps make,
 * each the mean over all orders in which the three can be swapped (Shapley 1953) and over draws, so
 * they add up to {@link #all} exactly. {@link #swapped} are the scores that remain when some are
 * known.
 *
 * @param label what was spent on
 * @param window from which origin, to which year
 * @param all mean over draws of the logarithm of what was spent over the draw
 * @param parts of that; every {@link Part}
 * @param swapped scores of what was spent when some parts are as they came; the empty set is the
 *     model as it stands; not all three together, which leaves nothing uncertain
 */
public record Miss(
    String label,
    Window window,
    double all,
    Map<Part, Double> parts,
    Map<Set<Part>, Score> swapped) {
  /**
   * Checks and copies the maps.
   *
   * @param label as described above
   * @param window as described above
   * @param all as described above
   * @param parts as described above
   * @param swapped as described above
   */
  public Miss {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(window, "window");
    parts = ImmutableMap.copyOf(parts);
    swapped = ImmutableMap.copyOf(swapped);
  }

  /**
   * One part.
   *
   * @param part which
   * @return in logarithms; plus means that the model had too little of it
   */
  public double part(Part part) {
    return Objects.requireNonNull(parts.get(part));
  }

  /**
   * The score when some parts are as they came.
   *
   * @param known which; fewer than all three
   * @return the score
   * @throws IllegalArgumentException if all three are named
   */
  public Score knowing(Part... known) {
    Score score = swapped.get(Set.of(known));
    if (score == null) {
      throw new IllegalArgumentException(
          "known parts must be fewer than all, were " + Set.of(known) + "; leave one out");
    }
    return score;
  }
}
