package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.fundinggap.evidence.EvidenceBaseTest.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Earlier values of a series")
class VintagesTest {
  private static final String FILE = "vintages/all.csv";
  private static final String HEADER =
      "series,year,value,quality,kind,source,location,published,until,note\n";

  /** The latest values: 100 of 2012-13, known from October 2013; -10.5 of 2025-26, June 2025. */
  private static final String FIRST = "referrals,2012-13,98,green,,,,2013-10-01,2014-10-31,";

  private static final String SECOND =
      "referrals,2012-13,99,amber,,SEED-1,x,2014-10-31,2015-12-01,";
  private static final String MADE =
      "budget,2025-26,-8,green,,,,2024-11-01,,as-is: more income than spending";
  private static final String MADE_BEFORE =
      "budget,2025-26,-7,green,,,,2024-03-01,,as-is: more income than spending";

  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  private EvidenceBase with(String... rows) {
    return fixture.write(FILE, HEADER + String.join("\n", rows) + "\n").load();
  }

  @Test
  @DisplayName("do not touch the whole register")
  void wholeRegisterIsAsBefore() {
    EvidenceBase before = fixture.load();
    EvidenceBase after = with(FIRST, SECOND, MADE, MADE_BEFORE);
    for (Series series : before.allSeries()) {
      assertEquals(series.observations(), after.series(series.id()).observations());
    }
    assertEquals(before.toString(), after.toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2013-10-01, 98, false",
    "2014-10-30, 98, false",
    "2014-10-31, 99, false",
    "2015-11-30, 99, false",
    "2015-12-01, 100, true",
    "2030-01-01, 100, true",
  })
  @DisplayName("stand from their publication until the next one came, whatever order they are in")
  void newestValueByTheDateIsTaken(LocalDate date, double value, boolean latest) {
    Observation then =
        with(SECOND, FIRST).asOf(date).series("referrals").observation(year("2012-13"));
    assertEquals(value, then.value());
    assertEquals(latest, then.latestValues());
  }

  @Test
  @DisplayName("of a forecast stand until the next forecast")
  void forecastsFollowEachOther() {
    EvidenceBase evidence = with(MADE, MADE_BEFORE);
    assertMessage(
        "first published on 2024-03-01",
        () -> evidence.asOf(LocalDate.of(2024, 2, 29)).series("budget"));
    assertEquals(-7, then(evidence, "2024-10-31").value());
    assertEquals(-8, then(evidence, "2025-05-31").value());
    assertEquals(-10.5, then(evidence, "2025-06-01").value());
    assertFalse(then(evidence, "2025-06-01").latestValues());
  }

  private static Observation then(EvidenceBase evidence, String date) {
    return evidence.asOf(LocalDate.parse(date)).series("budget").observation(year("2025-26"));
  }

  @Test
  @DisplayName("without an end stand until the latest value was known by its lag")
  void latestValueIsKnownByItsLag_whenNoEndIsGiven() {
    EvidenceBase evidence = with("referrals,2012-13,98,green,forecast,,,2013-01-05,,");
    LocalDate lagged = LocalDate.of(2013, 10, 31);
    Series before = evidence.asOf(lagged.minusDays(1)).series("referrals");
    assertEquals(98, before.at(year("2012-13")));
    assertEquals(EvidenceKind.FORECAST, before.observation(year("2012-13")).provenance().kind());
    assertEquals(100, evidence.asOf(lagged).series("referrals").at(year("2012-13")));
  }

  @Test
  @DisplayName("bring their own citation, or that of their series")
  void citationIsOwn_orThatOfTheSeries() {
    Series series = with(FIRST, SECOND).series("referrals");
    assertEquals(Set.of("2012-13"), series.earlierValues().keySet());
    var values = series.earlierValues().firstEntry().getValue();
    Provenance first = values.firstEntry().getValue().provenance();
    assertEquals("DFE-1 (Department for Education, October 2025), table C1", first.citation());
    assertEquals(LocalDate.of(2013, 10, 1), first.published());
    Provenance second = values.lastEntry().getValue().provenance();
    assertEquals("SEED-1 (Association of Councils, March 2017), x", second.citation());
    assertEquals(Quality.AMBER, second.quality());
  }

