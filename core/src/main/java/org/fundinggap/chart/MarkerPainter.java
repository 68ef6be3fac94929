package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws claims as numbered diamonds, each number where it hides least. */
final class MarkerPainter {
  private static final double RADIUS = 6;

  /** Where a number may stand, as steps right and down from its diamond, best first. */
  private static final int[][] PLACES = {
    {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}
  };

  private final Svg svg;
  private final Frame frame;
  private final List<double[]> points;
  private final int fontSize;
  private final List<Box> taken = new ArrayList<>();

  /** An upright rectangle by its middle and half its sides. */
  private record Box(double x, double y, double halfWidth, double halfHeight) {
    boolean meets(Box other) {
      return Math.abs(x - other.x) < halfWidth + other.halfWidth
          && Math.abs(y - other.y) < halfHeight + other.halfHeight;
    }

    boolean holds(double[] point) {
      return Math.abs(x - point[0]) < halfWidth && Math.abs(y - point[1]) < halfHeight;
    }
  }

  /**
   * Prepares for one panel.
   *
   * @param points points on the lines drawn, which numbers should keep clear of
   */
  MarkerPainter(Svg svg, Frame frame, List<double[]> points, int fontSize) {
    this.svg = svg;
    this.frame = frame;
    this.points = points;
    this.fontSize = fontSize;
  }

  void paint(List<ChartMarker> markers, List<ChartMarker> numbered) {
    for (ChartMarker marker : markers) {
      double x = frame.x(marker.year());
      double y = frame.y(marker.value());
      svg.path("fg-marker", Legend.diamond(x, y));
      taken.add(new Box(x, y, RADIUS, RADIUS));
    }
    for (ChartMarker marker : markers) {
      number(marker, String.valueOf(numbered.indexOf(marker) + 1));
    }
  }

  private void number(ChartMarker marker, String text) {
    double halfWidth = TextMeasure.boldWidth(text, fontSize) / 2;
    double halfHeight = fontSize * 0.45;
    Box best = new Box(0, 0, 0, 0);
    int least = Integer.MAX_VALUE;
    for (int[] place : PLACES) {
      double x = frame.x(marker.year()) + place[0] * (RADIUS + halfWidth);
      double y = frame.y(marker.value()) + place[1] * (RADIUS + halfHeight);
      Box box = new Box(x, y, halfWidth, halfHeight);
      int cost = cost(box);
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
    taken.add(best);
    double baseline = best.y + fontSize * 0.35;
    svg.text("fg-ink fg-bold fg-halo", best.x, baseline, Svg.Anchor.MIDDLE, fontSize, text);
  }

  /** Leaving the plot is worst, then covering another claim, then covering a line. */
  private int cost(Box box) {
    boolean outside =
        box.x - box.halfWidth < frame.left()
            || box.x + box.halfWidth > frame.right()
            || box.y - box.halfHeight < frame.top()
            || box.y + box.halfHeight > frame.bottom();
    long claims = taken.stream().filter(box::meets).count();
    long hidden = points.stream().filter(box::holds).count();
    return (outside ? 10_000 : 0) + (int) Math.min(claims * 100 + hidden, 9_999);
  }
}
