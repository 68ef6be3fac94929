package org.fundinggap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page of measurements")
class PageTest {
  private static final List<Integer> JDKS = List.of(17, 25);

  /** One second for everything on JDK 17, half on 25, but C takes 0.5 s and NumPy 2 s. */
  private static Measurements madeUp() {
    Measurements measured = new Measurements();
    for (int round = 0; round < 3; round++) {
      measured.add(new Subject(Measurements.C, 0), round, 500);
      measured.add(new Subject(Measurements.NUMPY, 0), round, 2_000);
      for (int jdk : JDKS) {
        measured.add(new Subject(Measurements.ALLOCATED, jdk), round, (1 << 20) * 90.0);
        for (TimedCase timed : TimedCases.all(false)) {
          measured.add(new Subject(timed.key(), jdk), round, jdk == 17 ? 1_000 : 500);
        }
      }
    }
    return measured;
  }

  private static Map<String, List<String>> tables(Measurements measured) {
    return new PageTables(measured, JDKS, Map.of("date", "2026-01-01"), 1 << 20).sections();
  }

  private static void assertHas(String line, List<String> section) {
    assertTrue(section.contains(line), line + " is not in " + String.join("\n", section));
  }

  @Test
  @DisplayName("has times and ratios in its tables")
  void tablesHoldTimesAndRatios() {
    Map<String, List<String>> tables = tables(madeUp());
    List<String> reference = tables.getOrDefault("reference", List.of());
    assertHas("| C |  | 500 | 0% | 1.00 | 1.00 |", reference);
    assertHas("| NumPy |  | 2,000 | 0% | 4.00 | 4.00 |", reference);
    assertHas("| fundinggap | 17 | 1,000 | 0% | 2.00 | 1.00 |", reference);
    assertHas("| SSJ 3.3.2 (MRG32k3a) | 25 | 500 | 0% | 1.00 | 1.00 |", reference);
    assertHas("| 17 | 90.00 | 88 | 2.00 |", tables.getOrDefault("allocation", List.of()));
    assertHas("| 25 | 500 | 48 | 48 | 1.00 |", tables.getOrDefault("england", List.of()));
    assertHas("| 17 | 1,000 | 1,000 | 1.00 |", tables.getOrDefault("catalogue", List.of()));
    assertHas("| log | 1000.00 | 500.00 |", tables.getOrDefault("kernels", List.of()));
  }

  @Test
  @DisplayName("says which targets are reached")
  void targetsAreJudged() {
    List<String> targets = tables(madeUp()).getOrDefault("targets", List.of());
    assertHas("| reference workload, time over C's | 17 | at most 2.0 | 2.00 | yes |", targets);
    assertHas("| NumPy, time over fundinggap's | 25 | at least 3.5 | 4.00 | yes |", targets);
    assertHas("| one thread's time over two threads' | 25 | at least 1.85 | 1.00 | no |", targets);
    assertHas(
        "| bytes allocated a draw beyond the results | 17 | at most 1.0 | 2.00 | no |", targets);
  }

  @Test
  @DisplayName("leaves out programs that were not there")
  void missingProgramsAreLeftOut() {
    Measurements measured = new Measurements();
    measured.add(new Subject(TimedCases.reference(1), 17), 0, 1_000);
    List<String> reference = tables(measured).getOrDefault("reference", List.of());
    assertEquals(3, reference.size());
    assertHas("| fundinggap | 17 | 1,000 | 0% | - | 1.00 |", reference);
    assertEquals(2, tables(measured).getOrDefault("targets", List.of()).size());
  }

  @Test
  @DisplayName("takes medians over rounds, and ratios within them first")
  void ratiosAreFormedWithinRounds() {
    Measurements measured = new Measurements();
    Subject top = new Subject("top", 17);
    Subject bottom = new Subject("bottom", 17);
    double[] slowness = {1, 3, 10};
    for (int round = 0; round < slowness.length; round++) {
      measured.add(top, round, 20 * slowness[round]);
      measured.add(bottom, round, 10 * slowness[round]);
    }
    measured.add(bottom, 3, 1e9);
    assertEquals(60, measured.median(top).orElseThrow());
    assertEquals(3, measured.spread(top).orElseThrow());
    assertEquals("2.00", measured.ratio(top, bottom).text());
  }

  @Test
  @DisplayName("calls a ratio whose rounds lie too far apart not measured")
  void wideRatiosAreNotMeasured() {
    Measurements measured = madeUp();
    for (int round = 0; round < 3; round++) {
      measured.add(new Subject(TimedCases.reference(2), 25), round, 250 + 30 * round);
    }
    Map<String, List<String>> tables = tables(measured);
    assertHas("| 25 | 500 | 280 | not measured (22%) |", tables.getOrDefault("threads", List.of()));
    assertHas(
        "| one thread's time over two threads' | 25 | at least 1.85 | not measured (22%) | not"
            + " known |",
        tables.getOrDefault("targets", List.of()));
  }

