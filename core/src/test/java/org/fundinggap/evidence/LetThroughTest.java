package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a note lets through")
class LetThroughTest {
  @Test
  @DisplayName("is listed with its value, or the middle of its range, and the reason")
  void ofAllTables(@TempDir Path directory) {
    RegisterFixture fixture = RegisterFixture.in(directory);
    LetThrough budget = new LetThrough("budget", "2025-26", -10.5, "more income than spending");
    assertEquals(List.of(budget), LetThrough.of(fixture.load()));
    assertEquals("budget in 2025-26, -10.5: more income than spending", budget.toString());
    fixture
        .replace("figures.csv", "table x,,", "table x,,as-is: one claim")
        .replace("figures.csv", "page 3,2022-05-23,", "page 3,2022-05-23,as-is: two claims")
        .replace("priors.csv", ",,,,a convention", ",,,as-is: by custom,a convention");
    List<LetThrough> all = LetThrough.of(fixture.load());
    assertEquals(
        List.of(
            new LetThrough("gap", "", 1900, "one claim"),
            new LetThrough("bill", "", 12_500, "two claims"),
            budget,
            new LetThrough("one", "", 0.8, "by custom")),
        all);
    assertEquals("gap, 1900.0: one claim", all.get(0).toString());
  }
}
