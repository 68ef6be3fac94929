package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.evidence.Quality;
import org.fundinggap.model.Inputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sizes of the catalogue come from the register")
class CatalogueEvidenceTest {
  /** Measures whose sizes are all published; what they do runs through the baseline's numbers. */
  private static final Set<String> PUBLISHED = Set.of("stable-homes-1");

  private static List<Prior> policyPriors() {
    return Catalogues.evidence().priors().stream()
        .filter(prior -> prior.id().startsWith("measure-"))
        .toList();
  }

  @Test
  @DisplayName("and name rows that it holds")
  void everyIdIsKnown() {
    for (Measure measure : Catalogues.withLevers()) {
      assertFalse(measure.evidence().isEmpty(), measure::toString);
      for (String id : measure.evidence()) {
        assertTrue(Catalogues.evidence().knows(id), () -> id + " of " + measure);
      }
    }
  }

  @Test
  @DisplayName("whose worst quality the measure bears: red wherever a size is assumed")
  void assumptionsAreRed() {
    for (Measure measure : Catalogues.withLevers()) {
      boolean published = PUBLISHED.contains(measure.id());
      assertEquals(!published, measure.isAssumed(), measure::toString);
      assertEquals(
          Optional.of(published ? Quality.GREEN : Quality.RED), measure.quality(), measure::id);
    }
  }

  @Test
  @DisplayName("and each number of a scenario says so")
  void numbersOfAScenarioNameTheirEvidence() {
    Inputs inputs =
        Catalogues.realFlat()
            .with("trial", Catalogues.shipped().levers("family-group-conferences"))
            .inputs();
    Set<String> evidence = new HashSet<>(inputs.evidence());
    assertTrue(
        evidence.containsAll(
            Set.of(
                "fgc-in-care-12-months",
                "fgc-in-care-12-months-control",
                "fgc-families",
                "measure-pre-proceedings-share",
                "measure-conference-cost")));
  }

  @Test
  @DisplayName("of which every assumption is used, red, wide and explained")
  void assumptionsAreWideAndExplained() {
    Set<String> used = new HashSet<>();
    Catalogues.withLevers().forEach(measure -> used.addAll(measure.evidence()));
    assertTrue(policyPriors().size() > 40);
    for (Prior prior : policyPriors()) {
      assertTrue(used.contains(prior.id()), () -> prior.id() + " is used by no measure");
      assertEquals(EvidenceKind.ASSUMPTION, prior.provenance().kind(), prior::id);
      assertEquals(Quality.RED, prior.provenance().quality(), prior::id);
      assertEquals("JUDGEMENT-2026-11", prior.provenance().source().id(), prior::id);
      assertTrue(prior.provenance().note().length() > 40, prior::id);
      if (prior.distribution() != PriorShape.FIXED) {
        double farthest = Math.max(Math.abs(prior.lower()), Math.abs(prior.upper()));
        assertTrue(prior.upper() - prior.lower() >= 0.6 * farthest, prior::id);
      }
    }
  }

  @Test
  @DisplayName("of which no assumed effect is certain: it reaches zero, mostly with a mass there")
  void effectsMayBeZero() {
    for (Prior prior : policyPriors()) {
      boolean change = prior.centre() < 0 && prior.distribution() != PriorShape.FIXED;
      if (change) {
        assertTrue(prior.upper() >= 0, prior::id);
        assertTrue(prior.upper() > 0 || prior.massAtZero() >= 0.15, prior::id);
      }
    }
  }
}
