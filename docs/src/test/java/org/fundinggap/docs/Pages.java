package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the README and the pages of the docs folder lie, and whether they are to be rewritten. */
final class Pages {
  /** Set to {@code true}, it lets the tests write what they would otherwise compare with. */
  static final String REWRITE = "fundinggap.rewriteDocs";

  private Pages() {}

  /** The root of the repository: tests run in docs, an editor may run them in the root. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("core")) ? here : here.getParent();
  }

  /** Every page, the README first. */
  static List<Page> all() {
    List<Page> pages = new ArrayList<>();
    pages.add(read(root().resolve("README.md")));
    // What the build writes comes and goes while the tests run.
    for (Path part : in(root().resolve("docs"))) {
      if (!part.endsWith("target")) {
        try (Stream<Path> files = Files.walk(part)) {
          files
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .forEach(file -> pages.add(read(file)));
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return pages;
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> parts = Files.list(folder)) {
      return parts.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One page by its path from the root. */
  static Page named(String path) {
    return read(root().resolve(path));
  }

  private static Page read(Path file) {
    try {
      return new Page(root().relativize(file).toString(), Files.readAllLines(file, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static boolean rewriting() {
    return Boolean.getBoolean(REWRITE);
  }

  static void write(String path, List<String> lines) {
    try {
      Files.write(root().resolve(path), lines, UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String howToRewrite() {
    return "if the new numbers are right: mvn -pl docs -am verify -D" + REWRITE + "=true";
  }
}
