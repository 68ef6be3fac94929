package org.fundinggap.search;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundinggap.scenario.Scenario;

/**
 * The scenario of every set of options that makes one. A set is a number, whose bit i says whether
 * it has option i.
 *
 * @param options their names
 * @param scenarios by set, rising; doing nothing and every single option are there
 * @param refused the sets that make no scenario, with the reasons
 */
record PortfolioSets(
    List<String> options,
    NavigableMap<Integer, Scenario> scenarios,
    List<PortfolioResult.Refused> refused) {

  static PortfolioSets of(
      Scenario baseline, List<String> options, Function<Set<String>, Scenario> scenarioOf) {
    PortfolioSets sets = new PortfolioSets(options, new TreeMap<>(), new ArrayList<>());
    sets.scenarios.put(0, baseline.named(baseline.name() + ", with []"));
    for (int set = 1; set < 1 << options.size(); set++) {
      sets.add(set, scenarioOf);
    }
    return sets;
  }

  private void add(int set, Function<Set<String>, Scenario> scenarioOf) {
    List<String> chosen = names(set);
    try {
      Scenario scenario = scenarioOf.apply(ImmutableSet.copyOf(chosen));
      scenarios.put(set, scenario.named(scenario.name() + ", with " + chosen));
    } catch (IllegalArgumentException reason) {
      if (chosen.size() == 1) {
        throw new IllegalArgumentException(
            "option must make a scenario alone, was refused: "
                + chosen.get(0)
                + "; leave it out or correct it: "
                + reason.getMessage(),
            reason);
      }
      refused.add(new PortfolioResult.Refused(chosen, String.valueOf(reason.getMessage())));
    }
  }

  /** The options of a set. */
  List<String> names(int set) {
    return IntStream.range(0, options.size())
        .filter(i -> has(set, i))
        .mapToObj(options::get)
        .toList();
  }

  /** The sets of one option each that a set is made of. */
  List<Integer> singles(int set) {
    return IntStream.range(0, options.size())
        .filter(i -> has(set, i))
        .mapToObj(i -> 1 << i)
        .toList();
  }

  private static boolean has(int set, int option) {
    return (set >> option & 1) == 1;
  }
}
