package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundinggap.Seeded;
import org.fundinggap.quantity.FinancialYear;

@Seeded
class FanChartProperties {
  private static final FinancialYear START = FinancialYear.starting(2000);

  @Property(tries = 150)
  void noWordIsCutOffOrCovered_whateverTheValues(
      @ForAll @Size(min = 5, max = 60) List<@DoubleRange(min = -1e12, max = 1e12) Double> values,
      @ForAll @IntRange(min = 1, max = 4) int panels,
      @ForAll @IntRange(min = 0, max = 40) int base,
      @ForAll @IntRange(min = 280, max = 1200) int width) {
    FanChart.Builder chart = FanChart.builder("Any chart", "any unit").baseYear(START.plus(base));
    for (int p = 0; p < panels; p++) {
      chart = chart.panel(panel("Panel " + p, values));
    }
    String svg = chart.build().svg(width);
    assertEquals(List.of(), TextBoxes.faults(svg));
    assertEquals(svg, chart.build().svg(width));
  }

  /** Forty years of history, a line, and as many years of fan as there are fives of values. */
  private static ChartPanel panel(String title, List<Double> values) {
    ChartFan.Builder fan = ChartFan.builder("fan");
    for (int i = 0; i + 5 <= values.size(); i += 5) {
      double[] five = values.subList(i, i + 5).stream().mapToDouble(v -> v).sorted().toArray();
      fan = fan.year(START.plus(41 + i / 5), five[0], five[1], five[2], five[3], five[4]);
    }
    double[] history = new double[41];
    Arrays.setAll(history, i -> values.get(i % values.size()));
    return ChartPanel.builder()
        .title(title)
        .history(ChartLine.builder("history").values(START, history).build())
        .line(ChartLine.builder("line").values(START.plus(40), history).build())
        .fan(fan.build())
        .build();
  }

  @Property(tries = 150)
  void noWordOfARowIsCutOffOrCovered_whateverTheValues(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e12, max = 1e12) Double> values,
      @ForAll @IntRange(min = 280, max = 1200) int width) {
    RowChart.Builder rows = RowChart.builder("Any rows", "any unit");
    CurveChart.Curve curve = CurveChart.Curve.of("any curve");
    for (double value : values) {
      RowMark bar = RowMark.bar(RowMark.Tone.FIRST, 0, value);
      rows.row(
          new ChartRow(
              "row of a label that is long enough to be broken", "is " + value, List.of(bar)));
      curve = curve.with(value, -value);
    }
    assertEquals(List.of(), TextBoxes.faults(rows.build().svg(width)));
    Chart curves = CurveChart.builder("Any curves", "x", "y").curve(curve).build();
    assertEquals(List.of(), TextBoxes.faults(curves.svg(width)));
  }

  @Property
  void ticksCoverTheRange_inRoundSteps(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double a,
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double b,
      @ForAll @IntRange(min = 3, max = 8) int steps,
      @ForAll boolean fromZero) {
    double least = Math.min(a, b);
    double greatest = Math.max(a, b);
    YScale scale = YScale.covering(least, greatest, steps, fromZero);
    int ticks = scale.values().size();
    String digits = scale.step().stripTrailingZeros().unscaledValue().toString();
    assertEquals(
        "covers: true, ticks: true, round: true, zero: true",
        "covers: "
            + (scale.low() <= least && scale.high() >= greatest)
            + (", ticks: " + (ticks >= 2 && ticks <= steps + 2))
            + (", round: " + List.of("1", "2", "5").contains(digits))
            + (", zero: " + (!fromZero || scale.reachesZero())));
  }

  @Property
  void labelsKeepOrderDistanceAndBounds(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 200) Double> heights) {
    double[] wanted = heights.stream().mapToDouble(v -> v).sorted().toArray();
    double[] placed = EndLabels.spread(wanted, 13, 0, 200);
    for (int i = 0; i < placed.length; i++) {
      boolean apart = i == 0 || placed[i] - placed[i - 1] >= 13 - 1e-9;
      boolean inside = placed[i] >= 0 && placed[i] <= 200 + 1e-9;
      assertEquals("true true", apart + " " + inside, Arrays.toString(placed));
    }
  }

  @Property
  void labelsStayWhereWanted_whenFarApart(@ForAll @DoubleRange(min = 0, max = 50) double first) {
    double[] wanted = {first, first + 20, first + 60};
    assertEquals(Arrays.toString(wanted), Arrays.toString(EndLabels.spread(wanted, 10, 0, 200)));
  }
}
