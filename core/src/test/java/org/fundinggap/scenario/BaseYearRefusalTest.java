package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A refused date or base year names what would work, and what is lacking")
class BaseYearRefusalTest {
  private static final Pattern FIRST =
      Pattern.compile("the first date on which one has is (\\S+), with base year (\\S+):");
  private static final Pattern LATER = Pattern.compile("or start as of (\\S+), from when");
  private static final Pattern NEAREST = Pattern.compile("(\\S+) lacks (\\d+) values?: (.*)");

  private static EvidenceBase asOf(String date) {
    return England.evidence().asOf(LocalDate.parse(date));
  }

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static List<String> problems(EvidenceBase evidence) {
    return assertThrows(InvalidInputException.class, () -> Baseline.england(evidence)).problems();
  }

  private static String onlyProblem(EvidenceBase evidence, String year) {
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> Baseline.england(evidence, year(year)))
            .problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }

  private static Matcher found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), text);
    return matcher;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2012-06-30", "2013-01-31"})
  @DisplayName("a date that is too early names the first that works, which does")
  void firstDateThatWorksIsNamed_whenTheDateIsTooEarly(String date) {
    List<String> problems = problems(asOf(date));
    assertEquals(date.startsWith("1900") ? 1 : 4, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("no year as of " + date + " has "), problems.get(0));
    Matcher first = found(FIRST, problems.get(0));
    LocalDate works = LocalDate.parse(first.group(1));
    EvidenceBase then = England.evidence().asOf(works);
    Baseline baseline = Baseline.england(then);
    assertEquals(year(first.group(2)), baseline.baseYear());
    assertDoesNotThrow(() -> baseline.with(FundingRule.CASH_FLAT));
    assertEquals(
        works.toString(),
        found(FIRST, problems(England.evidence().asOf(works.minusDays(1))).get(0)).group(1));
    assertTrue(
        England.evidence().seriesDates().stream()
            .filter(day -> day.isBefore(works))
            .allMatch(day -> Calibration.baseYears(England.evidence().asOf(day)).isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012-06-30", "2013-01-31"})
  @DisplayName("a date that is too early names three years that lack the least, and how much")
  void nearestYearsAreNamed_whenTheDateIsTooEarly(String date) {
    EvidenceBase evidence = asOf(date);
    List<String> problems = problems(evidence);
    int least = 0;
    for (String problem : problems.subList(1, problems.size())) {
      Matcher nearest = found(NEAREST, problem);
      int lacking = Calibration.missing(evidence, year(nearest.group(1))).size();
      assertEquals(lacking, Integer.parseInt(nearest.group(2)), problem);
      assertTrue(lacking >= least, problem);
      least = lacking;
      assertTrue(
          nearest
              .group(3)
              .endsWith(
                  "Calibration.missing(evidence, FinancialYear.parse(\""
                      + nearest.group(1)
                      + "\"))"),
          problem);
    }
  }

  @Test
  @DisplayName("as of January 2013 it is 2011-12, not what 2024-25 lacks")
  void yearOfTheTimeIsNamed() {
    String refused = Refused.message(() -> Baseline.england(asOf("2013-01-31")));
    assertTrue(refused.startsWith("baseline as of 2013-01-31: 4 problems"), refused);
    assertTrue(refused.contains("2011-12 lacks "), refused);
    assertFalse(refused.contains("2024-25"), refused);
  }

  @Test
  @DisplayName("a base year that lacks something names all of it and the years that do not")
  void yearsThatRunAreNamed_whenABaseYearIsRefused() {
    String problem = onlyProblem(England.evidence(), "2014-15");
    for (String missing : Calibration.missing(England.evidence(), year("2014-15"))) {
      String series = missing.replaceAll("series (\\S+) must.*", "$1");
      String lacked = missing.replaceAll(".* must hold (\\S+), .*", "$1");
      assertTrue(problem.matches(".*" + lacked + " of [^;]*\\b" + series + "\\b.*"), missing);
    }
    assertTrue(
        problem.endsWith(
            "; years that can be base years: 2012-13, 2013-14, 2015-16 to 2024-25; choose one, or"
                + " add the values to the register"),
        problem);
  }

  @Test
  @DisplayName("a base year that was not known yet names those that were, and its own first date")
  void laterDateIsNamed_whenABaseYearWasNotKnownYet() {
    String problem = onlyProblem(asOf("2020-01-31"), "2021-22");
    assertTrue(problem.startsWith("2021-22 lacks "), problem);
    assertTrue(
        problem.contains(
            "; years that can be base years as of 2020-01-31: 2012-13, 2013-14, 2015-16 to"
                + " 2018-19; choose one, or start as of "),
        problem);
    LocalDate works = LocalDate.parse(found(LATER, problem).group(1));
    Baseline.england(England.evidence().asOf(works), year("2021-22"));
    assertTrue(
        onlyProblem(England.evidence().asOf(works.minusDays(1)), "2021-22")
            .contains("start as of " + works));
  }

  @Test
  @DisplayName("a base year on a date on which none runs names the first date that has one")
  void firstDateIsNamed_whenNoYearRunsOnTheDate() {
    String problem = onlyProblem(asOf("2013-01-31"), "2012-13");
    assertTrue(problem.contains("; no year has every value as of 2013-01-31; "), problem);
    found(FIRST, problem);
  }

  @Test
  @DisplayName("a register in another unit names the series, on every date")
  void unitIsNamed_whenNoYearCanUseASeries(@TempDir Path directory) {
    EvidenceBase pounds =
        ChangedRegister.in(directory)
            .replace("series.csv", "without capital from revenue\",GBP million,", "gross\",GBP,")
            .load();
    List<String> problems = problems(pounds);
    assertEquals(
        "series spend-gross must be in GBP million, cash, was in GBP, cash; convert it in the"
            + " register",
        problems.get(0));
    assertEquals(problems.get(0), problems(pounds.asOf(LocalDate.of(2024, 1, 31))).get(0));
  }

  @Test
  @DisplayName("a register that never holds a series names it, and offers no date")
  void noDateIsOffered_whenASeriesIsHeldOnNone(@TempDir Path directory) {
    EvidenceBase without =
        ChangedRegister.in(directory)
            .replace("series.csv", "spend-gross,", "spend-gross-other,")
            .replace("observations/spending.csv", "spend-gross,", "spend-gross-other,")
            .load();
    List<String> problems = problems(without.asOf(LocalDate.of(2024, 1, 31)));
    assertTrue(
        problems.get(0).endsWith("none has in the whole register either; add what is lacking"),
        problems.get(0));
    assertEquals("2022-23 lacks 1 value: spend-gross 2022-23", problems.get(1));
    assertTrue(onlyProblem(without, "2022-23").contains("no year has every value; add what is"));
  }

  @Test
  @DisplayName("a register without referrals says so")
  void referralsAreNamed_whenTheRegisterHasNone(@TempDir Path directory) {
    EvidenceBase none =
        ChangedRegister.in(directory)
            .replace("series.csv", "\nreferrals,", "\nreferrals-other,")
            .replace("observations/activity.csv", "\nreferrals,", "\nreferrals-other,")
            .load();
    assertEquals(
        "series referrals must be in the register by financial year; add it first",
        problems(none).get(1));
  }
}
