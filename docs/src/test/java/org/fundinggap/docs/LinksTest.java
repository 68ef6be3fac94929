package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Links between pages lead somewhere, and every page is linked to. */
@DisplayName("The links of the pages")
class LinksTest {
  private static final Pattern LINK =
      Pattern.compile("\\[[^\\]]*\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  @Test
  @DisplayName("lead to files and headings that exist")
  void linksResolve() {
    List<String> broken = new ArrayList<>();
    int checked = 0;
    for (Page page : Pages.all()) {
      for (Page.Line line : page.prose()) {
        Matcher link = LINK.matcher(line.text());
        while (link.find()) {
          if (!link.group(1).contains(":")) {
            checked++;
            check(page, line, link.group(1), link.group(2), broken);
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(checked > 20, "only " + checked + " links were found");
  }

  private static void check(
      Page page, Page.Line line, String target, String anchor, List<String> broken) {
    String where = page.path() + ":" + line.number() + " links to ";
    String path = target.isEmpty() ? page.path() : resolve(page, target);
    if (!Files.exists(Pages.root().resolve(path))) {
      broken.add(where + path + ", which does not exist");
    } else if (anchor != null && !Pages.named(path).anchors().contains(anchor)) {
      broken.add(where + "#" + anchor + ", which is no heading of " + path);
    }
  }

  private static String resolve(Page page, String target) {
    Path folder = Path.of("/").resolve(page.path()).getParent();
    return Path.of("/").relativize(folder.resolve(target).normalize()).toString();
  }

  @Test
  @DisplayName("leave no page out")
  void everyPageIsLinked() {
    Set<String> unlinked = new HashSet<>();
    Pages.all().forEach(page -> unlinked.add(page.path()));
    unlinked.remove("README.md");
    for (Page page : Pages.all()) {
      Matcher link = LINK.matcher(page.text());
      while (link.find()) {
        unlinked.remove(resolve(page, link.group(1)));
      }
    }
    assertEquals(Set.of(), unlinked);
  }
}
