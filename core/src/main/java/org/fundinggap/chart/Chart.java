package org.fundinggap.chart;

/**
 * A chart as a value: the same figures give the same text, on every machine.
 *
 * <p>Any chart can be laid out for any width from {@value #LEAST_WIDTH} to {@value #GREATEST_WIDTH}
 * pixels; below 600 it is laid out for a phone. Colours follow the reader's light or dark
 * preference and are told apart by the colour-blind. Texts never lie on what is drawn.
 */
public interface Chart {
  /** The width of a chart if none is said. */
  int USUAL_WIDTH = 720;

  /** The least width that a chart can be laid out for. */
  int LEAST_WIDTH = 280;

  /** The greatest width that a chart can be laid out for. */
  int GREATEST_WIDTH = 2000;

  /**
   * What the chart shows.
   *
   * @return the title
   */
  String title();

  /**
   * The chart in words, for those who cannot see it.
   *
   * @return one line, with the figures
   */
  String description();

  /**
   * The chart laid out anew for a width; its height follows from its content.
   *
   * @param width in pixels, {@value #LEAST_WIDTH} to {@value #GREATEST_WIDTH}
   * @return a stand-alone SVG document: well-formed XML with its style inside
   * @throws IllegalArgumentException if {@code width} is out of bounds
   */
  String svg(int width);

  /**
   * The chart without its style, for a page that carries {@link ChartStyle#CSS} once.
   *
   * @param width in pixels, as of {@link #svg(int)}
   * @return an {@code svg} element
   */
  String inlineSvg(int width);

  /**
   * The chart {@value #USUAL_WIDTH} pixels wide.
   *
   * @return as {@link #svg(int)}
   */
  default String svg() {
    return svg(USUAL_WIDTH);
  }
}
