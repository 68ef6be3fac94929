package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void tableAlignsWordsLeftAndNumbersRight() {
    TextTable table =
        new TextTable().left("Year").right("Gap").row("2024-25", "1.5").row("2034-35", "10.7");
    assertEquals(
        """
        Year      Gap
        -------  ----
        2024-25   1.5
        2034-35  10.7
        """,
        table.toString());
  }

  @Test
  void tableHasNoTrailingSpaces_whenLastColumnIsShort() {
    String text = new TextTable().left("a").left("long header").row("x", "y").toString();
    assertEquals("a  long header\n-  -----------\nx  y\n", text);
  }

  @Test
  void tablePrintsHeaderAndRule_whenThereAreNoRows() {
    assertEquals("Year  Gap\n----  ---\n", new TextTable().left("Year").right("Gap").toString());
  }

  @Test
  void tablePrintsNothing_whenThereAreNoColumns() {
    assertEquals("", new TextTable().toString());
  }

  @Test
  void tableKeepsRowsOnOneLine_whenCellsHoldLineBreaks() {
    String text = new TextTable().left("a").row("one\r\n\ttwo\u2028three\u0000").toString();
    assertEquals("a\n-------------\none two three\n", text);
  }

  @Test
  void tableCountsCodePoints_whenTextIsOutsideTheBasicPlane() {
    String text = new TextTable().right("n").row("\uD83D\uDE00").row("22").toString();
    assertEquals(" n\n--\n \uD83D\uDE00\n22\n", text);
  }

  @Test
  void rowIsRefused_whenItsWidthDiffers() {
    TextTable table = new TextTable().left("a").left("b");
    var e = assertThrows(IllegalArgumentException.class, () -> table.row(List.of("1")));
    assertEquals(
        "row 1 must have 2 cells, was 1; give one text for each column of [a, b]", e.getMessage());
  }

  @Test
  void columnIsRefused_whenThereAreRows() {
    TextTable table = new TextTable().left("a").row("1");
    var e = assertThrows(IllegalArgumentException.class, () -> table.right("late"));
    assertEquals(
        "column \"late\" must be added before rows, was added after 1 of them;"
            + " declare the columns first",
        e.getMessage());
  }
}
