package org.fundinggap.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A scenario file that is wrong")
@Tag("slow")
class ScenarioRefusalTest {
  private static String whole = "";

  @BeforeAll
  static void write() {
    whole = WholeScenario.file().text().replaceAll("fingerprint: .*\n", "");
  }

  private static List<String> problems(String text) {
    return assertThrows(
            InvalidInputException.class, () -> ScenarioFile.parse(text, England.evidence()))
        .problems();
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  @ParameterizedTest(name = "{0} in place of {1}")
  @DisplayName("is refused by the line where it is, with the reason")
  @CsvSource(
      delimiter = '|',
      value = {
        "from: 2025    | from: 2025-26     | must be a financial year such as 2026-27, was"
            + " \"2025\"",
        "from: 2024-25 | from: 2025-26     | must be after the base year",
        "ramp: 1.5     | ramp: 1           | must be a whole number from 0 to 100, was \"1.5\"",
        "rmap: 1       | ramp: 1           | rmap is not known here; nearest known: ramp",
        "lower: abc    | lower: -0.2       | must be a number, was \"abc\"",
        "lower: 1e999  | lower: -0.2       | must be a number that 64 bits hold",
        "lower: 5.0    | lower: -0.2       | lower",
        "lower: -20%   | lower: -0.2       | must be a number, was \"-20%\"",
        "triangle:     | triangular:       | nearest known: triangular",
        "multpily:     | multiply:         | did none; of \"multpily\" nearest known: multiply",
        "multiply: careEntry  | multiply: careEntries | must be a quantity of the model, was",
        "each: child   | each: children    | must be a variable of the model, was \"child\"",
        "prices: social | prices: social-work | must be one of homes, fostering",
        "out-of: others | out-of: other    | must be a cost line, was \"others\"",
        "cost: nhs     | cost: government  | must be one of councils, government, partners",
        "tied: yes     | tied: true        | must be true or false, was \"yes\"",
        "then: real    | then: real-flat   | must be one of cash-flat, real-flat",
        "to: 2185-86   | to: 2026-27       | last must be from the base year",
        "seed: 1e3     | seed: 3           | must be a whole number",
        "draws: 0      | draws: 100        | must be a whole number from 1",
        "evidence: []  | evidence: [w]     | must name its evidence",
        "name: {a: b}  | name: whole       | must be a text, was entries",
        "name:         | name: whole       | must be a text, was nothing",
        "parameter: incomeShar | parameter: incomeShare | nearest known: incomeShare",
        "name: ' '     | name: fewer entries | must have a name that is not blank",
        "description: ' ' | description: What we think, in words | must not be blank",
        "label: *short | label: short breaks | must not stand for another part",
        "label: !!str short | label: short breaks | must not name a type",
      })
  void byLine(String now, String before, String reason) {
    int at = whole.indexOf(before);
    assertTrue(at >= 0, () -> before + " in\n" + whole);
    List<String> problems = problems(whole.replaceFirst(Pattern.quote(before), now));
    int line = line(whole, at);
    assertTrue(
        problems.stream().anyMatch(each -> each.contains(reason)),
        () -> problems + " must say " + reason);
    assertTrue(
        problems.stream()
            .filter(each -> each.contains(reason))
            .map(each -> Integer.parseInt(each.replaceFirst("line (\\d+), .*", "$1")))
            .allMatch(named -> named <= line && named >= line - 25),
        () -> problems + " must name line " + line);
  }

  @Test
  @DisplayName("is told all of it at once")
  void allAtOnce() {
    String text =
        whole
            .replace("from: 2025-26", "from: 2025")
            .replace("seed: 3", "seed: three")
            .replace("tied: true", "tied: maybe")
            .replace("then: real-flat", "then: flat");
    assertEquals(5, problems(text).size(), () -> problems(text).toString());
  }

  @Test
  @DisplayName("is told of every part at once, each in its entry, also of what comes of the words")
  void everyPartAtOnce() {
    String text =
        """
        fundinggap-scenario: 1
        name: ours
        base: {to: 2026-27}
        funding: {then: real-flat}
        numbers:
        - {parameter: incomeShare, is: 7, evidence: x}
        streams:
        - id: grant
          label: a grant
          by-year: {2024-25: 1, 2025-26: 2}
          evidence: x
        without-levers: [no such lever]
        levers:
        - name: good
          from: 2025-26
          steps: [{multiply: careEntries, by: -0.1, evidence: x}]
        - name: early
          from: 2024-25
          steps: [{multiply: careEntries, by: -0.1, evidence: x}]
        fixed:
        - {parameter: scopeShar, at: 0.1}
        """;
    List<String> problems = problems(text);
    for (int line : new int[] {6, 8, 12, 17, 21}) {
      assertTrue(
          problems.stream().anyMatch(each -> each.startsWith("line " + line + ",")),
          () -> "line " + line + " in " + String.join("\n", problems));
    }
  }

  @Test
  @DisplayName("with two values for one thing says so")
  void contradictions() {
    String start = "fundinggap-scenario: 1\nname: ours\nbase: {to: 2026-27}\n";
    String number = "- {parameter: incomeShare, is: 0.05, evidence: x}\n";
    String fixed = "- {parameter: incomeShare, at: 0.05}\n";
    assertTrue(
        problems(start + "numbers:\n" + number + number).get(0).startsWith("line 6,"), "numbers");
    assertTrue(problems(start + "fixed:\n" + fixed + fixed).get(0).startsWith("line 6,"), "fixed");
    assertTrue(
        problems(start + "numbers:\n" + number + "fixed:\n" + fixed).get(0).startsWith("line 7,"),
        "both");
    assertTrue(
        problems(start + "funding: {known: none, then: real-flat, until: 2025-26}\n")
            .get(0)
            .contains("known amounts"),
        "until");
  }

  @Test
  @DisplayName("is told in words of a bounded length, in bounded time, whatever its size")
  void bounded() {
    StringBuilder many = new StringBuilder("fundinggap-scenario: 1\nname: a\nwithout-levers:\n");
    for (int i = 0; i < 40_000; i++) {
      many.append("- lookedAfterr").append(i).append('\n');
    }
    List<String> problems =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> problems(many.toString()));
    assertEquals(101, problems.size());
    List<String> longName = problems("fundinggap-scenario: 1\n" + "x".repeat(100_000) + ": 1\n");
    assertTrue(longName.stream().allMatch(each -> each.length() < 2_100), "a message is short");
  }

  @Test
  @DisplayName("of another version is not read")
  void anotherVersion() {
    List<String> problems =
        problems(whole.replace("fundinggap-scenario: 1", "fundinggap-scenario: 2"));
    assertEquals(1, problems.size());
    assertTrue(
        problems.get(0).startsWith("line 1, column 22: fundinggap-scenario must be 1, the version"),
        problems::toString);
  }

  @Test
  @DisplayName("that is empty, no YAML, too deep or too long says so")
  void noScenarioAtAll() {
    assertEquals(
        List.of("end of the file: a scenario file must say what it holds, was empty"),
        problems("# nothing\n"));
    assertTrue(problems("a: [").get(0).contains("must be YAML"), () -> problems("a: [").toString());
    assertTrue(problems("[".repeat(100_000)).get(0).contains("at most 50 levels deep"));
    assertTrue(problems("- a\n").get(0).contains("the file must be entries with a colon each"));
    assertTrue(problems("a: \u0000").get(0).contains("printable"));
    assertEquals(
        List.of(
            "end of the file: a scenario file must have at most 1,000,000 characters, had"
                + " 11,000,000"),
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problems("x".repeat(11_000_000))));
    assertEquals(101, problems("a: 1\n".repeat(5_000) + "name: b").size());
  }
}
