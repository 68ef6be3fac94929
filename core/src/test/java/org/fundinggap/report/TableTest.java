package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.chart.Examples;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TableTest {
  @Test
  void toStringIsAlignedText() {
    Table table =
        Table.builder("Gap", "GBP billion, cash")
            .left("Rule")
            .right("2034-35")
            .row("Flat in cash", "10.7")
            .note("Positive is a shortfall.")
            .build();
    assertEquals(
        """
        Gap
        GBP billion, cash

        Rule          2034-35
        ------------  -------
        Flat in cash     10.7

        Positive is a shortfall.
        """,
        table.toString());
  }

  @Test
  void htmlHasCaptionScopesAndNotes() {
    Document document = Xml.parse(Examples.table().toHtml());
    assertEquals("table", document.getDocumentElement().getTagName());
    assertEquals(
        List.of("Stand-still gap in 2034-35 GBP billion, cash; England; base 2024-25"),
        Xml.texts(document, "caption"));
    List<String> scopes =
        Xml.elements(document, "th").stream().map(e -> e.getAttribute("scope")).toList();
    assertEquals(List.of("col", "col", "col", "col", "row", "row", "row"), scopes);
    Element note = Xml.elements(Xml.elements(document, "tfoot").get(0), "td").get(0);
    assertEquals("4", note.getAttribute("colspan"));
    assertEquals(12, Xml.ofClass(document, "fg-number").size());
  }

  @Test
  void htmlHasNoFoot_whenThereAreNoNotes() {
    Table table = Table.builder("t", "c").left("a").build();
    assertFalse(table.toHtml().contains("tfoot"));
    assertTrue(table.rows().isEmpty());
  }

  @Test
  void htmlIsEscaped() {
    String nasty = "<b onclick='x'>&\"\u0001\uDC00";
    Table table = Table.builder(nasty, nasty).left(nasty).row(nasty).note(nasty).build();
    Document document = Xml.parse(table.toHtml());
    assertEquals(0, Xml.elements(document, "b").size());
    assertEquals(List.of("<b onclick='x'>&\"\uFFFD\uFFFD"), Xml.texts(document, "td"));
  }

  @Test
  void csvQuotesWhereNeeded() {
    Table table =
        Table.builder("t", "c")
            .left("Area, name")
            .right("Gap")
            .row("Bristol, City of", "1,234")
            .row("say \"so\"\nand so", "-1")
            .build();
    assertEquals(
        "\"Area, name\",Gap\n\"Bristol, City of\",\"1,234\"\n\"say \"\"so\"\"\nand so\",-1\n",
        table.toCsv());
  }

  @Test
  void builderReportsEveryProblem() {
    Table.Builder table =
        Table.builder("", " ").left("#").left("a").right("a").right(" ").row("x").note("");
    var e = assertThrows(InvalidInputException.class, table::build);
    assertEquals(
        List.of(
            "title must not be blank, was \"\"; say what it shows",
            "caption must not be blank, was \" \"; say what it shows",
            "column 3 must have a name of its own, was \"a\" again; say how it differs",
            "column 4 must not be blank, was \" \"; say what it shows",
            "row 1 must have 4 cells, was 1 [x]; give one text for each column",
            "note 1 must not be blank, was \"\"; say what it shows"),
        e.problems());
  }

  @Test
  void builderIsRefused_whenThereAreNoColumns() {
    var e = assertThrows(InvalidInputException.class, Table.builder("t", "c")::build);
    assertEquals(
        List.of("columns must have at least 1 column, was 0; call left(name) or right(name)"),
        e.problems());
  }

  @Test
  void tableKeepsWhatItWasGiven() {
    Table table = Examples.table();
    assertEquals("Stand-still gap in 2034-35", table.title());
    assertEquals("GBP billion, cash; England; base 2024-25", table.caption());
    assertEquals(new Table.Column("Gap, median", true), table.columns().get(1));
    assertEquals("10.7", table.rows().get(0).get(1));
    assertEquals(1, table.notes().size());
  }
}
