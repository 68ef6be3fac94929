package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A register of any content is judged in time and words that have a bound")
class BoundedReadingTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String EXTRA = "observations/extra.csv";
  private static final String HEADER =
      "series,year,value,quality,break,kind,source,published,note\n";

  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  @Test
  @DisplayName("an id of a million characters")
  void hugeId() {
    fixture.append(RegisterFixture.ACTIVITY, "x".repeat(1_000_000) + ",1993-94,47590,green,,,,,");
    assertTimeout(
        SOON,
        () ->
            assertEquals(
                "observations/activity.csv line 11, column series: must have at most 2,000"
                    + " characters, had 1,000,000; shorten it",
                fixture.onlyProblem()));
  }

  @Test
  @DisplayName("an id that is too long for an id")
  void longId() {
    fixture.replace("priors.csv", "one,Fixed", "one-".repeat(30) + "one,Fixed");
    assertTrue(
        fixture
            .onlyProblem()
            .startsWith(
                "priors.csv line 2, column id: must have at most 100 characters, was \"one-"),
        fixture.onlyProblem());
  }

  @Test
  @DisplayName("100,000 rows of ids that are not known")
  void manyWrongIds() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 100_000; i++) {
      rows.append("referals-").append(i).append(",2000-01,5,green,,,,,\n");
    }
    fixture.write(EXTRA, rows.toString());
    assertTimeout(
        SOON,
        () ->
            assertEquals(
                "observations/extra.csv lines 2 to 100001, column series: must be the id of a"
                    + " series in series.csv, was \"referals-0\", \"referals-1\", \"referals-2\""
                    + " and 99997 others; look whether series.csv lost rows, or add them",
                fixture.onlyProblem()));
  }

  @Test
  @DisplayName("30,000 rows that lack a field, and priors of which none is known")
  void manyShortRowsAndPriors() {
    StringBuilder rows = new StringBuilder(HEADER);
    StringBuilder vague = new StringBuilder("id,centre,spread,lower,upper,stays,source,note\n");
    StringBuilder unused = new StringBuilder("id,why\n");
    for (int i = 0; i < 30_000; i++) {
      rows.append("referals-").append(i).append(",2000-01,5,green,,,,\n");
      vague.append("onne-").append(i).append(",,,,,convention,,why\n");
      unused.append("gapp-").append(i).append(",why\n");
    }
    fixture.write(EXTRA, rows.toString());
    fixture.write("vague-priors.csv", vague.toString()).write("unused.csv", unused.toString());
    assertTimeout(SOON, () -> assertEquals(4, fixture.problems().size()));
  }

  @Test
  @DisplayName("more problems than anybody reads are counted, and so are their lines")
  void problemsAreCounted() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 10_000; i++) {
      // Each year is refused with words of its own, and every other row by its quality.
      String quality = i % 2 == 0 ? "green" : "blue";
      rows.append("referrals,").append(i).append("-x,5,").append(quality).append(",,,,,\n");
    }
    for (int i = 0; i < 150; i++) {
      fixture.append(
          "priors.csv", "p" + i + ",P,fixed,1," + i + 1 + ",,,,ratio,assumption,red,SEED-1,,,,w");
    }
    fixture.write(EXTRA, rows.toString());
    List<String> problems = fixture.problems();
    assertEquals(100, problems.size());
    assertTrue(
        problems.get(99).matches("and \\d+ more problems that are not listed; mend .*"),
        problems.get(99));
    String quality =
        problems.stream().filter(each -> each.contains("column quality")).findFirst().orElseThrow();
    assertTrue(quality.length() < 1_000, quality);
    assertTrue(quality.contains(" and 4,960 more, column quality"), quality);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x85, 0x202E, 0x2066})
  @DisplayName("characters that nobody sees")
  void unseenCharacters(int code) {
    String character = Character.toString(code);
    fixture.replace("series.csv", "Referrals,", "Ref" + character + "errals,");
    assertEquals(
        "series.csv line 2, column label: must not hold characters that nobody sees, held "
            + String.format("U+%04X", code)
            + "; delete them",
        fixture.onlyProblem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2999-01-01", "2200-01-01", "1899-12-31", "+999999999-01-01"})
  @DisplayName("days that no statistic was published on")
  void farDays(String day) {
    fixture.replace("priors.csv", "2016-01-01", day);
    assertEquals(
        "priors.csv line 3, column published: must be a date from 1900-01-01 to 2199-12-31, was \""
            + day
            + "\"; correct the year",
        fixture.onlyProblem());
  }

  @Test
  @DisplayName("a pipe, which would keep a reader waiting for ever")
  void pipe() throws IOException, InterruptedException {
    fixture.delete("priors.csv");
    Path pipe = directory.resolve("priors.csv");
    assumeTrue(isPipe(pipe), "this system has no mkfifo");
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertEquals(
                "priors.csv: cannot be read: it is no regular file; put a file of CSV there",
                fixture.onlyProblem()));
  }

  private static boolean isPipe(Path path) throws InterruptedException {
    try {
      Process made = new ProcessBuilder("mkfifo", path.toString()).start();
      return made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @DisplayName("a link to a device that never ends")
  void device() throws IOException {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "this system has no such device");
    fixture.delete("priors.csv");
    Files.createSymbolicLink(directory.resolve("priors.csv"), zero);
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertEquals(
                "priors.csv: cannot be read: it is no regular file; put a file of CSV there",
                fixture.onlyProblem()));
  }

  @Test
  @DisplayName("a file that is larger than any register")
  void hugeFile() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("priors.csv").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertTimeout(
        SOON,
        () ->
            assertEquals(
                "priors.csv: cannot be read: it must have at most 16 MiB, has 1,073,741,824 bytes;"
                    + " split it, or look whether it is the right file",
                fixture.onlyProblem()));
  }

  @Test
  @Tag("slow")
  void fileOfSixteenMegabytesIsRead_andOneOfAByteMoreIsNot() {
    String rows = fixture.read("priors.csv");
    String most = rows + "\n".repeat(RegisterFiles.LARGEST - rows.length());
    assertEquals(4, fixture.write("priors.csv", most).load().priors().size());
    fixture.write("priors.csv", most + "\n");
    assertTrue(fixture.onlyProblem().contains("at most 16 MiB, has 16,777,217 bytes;"));
  }
}
