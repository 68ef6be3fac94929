package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the track record")
class TrackPicturesTest {
  @Test
  @DisplayName("are those that the scores make")
  void picturesAreCurrent() throws IOException {
    Path folder = Pages.root().resolve("docs").resolve("track-record");
    for (Map.Entry<String, String> picture : TrackPictures.all().entrySet()) {
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
