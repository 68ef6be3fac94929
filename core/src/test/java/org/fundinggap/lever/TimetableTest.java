package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A timetable")
class TimetableTest {
  private static NavigableMap<FinancialYear, Double> all(int from) {
    return new TreeMap<>(Map.of(year(from), 1.0));
  }

  /** Of 2025-26 and the seven years after it. */
  private static List<Double> each(ToDoubleFunction<FinancialYear> value) {
    return IntStream.rangeClosed(2025, 2032)
        .mapToObj(start -> value.applyAsDouble(year(start)))
        .toList();
  }

  private static List<Double> numbers(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  @DisplayName("is in force at once, for good and in all of England, unless it says otherwise")
  void strengthIsAllFromTheStart() {
    Timetable table = Timetable.from(year(2027));
    assertEquals(numbers(0, 0, 1, 1, 1, 1, 1, 1), each(table::strength));
    assertEquals(numbers(0, 0, 1, 1, 1, 1, 1, 1), each(table::effect));
  }

  @Test
  @DisplayName("with a ramp of two years is in force by a third, two thirds, all")
  void strengthRisesByEqualSteps() {
    Timetable table = new Timetable(year(2026), 2, 0, null, all(2026));
    assertEquals(numbers(0, 1 / 3.0, 2 / 3.0, 1, 1, 1, 1, 1), each(table::strength));
    assertEquals(each(table::strength), each(table::effect));
  }

  @Test
  @DisplayName("covers a share of England in steps, nothing before the first of them")
  void coverageHoldsUntilTheNextStep() {
    NavigableMap<FinancialYear, Double> steps =
        new TreeMap<>(Map.of(year(2027), 0.1, year(2029), 0.5, year(2031), 0.0));
    Timetable table = new Timetable(year(2026), 0, 0, null, steps);
    assertEquals(numbers(0, 0, 0.1, 0.1, 0.5, 0.5, 0, 0), each(table::strength));
    Timetable early = new Timetable(year(2028), 1, 0, null, steps);
    assertEquals(numbers(0, 0, 0, 0.05, 0.5, 0.5, 0, 0), each(early::strength));
  }

  @Test
  @DisplayName("ends with its last year; effects follow costs by the lag both ways")
  void effectsFollowByTheLag() {
    Timetable table = new Timetable(year(2026), 1, 2, year(2028), all(2020));
    assertEquals(numbers(0, 0.5, 1, 1, 0, 0, 0, 0), each(table::strength));
    assertEquals(numbers(0, 0, 0, 0.5, 1, 1, 0, 0), each(table::effect));
  }

  @Test
  @DisplayName("is felt from its start and lag on, and may last for its first year alone")
  void effectsBegin() {
    Timetable table = new Timetable(year(2026), 0, 2, year(2026), all(2026));
    assertEquals(numbers(0, 1, 0, 0, 0, 0, 0, 0), each(table::strength));
    assertFalse(table.isFeltBy(year(2027)));
    assertTrue(table.isFeltBy(year(2028)));
    assertTrue(table.isFeltBy(year(2029)));
  }

  @Test
  @DisplayName("moves as a whole")
  void delayMovesEverything() {
    Timetable table = new Timetable(year(2026), 1, 2, year(2028), all(2026));
    Timetable later = new Timetable(year(2029), 1, 2, year(2031), all(2029));
    assertEquals(later, table.delayed(3));
    assertEquals(table, later.delayed(-3));
    assertEquals(table, table.delayed(0));
  }

  @Test
  void textSaysWhenAndWhere() {
    assertEquals("from 2027-28", Timetable.from(year(2027)).toString());
    NavigableMap<FinancialYear, Double> some = new TreeMap<>(Map.of(year(2026), 0.08));
    assertEquals(
        "from 2026-27 through 2028-29, full after 1 year, felt 2 years later,"
            + " 8.00% of England from 2026-27",
        new Timetable(year(2026), 1, 2, year(2028), some).toString());
  }

  @Test
  @DisplayName("a year that is copied from its text is the year that the builder takes")
  void textIsWhatTheBuilderTakes() {
    Timetable built =
        Lever.named("x")
            .from(year(2026))
            .through(year(2027))
            .cost(Payer.GOVERNMENT, Distribution.fixed(10), "spend-gross")
            .build()
            .timetable();
    assertEquals("from 2026-27 through 2027-28", built.toString());
    String[] words = built.toString().split(" through ", -1);
    assertEquals(1, built.strength(FinancialYear.parse(words[1])));
    assertEquals(0, built.strength(FinancialYear.parse(words[1]).plus(1)));
  }

  private static String refusal(
      int ramp, int lag, int last, NavigableMap<FinancialYear, Double> coverage) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> new Timetable(year(2026), ramp, lag, year(last), coverage))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void rampAndLagAreRefused_outOfBounds(int years) {
    assertHolds(refusal(years, 0, 2030, all(2026)), "ramp must be in [0, 100], was " + years);
    assertHolds(refusal(0, years, 2030, all(2026)), "lag must be in [0, 100], was " + years);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void coverageIsRefused_unlessAShare(double share) {
    assertHolds(
        refusal(0, 0, 2030, new TreeMap<>(Map.of(year(2026), 0.5, year(2027), share))),
        "coverage from 2027-28 must be in [0.0, 1.0], was " + share,
        "write 0.08 for 12 of 153 areas");
  }

  @Test
  void coverageIsRefused_whenThereIsNone() {
    assertHolds(
        refusal(0, 0, 2030, new TreeMap<>()), "coverage must hold at least one year, had none");
  }

  @ParameterizedTest
  @ValueSource(ints = {2025, 2020})
  void lastYearIsRefused_beforeTheStart(int last) {
    assertHolds(
        refusal(0, 0, last, all(2026)),
        "last year must not be before start 2026-27, was " + year(last),
        "give the last year with it");
  }
}