  @Test
  @DisplayName("keep the break before their year")
  void breakIsThatOfTheYear() {
    Series series =
        with("looked-after,2016-17,69,green,,,,2017-11-01,2018-11-30,")
            .asOf(LocalDate.of(2018, 12, 1).minusDays(2))
            .series("looked-after");
    assertEquals(69, series.at(year("2016-17")));
    assertTrue(series.observation(year("2016-17")).breakBefore());
  }

  @Test
  @DisplayName("are found again as of an earlier date")
  void cutMayBeCutAgain() {
    EvidenceBase later = with(FIRST, SECOND).asOf(LocalDate.of(2016, 1, 1));
    assertEquals(100, later.series("referrals").at(year("2012-13")));
    EvidenceBase earlier = later.asOf(LocalDate.of(2014, 1, 1));
    assertEquals(98, earlier.series("referrals").at(year("2012-13")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "referrals,2012-13 | referals,2012-13 | column series: must be the id of a series in"
            + " series.csv, was \"referals\"; nearest known: referrals",
        "2012-13,98 | 2011-12,98 | column year: must be one of which referrals has an observation,"
            + " was \"2011-12\"; add its latest value",
        "2012-13,98 | 2012,98 | column year: financial year must look like 2024-25",
        "98,green | many,green | column value: must be a finite number, was \"many\"",
        "98,green | 98, | column quality: must be one of green, amber, red, was \"\"",
        "98,green, | 98,green,guess | column kind: must be one of outturn",
        "green,, | green,,SEED-9 | column source: must be the id of a source in sources.csv, was"
            + " \"SEED-9\"; nearest known: SEED-1",
        "2013-10-01 | | column published: must be a date, was \"\"",
        "2013-10-01 | 2013-03-30 | column published: must not be before 2013-03-31, was"
            + " \"2013-03-30\"; no outturn is known before its period ends",
        "2014-10-31, | 2013-10-01, | column until: must be after 2013-10-01, was \"2013-10-01\"",
        "2014-10-31, | soon, | column until: must be a date, was \"soon\"",
        "2013-10-01,2014-10-31 | 2013-10-31, | column published: must be before 2013-10-31, when"
            + " the latest value was known, was \"2013-10-31\"; give until",
        "referrals,2012-13 | referrals,2014-15 | column until: must be empty, was \"2014-10-31\";"
            + " the latest value has a date of its own",
        "2014-10-31, | 2014-10-31 | must have 10 fields like the header, had 9",
      })
  @DisplayName("are refused with the reason")
  void faultIsNamed(String old, String wrong, String problem) {
    // 2014-15 has a latest value of October 2015, and is not over when the first row is published.
    String row =
        FIRST
            .replace(old, wrong == null ? "" : wrong)
            .replace("2014-15,98,green,", "2014-15,98,green,estimate");
    assertFalse(row.equals(FIRST), old);
    fixture.write(FILE, HEADER + row + "\n");
    String found = fixture.onlyProblem();
    assertTrue(found.contains(FILE + " line 2") && found.contains(problem), found);
  }

  @Test
  @DisplayName("are refused when two are of one day, or not before a latest value with a date")
  void dayIsNewAndBeforeTheLatest() {
    fixture.write(FILE, HEADER + MADE + "\n" + MADE.replace("-8", "-9") + "\n");
    String twice = "must be new for its series and year, was \"budget 2025-26 2024-11-01\"; ";
    assertTrue(
        fixture
            .onlyProblem()
            .contains("line 3, column published: " + twice + FILE + " line 2 has it already"),
        fixture::onlyProblem);
    fixture.write(FILE, HEADER + MADE.replace("2024-11-01", "2025-06-01") + "\n");
    assertTrue(
        fixture.onlyProblem().contains("column published: must be before 2025-06-01"),
        fixture::onlyProblem);
  }

  @Test
  @DisplayName("are not blamed for faults of the observations or the series")
  void othersAreNotBlamed() {
    fixture.write(FILE, HEADER + FIRST + "\n");
    fixture.replace(RegisterFixture.ACTIVITY, "2012-13,100", "2012-13,many");
    assertTrue(fixture.onlyProblem().contains(RegisterFixture.ACTIVITY + " line 2"));
    fixture.replace(RegisterFixture.ACTIVITY, "2012-13,many", "2012-13,100");
    fixture.write("series.csv", "");
    assertTrue(fixture.problems().stream().noneMatch(each -> each.contains("vintages")));
  }
}