  @Test
  @DisplayName("reads back the measurements that it keeps")
  void measurementsAreKept(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(PerformancePage.ROUNDS);
    Measurements measured = madeUp();
    measured.write(file);
    assertEquals(tables(measured), tables(Measurements.read(file)));
  }

  @Test
  @DisplayName("says what the measurements that are kept beside it say")
  void tablesAreOfTheKeptMeasurements() throws IOException {
    Measurements kept =
        Measurements.read(
            page().resolveSibling(PerformancePage.RAW).resolve(PerformancePage.ROUNDS));
    Map<String, List<String>> made =
        new PageTables(kept, JDKS, Map.of(), TimedCases.ENGLAND_DRAWS).sections();
    Map<String, List<String>> stand = PageSections.read(Files.readAllLines(page(), UTF_8));
    made.remove("run");
    made.forEach((name, lines) -> assertEquals(lines, stand.get(name), name));
  }

  @Test
  @DisplayName("gives the best of the iterations that are kept for each case, JDK and round")
  void roundsAreTheBestOfTheKeptIterations() throws IOException {
    Path folder = page().resolveSibling(PerformancePage.RAW);
    Iterations kept = Iterations.read(folder.resolve(PerformancePage.ITERATIONS));
    Measurements rounds = Measurements.read(folder.resolve(PerformancePage.ROUNDS));
    int compared = 0;
    for (TimedCase timed : TimedCases.all(false)) {
      for (int jdk : JDKS) {
        Subject subject = new Subject(timed.key(), jdk);
        for (int round = 0; round < rounds.rounds(subject); round++) {
          assertEquals(rounds.at(subject, round), kept.best(subject, round), subject::toString);
          compared++;
        }
      }
    }
    assertEquals(
        kept.rows().stream().map(row -> row.subject() + " " + row.round()).distinct().count(),
        compared);
    assertTrue(compared > 100, compared + " compared");
  }

  @Test
  @DisplayName("reads back the iterations that it keeps")
  void iterationsAreKept(@TempDir Path folder) throws IOException {
    Iterations kept =
        Iterations.read(
            page().resolveSibling(PerformancePage.RAW).resolve(PerformancePage.ITERATIONS));
    Path again = folder.resolve(PerformancePage.ITERATIONS);
    kept.write(again);
    assertEquals(kept.rows(), Iterations.read(again).rows());
  }

  /** Tests run in benchmarks; an editor may run them in the repository's root. */
  private static Path page() {
    Path inModule = Path.of("..", "docs", "performance.md");
    return Files.exists(inModule) ? inModule : Path.of("docs", "performance.md");
  }

  @Test
  @DisplayName("keeps its words when its tables are replaced")
  void wordsAreKept() {
    List<String> page = List.of("# A", "<!-- measured:b -->", "old", "<!-- end -->", "Words.");
    List<String> replaced = PageSections.replaced(page, Map.of("b", List.of("new", "newer")));
    assertEquals(
        List.of("# A", "<!-- measured:b -->", "new", "newer", "<!-- end -->", "Words."), replaced);
  }

  @Test
  @DisplayName("can be given back the sections that it has")
  void sectionsAreRead() {
    List<String> page =
        List.of("# A", "<!-- measured:b -->", "x", "", "<!-- end -->", "Words.", "<!-- end -->");
    assertEquals(Map.of("b", List.of("x", "")), PageSections.read(page));
    assertEquals(page, PageSections.replaced(page, PageSections.read(page)));
  }

  @Test
  @DisplayName("must have every section, each with an end, and no other")
  void sectionsMustFit() {
    List<String> page = List.of("<!-- measured:b -->", "<!-- end -->");
    Map<String, List<String>> both = Map.of("b", List.of(), "c", List.of());
    assertThrows(IllegalArgumentException.class, () -> PageSections.replaced(page, both));
    assertThrows(IllegalArgumentException.class, () -> PageSections.replaced(page, Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> PageSections.replaced(page.subList(0, 1), Map.of("b", List.of())));
  }

  @Test
  @DisplayName("has all sections that are written")
  void realPageHasAllSections() throws IOException {
    List<String> page = Files.readAllLines(page(), UTF_8);
    Map<String, List<String>> sections = tables(madeUp());
    sections.put(PerformancePage.SOBOL, List.of());
    sections.put(PerformancePage.PROFILE, List.of());
    assertFalse(PageSections.replaced(page, sections).isEmpty());
  }

  @Test
  @DisplayName("takes times from what other programs print, if their answer is right")
  void printedTimesAreRead() throws IOException {
    OutsideProgram.Answer answer =
        OutsideProgram.parse("numpy 2.4.6: 1100 ms for 1048576 draws, mean -2036.80, sd 689.10");
    assertEquals("numpy 2.4.6", answer.name());
    assertEquals(1_100, answer.milliseconds());
    assertThrows(IOException.class, () -> OutsideProgram.parse("Segmentation fault"));
    assertThrows(
        IOException.class,
        () -> OutsideProgram.parse("C: 240 ms for 1048576 draws, mean -2046.80, sd 689.00"));
  }
}
