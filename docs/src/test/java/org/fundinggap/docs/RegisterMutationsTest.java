package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.docs.RegisterMutations.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * One in ten of the wrong numbers, by seed. All of them, which take half an hour, stand behind the
 * table of the evidence page: {@code -Pthorough} compares the two.
 */
@DisplayName("A register with one number wrong")
@Tag("slow")
class RegisterMutationsTest {
  private static final int ONE_IN = 10;

  @Test
  @DisplayName("is refused by name, or calibrates and runs to finite numbers")
  void refusedByNameOrRuns() {
    List<Outcome> outcomes = MutationTables.outcomes(ONE_IN);
    assertTrue(outcomes.size() > 200, () -> outcomes.size() + " mutations");
    assertEquals(List.of(), outcomes.stream().filter(each -> !each.isSound()).toList());
  }

  @Test
  @EnabledIfSystemProperty(named = "fundinggap.tests", matches = "thorough")
  @DisplayName("is counted on the page, whichever number it is")
  void pageCountsThem() {
    List<String> page = Pages.named("docs/evidence.md").lines();
    int start = page.indexOf("<!-- measured:register-mutations -->") + 1;
    List<String> counted = MutationTables.counts();
    assertEquals(counted, page.subList(start, start + counted.size()));
  }
}
