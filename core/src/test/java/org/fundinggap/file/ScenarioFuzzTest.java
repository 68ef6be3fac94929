package org.fundinggap.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundinggap.Thorough;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A scenario file that was spoilt makes what it says, or is refused by line. {@code -Pthorough}
 * spoils 10,000 files, a usual run 100 of them.
 */
@DisplayName("A spoilt scenario file")
@Tag("slow")
class ScenarioFuzzTest {
  private static final int FILES = Thorough.isAsked() ? 10_000 : 100;

  private static final Pattern PLACED =
      Pattern.compile("(line \\d+, column \\d+|end of the file): .*|and \\d+ more", Pattern.DOTALL);

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "~",
          "1e999",
          ".nan",
          ".inf",
          "-1",
          "0",
          "\"x\"",
          "'",
          "[1",
          "{",
          "}",
          "&a b",
          "*a",
          "!!int 1",
          "2025-26",
          "2024-25",
          "true",
          "1,000",
          "0x10",
          "1_0",
          "\t",
          "\u202e",
          "\ud83d\ude00",
          "a: b",
          "- ",
          "# ",
          "|",
          ">",
          "%",
          "@",
          "x".repeat(500),
          "real-flat",
          "-0.05",
          "0.5",
          "careEntries",
          "1e-400",
          "0.1");

  /** What a file may leave out, and is written all the same. */
  private static final Set<String> FILLED_IN =
      Set.of("year", "to", "description", "known", "then", "fundinggap-scenario");

  /** What means the same as leaving it out. */
  private static final Set<String> NOTHING_SAID =
      Set.of(
          "ramp=0.0",
          "lag=0.0",
          "years-later=0.0",
          "coverage=1.0",
          "known=none",
          "opening=original-budget",
          "outlook=pooled",
          "early-help-cuts=false",
          "part-published=false",
          "beyond-usual=false",
          "tied=false",
          "derivation=given");

  private int loaded;
  private int refused;

  @Test
  @DisplayName("makes what it says or is refused by line, and no part is lost in silence")
  void spoilt() {
    String whole = WholeScenario.file().text().replaceAll("fingerprint: .*\n", "");
    Random random = new Random(19);
    for (int i = 0; i < FILES; i++) {
      String text = whole;
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        text = spoilt(text, random);
      }
      check(text);
    }
    assertTrue(loaded > FILES / 20, () -> "loaded " + loaded);
    assertTrue(refused > FILES / 4, () -> "refused " + refused);
  }

  private static String spoilt(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    int at = random.nextInt(text.length());
    String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line).strip());
      case 3 -> lines.set(line, lines.get(line).replaceFirst(":\\s.*", ": " + quoted(hostile)));
      case 4 -> lines.set(line, lines.get(line).replaceFirst("\\d+(\\.\\d+)?", quoted(hostile)));
      case 5 -> lines.set(line, lines.get(line).replaceFirst("\\d", "" + random.nextInt(10)));
      case 6 -> {
        return text.substring(0, at) + hostile + text.substring(at);
      }
      case 7 -> {
        return text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
      }
      default -> {
        return random.nextInt(5) == 0 ? text.substring(0, at) : text + hostile;
      }
    }
    return String.join("\n", lines);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private void check(String text) {
    ScenarioFile read;
    try {
      read = ScenarioFile.parse(text, England.evidence());
    } catch (InvalidInputException e) {
      refused++;
      for (String problem : e.problems()) {
        assertTrue(PLACED.matcher(problem).matches(), () -> problem + " for\n" + text);
      }
      return;
    } catch (RuntimeException e) {
      fail("must be refused or read, threw " + e + " for\n" + text, e);
      return;
    }
    loaded++;
    requireWhole(text, saved(text, read));
  }

  private static String saved(String text, ScenarioFile read) {
    try {
      return read.text();
    } catch (RuntimeException e) {
      return fail("what was read must be saved, threw " + e + " for\n" + text, e);
    }
  }

  /** All that the text says stands in what the scenario is saved as, and nothing else. */
  private static void requireWhole(String text, String saved) {
    List<String> said = leaves(text);
    List<String> kept = leaves(saved);
    List<String> lost = new ArrayList<>(said);
    kept.forEach(lost::remove);
    List<String> made = new ArrayList<>(kept);
    said.forEach(made::remove);
    made.removeIf(leaf -> FILLED_IN.contains(leaf.substring(0, leaf.indexOf('='))));
    assertEquals(List.of(), lost, () -> "lost of\n" + text + "\nin\n" + saved);
    assertEquals(List.of(), made, () -> "made up of\n" + text + "\nin\n" + saved);
  }

  /** Every value of a text, behind the word that it stands for. */
  private static List<String> leaves(String text) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
    List<String> leaves = new ArrayList<>();
    collect("", tree, leaves);
    leaves.removeIf(leaf -> NOTHING_SAID.contains(leaf) || leaf.startsWith("fingerprint="));
    return leaves;
  }

  private static void collect(String key, Object node, List<String> leaves) {
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((name, value) -> entries.put(String.valueOf(name), value));
      if (entries.keySet().equals(Set.of("fixed"))
          && entries.get("fixed") instanceof Map<?, ?> fixed) {
        collect(key, Objects.requireNonNull(fixed.get("value")), leaves);
      } else if (entries.get("coverage") instanceof Map<?, ?> years
          && years.size() == 1
          && years.containsKey(entries.get("from"))) {
        entries.put("coverage", years.values().iterator().next());
        collect(key, entries, leaves);
      } else {
        entries.forEach((name, value) -> collect(name, value, leaves));
      }
    } else if (node instanceof Collection<?> list) {
      list.forEach(each -> collect(key, each, leaves));
    } else {
      leaves.add(key + "=" + plain(String.valueOf(node)));
    }
  }

  private static String plain(String value) {
    try {
      return Double.toString(Double.parseDouble(value) + 0.0);
    } catch (NumberFormatException text) {
      return value;
    }
  }
}
