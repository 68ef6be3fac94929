package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions are numbered without a hole, and their list gives their titles. */
@DisplayName("Decisions")
class DecisionsTest {
  private static final String FOLDER = "docs/decisions/";

  private static List<Page> decisions() {
    return Pages.all().stream()
        .filter(page -> page.path().startsWith(FOLDER) && !page.path().endsWith("README.md"))
        .toList();
  }

  private static String title(Page page) {
    return page.lines().get(0).substring("# ".length());
  }

  private static String file(Page page) {
    return Path.of(page.path()).getFileName().toString();
  }

  @Test
  @DisplayName("start with their number, in the heading as in the name of the file")
  void headingsStartWithTheNumber() {
    List<Page> pages = decisions();
    assertTrue(pages.size() >= 15, "only " + pages.size() + " decisions");
    for (int i = 0; i < pages.size(); i++) {
      String number = String.format("%04d", i + 1);
      assertTrue(file(pages.get(i)).startsWith(number + "-"), file(pages.get(i)));
      String heading = pages.get(i).lines().get(0);
      assertTrue(heading.matches("# " + number + " [A-Z].*[^.]"), heading);
    }
  }

  @Test
  @DisplayName("are listed in order, each by its title")
  void listGivesTheTitles() {
    assertEquals(
        decisions().stream().map(page -> "- [" + title(page) + "](" + file(page) + ")").toList(),
        Pages.named(FOLDER + "README.md").lines().stream()
            .filter(line -> line.startsWith("- "))
            .toList());
  }
}
