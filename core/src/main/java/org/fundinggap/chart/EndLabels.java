package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundinggap.quantity.FinancialYear;

/**
 * The last values, written right of the plot beside their lines and moved apart where too close.
 */
final class EndLabels {
  private static final double LEADER = 10;

  private final List<Label> labels;
  private final int fontSize;

  /** A value to write at a height; the bands' ends are minor and give way first. */
  private record Label(double value, String text, String classes, boolean minor) {}

  private EndLabels(List<Label> labels, int fontSize) {
    this.labels = labels;
    this.fontSize = fontSize;
  }

  /** The labels of the series that reach the last year of the axis. */
  static EndLabels of(
      ChartPanel panel,
      FinancialYear last,
      SeriesColours colours,
      ValueFormat format,
      int fontSize) {
    List<Label> labels = new ArrayList<>();
    panel.history().ifPresent(line -> addLine(labels, line, last, format, "fg-ink"));
    for (ChartFan fan : panel.fans()) {
      if (fan.years().lastKey().equals(last)) {
        ChartFan.Quantiles q = fan.years().lastEntry().getValue();
        String classes = colours.fill(fan.name());
        labels.add(new Label(q.p50(), format.projected(q.p50()), classes + " fg-bold", false));
        if (panel.fans().size() == 1 && q.p10() < q.p90()) {
          labels.add(new Label(q.p10(), format.projected(q.p10()), classes, true));
          labels.add(new Label(q.p90(), format.projected(q.p90()), classes, true));
        }
      }
    }
    for (ChartLine line : panel.lines()) {
      addLine(labels, line, last, format, colours.fill(line.name()));
    }
    labels.sort(Comparator.comparingDouble(Label::value).reversed());
    return new EndLabels(labels, fontSize);
  }

  private static void addLine(
      List<Label> labels, ChartLine line, FinancialYear last, ValueFormat format, String classes) {
    if (line.values().lastKey().equals(last)) {
      double value = line.values().lastEntry().getValue();
      labels.add(new Label(value, format.given(value), classes, false));
    }
  }

  /** The room they need right of the plot. */
  double width() {
    return labels.stream()
        .mapToDouble(label -> LEADER + TextMeasure.boldWidth(label.text, fontSize))
        .max()
        .orElse(0);
  }

  void draw(Svg svg, Frame frame) {
    double apart = fontSize + 1;
    List<Label> shown = labels;
    if (shown.size() * apart > frame.bottom() - frame.top()) {
      shown = labels.stream().filter(label -> !label.minor).toList();
    }
    double[] wanted = shown.stream().mapToDouble(label -> frame.y(label.value)).toArray();
    double[] placed = spread(wanted, apart, frame.top(), frame.bottom());
    double from = frame.x(frame.last()) + 3;
    double to = frame.right() + LEADER - 2;
    for (int i = 0; i < placed.length; i++) {
      if (Math.abs(placed[i] - wanted[i]) > 2) {
        svg.line("fg-leader", from, wanted[i], to - 1, placed[i]);
      }
      Label label = shown.get(i);
      double baseline = placed[i] + fontSize * 0.35;
      svg.text(label.classes, to, baseline, Svg.Anchor.START, fontSize, label.text);
    }
  }

  /**
   * The heights nearest to those wanted (least squares) that keep their order, stand at least so
   * far apart and stay between the bounds where there is room: an isotonic regression by pooling
   * adjacent violators, after taking out the spacing.
   */
  static double[] spread(double[] wanted, double apart, double top, double bottom) {
    int n = wanted.length;
    double[] mean = new double[n];
    int[] size = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      mean[pools] = wanted[i] - i * apart;
      size[pools] = 1;
      pools++;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        int joint = size[pools - 2] + size[pools - 1];
        mean[pools - 2] =
            (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / joint;
        size[pools - 2] = joint;
        pools--;
      }
    }
    double[] placed = new double[n];
    double highest = Math.max(top, bottom - (n - 1) * apart);
    int next = 0;
    for (int p = 0; p < pools; p++) {
      for (int k = 0; k < size[p]; k++, next++) {
        placed[next] = Math.min(Math.max(mean[p], top), highest) + next * apart;
      }
    }
    return placed;
  }
}
