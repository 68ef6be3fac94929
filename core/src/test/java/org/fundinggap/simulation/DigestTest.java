package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A projection's digest")
class DigestTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Distribution NORMAL = Distribution.normal(50, 10);

  private static String digest(long seed, int draws, Scenario... scenarios) {
    return Simulation.of(scenarios).run(Settings.of(seed, draws)).digest();
  }

  private static Scenario scenario(Distribution distribution, String name, String variable) {
    return OneVariable.equalTo(distribution, name, variable, YEARS);
  }

  @Test
  @DisplayName("is the same for the same run, on other threads too")
  void equalRunsHaveEqualDigests() {
    String digest = digest(1, 3_000, scenario(NORMAL, "a", "x"));
    assertTrue(digest.matches("[0-9a-f]{64}"), digest);
    assertEquals(digest, digest(1, 3_000, scenario(NORMAL, "a", "x")));
    Simulation again = Simulation.of(scenario(NORMAL, "a", "x")).on(Execution.ofThreads(3));
    assertEquals(digest, again.run(Settings.of(1, 3_000)).digest());
    assertEquals(digest, again.keeping(number("x")).run(Settings.of(1, 3_000)).digest());
  }

  @Test
  @DisplayName("differs with the seed, draws, parameters, names, years and scenarios")
  void everyDifferenceShows() {
    Scenario plain = scenario(NORMAL, "a", "x");
    Scenario other = scenario(NORMAL, "b", "x");
    Map<String, String> seen = new HashMap<>();
    seen.put("plain", digest(1, 100, plain));
    seen.put("seed", digest(2, 100, plain));
    seen.put("draws", digest(1, 101, plain));
    seen.put(
        "parameter",
        digest(1, 100, scenario(Distribution.normal(50, Math.nextUp(10.0)), "a", "x")));
    seen.put("scenario's name", digest(1, 100, other));
    seen.put("variable's name", digest(1, 100, scenario(NORMAL, "a", "y")));
    seen.put(
        "first year", digest(1, 100, OneVariable.equalTo(NORMAL, "a", "x", years(2023, 2025))));
    seen.put("last year", digest(1, 100, OneVariable.equalTo(NORMAL, "a", "x", years(2024, 2027))));
    seen.put("one more scenario", digest(1, 100, plain, other));
    seen.put("order of scenarios", digest(1, 100, other, plain));
    Map<String, String> byDigest = new HashMap<>();
    seen.forEach(
        (what, digest) -> {
          String twin = byDigest.put(digest, what);
          assertEquals(null, twin, () -> twin + " and " + what + " have the same digest");
        });
  }

  @Test
  @DisplayName("differs when only the limit between two names or two years moves")
  void limitsShow() {
    assertNotEquals(
        digest(1, 100, scenario(NORMAL, "a", "bc")), digest(1, 100, scenario(NORMAL, "ab", "c")));
    Distribution fixed = Distribution.fixed(1);
    assertNotEquals(
        digest(1, 3, OneVariable.equalTo(fixed, "a", "x", years(2024, 2025))),
        digest(1, 2, OneVariable.equalTo(fixed, "a", "x", years(2024, 2026))));
  }
}
