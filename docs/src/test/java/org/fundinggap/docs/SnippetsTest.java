package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of Java in the README and the docs runs and gives what the page says it gives. */
@DisplayName("The Java of the pages")
@Tag("slow")
class SnippetsTest {
  private static final Path REGISTER =
      Path.of("core", "src", "main", "resources", "org", "fundinggap", "evidence");

  /** Pages tell their readers to copy the register there before they run their Java. */
  private static final Path OWN_REGISTER = Path.of("target", "my-register");

  /** Afresh for each page, because pages change their copy. */
  private static void copyRegister() throws IOException {
    if (Files.isDirectory(OWN_REGISTER)) {
      try (Stream<Path> files = Files.walk(OWN_REGISTER)) {
        for (Path old : files.filter(Files::isRegularFile).toList()) {
          Files.delete(old);
        }
      }
    }
    Path from = Pages.root().resolve(REGISTER);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = OWN_REGISTER.resolve(from.relativize(file).toString());
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.write(to, Files.readAllBytes(file));
      }
    }
  }

  @TestFactory
  @DisplayName("runs and gives what is written")
  Stream<DynamicTest> pagesRun() {
    return Pages.all().stream()
        .filter(page -> page.lines().contains(Page.FENCE + "java"))
        .map(page -> DynamicTest.dynamicTest(page.path(), () -> check(page)));
  }

  /** The page of scenario files tells its readers to save one there. */
  private static void copyScenario() throws IOException {
    String name = "short-breaks.yaml";
    Path from = Pages.root().resolve("examples").resolve("scenarios").resolve(name);
    Files.copy(from, Path.of("target", name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void check(Page page) throws IOException {
    copyRegister();
    copyScenario();
    SnippetRun run = run(page, startup());
    assertEquals("", String.join("\n\n", run.errors()));
    if (Pages.rewriting()) {
      Pages.write(page.path(), run.rewritten());
    } else {
      assertEquals("", String.join("\n\n", run.differences()), Pages.howToRewrite());
    }
  }

  private static SnippetRun run(Page page, List<String> startup) {
    try (Shell shell = new Shell()) {
      shell.start(startup);
      return SnippetRun.of(page, shell);
    }
  }

  /** What JShell starts with when Maven starts it. */
  private static List<String> startup() {
    try {
      return Files.readAllLines(
          Pages.root().resolve(Path.of("examples", "src", "main", "jshell", "startup.jsh")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  @DisplayName("fails with page and line when a value differs")
  void wrongValueIsReported() {
    SnippetRun run =
        run(new Page("P.md", List.of("text", "```java", "int a = 1;", "a + 1; // => 3", "```")));
    assertEquals(List.of("P.md:4: the Java says\n2\nnot\n3"), run.differences());
    assertEquals("a + 1; // => 2", run.rewritten().get(3));
  }

  @Test
  @DisplayName("fails with page and line when JShell refuses it")
  void refusedSnippetIsReported() {
    SnippetRun run = run(new Page("P.md", List.of("```java", "", "int a = missing;", "```")));
    assertEquals(1, run.errors().size());
    assertTrue(run.errors().get(0).startsWith("P.md:3: the Java does not compile: cannot find"));
  }

  @Test
  @DisplayName("fails with page and line when it throws or never ends")
  void thrownAndUnfinishedSnippetsAreReported() {
    SnippetRun run =
        run(
            new Page(
                "P.md",
                List.of(
                    "```java", "Integer.parseInt(\"x\");", "```", "", "```java", "if (", "```")));
    assertEquals(2, run.errors().size());
    assertTrue(
        run.errors().get(0).startsWith("P.md:2: the Java throws java.lang.NumberFormatException"),
        run.errors().get(0));
    assertEquals("P.md:7: the Java ends in the middle of a statement", run.errors().get(1));
  }

  @Test
  @DisplayName("is compared over several lines, with what it prints or else its value")
  void severalLinesAreCompared() {
    List<String> lines =
        List.of(
            "```java",
            "for (int i = 0; i < 2; i++) {",
            "  System.out.println(\"line \" + i);",
            "}",
            "// => line 0",
            "// => line 1",
            "List.of(1,",
            "    2);",
            "// => [1, 2]",
            "```");
    SnippetRun run = run(new Page("P.md", lines));
    assertEquals(List.of(), run.errors());
    assertEquals(List.of(), run.differences());
    assertEquals(lines, run.rewritten());
  }

  private static SnippetRun run(Page page) {
    return run(page, List.of("import java.util.*"));
  }
}
