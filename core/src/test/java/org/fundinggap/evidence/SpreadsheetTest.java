package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A register that a spreadsheet saved")
class SpreadsheetTest {
  private static final String AGAIN =
      "open the file as text, or import each column as text, or take the file again from where it"
          + " came";

  @TempDir Path directory;

  private List<String> problems(char separator, UnaryOperator<String> cell) {
    return assertThrows(
            InvalidInputException.class, () -> SavedRegister.load(directory, separator, cell))
        .problems();
  }

  private static String written(LocalDate date, String form) {
    return form.equals("serial")
        ? Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date))
        : DateTimeFormatter.ofPattern(form, Locale.UK).format(date);
  }

  /** Takes 2010-11 for November 2010 and writes that in some form. */
  private static UnaryOperator<String> yearsAs(String form, AtomicInteger changed) {
    return cell -> {
      if (!cell.matches("\\d{4}-(0[1-9]|1[0-2])")) {
        return cell;
      }
      changed.incrementAndGet();
      return written(LocalDate.parse(cell + "-01"), form);
    };
  }

  /** Writes dates as they are written in England. */
  private static UnaryOperator<String> datesAs(String form, AtomicInteger changed) {
    return cell -> {
      if (!cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return cell;
      }
      changed.incrementAndGet();
      return written(LocalDate.parse(cell), form);
    };
  }

  @Test
  @DisplayName("is the same register if no cell was changed: byte-order mark, CRLF, fewer quotes")
  void registerIsTheSame_whenOnlyItsBytesDiffer() {
    EvidenceBase saved = SavedRegister.load(directory, ',', cell -> cell);
    EvidenceBase shipped = EvidenceBase.load();
    assertEquals(shipped.toString(), saved.toString());
    assertEquals(shipped.figures(), saved.figures());
    assertEquals(shipped.priors(), saved.priors());
    assertEquals(shipped.sources(), saved.sources());
    for (Series series : shipped.allSeries()) {
      assertEquals(series.observations(), saved.series(series.id()).observations());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MMM-yy",
        "MMM yy",
        "MMMM yyyy",
        "yy-MMM",
        "d-MMM",
        "dd-MMM-yyyy",
        "d MMM yyyy",
        "dd/MM/yyyy",
        "M/d/yy",
        "dd.MM.yyyy",
        "yyyy-MM-dd",
        "dd/MM/yyyy HH:mm:ss",
        "M/yyyy",
        "serial"
      })
  @DisplayName("is refused with one problem, whatever form the years took")
  void yearsAreOneProblem_whenTheyBecameDates(String form) {
    AtomicInteger years = new AtomicInteger();
    String midnight = form.replace("HH:mm:ss", "'00:00:00'");
    List<String> problems = problems(',', yearsAs(midnight, years));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(years.get() > 50, () -> "cells: " + years);
    String problem = problems.get(0);
    assertTrue(
        problem.startsWith(
            "years such as 2010-11 were turned into dates by a spreadsheet, in "
                + years
                + " cells such as \""),
        problem);
    assertTrue(problem.contains(" (figures.csv line 3, column period; "), problem);
    assertTrue(problem.contains("; and " + (years.get() - 3) + " more); "), problem);
    assertTrue(problem.endsWith(AGAIN), problem);
  }

  @Test
  @DisplayName("is refused with one problem if it changed years and dates")
  void yearsAndDatesAreOneProblem_whenBothWereWrittenInAnotherWay() {
    AtomicInteger years = new AtomicInteger();
    AtomicInteger dates = new AtomicInteger();
    List<String> problems =
        problems(
            ',', cell -> datesAs("dd/MM/yyyy", dates).apply(yearsAs("MMM-yy", years).apply(cell)));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(dates.get() > 400, () -> "cells: " + dates);
    String both =
        "in "
            + years
            + " cells such as \"Nov-10\", and dates such as 2025-10-30 were written in another way,"
            + " in "
            + dates
            + " cells such as \"01/12/2017\" (figures.csv line 3, column period; ";
    assertTrue(problems.get(0).contains(both), problems.get(0));
  }

  @Test
  @DisplayName("names dates in another way by every line, and does not blame a year")
  void datesAreTheirOwnProblem_whenYearsAreSound() {
    AtomicInteger dates = new AtomicInteger();
    List<String> problems = problems(',', datesAs("dd/MM/yyyy", dates));
    assertEquals(1, problems.size(), problems::toString);
    String problem = problems.get(0);
    int sources = EvidenceBase.load().sources().size();
    assertTrue(
        problem.startsWith(
            "sources.csv lines 2 to " + (sources + 1) + ", columns published, seen; figures.csv"),
        problem);
    assertTrue(problem.contains(": must be a date, was \"01/12/2017\", \""), problem);
    assertFalse(problem.contains("spreadsheet"), problem);
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '|', '\t'})
  @DisplayName("is refused with one problem if it stands between columns otherwise")
  void separatorIsOneProblem_whenItIsNoComma(char separator) {
    List<String> problems = problems(separator, cell -> cell);
    String shown = separator == '\t' ? "tabs" : "\"" + separator + "\"";
    assertEquals(1, problems.size(), problems::toString);
    String problem = problems.get(0);
    assertTrue(problem.startsWith("sources.csv line 1; figures.csv line 1; series.csv"), problem);
    assertTrue(problem.contains("; observations/workforce.csv line 1; "), problem);
    assertTrue(problem.contains("; priors.csv line 1"), problem);
    assertTrue(
        problem.endsWith(
            ": columns must be separated by commas, were by " + shown + "; save with commas"),
        problem);
  }

  @Test
  @DisplayName("is refused with two problems if it wrote decimal commas too: both must be mended")
  void decimalCommasAreTold_whenTheSeparatorIsAnother() {
    List<String> problems =
        problems(';', cell -> cell.matches("-?\\d+\\.\\d+") ? cell.replace('.', ',') : cell);
    assertEquals(2, problems.size(), problems::toString);
    String commas = problems.get(1);
    assertTrue(commas.startsWith("figures.csv lines "), commas);
    assertTrue(commas.contains(", columns high, low, value; observations/"), commas);
    assertTrue(commas.contains(": must be a finite number, was \"0,9\", "), commas);
    assertTrue(commas.contains("; write it like 1234.5, without commas, "), commas);
  }
}
