package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verdicts on the page of policies")
class PolicyVerdictsTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\| (works|weak|wrong) \\| .+ \\|$");

  @Test
  @DisplayName("are of every measure of the catalogue, in its order")
  void ofEveryMeasure() {
    EvidenceBase evidence = EvidenceBase.load();
    List<String> measures =
        PolicyCatalogue.of(evidence, Baseline.england(evidence).baseYear()).measures().stream()
            .map(Measure::id)
            .toList();
    List<String> judged =
        Pages.named("docs/policies.md").lines().stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1))
            .toList();
    assertEquals(measures, judged);
  }
}
