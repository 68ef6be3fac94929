package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cuts of published files")
class CutsTest {
  private static final long MOST_BYTES = 50_000;
  private static final long MOST_BYTES_TOGETHER = 400_000;

  /** The cuts by their paths in the folder, which are those of the whole files in theirs. */
  static List<String> files() throws IOException {
    Path folder = PublishedFiles.cuts().folder();
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".csv"))
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  @DisplayName("are each attributed to a source of the register and its address")
  void cutsAreAttributed() throws IOException {
    String page = Files.readString(PublishedFiles.cuts().path("README.md"));
    List<MatchResult> rows =
        Pattern.compile("^\\| `([^`]+\\.csv)` \\| `([^`]+)` \\|", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .toList();
    assertEquals(files(), rows.stream().map(row -> row.group(1)).sorted().toList());
    List<String> sources = EvidenceBase.load().sources().stream().map(Source::id).toList();
    for (MatchResult row : rows) {
      String source = row.group(2);
      assertTrue(sources.contains(source), () -> source + " is no source of the register");
      assertTrue(
          Pattern.compile("^\\| `" + source + "` \\|.*https://", Pattern.MULTILINE)
              .matcher(page)
              .find(),
          () -> source + " has no address");
    }
  }

  @Test
  @DisplayName("are small")
  void cutsAreSmall() throws IOException {
    long together = 0;
    for (String file : files()) {
      long bytes = Files.size(PublishedFiles.cuts().path(file));
      assertTrue(bytes > 0 && bytes <= MOST_BYTES, () -> file + " has " + bytes + " bytes");
      together += bytes;
    }
    assertTrue(together <= MOST_BYTES_TOGETHER, together + " bytes together");
  }
}
