package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a value is reported once, where it stands, with what it was. */
class RegisterFaultsTest {
  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "figures.csv | 1900 | 19OO | figures.csv line 2, column value: must be a finite number, was"
            + " \"19OO\"",
        "figures.csv | 1900 | NaN | line 2, column value: must be a finite number, was \"NaN\"",
        "figures.csv | 1900 | -Infinity | column value: must be a finite number, was \"-Infinity\"",
        "figures.csv | 1900 | 1e999 | column value: must be a finite number, was \"1e999\"",
        "figures.csv | 1900 | 0x1p3 | column value: must be a finite number, was \"0x1p3\"",
        "figures.csv | 1900 | \"1,900\" | must be a finite number, was \"1,900\"; write it like"
            + " 1234.5",
        "figures.csv | 1900 | 1900d | must be a finite number, was \"1900d\"",
        "figures.csv | ,1900, | ,, | figures.csv line 2: value must be given where low and high are"
            + " not",
        "figures.csv | 10000,15000 | 15000,10000 | figures.csv line 3: low must not be above high",
        "figures.csv | 10000,15000 | 10000, | figures.csv line 3, column high: must be given with"
            + " its pair",
        "figures.csv | 15000,bounds | 15000,wide | line 3, column range: must be one of bounds,"
            + " p10-p90, ci95, was \"wide\"",
        "figures.csv | 1900,,,, | 1900,,,ci95, | line 2, column range: must be empty without low"
            + " and high",
        "figures.csv | -0.05,-0.09 | -0.5,-0.09 | figures.csv line 4: value must be in [-0.09,"
            + " -0.01], was -0.5",
        "figures.csv | GBP million,cash | GBP millions,cash | line 2, column unit: unit must be one"
            + " of number; per 10,000 children; per 100,000 children; share; per year; log per"
            + " year;",
        "figures.csv | GBP million,cash | GBP million, | line 2, column price_basis: must be given"
            + " for GBP million, was \"\"",
        "figures.csv | GBP million,cash | GBP million,real | line 2, column price_basis: price"
            + " basis must be",
        "figures.csv | ratio,, | ratio,cash, | line 4, column price_basis: must be empty for ratio,"
            + " was \"cash\"",
        "figures.csv | 2019-20 | 2019-21 | line 2, column period: financial year must look like"
            + " 2024-25",
        "figures.csv | 2022-23..2031-32 | 2031-32..2022-23 | line 3, column period: last must not"
            + " be before first",
        "figures.csv | 2019-20,E92000001 | 2019-20,England | line 2, column area: must be an ONS"
            + " code",
        "figures.csv | claim,green | claims,green | line 2, column kind: must be one of outturn,"
            + " estimate, forecast, claim, assumption, was \"claims\"",
        "figures.csv | claim,green | claim,Green | line 2, column quality: must be one of green,"
            + " amber, red, was \"Green\"",
        "figures.csv | SEED-1,table x | SEED-9,table x | line 2, column source: must be the id of a"
            + " source in sources.csv, was \"SEED-9\"; nearest known: SEED-1",
        "figures.csv | 2022-05-23 | 23/05/2022 | line 3, column published: must be a date, was"
            + " \"23/05/2022\"",
        "figures.csv | 2022-05-23 | 2022-02-30 | line 3, column published: must be a date",
        "figures.csv | bill,Ten years' bill | gap,Ten years' bill | line 3, column id: must be new,"
            + " was \"gap\"; figures.csv line 2 has it already",
        "figures.csv | bill,Ten years' bill | Bill,Ten years' bill | line 3, column id: must be"
            + " lower-case words joined by hyphens",
        "figures.csv | bill,Ten years' bill | ,Ten years' bill | line 3, column id: must be"
            + " lower-case words joined by hyphens, was \"\"",
        "figures.csv | bill,Ten years' bill | bill, | line 3, column label: must not be empty",
        "figures.csv | table x,, | table x, | figures.csv line 2: must have 16 fields like the"
            + " header, had 15",
        "figures.csv | table x,, | table, x,, | figures.csv line 2: must have 16 fields like the"
            + " header, had 17",
        "sources.csv | 2017-03-01 | March 2017 | sources.csv line 2, column published: must be a"
            + " date, was \"March 2017\"",
        "sources.csv | DFE-1,Children in need | DFE-1, | sources.csv line 3, column title: must not"
            + " be empty",
        "sources.csv | Department for Education | | sources.csv line 3, column publisher: must not"
            + " be empty",
        "sources.csv | OGL-3.0 | | sources.csv line 3, column licence: must not be empty",
        "sources.csv | out of print | | sources.csv line 2, column unconfirmed: must say why there"
            + " is no address, was \"\"; give the address, or the reason",
        "sources.csv | need,2026-01-02 | need, | line 3, column unconfirmed: must say why nobody"
            + " read the text at the address, was \"\"",
        "sources.csv | need,2026-01-02 | need,today | line 3, column seen: must be a date, was"
            + " \"today\"; write it like",
        "sources.csv | need,2026-01-02 | need,2025-10-29 | line 3, column seen: must not be before"
            + " 2025-10-30, when it was published, was \"2025-10-29\"",
        "sources.csv | 2017-03-01,, | 2017-03-01,,2026-01-02 | line 2, column seen: must be empty"
            + " without an address, was \"2026-01-02\"",
        "sources.csv | https://example.org/need | javascript:alert(1) | sources.csv line 3, column"
            + " address: must be an http or https address, a DOI such as",
        "series.csv | at-31-march | march | series.csv line 3, column timing: must be one of"
            + " financial-year, at-31-march",
        "series.csv | table C1,7 | table C1,-7 | series.csv line 2, column lag_months: must be a"
            + " whole number",
        "series.csv | table C1,7 | table C1, | series.csv line 2, column lag_months: must be a"
            + " whole number",
        "series.csv | GBP million,cash | GBP million, | series.csv line 5, column price_basis: must"
            + " be given",
        "priors.csv | two,Normal,normal | two,Normal,gaussian | priors.csv line 3, column"
            + " distribution: must be one of fixed, normal, triangular, uniform, was \"gaussian\"",
        "priors.csv | 0.05,0.02 | 0.05,0 | priors.csv line 3: spread must be positive for normal",
        "priors.csv | 0.05,0.02 | 0.05, | priors.csv line 3, column spread: must not be empty",
        "priors.csv | 0.05,0.02 | -0.05,0.02 | priors.csv line 3: centre must be in [0.0,"
            + " Infinity], was -0.05",
        "priors.csv | fixed,0.8, | fixed,, | priors.csv line 2, column centre: must not be empty",
        "priors.csv | fixed,0.8, | fixed,0.8,1 | priors.csv line 2: spread must be positive for"
            + " normal and 0 for other shapes",
        "priors.csv | triangular,2,,1,4 | triangular,2,,1, | priors.csv line 4: upper must be"
            + " finite",
        "priors.csv | triangular,2,,1,4 | triangular,2,,4,1 | priors.csv line 4: lower must be"
            + " below upper",
        "priors.csv | uniform,, | uniform,2, | priors.csv line 5, column centre: must be empty for"
            + " uniform",
        "priors.csv | 4,0.25 | 4,1 | priors.csv line 4, column mass_at_zero: must be at least 0 and"
            + " below 1, was \"1\"",
        "priors.csv | 4,0.25 | 4,-0.25 | line 4, column mass_at_zero: must be at least 0 and below"
            + " 1, was \"-0.25\"",
        "priors.csv | 4,0.25 | 4,half | line 4, column mass_at_zero: must be a finite number, was",
        "priors.csv | 1,4,0.25 | -1,4,0.25 | line 4, column mass_at_zero: must be empty where lower"
            + " is not at least 0 nor upper at most 0, was \"0.25\"",
        "priors.csv | 0.8,,,,,share | 0.8,,,,0.5,share | line 2, column mass_at_zero: must be empty"
            + " for fixed, was \"0.5\"",
        "priors.csv | a convention | | priors.csv line 2, column why_fixed: must not be empty",
        "priors.csv | 2016-01-01,, | 2016-01-01,,known | priors.csv line 3, column why_fixed: must"
            + " be empty for normal, was \"known\"",
        "priors.csv | one,Fixed | gap,Fixed | priors.csv line 2, column id: must be new, was"
            + " \"gap\"; figures.csv line 2 has it already",
        "observations/activity.csv | 2013-14,110 | 2013-14,n/a | observations/activity.csv line 3,"
            + " column value: must be a finite number, was \"n/a\"",
        "observations/activity.csv | 2013-14,110 | 2013-14, | line 3, column value: must not be"
            + " empty",
        "observations/activity.csv | 2013-14,110 | 2014,110 | line 3, column year: financial year"
            + " must look like 2024-25",
        "observations/activity.csv | 2013-14,110 | 2012-13,110 | line 3, column year: must be new"
            + " for its series, was \"referrals 2012-13\"; observations/activity.csv line 2 has it"
            + " already",
        "observations/activity.csv | referrals,2013-14 | referals,2013-14 | line 3, column series:"
            + " must be the id of a series in series.csv, was \"referals\"; nearest known:"
            + " referrals",
        "observations/activity.csv | 70,green,yes | 70,green,y | line 8, column break: must be yes"
            + " or empty, was \"y\"",
        "observations/activity.csv | amber,,estimate | amber,,guess | line 5, column kind: must be"
            + " one of",
        "observations/activity.csv | 2015-10-22 | 2015-13-22 | line 4, column published: must be a"
            + " date",
        "observations/activity.csv | 2025-06-01 | | line 10, column published: must be given for a"
            + " forecast",
        "observations/prices.csv | 2023, | 2023-24, | observations/prices.csv line 3, column year:"
            + " calendar year must look like 2024, was \"2023-24\"",
      })
  void faultIsReportedOnceWithItsPlace_whenAValueIsSpoiled(
      String file, String old, String with, String expected) {
    String problem = fixture.replace(file, old, with == null ? "" : with).onlyProblem();
    assertTrue(problem.contains(expected), () -> "expected \"" + expected + "\" in: " + problem);
  }

  @Test
  void everyFaultOfASourceIsReported_whenItsAddressHoldsANewline() {
    fixture.replace(
        "sources.csv",
        "https://example.org/need,2026-01-02,,OGL-3.0",
        "\"https://example.org/a\nb\",2025-01-02,,");
    List<String> problems = fixture.problems();
    assertEquals(3, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("sources.csv line 3, column licence: must not be empty"));
    assertTrue(
        problems.get(1).startsWith("sources.csv line 3, column address: must be an http or https"));
    assertTrue(problems.get(1).contains("was \"https://example.org/a b\"; write spaces"));
    assertTrue(problems.get(2).startsWith("sources.csv line 3, column seen: must not be before"));
  }

  @Test
  void everyFaultIsReported_whenFiveFilesHaveOneEach() {
    fixture.replace("sources.csv", "2017-03-01", "soon");
    fixture.replace("figures.csv", "1900", "much");
    fixture.replace("series.csv", "at-31-march", "in-spring");
    fixture.replace(RegisterFixture.ACTIVITY, "2013-14,110", "2013-14,Infinity");
    fixture.replace("priors.csv", "normal,", "bell,");
    List<String> problems = fixture.problems();
    assertEquals(5, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("sources.csv line 2, column published"));
    assertTrue(problems.get(1).startsWith("figures.csv line 2, column value"));
    assertTrue(problems.get(2).startsWith("series.csv line 3, column timing"));
    assertTrue(problems.get(3).startsWith("observations/activity.csv line 3, column value"));
    assertTrue(problems.get(4).startsWith("priors.csv line 3, column distribution"));
  }

  @Test
  void everyFaultIsReported_whenOneRowHasFive() {
    fixture.replace(
        "figures.csv",
        "gap,\"Gap, England\",1900,,,,GBP million,cash,2019-20,E92000001,claim,green,SEED-1",
        "gap,\"Gap, England\",x,,,,GBP million,money,1920,E92000001,boast,gold,SEED-X");
    List<String> problems = fixture.problems();
    assertEquals(5, problems.size(), problems::toString);
    for (String column : List.of("value", "price_basis", "kind", "quality", "source")) {
      assertEquals(
          1,
          problems.stream()
              .filter(p -> p.startsWith("figures.csv line 2, column " + column + ":"))
              .count(),
          column);
    }
  }

  @Test
  void lineNumberIsThatOfTheFile_whenAnEarlierValueSpansLines() {
    fixture.replace("figures.csv", "\"Gap, England\"", "\"Gap,\nEngland\"");
    fixture.replace("figures.csv", "10000,15000", "10000,x");
    assertTrue(fixture.onlyProblem().startsWith("figures.csv line 4, column high"));
  }

  @Test
  void valueIsShortened_whenItIsLong() {
    fixture.replace("figures.csv", "1900", "x".repeat(10_000));
    assertTrue(fixture.onlyProblem().length() < 200);
  }

  @Test
  void seriesIsReported_whenItHasNoObservation() {
    fixture.write(
        RegisterFixture.PRICES,
        fixture.read(RegisterFixture.PRICES).lines().findFirst().get() + "\n");
    assertTrue(
        fixture.onlyProblem().startsWith("series.csv line 4, column id: must have an observation"));
  }

  @Test
  void duplicateIdIsReported_whenAFigureHasTheIdOfASeries() {
    fixture.append("series.csv", "gap,Gap,number,,mid-year,E92000001,outturn,DFE-1,,8,");
    assertTrue(
        fixture.onlyProblem().startsWith("series.csv line 6, column id: must be new, was \"gap\""));
  }

  @Test
  void duplicateObservationIsReported_whenItLiesInAnotherFile() {
    fixture.append(RegisterFixture.PRICES, "referrals,2012-13,1,green,,,,,");
    assertTrue(
        fixture.onlyProblem().contains("observations/activity.csv line 2 has it already"),
        fixture::onlyProblem);
  }

  @Test
  void valuesOutsideZeroToOneAreAccepted_whenTheUnitIsShare() {
    fixture.append("figures.csv", "rise,Rise,1.24,,,,share,,,E92000001,claim,green,SEED-1,,,");
    assertEquals(1.24, fixture.load().figure("rise").value());
  }

  @Test
  void malformedTextIsOneProblem_whenTheRowIsRandomNoise() {
    String noise = new String(new byte[] {1, 2, 3, 'x'}, StandardCharsets.UTF_8);
    fixture.append("figures.csv", noise);
    assertTrue(
        fixture.onlyProblem().contains("line 7: must have 16 fields like the header, had 1"));
  }
}
