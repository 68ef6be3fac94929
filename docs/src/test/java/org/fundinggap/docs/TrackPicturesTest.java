package org.fundinggap.docs;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the track record")
class TrackPicturesTest {
  @Test
  @DisplayName("are those that the scores make")
  void picturesAreCurrent() throws IOException {
    Pictures.requireCurrent("track-record", TrackPictures.all());
  }
}
