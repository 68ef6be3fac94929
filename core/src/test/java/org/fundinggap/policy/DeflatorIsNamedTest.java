package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.model.Origin;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a size was brought to other prices is found out without asking it: a part of the deflator
 * is changed, and the sizes whose bits move were.
 */
@DisplayName("A size that was brought to other prices, and no other, names")
class DeflatorIsNamedTest {
  /** The last year whose prices any size is brought from is 2022-23. */
  private static final int AFTER_ALL_SIZES = 2023;

  /** One size of a lever: its distribution, which prints every digit, and what it names. */
  private record Read(String distribution, List<String> evidence) {
    static Read of(Distribution distribution, Origin origin) {
      return new Read(distribution.toString(), origin.evidence());
    }
  }

  private static Map<String, Read> sizes(EvidenceBase evidence) {
    Map<String, Read> sizes = new TreeMap<>();
    PolicyCatalogue.of(evidence, Baseline.england(evidence).baseYear()).measures().stream()
        .flatMap(measure -> measure.levers().stream())
        .forEach(lever -> add(lever, sizes));
    return sizes;
  }

  private static void add(Lever lever, Map<String, Read> sizes) {
    lever.changes().stream()
        .flatMap(change -> change.size().stream())
        .forEach(
            size ->
                sizes.put(size.parameter().name(), Read.of(size.distribution(), size.origin())));
    for (OwnCost cost : lever.costs()) {
      sizes.put(cost.size().name(), Read.of(cost.amount(), cost.origin()));
    }
  }

  private static void assertMovedNameIt(
      Path directory, String series, BiPredicate<String, String> changed) {
    EvidenceBase other =
        ChangedRegister.in(directory).multiply(1.01, changed, figure -> false).load();
    Map<String, Read> before = sizes(Catalogues.evidence());
    Map<String, Read> after = sizes(other);
    Set<String> moved = new TreeSet<>();
    Set<String> naming = new TreeSet<>();
    before.forEach(
        (name, read) -> {
          Read now = after.get(name);
          if (now == null || !now.distribution().equals(read.distribution())) {
            moved.add(name);
          }
          if (read.evidence().contains(series)) {
            naming.add(name);
          }
        });
    assertEquals(moved, naming);
    assertFalse(moved.isEmpty());
  }

  @Test
  @DisplayName("the deflator")
  void movedByOutturn(@TempDir Path directory) {
    assertMovedNameIt(
        directory,
        "gdp-deflator",
        (series, year) ->
            series.equals("gdp-deflator") && Integer.parseInt(year) < AFTER_ALL_SIZES);
  }

  @Test
  @DisplayName("the forecast that ends it")
  void movedByForecast(@TempDir Path directory) {
    assertMovedNameIt(directory, "cpi-inflation", (series, year) -> series.equals("cpi-inflation"));
  }
}
