package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.scoring.Score;

/**
 * Every score of a {@link Hindcast}. Immutable.
 *
 * @param origins from where, in order
 * @param cases by origin, quantity and target; real terms beside cash
 * @param misses what spending missed by, in parts
 * @param hindsight by origin, the ids of the priors that the run read and that were made later:
 *     what they say may know what came
 * @param leftOut by id of a quantity, how many outcomes are not scored, because the quantity itself
 *     was not published of the base year at the origin
 */
public record TrackRecord(
    List<ForecastOrigin> origins,
    List<ScoredCase> cases,
    List<Miss> misses,
    Map<ForecastOrigin, List<String>> hindsight,
    Map<String, Integer> leftOut) {
  /**
   * Copies the lists.
   *
   * @param origins as described above
   * @param cases as described above
   * @param misses as described above
   * @param hindsight as described above
   * @param leftOut as described above
   */
  public TrackRecord {
    origins = ImmutableList.copyOf(origins);
    cases = ImmutableList.copyOf(cases);
    misses = ImmutableList.copyOf(misses);
    hindsight = ImmutableMap.copyOf(hindsight);
    leftOut = ImmutableMap.copyOf(leftOut);
  }

  /**
   * The scores of one quantity.
   *
   * @param quantity which
   * @param terms cash for volumes
   * @return by origin and target; empty if none of it could be scored
   */
  public List<ScoredCase> of(Published quantity, Terms terms) {
    return where(each -> each.quantity().equals(quantity) && each.terms() == terms);
  }

  /**
   * The scores of a group of quantities.
   *
   * @param group which
   * @param terms cash for volumes and placements
   * @return by origin, quantity and target
   */
  public List<ScoredCase> of(Group group, Terms terms) {
    return where(each -> each.quantity().group() == group && each.terms() == terms);
  }

  /**
   * A fingerprint of every number, to compare runs on other machines.
   *
   * @return SHA-256 in hex, of the bits of all scores and misses
   */
  public String digest() {
    Hasher hasher = Hashing.sha256().newHasher();
    for (ScoredCase each : cases) {
      hasher.putUnencodedChars(each.quantity().id() + each.terms() + each.window());
      hasher.putDouble(each.outcome());
      hasher.putDouble(each.range().low()).putDouble(each.range().quarter());
      hasher.putDouble(each.range().median()).putDouble(each.range().threeQuarters());
      hasher.putDouble(each.range().high());
      put(hasher, each.model());
      each.benchmarks().values().forEach(score -> put(hasher, score));
    }
    for (Miss each : misses) {
      hasher.putUnencodedChars(each.label() + each.window()).putDouble(each.all());
      each.parts().values().forEach(hasher::putDouble);
      each.swapped().values().forEach(score -> put(hasher, score));
    }
    return hasher.hash().toString();
  }

  private static void put(Hasher hasher, Score score) {
    hasher.putDouble(score.error()).putDouble(score.crps());
    hasher.putDouble(score.intervalScore()).putDouble(score.pit());
  }

  /**
   * The scores that fit.
   *
   * @param condition which
   * @return by origin, quantity and target
   */
  public List<ScoredCase> where(Predicate<ScoredCase> condition) {
    return cases.stream().filter(condition).toList();
  }
}
