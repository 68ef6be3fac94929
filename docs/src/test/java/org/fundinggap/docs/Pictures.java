package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pictures that stand beside the pages. */
final class Pictures {
  private Pictures() {}

  /** Fails unless a folder of docs holds these pictures, or writes them when docs are rewritten. */
  static void requireCurrent(String folderName, Map<String, String> pictures) throws IOException {
    Path folder = Pages.root().resolve("docs").resolve(folderName);
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      Path file = folder.resolve(picture.getKey());
      if (Pages.rewriting()) {
        Files.createDirectories(folder);
        Files.writeString(file, picture.getValue(), UTF_8);
      } else {
        assertEquals(
            picture.getValue(),
            Files.readString(file, UTF_8),
            () -> file + ": " + Pages.howToRewrite());
      }
    }
  }
}
