package org.fundinggap.chart;

import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;

/** Writes SVG elements: coordinates in hundredths of a pixel, text escaped, style by class. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /** Where a text stands relative to its point. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String value;

    Anchor(String value) {
      this.value = value;
    }
  }

  Svg text(String classes, double x, double y, Anchor anchor, int fontSize, String text) {
    open("text", classes).attribute("x", x).attribute("y", y);
    out.append(" text-anchor=\"").append(anchor.value).append('"');
    out.append(" font-size=\"").append(fontSize).append("\">");
    out.append(Markup.escape(Markup.oneLine(text))).append("</text>\n");
    return this;
  }

  Svg line(String classes, double x1, double y1, double x2, double y2) {
    open("line", classes).attribute("x1", x1).attribute("y1", y1);
    attribute("x2", x2).attribute("y2", y2);
    return close();
  }

  Svg rect(String classes, double x, double y, double width, double height) {
    open("rect", classes).attribute("x", x).attribute("y", y);
    attribute("width", width).attribute("height", height);
    return close();
  }

  /** A rectangle that shows a text when the pointer rests on it. */
  Svg hint(double x, double y, double width, double height, String hint) {
    open("rect", "fg-hit").attribute("x", x).attribute("y", y);
    attribute("width", width).attribute("height", height);
    out.append("><title>").append(Markup.escape(hint)).append("</title></rect>\n");
    return this;
  }

  Svg circle(String classes, double x, double y, double radius) {
    open("circle", classes).attribute("cx", x).attribute("cy", y).attribute("r", radius);
    return close();
  }

  Svg path(String classes, Path path) {
    open("path", classes);
    out.append(" d=\"").append(path.data).append('"');
    return close();
  }

  private Svg open(String element, String classes) {
    out.append('<').append(element).append(" class=\"").append(classes).append('"');
    return this;
  }

  private Svg attribute(String name, double value) {
    out.append(' ').append(name).append("=\"").append(NumberText.coordinate(value)).append('"');
    return this;
  }

  private Svg close() {
    out.append("/>\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** The outline of a shape. */
  static final class Path {
    private final StringBuilder data = new StringBuilder();

    /** Draws to a point; the first point starts the outline. */
    Path to(double x, double y) {
      data.append(data.isEmpty() ? 'M' : 'L');
      data.append(NumberText.coordinate(x)).append(' ').append(NumberText.coordinate(y));
      return this;
    }

    Path closed() {
      data.append('Z');
      return this;
    }
  }
}
