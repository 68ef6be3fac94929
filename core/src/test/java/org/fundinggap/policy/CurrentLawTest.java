package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Source;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is law or paid for")
class CurrentLawTest {
  private static final EvidenceBase EVIDENCE = Catalogues.evidence();
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear LATE = FinancialYear.parse("2040-41");
  private static final List<Provision> ALL = CurrentLaw.of(EVIDENCE, BASE);

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static Set<String> ids(List<Provision> provisions) {
    return new TreeSet<>(provisions.stream().map(Provision::id).toList());
  }

  private static Lever lever(List<Provision> provisions, String id) {
    return provisions.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow()
        .levers()
        .get(0);
  }

  @Test
  @DisplayName("has the days that its sources say")
  void days() {
    Map<String, LocalDate> days = new TreeMap<>();
    CurrentLaw.of(Catalogues.evidence(), FinancialYear.parse("2024-25"))
        .forEach(each -> days.put(each.id(), each.inForce()));
    assertEquals(
        Map.of(
            "agency-rules", LocalDate.of(2024, 10, 31),
            "agency-price-caps", LocalDate.of(2025, 10, 1),
            "child-protection-teams", LocalDate.of(2025, 4, 1),
            "family-decision-making", LocalDate.of(2026, 4, 29),
            "family-help", LocalDate.of(2025, 4, 1),
            "foster-allowances", LocalDate.of(2025, 4, 1)),
        days);
  }

