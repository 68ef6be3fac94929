package org.fundinggap.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.model.Option;
import org.fundinggap.model.Pieces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A run")
class HeapLimitTest {
  private static final long MEGABYTE = 1 << 20;

  /** What the programs are started with: their own classes, those of the library and its own. */
  private static String classPath() {
    Path built = Path.of("target");
    return Stream.of(
            built.resolve("test-classes").toString(),
            built.resolve("classes").toString(),
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path", ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @ParameterizedTest(name = "with a heap of {0}, {1} from {2}")
  @DisplayName("that the heap has room for is done and read, and one that it has none for refused")
  @CsvSource({
    "64m, gap, 133000",
    "64m, all, 1320",
    "64m, histograms, 12",
    "64m, parts, 134000",
    "64m, goal, 68000",
    "128m, all, 3400",
    "128m, histograms, 30",
    "1g, all, 35000",
  })
  @Tag("slow")
  void whatIsAcceptedFits(String heap, String kind, int from)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx" + heap,
                    "-cp",
                    classPath(),
                    HeapRun.class.getName(),
                    kind,
                    String.valueOf(from)))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertAll(
        () -> assertEquals(0, process.waitFor(), said),
        () -> assertTrue(said.startsWith("refused "), said),
        () -> assertHolds(said, "\ndone "),
        () -> assertFalse(said.contains("OutOfMemoryError"), said));
  }

  @Test
  @DisplayName("that does not fit is refused with the numbers by part and with the fix")
  void message() {
    HeapNeed need =
        new HeapNeed(1_000 * MEGABYTE).addDraws("10 kept draws", 700, 131_070).add("reading", 2e6);
    need.require("keep fewer variables", 100 * MEGABYTE);
    assertEquals(
        "memory for a run must be at most 734 MB (a heap of 1049 MB, less 210 MB in use, less a"
            + " tenth), was 736 MB: 10 kept draws 734 MB, reading 2 MB; give the JVM a larger"
            + " -Xmx, or keep fewer variables",
        refusal(() -> need.require("keep fewer variables", 200 * MEGABYTE)));
    assertHolds(need.toString(), "10 kept draws");
  }

  @Test
  @DisplayName("is counted with arrays as large as the collector makes them")
  void regions() {
    // A small heap is cut into regions of a megabyte, and an array of half of one takes it whole.
    assertEquals(16 + 8.0 * 65_000, need(MEGABYTE, 65_000));
    assertEquals(MEGABYTE, need(MEGABYTE, 66_000));
    assertEquals(2 * MEGABYTE, need(64 * MEGABYTE, 150_000));
    // One of 16 GiB has regions of eight, the largest have regions of 32.
    assertEquals(16 + 8.0 * 500_000, need(16_384 * MEGABYTE, 500_000));
    assertEquals(8 * MEGABYTE, need(16_384 * MEGABYTE, 600_000));
    assertEquals(64 * MEGABYTE, need(1L << 40, 5_000_000));
    assertEquals(0, new HeapNeed(MEGABYTE).total());
  }

  private static double need(long heap, int draws) {
    return new HeapNeed(heap).addDraws("draws", 1, draws).total();
  }

  @Test
  @DisplayName("is counted with what its threads work in, each by itself")
  void columns() {
    List<Option> one = List.of(OneVariable.by(block -> {}, Pieces.years(2024, 2025)));
    double first = new HeapNeed().addColumns(one, 1).total();
    // Two columns of the variable and the scratch ones, of 8 KiB and a head, and the look-ups.
    assertEquals((2 + 32) * (8_192 + 16) + 4_096, first);
    assertEquals(3 * first, new HeapNeed().addColumns(one, 3).total());
    assertHolds(new HeapNeed().addColumns(one, 3).toString(), "columns of 3 threads");
  }

  @Test
  @DisplayName("of more than any heap holds is refused before it starts, whatever is kept how")
  void refusals() {
    Simulation simulation = Simulation.of(OneVariable.by(block -> {}, Pieces.years(1_900, 2_200)));
    Settings settings = Settings.of(1, 1 << 30).withMemory(Long.MAX_VALUE);
    assertHolds(
        refusal(() -> simulation.run(settings)),
        "memory for a run must be at most ",
        "1,073,741,824 kept draws",
        "columns of ",
        "reading ",
        "-Xmx",
        "keeping(...)",
        "withMemory(");
    Simulation wide = simulation.on(Execution.ofThreads(1_024));
    assertHolds(
        refusal(() -> wide.run(settings.withMemory(0))),
        "histograms of 1,024 threads",
        "fewer threads");
  }
}
