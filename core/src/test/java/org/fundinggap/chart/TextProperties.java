package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fundinggap.Seeded;
import org.fundinggap.internal.Markup;
import org.fundinggap.report.Xml;

@Seeded
class TextProperties {
  @Property
  void wrappedLinesFit_andLoseNoCharacter(@ForAll String text) {
    List<String> lines = TextMeasure.wrap(text, 12, 100);
    lines.forEach(line -> assertTrue(TextMeasure.width(line, 12) <= 100, line));
    assertEquals(Markup.oneLine(text).replace(" ", ""), String.join("", lines).replace(" ", ""));
  }

  @Property
  void escapedTextIsReadBack(@ForAll String text) {
    String read =
        Xml.parse("<a b=\"" + Markup.escape(Markup.oneLine(text)) + "\"/>")
            .getDocumentElement()
            .getAttribute("b");
    String expected = Markup.oneLine(text);
    assertEquals(
        expected.codePointCount(0, expected.length()), read.codePointCount(0, read.length()));
    assertTrue(expected.indexOf('<') == read.indexOf('<'));
  }
}
