package org.fundinggap.chart;

import java.util.Objects;
import org.fundinggap.internal.Checks;

/**
 * A mark of a row: where it begins and ends on the value axis, and how it is drawn.
 *
 * @param shape bar, band or point
 * @param tone its colour
 * @param from where it begins; of a point, where it is
 * @param to where it ends; of a point, the same
 */
public record RowMark(Shape shape, Tone tone, double from, double to) {
  private static final double LARGEST = 1e12;

  /** How a mark is drawn. */
  public enum Shape {
    /** A thick bar. */
    BAR,
    /** A thin line with ends, such as the range of a value. */
    BAND,
    /** A dot. */
    POINT
  }

  /** What a mark stands for, which gives it a colour. */
  public enum Tone {
    /** The first of two, such as what raises a gap. */
    FIRST("0"),
    /** The second of two, such as what lowers it. */
    SECOND("1"),
    /** What is neither, such as the ends of a bridge. */
    PLAIN("");

    private final String colour;

    Tone(String colour) {
      this.colour = colour;
    }

    String fill() {
      return colour.isEmpty() ? "fg-any" : "fg-f" + colour;
    }
  }

  /**
   * Checks that the axis can hold it.
   *
   * @param shape as described above
   * @param tone as described above
   * @param from as described above
   * @param to as described above
   * @throws IllegalArgumentException if a value is not within ±1e12
   */
  public RowMark {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(tone, "tone");
    Checks.within(from, -LARGEST, LARGEST, "from", "use a larger unit");
    Checks.within(to, -LARGEST, LARGEST, "to", "use a larger unit");
  }

  /**
   * A thick bar.
   *
   * @param tone its colour
   * @param from where it begins
   * @param to where it ends
   * @return the mark
   */
  public static RowMark bar(Tone tone, double from, double to) {
    return new RowMark(Shape.BAR, tone, from, to);
  }

  /**
   * The range of a value.
   *
   * @param from its lower end
   * @param to its upper end
   * @return the mark
   */
  public static RowMark band(double from, double to) {
    return new RowMark(Shape.BAND, Tone.PLAIN, from, to);
  }

  /**
   * A dot.
   *
   * @param tone its colour
   * @param at where it is
   * @return the mark
   */
  public static RowMark point(Tone tone, double at) {
    return new RowMark(Shape.POINT, tone, at, at);
  }
}
