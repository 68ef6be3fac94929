package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What charts refuse, and that they say all of it at once. */
class ChartInputTest {
  private static final FinancialYear YEAR = Examples.BASE;

  @Test
  void fanReportsEveryProblem() {
    ChartFan.Builder fan =
        ChartFan.builder(" ")
            .year(YEAR, 1, 2, 3, 4, Double.NaN)
            .year(YEAR, 1, 2, 3, 4, Double.POSITIVE_INFINITY)
            .year(YEAR.plus(2), 1, 3, 2, 4, 5);
    assertEquals(
        List.of(
            "name must not be blank, was \" \"; say what it shows",
            "year must come once, was 2024-25 again; give quantiles once a year",
            "years must be consecutive, was 2026-27 after 2024-25; add 2025-26",
            "p90 of 2024-25 must be in [-1.0E12, 1.0E12], was Infinity;"
                + " leave out a year without a value, or use a larger unit",
            "quantiles of 2026-27 must rise from p10 to p90, was [1.0, 3.0, 2.0, 4.0, 5.0];"
                + " give them in the order of probability"),
        problems(fan::build));
  }

  @Test
  void fanIsRefused_whenEmpty() {
    assertEquals(
        List.of("years must have at least 1 year, was 0; call year(year, p10, ..., p90)"),
        problems(ChartFan.builder("f")::build));
  }

  @Test
  void everyQuantileIsRefused_whenNotANumber() {
    double nan = Double.NaN;
    ChartFan.Builder fan = ChartFan.builder("f").year(YEAR, nan, nan, nan, nan, nan);
    assertEquals(5, problems(fan::build).size());
  }

  @Test
  void lineReportsEveryProblem() {
    ChartLine.Builder line =
        ChartLine.builder("x".repeat(201))
            .value(YEAR, 1)
            .value(YEAR, Double.NaN)
            .value(YEAR.plus(1), 2e12)
            .breakBefore(YEAR.plus(5));
    assertEquals(
        List.of(
            "name must have at most 200 characters, was 201 (\""
                + "x".repeat(30)
                + "...\"); move detail to a note",
            "year must come once, was 2024-25 again; give one value for each year",
            "value of 2024-25 must be in [-1.0E12, 1.0E12], was NaN;"
                + " leave out a year without a value, or use a larger unit",
            "value of 2025-26 must be in [-1.0E12, 1.0E12], was 2.0E12;"
                + " leave out a year without a value, or use a larger unit",
            "breakBefore must name a year with a value, was 2029-30;"
                + " name the first year on the new basis"),
        problems(line::build));
  }

  @Test
  void lineIsRefused_whenEmpty() {
    assertEquals(
        List.of("values must have at least 1 year, was 0; call value(year, value)"),
        problems(ChartLine.builder("l")::build));
  }

  @Test
  void markerReportsEveryProblem() {
    assertEquals(2, problems(() -> new ChartMarker(YEAR, Double.NEGATIVE_INFINITY, "\t")).size());
  }

  @Test
  void panelIsRefused_whenEmpty() {
    assertEquals(
        List.of(
            "title must not be blank, was \"\"; say what it shows",
            "content must have at least 1 series, was 0;"
                + " add a history, a fan, a line or a marker"),
        problems(ChartPanel.builder().title("")::build));
  }

  @Test
  void panelIsRefused_whenNamesRepeat() {
    ChartLine line = ChartLine.builder("same").value(YEAR, 1).build();
    ChartFan fan = ChartFan.builder("same").year(YEAR, 1, 2, 3, 4, 5).build();
    assertEquals(
        List.of(
            "name must differ from the panel's other names, was \"same\" again;"
                + " say how the two series differ",
            "name must differ from the panel's other names, was \"same\" again;"
                + " say how the two series differ"),
        problems(ChartPanel.builder().history(line).fan(fan).line(line)::build));
  }

  @Test
  void chartReportsEveryProblem_whenEmpty() {
    assertEquals(
        List.of(
            "title must not be blank, was \"\"; say what it shows",
            "unit must not be blank, was \"  \"; say what it shows",
            "decimals must be in [0, 6], was 7; use a smaller unit",
            "panels must have at least 1 panel, was 0; call panel(ChartPanel)"),
        problems(FanChart.builder("", "  ").decimals(7)::build));
  }

  @Test
  void chartIsRefused_whenItHoldsTooMuch() {
    FanChart.Builder chart = FanChart.builder("t", "u").baseYear(FinancialYear.starting(2190));
    for (int i = 0; i < 13; i++) {
      chart =
          chart.panel(
              ChartPanel.builder()
                  .line(ChartLine.builder("line " + i).value(YEAR.plus(10 * i), i).build())
                  .marker(new ChartMarker(YEAR, i, "claim"))
                  .build());
    }
    assertEquals(
        List.of(
            "panels must be at most 12, was 13; make several charts",
            "series must be at most 6, was 13; make several charts",
            "markers must be at most 9, was 13; put claims in a table",
            "years must be at most 120, was 121; leave out early years",
            "baseYear must be in [2024-25, 2144-45], was 2190-91;"
                + " name a year that the chart shows"),
        problems(chart::build));
  }

  @Test
  void builtPartsDoNotChange_whenTheirBuilderGoesOn() {
    ChartLine.Builder builder = ChartLine.builder("l").value(YEAR, 1);
    ChartLine line = builder.build();
    ChartLine longer = builder.value(YEAR.plus(1), 2).build();
    assertEquals(1, line.values().size());
    assertEquals(2, longer.values().size());
    assertThrows(RuntimeException.class, () -> line.values().put(YEAR.plus(2), 3.0));
  }

  private static List<String> problems(Executable executable) {
    return assertThrows(InvalidInputException.class, executable).problems();
  }
}
