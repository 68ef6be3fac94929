package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers that stand in sentences of the page are those of the register. */
@DisplayName("What the page on the headline says of growth")
class HeadlineProseTest {
  @Test
  @DisplayName("is what the register holds")
  void growthIsAsRegistered() {
    for (String page :
        new String[] {"docs/headline.md", "docs/decisions/0022-funding-as-published.md"}) {
      String text = Pages.named(page).text().replaceAll("\\s+", " ");
      for (String said : HeadlineTables.growthInProse()) {
        assertTrue(text.contains(said), page + " must say: " + said);
      }
    }
  }
}
