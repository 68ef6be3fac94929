package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Text with links")
class LinkedTextTest {
  @Test
  @DisplayName("keeps its order, is escaped, and links what is written as a link")
  void linksBecomeElements() {
    String link = LinkedText.link("A (B & [C], 2025)", "https://example.org/a?b=1&c=2");
    assertEquals(
        "x &lt; <a rel=\"noreferrer\" href=\"https://example.org/a?b=1&amp;c=2\">A (B &amp; (C),"
            + " 2025)</a>, table 1; <a rel=\"noreferrer\" href=\"http://example.org\">D</a>.",
        LinkedText.html("x < " + link + ", table 1; [D](http://example.org)."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](data:text/html,y)",
        "[x](//example.org)",
        "[x](https://example.org/\" onclick=\"y)",
        "[x](https://example.org/' onclick='y)",
        "[x](https://example.org/ y)",
        "[x](https://example.org/\ny)",
        "[x](https://example.org/<b>)",
        "[x](docs/evidence.md)",
        "<a href=\"https://example.org\">x</a>",
      })
  @DisplayName("makes no link of anything else")
  void nothingElseIsALink(String text) {
    String html = LinkedText.html(text);
    assertFalse(html.contains("<"), html);
    assertFalse(html.contains("\""), html);
  }
}
