package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.report.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Where the words of a chart stand, to see that none is cut off or covers another. */
final class TextBoxes {
  private record Box(String text, double left, double right, double top, double bottom) {
    boolean covers(Box other) {
      return Math.min(right, other.right) - Math.max(left, other.left) > 0.5
          && Math.min(bottom, other.bottom) - Math.max(top, other.top) > 0.5;
    }
  }

  private TextBoxes() {}

  /** Every fault in words; empty when all is well. */
  static List<String> faults(String svg) {
    Document document = Xml.parse(svg);
    double width = Xml.number(document.getDocumentElement(), "width");
    double height = Xml.number(document.getDocumentElement(), "height");
    List<Box> boxes = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Element text : Xml.elements(document, "text")) {
      Box box = box(text);
      if (box.left < -0.1 || box.right > width + 0.1 || box.top < 0 || box.bottom > height) {
        faults.add("cut off at width " + width + ": " + box);
      }
      if (Xml.number(text, "font-size") < 11) {
        faults.add("smaller than 11 px: " + box);
      }
      for (Box other : boxes) {
        if (box.covers(other)) {
          faults.add("at width " + width + " " + box + " covers " + other);
        }
      }
      boxes.add(box);
    }
    return faults;
  }

  private static Box box(Element text) {
    String words = text.getTextContent();
    double size = Xml.number(text, "font-size");
    boolean bold = text.getAttribute("class").contains("fg-bold");
    double width = bold ? TextMeasure.boldWidth(words, size) : TextMeasure.width(words, size);
    double x = Xml.number(text, "x");
    double y = Xml.number(text, "y");
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "start" -> x;
          case "middle" -> x - width / 2;
          default -> x - width;
        };
    // Digits and capitals reach 0.73 em above the baseline in common sans-serif faces.
    return new Box(words, left, left + width, y - 0.73 * size, y + 0.05 * size);
  }
}
