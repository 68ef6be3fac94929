package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FanChartTest {
  static Stream<FanChart> examples() {
    return Stream.of(
        Examples.referrals(), Examples.lookedAfter(), Examples.cost(), Examples.gaps());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void svgIsAnAccessibleImage(FanChart chart) {
    Element root = Xml.parse(chart.svg()).getDocumentElement();
    assertEquals("svg", root.getTagName());
    assertEquals("http://www.w3.org/2000/svg", root.getAttribute("xmlns"));
    assertEquals("img", root.getAttribute("role"));
    assertEquals(chart.title(), root.getAttribute("aria-label"));
    assertEquals(chart.title(), Xml.elements(root, "title").get(0).getTextContent());
    assertEquals(chart.toString(), Xml.elements(root, "desc").get(0).getTextContent());
    assertTrue(
        Xml.elements(root, "style")
            .get(0)
            .getTextContent()
            .contains("@media (prefers-color-scheme:dark)"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noWordIsCutOffOrCovered_whateverTheWidth(FanChart chart) {
    for (int width : new int[] {280, 320, 360, 480, 599, 600, 720, 1000, 2000}) {
      assertEquals(List.of(), TextBoxes.faults(chart.svg(width)));
      assertEquals(List.of(), TextBoxes.faults(chart.inlineSvg(width)));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void viewBoxMatchesTheWidthAskedFor(FanChart chart) {
    Element root = Xml.parse(chart.svg(360)).getDocumentElement();
    assertEquals("360", root.getAttribute("width"));
    assertEquals("0 0 360 " + root.getAttribute("height"), root.getAttribute("viewBox"));
    assertEquals("720", Xml.parse(chart.svg()).getDocumentElement().getAttribute("width"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void svgIsTheSame_whateverTheDefaultLocale(FanChart chart) {
    String expected = chart.svg();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, chart.svg());
      Locale.setDefault(Locale.GERMANY);
      assertEquals(expected, chart.svg());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void panelsStandSideBySide_whenWide_andAreStacked_whenNarrow() {
    assertEquals(1, baseYearHeights(Examples.gaps().svg(720)).size());
    assertEquals(3, baseYearHeights(Examples.gaps().svg(360)).size());
  }

  private static Set<String> baseYearHeights(String svg) {
    Set<String> heights = new TreeSet<>();
    for (Element text : Xml.elements(Xml.parse(svg), "text")) {
      if (text.getTextContent().equals("base year")) {
        heights.add(text.getAttribute("y"));
      }
    }
    return heights;
  }

  @Test
  void narrowChartHasFewerYears() {
    assertTrue(years(Examples.cost().svg(360)) < years(Examples.cost().svg(720)));
    assertTrue(years(Examples.cost().svg(280)) >= 2);
  }

  private static long years(String svg) {
    return Xml.texts(Xml.parse(svg), "text").stream()
        .filter(t -> t.matches("\\d{4}-\\d{2}"))
        .count();
  }

  @Test
  void bandsLieAroundTheMedian() {
    Document document = Xml.parse(Examples.cost().svg());
    List<Double> outer = lastHeights(document, "fg-outer");
    List<Double> inner = lastHeights(document, "fg-inner");
    double median = lastHeights(document, "fg-median").get(0);
    assertTrue(outer.get(0) < inner.get(0) && inner.get(0) < median);
    assertTrue(median < inner.get(1) && inner.get(1) < outer.get(1));
  }

  /** The heights of the points with the greatest x of the first path of a class. */
  private static List<Double> lastHeights(Document document, String name) {
    Element path =
        Xml.ofClass(document, name).stream()
            .filter(e -> e.getTagName().equals("path"))
            .findFirst()
            .orElseThrow();
    List<double[]> points =
        Splitter.on('L')
            .splitToStream(path.getAttribute("d").replaceAll("[MZ]", ""))
            .map(p -> new double[] {part(p, 0), part(p, 1)})
            .toList();
    double right = points.stream().mapToDouble(p -> p[0]).max().orElseThrow();
    return points.stream().filter(p -> p[0] == right).map(p -> p[1]).sorted().toList();
  }

  private static double part(String point, int index) {
    return Double.parseDouble(Splitter.on(' ').splitToList(point.strip()).get(index));
  }

  @Test
  void historyIsInterrupted_whereTheSeriesBreaksAndWhereYearsAreMissing() {
    assertEquals(1, historyPaths(Examples.referrals()));
    assertEquals(2, historyPaths(Examples.lookedAfter()));
    ChartLine line =
        ChartLine.builder("h")
            .values(Examples.BASE, 1, 2)
            .values(Examples.BASE.plus(3), 3, 4)
            .build();
    assertEquals(2, historyPaths(chart(ChartPanel.builder().history(line).build())));
  }

  private static long historyPaths(FanChart chart) {
    return Xml.ofClass(Xml.parse(chart.svg()), "fg-history").stream()
        .filter(e -> e.getTagName().equals("path"))
        .count();
  }

  @Test
  void singleYearsAreDrawn_asDotsAndBars() {
    ChartLine dot = ChartLine.builder("one").value(Examples.BASE, 3).build();
    ChartFan bar = ChartFan.builder("fan").year(Examples.BASE, 1, 2, 3, 4, 5).build();
    Document document = Xml.parse(chart(ChartPanel.builder().history(dot).fan(bar).build()).svg());
    assertEquals(2, Xml.elements(document, "circle").size());
    assertTrue(
        Xml.ofClass(document, "fg-outer").stream()
            .anyMatch(e -> e.getTagName().equals("rect") && Xml.number(e, "height") > 100));
  }

  @Test
  void fanGrowsOutOfTheLastObservedValue() {
    ChartLine history = ChartLine.builder("h").value(Examples.BASE, 7).build();
    ChartFan fan = ChartFan.builder("f").year(Examples.BASE.plus(1), 1, 2, 3, 4, 5).build();
    ChartPanel joined = ChartPanel.builder().history(history).fan(fan).build();
    assertEquals(ChartFan.Quantiles.certain(7), joined.drawn(fan).get(Examples.BASE));
    ChartPanel alone = ChartPanel.builder().fan(fan).build();
    assertEquals(fan.years(), alone.drawn(fan));
  }

  @Test
  void zeroLineIsDrawn_onlyWhereTheAxisReachesZero() {
    assertEquals(3, Xml.ofClass(Xml.parse(Examples.gaps().svg()), "fg-zero").size());
    assertEquals(0, Xml.ofClass(Xml.parse(Examples.cost().svg()), "fg-zero").size());
  }

  @Test
  void chartSaysThatItsAxisIsCut_unlessItReachesZero() {
    assertTrue(words(Examples.cost()).contains("GBP billion, cash; the axis starts at 10"));
    FanChart whole =
        FanChart.builder("t", "GBP billion, cash")
            .fromZero()
            .panel(Examples.cost().panels().get(0))
            .build();
    assertTrue(words(whole).contains("GBP billion, cash"));
    assertFalse(whole.svg().contains("axis starts"));
  }

  @Test
  void lastValuesStandBesideThePlot() {
    List<String> words = words(Examples.gaps());
    assertTrue(words.containsAll(List.of("10.7", "6.1", "16.6", "\u22121.8", "8.8")));
    assertTrue(words(Examples.lookedAfter()).contains("88,400"));
  }

  @Test
  void lastValuesGiveWay_whenTheyLeaveThePlotNoRoom() {
    ChartLine line = ChartLine.builder("l").values(Examples.BASE, -1e12, -1e12).build();
    FanChart chart = chart(ChartPanel.builder().line(line).build());
    assertEquals(List.of(), TextBoxes.faults(chart.svg(280)));
    assertEquals(1, Xml.ofClass(Xml.parse(chart.svg(720)), "fg-f0").size());
    assertEquals(0, Xml.ofClass(Xml.parse(chart.svg(280)), "fg-f0").size());
  }

  @Test
  void claimsAreNumbered_andExplainedInTheLegend() {
    List<String> words = words(Examples.lookedAfter());
    assertTrue(words.contains("1 County Councils Network, 2021: 95,000 in 2024-25"));
    assertTrue(words.contains("2"));
    assertEquals(4, Xml.ofClass(Xml.parse(Examples.lookedAfter().svg()), "fg-marker").size());
  }

  @Test
  void legendStandsAboveAllPlots() {
    for (int width : new int[] {360, 720}) {
      Document document = Xml.parse(Examples.cost().svg(width));
      double legend =
          Xml.elements(document, "text").stream()
              .filter(t -> t.getTextContent().equals("10% to 90%"))
              .mapToDouble(t -> Xml.number(t, "y"))
              .max()
              .orElseThrow();
      double plot =
          Xml.ofClass(document, "fg-base").stream()
              .mapToDouble(t -> Xml.number(t, "y1"))
              .min()
              .orElseThrow();
      assertTrue(legend < plot);
    }
  }

  @Test
  void aSeriesHasOneColour_inAllPanels() {
    Document document = Xml.parse(Examples.gaps().svg());
    Set<String> classes = new TreeSet<>();
    Xml.ofClass(document, "fg-median").forEach(e -> classes.add(e.getAttribute("class")));
    assertEquals(Set.of("fg-median fg-s0"), classes);
  }

  @Test
  void pointerIsToldTheYearsValues_inTheWideLayoutOnly() {
    String hint = "2034-35\nGap: median 10.7 (10% to 90%: 6.1 to 16.6)";
    assertTrue(Xml.texts(Xml.parse(Examples.gaps().svg(720)), "title").contains(hint));
    assertFalse(Xml.texts(Xml.parse(Examples.gaps().svg(360)), "title").contains(hint));
  }

  @Test
  void textIsEscaped_whenItLooksLikeMarkup() {
    String nasty = "</text><script>alert('1')</script> & \"q\" ]]> \u0000\u0007\uFFFE\uD800";
    ChartPanel panel =
        ChartPanel.builder()
            .title(nasty)
            .history(ChartLine.builder(nasty + "h").value(Examples.BASE, 1).build())
            .line(ChartLine.builder(nasty + "l").value(Examples.BASE, 1).build())
            .fan(ChartFan.builder(nasty).year(Examples.BASE, 1, 2, 3, 4, 5).build())
            .marker(new ChartMarker(Examples.BASE, 2, nasty))
            .build();
    FanChart chart = FanChart.builder(nasty, nasty).panel(panel).build();
    for (int width : new int[] {280, 720}) {
      Document document = Xml.parse(chart.svg(width));
      assertEquals(0, Xml.elements(document, "script").size());
      assertFalse(chart.svg(width).contains("<script"));
      assertEquals(List.of(), TextBoxes.faults(chart.svg(width)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 279, 2001, Integer.MAX_VALUE})
  void widthIsRefused_whenOutOfBounds(int width) {
    var e = assertThrows(IllegalArgumentException.class, () -> Examples.cost().svg(width));
    assertEquals(
        "width must be in [280, 2000], was " + width + "; write 720, or 360 for a phone",
        e.getMessage());
  }

  @Test
  void toStringTellsTheChart() {
    assertEquals(
        "Children looked after at 31 March, with two claims made years before (Children; England)."
            + " Base year 2024-25. Published, 31 March: 60,000 in 2004-05, 81,770 in 2024-25."
            + " Baseline: median 88,400 (10% to 90%: 71,600 to 109,600) in 2034-35."
            + " County Councils Network, 2021: 95,000 in 2024-25."
            + " Care Review, 2022, approaching: 100,000 in 2031-32.",
        Examples.lookedAfter().toString());
  }

  @Test
  void axisCoversEveryYearOfEveryPanel() {
    ChartPanel early = ChartPanel.builder().marker(claim(FinancialYear.starting(1990))).build();
    ChartPanel late = ChartPanel.builder().marker(claim(FinancialYear.starting(2050))).build();
    FanChart chart = FanChart.builder("t", "u").panel(early).panel(late).build();
    assertEquals(FinancialYear.starting(1990), FanChart.years(chart).first());
    assertEquals(FinancialYear.starting(2050), FanChart.years(chart).last());
    assertEquals(List.of(), TextBoxes.faults(chart.svg()));
  }

  private static ChartMarker claim(FinancialYear year) {
    return new ChartMarker(year, 1, "claim");
  }

  private static FanChart chart(ChartPanel panel) {
    return FanChart.builder("t", "u").panel(panel).build();
  }

  private static List<String> words(FanChart chart) {
    return Xml.texts(Xml.parse(chart.svg()), "text");
  }
}
