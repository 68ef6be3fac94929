package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every measure of the source documents is in the catalogue")
class CatalogueCoverageTest {
  private static final List<String> PLACES =
      List.of(
          "../../shared/evidence/source-documents.md", "../shared/evidence/source-documents.md");

  /** What the digest of the documents says of each measure, in its own words. */
  private static final Map<String, String> PHRASES = phrases();

  private static Map<String, String> phrases() {
    Map<String, String> phrases = new TreeMap<>();
    phrases.put("appgc-1", "1 government reviews how children's social care is resourced");
    phrases.put("appgc-2", "2 government rewards investment in early intervention and prevention");
    phrases.put("appgc-3", "3 stronger duties on schools, health, police and other partners");
    phrases.put("appgc-4", "4 review of the framework for supporting children in need");
    phrases.put("appgc-5", "5 an independent inquiry into variation in access");
    phrases.put("appgc-6", "6 a strategy to cut churn among children's social workers");
    phrases.put("appgc-7", "memorandum of understanding on pay for locum staff");
    phrases.put("appgc-8", "8 authorities helped to let children take part meaningfully");
    phrases.put("appgc-9", "advocacy and Independent Reviewing Officers protected");
    phrases.put("appgc-10", "10 a more flexible way of intervening in failing services");
    phrases.put("appgc-11", "11 an outcomes framework");
    phrases.put("appgc-12", "12 a national programme for senior leaders, and failing authorities");
    phrases.put("family-help-1", "local and built on what a community has");
    phrases.put("family-help-2", "multi-agency, not for social workers alone");
    phrases.put("family-help-3", "well resourced and evidenced");
    phrases.put("family-help-4", "the tension between welfare and protection resolved");
    phrases.put("family-help-shift", "And the GBP 1bn shift");
    phrases.put("stable-homes-1", "joined-up family help, tried in 12 areas");
    phrases.put("stable-homes-2", "a Child Protection Lead Practitioner and a joined-up response");
    phrases.put("stable-homes-3", "kinship care (a possible allowance, workplace entitlements");
    phrases.put("stable-homes-4", "placements near home");
    phrases.put("stable-homes-5", "workforce (500 apprentices, less reliance on agency");
    phrases.put("stable-homes-6", "a national framework and a dashboard of indicators");
    phrases.put("stable-homes-7", "foster carers' allowance raised above inflation");
    phrases.put("stable-homes-8", "'test and learn', so most areas wait");
    phrases.put("children-first-1", "three pillars, people and leadership");
    phrases.put("children-first-2", "practice and systems");
    phrases.put("children-first-3", "governance and accountability");
    phrases.put("children-first-innovation", "bids to an Innovation Programme");
    phrases.put("children-first-residential", "reviews of residential care");
    phrases.put("children-first-safeguarding", "and of multi-agency safeguarding");
    phrases.put("children-first-therapy", "specialist therapy as part of support");
    return phrases;
  }

  /** Documents by the start of ids; numbers of each must run from 1 without a gap. */
  private static final Map<String, List<String>> DOCUMENTS =
      Map.of(
          "appgc-", List.of("SEED-0", "SEED-1"),
          "stable-homes-", List.of("SEED-2"),
          "family-help-", List.of("SEED-3"),
          "children-first-", List.of("SEED-4"));

  private static final Map<String, Integer> COUNTS =
      Map.of("appgc-", 12, "stable-homes-", 8, "family-help-", 6, "children-first-", 7);

  @Test
  @DisplayName("by its source and number")
  void everyDocumentIsComplete() {
    DOCUMENTS.forEach(
        (start, sources) -> {
          List<Measure> measures =
              Catalogues.shipped().measures().stream()
                  .filter(measure -> measure.id().startsWith(start))
                  .toList();
          assertEquals(COUNTS.get(start), measures.size(), start);
          for (int i = 0; i < measures.size(); i++) {
            assertEquals(i + 1, measures.get(i).number(), measures.get(i)::toString);
            assertEquals(sources, measures.get(i).sources());
          }
        });
    List<String> trials =
        Catalogues.shipped().measures().stream()
            .flatMap(measure -> measure.sources().stream())
            .filter(source -> source.startsWith("STUDY-"))
            .toList();
    assertEquals(List.of("STUDY-FGC-2024", "STUDY-HERTS"), trials);
  }

  @Test
  @DisplayName("as the digest of the documents names it")
  void everyPhraseOfTheDigestHasItsMeasure() throws IOException {
    PHRASES.keySet().forEach(id -> assertEquals(id, Catalogues.shipped().measure(id).id()));
    Optional<Path> held = PLACES.stream().map(Path::of).filter(Files::isRegularFile).findFirst();
    assumeTrue(held.isPresent(), () -> "the digest of the sources is not held at " + PLACES);
    String digest = Files.readString(held.orElseThrow()).replaceAll("\\s+", " ");
    PHRASES.forEach((id, phrase) -> assertTrue(digest.contains(phrase), id + ": " + phrase));
  }

  @Test
  @DisplayName("with sources that are in the register, and over 25 that can be run")
  void sourcesAreRegistered() {
    var known = new HashSet<String>();
    Catalogues.evidence().sources().forEach(source -> known.add(source.id()));
    for (Measure measure : Catalogues.shipped().measures()) {
      assertTrue(known.containsAll(measure.sources()), measure::toString);
    }
    assertTrue(Catalogues.withLevers().size() > 25);
  }
}
