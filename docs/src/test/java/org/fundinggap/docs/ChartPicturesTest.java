package org.fundinggap.docs;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the page of charts")
class ChartPicturesTest {
  @Test
  @DisplayName("are those that its calls make")
  void picturesAreCurrent() throws IOException {
    Pictures.requireCurrent("charts", ChartPictures.all());
  }
}
