package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.fundinggap.Seeded;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.csv.PlainCell;

@Seeded
class CsvFormulasTest {
  private static List<CsvRecord> read(String csv) {
    return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(csv).stream()
        .toList();
  }

  private static String cell(String text) {
    Table table = Table.builder("t", "c").left("a").left("b").row("x", text).build();
    return read(table.toCsv()).get(1).getField(1);
  }

  @Example
  void formulasAreShownAndNotRun_inCellsAndHeaders() {
    for (String text :
        List.of(
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://evil\",\"open\")",
            "@SUM(1+1)",
            "+1+cmd|' /C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "-1.5 [-2.0, =1]",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            " =1+1",
            "\u200B=1+1",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20SUM(1)",
            "-infinite",
            "'=1+1")) {
      assertEquals("'" + text, cell(text), text);
      if (!text.isBlank()) {
        Table table = Table.builder("t", "c").left("year").right(text).build();
        assertEquals("'" + text, read(table.toCsv()).get(0).getField(1), text);
      }
    }
  }

  @Example
  void numbersStayNumbers() {
    for (String number :
        List.of(
            "-1.5",
            "+3",
            "-1,234.5",
            "3",
            "-",
            "-0.5%",
            "1e-5",
            "-1.234e+300",
            "-10.7bn",
            "-.5",
            "-1.50 [-2.00, -1.00]",
            "1.0 [-2.0, 3.5]",
            "2034-35",
            "England, a = b",
            "")) {
      assertEquals(number, cell(number));
    }
  }

  /** Also where a reader skips comments: a header or a first cell may begin with a hash. */
  @Example
  void hashesAreNoComments() {
    Table table =
        Table.builder("t", "c").left("#1 option").right("#2 option").row("#3", "4").build();
    List<CsvRecord> rows = read(table.toCsv());
    assertEquals(List.of("#1 option", "#2 option"), rows.get(0).getFields());
    assertEquals(List.of("#3", "4"), rows.get(1).getFields());
  }

  @Property
  void everyTextComesBack_andNoneIsAFormula(
      @ForAll
          @Chars({'=', '+', '-', '@', '\'', '\t', '\r', '\n', '"', ',', '.', '1', '[', ' ', '#'})
          @CharRange(from = 'a', to = 'c')
          @Chars({'\uFF1D', '\u202E', '\u00A0'})
          @StringLength(max = 8)
          String text) {
    String written = cell(text);
    assertEquals(Markup.withoutTurns(text), PlainCell.read(written));
    boolean risky = !written.isEmpty() && "=@\t\r\n\uFF1D".indexOf(written.charAt(0)) >= 0;
    assertFalse(risky, written);
    boolean signed = written.startsWith("-") || written.startsWith("+");
    assertTrue(!signed || written.matches("[-+0-9.,eEbn%\\[\\] ]+"), written);
  }

  @Property
  void nameNeverTurnsTextRound(@ForAll @NotBlank @StringLength(max = 5) String name) {
    String turned = name + "\u202E" + "dleiF" + "\u2066";
    Table table = Table.builder(turned, "c").left(turned).row(turned).note(turned).build();
    for (String text : List.of(table.toCsv(), table.toHtml(), table.toString())) {
      assertFalse(text.matches("(?s).*[\u202A-\u202E\u2066-\u2069].*"), text);
    }
  }
}
