package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.distribution.Spelling;

/** What the page of scenario files shows of the library and of the examples. */
final class ScenarioWords {
  private static final Path FILE = Pages.root().resolve("examples/scenarios/short-breaks.yaml");

  private ScenarioWords() {}

  /** The example with most in it. */
  static List<String> file() {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(FILE, UTF_8));
      lines.add(0, Page.FENCE + "yaml");
      lines.add(Page.FENCE);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Families of distributions with the names of their numbers. */
  static List<String> families() {
    List<String> lines = new ArrayList<>(List.of("| family | numbers |", "| --- | --- |"));
    Spelling.families().forEach(each -> lines.add("| `" + each + "` | " + numbers(each) + " |"));
    return lines;
  }

  private static String numbers(String family) {
    List<String> names = Spelling.names(family);
    String all = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return switch (family) {
      case "elicited" -> all + "; either bound may be left out, or both";
      case "empirical", "quantiles", "discrete" -> all + ", each a list";
      case "zero-or" -> all + ", and `otherwise` another uncertain number";
      default -> all;
    };
  }
}
