package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of packages is the house as it stands: nothing missing, nothing upside down. */
@DisplayName("The page on architecture")
class ArchitecturePageTest {
  private static final Path SOURCES =
      Pages.root().resolve(Path.of("core", "src", "main", "java", "org", "fundinggap"));
  private static final Pattern ROW =
      Pattern.compile("^\\| (engine|numbers|England|answers|shown) \\| `([a-z]+)` \\|.*");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?org\\.fundinggap\\.([a-z]+)\\.", Pattern.MULTILINE);
  private static final Pattern EXPORT = Pattern.compile("exports org\\.fundinggap\\.([a-z]+);");

  private static List<String> packages() {
    return Pages.named("docs/architecture.md").lines().stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> row.group(2))
        .toList();
  }

  @Test
  @DisplayName("has a row for every package")
  void everyPackageHasARow() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      List<String> found = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
      assertEquals(found, packages().stream().sorted().toList());
    }
  }

  @Test
  @DisplayName("says that the module exports all but one")
  void allButInternalAreExported() throws IOException {
    String module =
        Files.readString(SOURCES.getParent().getParent().resolve("module-info.java"), UTF_8);
    TreeSet<String> expected = new TreeSet<>(packages());
    expected.remove("internal");
    TreeSet<String> exported = new TreeSet<>();
    EXPORT.matcher(module).results().map(each -> each.group(1)).forEach(exported::add);
    assertEquals(expected, exported);
  }

  @Test
  @DisplayName("has each package below those that it imports, if only for a comment")
  void importsPointUpwards() throws IOException {
    List<String> packages = packages();
    List<String> wrong = new ArrayList<>();
    for (String each : packages) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(each))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          IMPORT
              .matcher(Files.readString(file, UTF_8))
              .results()
              .map((MatchResult found) -> found.group(1))
              .filter(other -> packages.indexOf(other) > packages.indexOf(each))
              .forEach(other -> wrong.add(each + "/" + file.getFileName() + " imports " + other));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
