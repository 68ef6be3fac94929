package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.chart.ChartStyle;
import org.fundinggap.chart.Examples;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {
  @Test
  void htmlHasItsPartsInOrder() {
    Document document = Xml.parse(Examples.page().html());
    assertEquals("en-GB", document.getDocumentElement().getAttribute("lang"));
    assertEquals(List.of("The funding gap in children's social care"), Xml.texts(document, "h1"));
    assertEquals(
        List.of("The gap depends on the funding rule", "Demand", "Cost"),
        Xml.texts(document, "h2"));
    assertEquals(1, Xml.ofClass(document, "fg-subtitle").size());
    assertEquals(1, Xml.ofClass(document, "fg-lead").size());
    assertEquals(1, Xml.elements(document, "table").size());
    assertEquals(4, Xml.elements(document, "figcaption").size());
    assertTrue(Xml.texts(document, "footer").get(0).contains("Open Government Licence"));
  }

  @Test
  void everyChartIsThereWideAndNarrow() {
    Document document = Xml.parse(Examples.page().html());
    assertEquals(List.of("720", "720", "720", "720"), widths(document, "fg-wide"));
    assertEquals(List.of("360", "360", "360", "360"), widths(document, "fg-narrow"));
  }

  private static List<String> widths(Document document, String name) {
    return Xml.ofClass(document, name).stream()
        .map(e -> Xml.elements(e, "svg").get(0).getAttribute("width"))
        .toList();
  }

  @Test
  void pageNeedsNothingFromOutside() {
    String html = Examples.page().html();
    String rest = html.replace("http://www.w3.org/2000/svg", "");
    Stream.of("http", "//", "url(", "@import", "<script", "<link", "<img", "src=", "href=")
        .forEach(outside -> assertFalse(rest.contains(outside), outside));
  }

  @Test
  void styleStandsOnce() {
    Document document = Xml.parse(Examples.page().html());
    assertEquals(1, Xml.elements(document, "style").size());
    String css = Xml.texts(document, "style").get(0);
    assertTrue(css.contains(ChartStyle.CSS) && css.contains("(max-width:600px)"));
    assertFalse(css.contains("GROUND") || css.contains("INK") || css.contains("RULE"));
  }

  @Test
  void pageIsTheSameEveryTime() {
    assertEquals(Examples.page().html(), Examples.page().html());
  }

  @Test
  void textIsEscaped() {
    String nasty = "</p><script>x</script>&\u0000";
    Page page =
        Page.builder(nasty)
            .subtitle(nasty)
            .lead(nasty)
            .footer(nasty)
            .section(
                PageSection.builder(nasty)
                    .paragraph(nasty)
                    .chart(Examples.cost(), nasty)
                    .table(Table.builder("\"><script>", "c").left("a").build())
                    .build())
            .build();
    Document document = Xml.parse(page.html());
    assertEquals(0, Xml.elements(document, "script").size());
    Element region = Xml.ofClass(document, "fg-scroll").get(0);
    assertEquals("\"><script>", region.getAttribute("aria-label"));
  }

  @Test
  void pageReportsEveryProblem() {
    Page.Builder page = Page.builder("").subtitle(" ").lead("").footer("");
    var e = assertThrows(InvalidInputException.class, page::build);
    assertEquals(
        List.of(
            "title must not be blank, was \"\"; say what it shows",
            "subtitle must not be blank, was \" \"; say what it shows",
            "lead 1 must not be blank, was \"\"; say what it shows",
            "footer must not be blank, was \"\"; say what it shows",
            "sections must have at least 1 section, was 0; call section(PageSection)"),
        e.problems());
  }

  @Test
  void sectionReportsEveryProblem() {
    PageSection.Builder section = PageSection.builder("").paragraph("").chart(Examples.cost(), " ");
    var e = assertThrows(InvalidInputException.class, section::build);
    assertEquals(
        List.of(
            "heading must not be blank, was \"\"; say what it shows",
            "paragraph 1 must not be blank, was \"\"; say what it shows",
            "sources of chart \"Cost of the base year's service, and funding\" must not be blank,"
                + " was \" \"; say what it shows"),
        e.problems());
    var empty = assertThrows(InvalidInputException.class, PageSection.builder("h")::build);
    assertEquals(
        List.of("content must have at least 1 part, was 0; add a paragraph, a chart or a table"),
        empty.problems());
  }

  @Test
  void toStringNamesThePage() {
    assertEquals(
        "The funding gap in children's social care"
            + " [The gap depends on the funding rule, Demand, Cost]",
        Examples.page().toString());
  }
}
