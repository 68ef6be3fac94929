package org.fundinggap.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The digest of results")
@Tag("medium")
class ResultsDigestTest {
  @Test
  @DisplayName("is 64 hexadecimal digits on a line of its own")
  void digestIsPrinted() {
    String printed = Printed.by(() -> ResultsDigest.main(new String[0]));
    assertTrue(printed.matches("[0-9a-f]{64}\\R"), printed);
  }
}
