package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundinggap.report.PastRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The record of past ranges that stands beside every headline is what scoring the past gives. */
@DisplayName("The record of past ranges that the library ships")
@Tag("slow")
class PastRangesTest {
  private static final Path FILE =
      Pages.root().resolve("core/src/main/resources/org/fundinggap/report/past-ranges.csv");

  @Test
  @DisplayName("is what the judging windows give")
  void recordIsCurrent() throws IOException {
    List<String> current = JudgedTables.pastRanges();
    if (Pages.rewriting()) {
      Files.write(FILE, current, UTF_8);
    } else {
      assertEquals(current, Files.readAllLines(FILE, UTF_8), Pages.howToRewrite());
      assertEquals(current.size() - 1, PastRange.shipped().size());
    }
  }
}
