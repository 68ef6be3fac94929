package org.fundinggap.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Example 6")
@Tag("medium")
class Ex6NewBaseYearTest {
  private static final Path SHIPPED = Path.of("core/src/main/resources/org/fundinggap/evidence");

  @TempDir private Path register;

  private void copy() throws IOException {
    Path root = Files.isDirectory(SHIPPED) ? SHIPPED : Path.of("..").resolve(SHIPPED);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path to = register.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  @Test
  @DisplayName("says what the new year waits for, both headlines, and the bridge between them")
  void newYearIsBridged() throws IOException {
    copy();
    Path activity = register.resolve("observations/activity.csv");
    String rows = Files.readString(activity, UTF_8);
    Files.writeString(
        activity, rows + "referrals,2025-26,600000,red,,assumption,JUDGEMENT-2026-11,,\n", UTF_8);
    String printed = Printed.by(() -> Ex6NewBaseYear.main(new String[] {register.toString()}));
    for (String part :
        new String[] {
          "Before: Baseline of England, 2024-25 to 2034-35",
          "totals projected without a range)",
          "2025-26 is part-published: 1 of 36 series are held; waits for children-0-17",
          "Before. Stand-still gap of England in 2029-30: GBP ",
          "After.  Stand-still gap of England in 2029-30: GBP ",
          "base year 2024-25 to base year 2025-26",
          "funding"
        }) {
      assertTrue(printed.contains(part), part + " in " + printed);
    }
  }

  @Test
  void noRegisterIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Ex6NewBaseYear.main(new String[0]));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("the folder of a register, were 0"), message);
  }
}
