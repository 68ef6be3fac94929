package org.fundinggap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@DisplayName("The study of evenly spread draws")
class SpreadTest {
  /** Errors of 160 / sqrt(n) for independent draws, a tenth of that for Sobol draws, in 2 seeds. */
  private static SpreadErrors madeUp() {
    SpreadErrors errors = new SpreadErrors(2);
    for (Spread spread : Spread.values()) {
      double share = spread == Spread.INDEPENDENT ? 1 : 0.01;
      for (int log = SpreadStudy.FEWEST; log <= SpreadStudy.MOST; log++) {
        for (Figure figure : Figure.values()) {
          double square = 25_600 * share / (1 << log);
          errors.add(spread, figure, log, 0.9 * square);
          errors.add(spread, figure, log, 1.1 * square);
        }
      }
      for (int log : SpreadStudy.TIMED) {
        errors.addTime(spread, log, spread == Spread.INDEPENDENT ? 10 : 20);
        errors.addTime(spread, log, 1_000);
      }
    }
    return errors;
  }

  @Test
  @DisplayName("divides mean square errors, and knows how far the ratio may be off")
  void gainsAreRatiosOfMeanSquares() {
    SpreadErrors errors = madeUp();
    assertEquals(1.25, errors.rootMeanSquare(Spread.INDEPENDENT, Figure.MEAN, 14), 1e-12);
    assertEquals(0.0625, errors.rootMeanSquare(Spread.SOBOL, Figure.MEAN, 16), 1e-12);
    SpreadErrors.Uncertain gain = errors.gain(Spread.SOBOL, Figure.P90, 14);
    assertEquals(100, gain.value(), 1e-9);
    assertEquals(100 * 0.1 * Math.sqrt(2), gain.error(), 1e-9);
    assertEquals(50, errors.gainForTheTime(Spread.SOBOL, Figure.P90, 14), 1e-9);
    assertEquals(0, errors.gain(Spread.INDEPENDENT, Figure.P90, 14).error());
  }

  @Test
  @DisplayName("estimates a mean and a 90th percentile")
  void figuresAreMeanAndPercentile() {
    double[] sorted = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30};
    assertEquals(75.0 / 11, Figure.MEAN.of(sorted), 1e-15);
    assertEquals(9, Figure.P90.of(sorted), 1e-12);
    assertEquals(7.8, Figure.P90.of(new double[] {0, 1, 5, 9}), 1e-12);
  }

  @Test
  @DisplayName("says what is wanted and reached, and what it costs")
  void tablesHoldVerdicts() {
    List<String> lines = new SpreadTables(madeUp()).lines();
    assertTrue(
        lines.contains(
            "| mean | Sobol, 1 replicate | at least 100 | 100 ± 14 | too close to say |"),
        lines.toString());
    assertTrue(
        lines.contains("| 90th percentile | Sobol, 4 replicates | at least 10 | 100 ± 14 | yes |"));
    assertTrue(
        lines.contains("| mean | Sobol, 4 replicates | 65,536 | 0.1 | 100 ± 14 | 20 | 50 |"));
    assertTrue(lines.contains("| mean | independent | 16,384 | 1.3 | 1.0 | 10 | 1.0 |"));
  }

  @Test
  @DisplayName("adds what Sobol draws reach to the page's targets, if it was measured")
  void targetsHoldGains() {
    Measurements measured = new Measurements();
    measured.add(new Subject(Measurements.gain(Spread.SOBOL, Figure.MEAN), 0), 0, 99.5);
    List<String> lines = new PageTargets(measured, List.of(17), jdk -> Ratio.of(List.of())).lines();
    assertEquals(
        List.of(
            "| variance of England's gap (mean), independent draws over Sobol, 1 replicate | any |"
                + " at least 100 | 99.50 | no |"),
        lines.subList(2, lines.size()));
  }

  @Test
  @DisplayName("is plotted with a panel a figure and a line a sampler, inside of its frame")
  void plotHasEveryLine() throws Exception {
    String svg = ErrorPlot.svg(madeUp());
    Document plot =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    assertEquals(6, plot.getElementsByTagName("polyline").getLength());
    assertEquals(6 * 7 + 3, plot.getElementsByTagName("circle").getLength());
    for (int i = 0; i < 6; i++) {
      String points =
          plot.getElementsByTagName("polyline")
              .item(i)
              .getAttributes()
              .getNamedItem("points")
              .getNodeValue();
      for (String point : points.split(" ", -1)) {
        double y = Double.parseDouble(point.substring(point.indexOf(',') + 1));
        assertTrue(y >= 122 && y <= 380, points);
      }
    }
  }
}
