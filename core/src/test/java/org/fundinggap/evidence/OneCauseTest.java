package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What has one cause is one problem, and names every line")
class OneCauseTest {
  private static final List<String> FILES =
      List.of(
          "sources.csv",
          "figures.csv",
          "series.csv",
          RegisterFixture.ACTIVITY,
          RegisterFixture.PRICES,
          "priors.csv");

  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  private void assertOnlyProblem(String expected) {
    assertEquals(expected, fixture.onlyProblem());
  }

  private void change(String file, UnaryOperator<String> text) {
    fixture.write(file, text.apply(fixture.read(file)));
  }

  /** The lines of a file from which a number of the last are left out. */
  private static String without(int last, String text) {
    List<String> lines = text.lines().toList();
    return lines.stream().limit(lines.size() - last).collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void blankRowsAreOneProblem_whenTheyStandBetweenRowsOrHoldCommas() {
    change(RegisterFixture.ACTIVITY, text -> text.replace("referrals,2014", "\n \nreferrals,2014"));
    fixture.append(RegisterFixture.PRICES, ",,,,,,,,").append("series.csv", ",,,,,,,,,,");
    change("figures.csv", text -> "\n" + text);
    assertOnlyProblem(
        "figures.csv line 1; series.csv line 6; observations/activity.csv lines 4, 5;"
            + " observations/prices.csv line 5: must not be blank; delete it, or fill it in: only"
            + " after the last row may lines be empty");
  }

  @Test
  void linesAreThoseOfTheFile_whenBlankRowsComeBefore() {
    change("figures.csv", text -> text.replace("\n", "\n\n").replace("1900", "x"));
    List<String> problems = fixture.problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("figures.csv lines 2, 4, 6, 8, 10: must not be blank"));
    assertTrue(problems.get(1).startsWith("figures.csv line 3, column value: must be a finite"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n\n", "\r\n\r\n", "  \n", "\n\n  "})
  void emptyLinesAreAccepted_whenNoRowFollows(String end) {
    for (String file : FILES) {
      change(file, text -> text + end);
    }
    assertEquals(5, fixture.load().figures().size());
  }

  @Test
  void tableIsEmpty_whenItHoldsCommasOnly() {
    fixture.write("priors.csv", ",,,\n,,,\n");
    assertTrue(
        fixture.onlyProblem().startsWith("priors.csv: must not be empty; its first line is id,"));
  }

  @Test
  void headersAreOneProblem_whenTheyAreMissing() {
    for (String file : FILES) {
      change(file, text -> text.substring(text.indexOf('\n') + 1));
    }
    String problem = fixture.onlyProblem();
    assertTrue(
        problem.startsWith(
            "sources.csv line 1; figures.csv line 1; series.csv line 1; observations/activity.csv"
                + " line 1; observations/prices.csv line 1; priors.csv line 1: must be the names"
                + " of the columns, was \"SEED-1,A different future,"),
        problem);
    assertTrue(problem.endsWith(" and 3 others; put the line of names back"), problem);
  }

  @Test
  void headerIsOneProblemWithTheLineThatItMustBe_whenOneIsMissing() {
    change(RegisterFixture.PRICES, text -> text.substring(text.indexOf('\n') + 1));
    assertOnlyProblem(
        "observations/prices.csv line 1: must be the names of the columns, was"
            + " \"deflator,2022,90.5,green,,,,,\"; its first line is"
            + " series,year,value,quality,break,kind,source,published,note");
  }

  @Test
  void headerIsOneProblem_whenColumnsAreRenamedRepeatedAndAdded() {
    change(
        RegisterFixture.PRICES,
        text ->
            text.replace("year,value,quality", "Year,value,value,quality").replace("note", ","));
    assertOnlyProblem(
        "observations/prices.csv line 1: must name every column once, lacks year, note, repeats"
            + " \"value\", \"\", has \"Year\", \"\", of which none is known; its first line is"
            + " series,year,value,quality,break,kind,source,published,note");
  }

  @Test
  void columnIsOneProblem_whenAllFilesOfObservationsLackIt() {
    for (String file : List.of(RegisterFixture.ACTIVITY, RegisterFixture.PRICES)) {
      change(file, text -> text.replace("published,note", "published"));
    }
    assertOnlyProblem(
        "observations/activity.csv line 1; observations/prices.csv line 1, column note: is"
            + " missing; add it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1,5\"", "\"1,234\"", "12%", "£5", "1 234", "1\u00A0234", "€ 5"})
  void notationIsOneProblem_whenNumbersOfManyColumnsAreWrittenSo(String number) {
    fixture.replace("figures.csv", "1900", number);
    fixture.replace("figures.csv", "10000,15000", number + "," + number);
    fixture.replace("priors.csv", "0.05,0.02", number + "," + number);
    fixture.replace(RegisterFixture.ACTIVITY, ",110,", "," + number + ",");
    String shown = number.startsWith("\"") ? number : "\"" + number + "\"";
    assertOnlyProblem(
        "figures.csv lines 2, 3, columns high, low, value; observations/activity.csv line 3, column"
            + " value; priors.csv line 3, columns centre, spread: must be a finite number, was "
            + shown
            + "; write it like 1234.5, without commas, spaces, signs of money or per cent: 12.5%"
            + " is 0.125");
  }

  @Test
  void encodingIsOneProblem_whenFilesAreOfWindows() {
    Charset windows = Charset.forName("windows-1252");
    for (String file : List.of("figures.csv", "priors.csv")) {
      String text = fixture.read(file).replace("Fixed", "“Fixed”").replace("One grant", "£ grant");
      fixture.write(file, text.getBytes(windows));
    }
    assertOnlyProblem(
        "figures.csv line 5; priors.csv line 2: must be UTF-8, was another encoding; save the file"
            + " as UTF-8");
  }

  @Test
  void encodingIsOneProblem_whenTheFileIsOfTwoBytesACharacter() {
    fixture.write("figures.csv", fixture.read("figures.csv").getBytes(StandardCharsets.UTF_16));
    assertOnlyProblem(
        "figures.csv line 1: must be UTF-8, was another encoding; save the file as UTF-8");
  }

  @Test
  void lostCharactersAreOneProblem_whenAProgramReplacedThem() {
    fixture.replace("figures.csv", "Ten years'", "Ten years\uFFFD");
    fixture.replace("figures.csv", "Weekly fee", "Weekly fee \uFFFD");
    fixture.replace("priors.csv", "Uniform", "\uFFFD");
    assertOnlyProblem(
        "figures.csv lines 3, 6; priors.csv line 5: must not hold U+FFFD, the sign of a character"
            + " that was lost; take the file again from where it came, and save it as UTF-8");
  }

  @Test
  void fileIsCutShortAndNothingElseIsBlamed_whenItEndsInsideARow() {
    change("sources.csv", text -> text.substring(0, text.indexOf("Department")));
    assertOnlyProblem(
        "sources.csv line 3: must end with a whole row, ends inside one: the file was cut short;"
            + " take the file again from where it came, or write the other 7 fields");
  }

  @Test
  void wholeFileWithoutALastLineEndIsAccepted() {
    for (String file : FILES) {
      change(file, String::stripTrailing);
    }
    assertEquals(4, fixture.load().priors().size());
  }

  @Test
  void sourcesAreOneProblem_whenTheirTableEndsEarly() {
    change("sources.csv", text -> without(1, text));
    assertOnlyProblem(
        "figures.csv lines 5, 6; series.csv lines 2 to 5; priors.csv line 5, column source: must be"
            + " the id of a source in sources.csv, was \"DFE-1\"; look whether sources.csv lost"
            + " rows, or add them");
  }

  @Test
  void seriesAreOneProblem_whenTheirTableEndsEarly() {
    change("series.csv", text -> without(3, text));
    assertOnlyProblem(
        "observations/activity.csv lines 6 to 10; observations/prices.csv lines 2 to 4, column"
            + " series: must be the id of a series in series.csv, was \"looked-after\","
            + " \"budget\", \"deflator\"; look whether series.csv lost rows, or add them");
  }

  @Test
  void observationsAreOneProblem_whenTheirTableEndsEarly() {
    change(RegisterFixture.ACTIVITY, text -> without(5, text));
    assertOnlyProblem(
        "series.csv lines 3, 5, column id: must have an observation, was \"looked-after\","
            + " \"budget\"; add one or drop the series");
  }

  @Test
  void copyOfATableIsOneProblem_whenItLiesBesideIt() {
    fixture.write("observations/activity (1).csv", fixture.read(RegisterFixture.ACTIVITY));
    String problem = fixture.onlyProblem();
    assertTrue(
        problem.startsWith(
            "observations/activity.csv lines 2 to 10, column year: must be new for its series, was"
                + " \"referrals 2012-13\", \"referrals 2013-14\", \"referrals 2014-15\" and 6"
                + " others; observations/activity (1).csv lines 2 to 10 have them already"),
        problem);
  }

  @Test
  void rowsAreOneProblem_whenTheyLostTheirQuotes() {
    fixture.replace("figures.csv", "\"Gap, England\"", "Gap, England");
    fixture.replace("figures.csv", "Weekly fee", "Weekly, monthly, yearly fee");
    fixture.replace("priors.csv", "Normal", "Normal, cut");
    assertOnlyProblem(
        "figures.csv lines 2, 6; priors.csv line 3: must have as many fields as the header, had 17,"
            + " 18; quote values that hold commas, and write empty ones as nothing between commas");
  }

  @Test
  void cellsAreOneProblem_whenOneColumnLostItsValues() {
    change(
        RegisterFixture.ACTIVITY,
        text -> text.replaceAll("(?m)^([^,]*,\\d{4}-\\d\\d),[^,]*", "$1,"));
    assertOnlyProblem(
        "observations/activity.csv lines 2 to 10, column value: must not be empty, was \"\"; fill"
            + " it in");
  }

  @Test
  void yearsAreOneProblem_whenTheyAreWrittenWithStrokes() {
    change(RegisterFixture.ACTIVITY, text -> text.replaceAll(",(\\d{4})-(\\d\\d),", ",$1/$2,"));
    assertOnlyProblem(
        "observations/activity.csv lines 2 to 10, column year: financial year must look like"
            + " 2024-25 (consecutive years), was \"2012/13\", \"2013/14\", \"2014/15\" and 4"
            + " others");
  }

  @Test
  void yearIsOneProblem_whenTwoRowsHaveTheSameThatIsNone() {
    change(
        RegisterFixture.ACTIVITY, text -> text.replaceAll("referrals,201[23]-1\\d", "referrals,x"));
    assertOnlyProblem(
        "observations/activity.csv lines 2, 3, column year: financial year must look like 2024-25"
            + " (consecutive years), was \"x\"");
  }

  @Test
  void wordsAreOneProblem_whenAllFilesWriteThemWithACapital() {
    for (String file : List.of("figures.csv", RegisterFixture.PRICES)) {
      change(file, text -> text.replace("green", "Green"));
    }
    assertOnlyProblem(
        "figures.csv lines 2, 5, 6; observations/prices.csv lines 2 to 4, column quality: must be"
            + " one of green, amber, red, was \"Green\"; write one of them");
  }

  @Test
  void filesAreOneProblem_whenTheFolderIsNotThatOfARegister() {
    FILES.forEach(fixture::delete);
    assertOnlyProblem(
        "sources.csv; figures.csv; series.csv; priors.csv: must be there; name the folder that"
            + " holds the register, or put the file there");
  }

  @Test
  void numberIsOneProblem_whenItIsBlank() {
    fixture.replace(RegisterFixture.ACTIVITY, "2013-14,110", "2013-14,  ");
    assertTrue(fixture.onlyProblem().contains("column value: must not be empty, was \" \""));
  }

  @Test
  void tableIsRead_whenItsNameEndsInCapitals() {
    String prices = fixture.read(RegisterFixture.PRICES);
    fixture.delete(RegisterFixture.PRICES).write("observations/PRICES.CSV", prices);
    assertEquals(3, fixture.load().series("deflator").observations().size());
  }
}
