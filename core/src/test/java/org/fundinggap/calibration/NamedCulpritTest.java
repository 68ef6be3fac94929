package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A calibration that fails")
class NamedCulpritTest {
  private static final String ACTIVITY = "observations/activity.csv";
  private static final String CARE = "observations/looked-after.csv";

  @TempDir Path directory;

  private static List<String> problems(EvidenceBase evidence) {
    return assertThrows(
            InvalidInputException.class,
            () -> Baseline.england(evidence).with(FundingRule.REAL_FLAT))
        .problems();
  }

  @Test
  @DisplayName("names every value of which no rate can be taken, before it estimates anything")
  void valuesAreNamed() {
    EvidenceBase evidence =
        ChangedRegister.in(directory)
            .replace(
                ACTIVITY,
                "referrals,2024-25,632830,green,,,,,",
                "referrals,2024-25,-5,green,,,,,as-is: a test")
            .replace(
                ACTIVITY,
                "plans,2023-24,49900,green,,,,,",
                "plans,2023-24,0,green,,,,,as-is: a test")
            .load();
    List<String> problems = problems(evidence);
    assertTrue(
        problems.contains(
            "series referrals must be above 0 in 2024-25, was -5.0; correct the observation"),
        problems::toString);
    assertTrue(
        problems.contains(
            "series plans must be above 0 in 2023-24, was 0.0; correct the observation"),
        problems::toString);
  }

  @Test
  @DisplayName("names series, year and value, and no prior that is not at fault")
  void stockIsNamed() {
    String row = "looked-after,2024-25,81770,green,,,DFE-CLA-2025,,";
    EvidenceBase evidence =
        ChangedRegister.in(directory)
            .replace(CARE, row, "looked-after,2024-25,8177,green,,,DFE-CLA-2025,,as-is: a test")
            .load();
    String problems = problems(evidence).toString();
    assertTrue(problems.contains("looked-after 8177.0 in 2024-25"), problems);
    assertTrue(!problems.contains("lower the prior"), problems);
  }
}
