package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.policy.CurrentLaw;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every source of the shipped register can be opened and may be used. */
@DisplayName("The sources of the register")
class ShippedSourcesTest {
  /** Licences that ask for their publishers to be named, by the words that they ask for. */
  private static final Map<String, String> ASKING =
      Map.of(
          "OGL-3.0",
          "Contains public sector information licensed under the Open Government Licence v3.0",
          "Open Parliament Licence v3.0",
          "Contains Parliamentary information licensed under the Open Parliament Licence v3.0",
          "CC-BY-4.0",
          "Licensed under the Creative Commons Attribution 4.0 International Licence");

  private static final Set<String> NOT_ASKING =
      Set.of("all rights reserved (facts cited)", "Apache-2.0", "none");

  private final EvidenceBase evidence = EvidenceBase.load();

  /** Tests run in core; an editor may run them in the repository's root. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("core")) ? here : here.resolve("..").normalize();
  }

  @Test
  @DisplayName("have a licence that is known, and an address or the reason why there is none")
  void everySourceCanBeOpened() {
    for (Source source : evidence.sources()) {
      String licence = source.licence();
      assertTrue(ASKING.containsKey(licence) || NOT_ASKING.contains(licence), source::toString);
      assertTrue(!source.address().isEmpty() || !source.unconfirmed().isBlank(), source::toString);
    }
    long opened = evidence.sources().stream().filter(s -> s.link().isPresent()).count();
    assertTrue(opened >= 0.9 * evidence.sources().size(), opened + " open in a browser");
  }

  @Test
  @DisplayName("that are pages of the repository are there")
  void pagesOfTheRepositoryExist() {
    List<String> pages =
        evidence.sources().stream()
            .filter(source -> source.link().isEmpty())
            .map(Source::address)
            .filter(address -> !address.isEmpty())
            .toList();
    assertFalse(pages.isEmpty());
    pages.forEach(page -> assertTrue(Files.isRegularFile(root().resolve(page)), page));
  }

  @Test
  @DisplayName("that ask for it are named in NOTICE, with the words that their licence wants")
  void noticeNamesEveryPublisher() throws IOException {
    List<String> notice = Files.readAllLines(root().resolve("core").resolve("NOTICE"), UTF_8);
    String words = String.join(" ", notice).replaceAll("\\s+", " ");
    ASKING.values().forEach(wanted -> assertTrue(words.contains(wanted), wanted));
    Set<String> lines = notice.stream().map(String::strip).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Source source : evidence.sources()) {
      if (ASKING.containsKey(source.licence()) && !lines.contains(source.publisher())) {
        missing.add(source.publisher());
      }
    }
    assertEquals(Set.of(), missing, "give each a line of its own in NOTICE");
  }

  @Test
  @DisplayName(
      "hold a number each or say what is law, but for two that say a rule or a story and hold none")
  void everySourceIsUsed() {
    Set<String> used =
        Stream.of(
                evidence.figures().stream().map(Figure::provenance),
                evidence.priors().stream().map(Prior::provenance),
                evidence.withVaguePriors().priors().stream().map(Prior::provenance),
                evidence.allSeries().stream()
                    .flatMap(series -> series.observations().values().stream())
                    .map(Observation::provenance),
                evidence.allSeries().stream()
                    .flatMap(series -> series.earlierValues().values().stream())
                    .flatMap(values -> values.values().stream())
                    .map(Observation::provenance))
            .flatMap(all -> all)
            .map(provenance -> provenance.source().id())
            .collect(Collectors.toSet());
    Set<String> unused =
        evidence.sources().stream().map(Source::id).collect(Collectors.toCollection(TreeSet::new));
    unused.removeAll(used);
    CurrentLaw.of(evidence, FinancialYear.parse("2024-25"))
        .forEach(provision -> unused.removeAll(provision.sources()));
    assertEquals(Set.of("CONSOLIDATED-GRANTS-2026", "SEED-4"), unused);
  }
}
