package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.docs.RegisterMutations.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A tenth of the wrong numbers, by seed; all of them stand behind the table of the evidence page.
 */
@DisplayName("A register with one number wrong")
@Tag("medium")
class RegisterMutationsTest {
  private static final int ONE_IN = 10;

  @Test
  @DisplayName("is refused by name, or calibrates and runs to finite numbers")
  void refusedByNameOrRuns() {
    List<Outcome> outcomes = MutationTables.outcomes(ONE_IN);
    assertTrue(outcomes.size() > 200, () -> outcomes.size() + " mutations");
    assertEquals(List.of(), outcomes.stream().filter(each -> !each.isSound()).toList());
  }
}