  @Test
  @DisplayName("is in order of date, each with levers and sources of its own")
  void isInOrder() {
    assertEquals(
        List.of(
            "agency-rules",
            "child-protection-teams",
            "family-help",
            "foster-allowances",
            "agency-price-caps",
            "family-decision-making"),
        ALL.stream().map(Provision::id).toList());
    Set<String> sources = new HashSet<>(EVIDENCE.sources().stream().map(Source::id).toList());
    for (Provision each : ALL) {
      assertTrue(sources.containsAll(each.sources()), each::toString);
      assertEquals(Quality.RED, each.quality(), each::toString);
      each.evidence().forEach(id -> assertTrue(EVIDENCE.knows(id), () -> id + " of " + each));
      assertEquals("law: " + each.id(), each.levers().get(0).name());
      each.levers().forEach(lever -> assertEquals(List.of(), lever.costs(), lever::name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012-13", "2015-16", "2018-19", "2021-22", "2022-23"})
  @DisplayName("says nothing of a base year before any of it was known")
  void isSilentBeforeItWasKnown(String baseYear) {
    assertEquals(List.of(), CurrentLaw.of(EVIDENCE, year(baseYear)));
  }

  @ParameterizedTest(name = "{0}: {1} provisions")
  @CsvSource({
    "2024-01-31, 2022-23, 0",
    "2024-10-30, 2022-23, 0",
    "2024-10-31, 2022-23, 2",
    "2025-01-31, 2023-24, 2",
    "2026-01-31, 2024-25, 5",
    "2026-04-28, 2024-25, 5",
    "2026-04-29, 2024-25, 6"
  })
  @DisplayName("as of a date holds what had been published by then, and its day is that")
  void datesAreHonoured(LocalDate date, String baseYear, int provisions) {
    List<Provision> then = CurrentLaw.of(EVIDENCE.asOf(date), year(baseYear));
    assertEquals(provisions, then.size(), then::toString);
    then.forEach(each -> assertFalse(each.known().isAfter(date), each::toString));
    ALL.stream()
        .filter(each -> !ids(then).contains(each.id()))
        .forEach(each -> assertTrue(each.known().isAfter(date), each::toString));
  }

  @Test
  @DisplayName("of an older base year is what was known on the 31 January after it")
  void olderBaseYearIsAsOfItsDay() {
    LocalDate day = LocalDate.of(2025, 1, 31);
    FinancialYear older = year("2023-24");
    assertEquals(
        CurrentLaw.of(EVIDENCE.asOf(day), older).toString(),
        CurrentLaw.of(EVIDENCE, older).toString());
    assertEquals(Set.of("agency-rules", "agency-price-caps"), ids(CurrentLaw.of(EVIDENCE, older)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-26", "2026-27", "2027-28", "2028-29"})
  @DisplayName("counts less from a later base year: what came in since, and nothing twice")
  void laterBaseYearCountsLess(String baseYear) {
    FinancialYear later = year(baseYear);
    List<Provision> then = CurrentLaw.of(EVIDENCE, later);
    assertTrue(ids(ALL).containsAll(ids(then)));
    for (Provision each : ALL) {
      double held = lever(ALL, each.id()).timetable().strength(later);
      for (FinancialYear when = later.plus(1); when.compareTo(LATE) <= 0; when = when.plus(1)) {
        double all = lever(ALL, each.id()).timetable().strength(when);
        double rest =
            ids(then).contains(each.id()) ? lever(then, each.id()).timetable().strength(when) : 0;
        assertEquals(all, held + rest, 1e-12, each.id() + " in " + when);
      }
    }
  }

  @Test
  @DisplayName("is left out where the data of the base year hold all of it")
  void whatIsInForceIsInTheData() {
    assertFalse(ids(CurrentLaw.of(EVIDENCE, year("2027-28"))).contains("agency-rules"));
    assertTrue(ids(CurrentLaw.of(EVIDENCE, year("2026-27"))).contains("agency-rules"));
    assertEquals(List.of(), CurrentLaw.of(EVIDENCE, year("2030-31")));
  }

  @Test
  @DisplayName("comes in by equal steps from its day on, read at 30 September")
  void comesInByEqualSteps() {
    PhaseIn phase = new PhaseIn(LocalDate.of(2024, 10, 31), 2);
    assertEquals(0, phase.of(year("2024-25")));
    // 334 days from 31 October 2024 to 30 September 2025.
    assertEquals(334 / 365.25 / 2, phase.of(year("2025-26")), 1e-12);
    assertEquals((334 + 365) / 365.25 / 2, phase.of(year("2026-27")), 1e-12);
    assertEquals(1, phase.of(year("2027-28")));
    NavigableMap<FinancialYear, Double> since = phase.since(year("2025-26"));
    assertEquals(Set.of(year("2026-27"), year("2027-28")), since.keySet());
    assertEquals(1 - 334 / 365.25 / 2, since.lastEntry().getValue(), 1e-12);
    assertEquals(Map.of(), phase.since(year("2027-28")));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new PhaseIn(LocalDate.of(2024, 10, 31), 0));
    assertTrue(String.valueOf(e.getMessage()).contains("years of coming in"), e::toString);
  }

  @Test
  @DisplayName("and the measure beyond it reach together all whom the one number says, drawn once")
  void reachOfLawAndMeasureAddUp() {
    Lever law = lever(ALL, "family-decision-making");
    Lever measure = Catalogues.shipped().levers("family-group-conferences")[0];
    Change.Size size = law.changes().get(0).size().orElseThrow();
    assertEquals(size, measure.changes().get(0).size().orElseThrow());
    assertEquals(law.changes(), measure.changes());
    double reached = law.timetable().strength(LATE);
    assertEquals(1, reached + measure.timetable().strength(LATE), 1e-12);
    assertTrue(reached > 0.1 && reached < 0.9);
    assertNotEquals(law.name(), measure.name());
  }

  @Test
  @DisplayName("rests on rows of the register that are red, wide, explained and may be nothing")
  void sizesAreAssumptionsAndWide() {
    Set<String> used = new HashSet<>();
    ALL.forEach(each -> used.addAll(each.evidence()));
    List<Prior> priors =
        EVIDENCE.priors().stream().filter(prior -> prior.id().startsWith("law-")).toList();
    assertTrue(priors.size() > 10);
    for (Prior prior : priors) {
      assertTrue(used.contains(prior.id()), () -> prior.id() + " is used by no provision");
      assertEquals(EvidenceKind.ASSUMPTION, prior.provenance().kind(), prior::id);
      assertEquals(Quality.RED, prior.provenance().quality(), prior::id);
      assertTrue(prior.provenance().note().length() > 40, prior::id);
      boolean isCost = prior.id().endsWith("-practitioners");
      if (prior.distribution() != PriorShape.FIXED && !isCost) {
        boolean eitherWay = prior.lower() < 0 && prior.upper() > 0;
        assertTrue(eitherWay || prior.massAtZero() >= 0.25, prior::id);
      }
    }
  }

  @Test
  @DisplayName("says its id, its day and its sources, and refuses to be nothing")
  void saysWhatItIs() {
    Provision some = ALL.get(0);
    assertEquals(
        "agency-rules, rules on the use of agency social workers, since 2024-10-31"
            + " (AGENCY-RULES-2024)",
        some.toString());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Provision(
                    some.id(),
                    some.title(),
                    some.meaning(),
                    some.sources(),
                    some.inForce(),
                    some.known(),
                    List.of(),
                    some.evidence(),
                    some.quality()));
    assertTrue(String.valueOf(e.getMessage()).contains("number of levers"), e::toString);
  }
}
