package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

@Seeded
class QuantityProperties {
  private static final int FIRST = 2000;
  private static final int OUTTURN_YEARS = 10;

  @Provide
  Arbitrary<Deflator> deflators() {
    Arbitrary<List<Double>> indices =
        Arbitraries.doubles().between(10, 200).list().ofSize(OUTTURN_YEARS);
    Arbitrary<List<Double>> growths = Arbitraries.doubles().between(-0.02, 0.1).list().ofSize(3);
    return Combinators.combine(indices, growths)
        .as(
            (index, growth) ->
                Deflator.fromCalendarYears(
                    "any", byYear(FIRST, index), byYear(FIRST + OUTTURN_YEARS, growth)));
  }

  private static NavigableMap<Integer, Double> byYear(int first, List<Double> values) {
    NavigableMap<Integer, Double> years = new TreeMap<>();
    values.forEach(value -> years.put(first + years.size(), value));
    return years;
  }

  private static FinancialYear year(int offset) {
    return FinancialYear.starting(FIRST + offset);
  }

  @Property
  void cashComesBack_whenMadeRealAndCashAgain(
      @ForAll("deflators") Deflator deflator,
      @ForAll @DoubleRange(min = -1e11, max = 1e11) double pounds,
      @ForAll @IntRange(max = 60) int spentIn,
      @ForAll @IntRange(max = 60) int prices) {
    Money cash = Money.of(pounds, PriceBasis.cash());
    Money real = deflator.toReal(cash, year(spentIn), year(prices));
    Money back = deflator.toCash(real, year(spentIn));
    assertEquals(PriceBasis.real(year(prices)), real.basis());
    assertEquals(PriceBasis.cash(), back.basis());
    assertEquals(pounds, back.pounds(), 1e-14 * Math.abs(pounds));
  }

  @Property
  void realIsCash_whenPricesAreThoseOfTheYearOfSpending(
      @ForAll("deflators") Deflator deflator,
      @ForAll @DoubleRange(min = -1e11, max = 1e11) double pounds,
      @ForAll @IntRange(max = 60) int year) {
    Money cash = Money.of(pounds, PriceBasis.cash());
    double real = deflator.toReal(cash, year(year), year(year)).pounds();
    assertEquals(pounds, real, 1e-15 * Math.abs(pounds));
  }

  @Property
  void repricingGivesTheSameReal_whateverTheWay(
      @ForAll("deflators") Deflator deflator,
      @ForAll @IntRange(max = 60) int spentIn,
      @ForAll @IntRange(max = 60) int first,
      @ForAll @IntRange(max = 60) int second) {
    Money cash = Money.of(1e9, PriceBasis.cash());
    Money direct = deflator.toReal(cash, year(spentIn), year(second));
    Money detour =
        deflator.reprice(deflator.toReal(cash, year(spentIn), year(first)), year(second));
    assertEquals(direct.basis(), detour.basis());
    assertEquals(direct.pounds(), detour.pounds(), 1e-14 * direct.pounds());
  }

  @Property
  void deflatedSumIsSumOfDeflated(
      @ForAll("deflators") Deflator deflator,
      @ForAll @DoubleRange(min = 0, max = 1e11) double one,
      @ForAll @DoubleRange(min = 0, max = 1e11) double other) {
    Money first = Money.of(one, PriceBasis.cash());
    Money second = Money.of(other, PriceBasis.cash());
    Money whole = deflator.toReal(first.plus(second), year(3), year(20));
    Money parts =
        deflator.toReal(first, year(3), year(20)).plus(deflator.toReal(second, year(3), year(20)));
    assertEquals(whole.pounds(), parts.pounds(), 1e-14 * whole.pounds());
  }

  @Property
  void conversionDoesNotDependOnTheBaseOfTheIndex(
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    List<Double> index = List.of(70.0, 80.0, 90.0, 100.0);
    List<Double> growth = List.of(0.02);
    Deflator plain =
        Deflator.fromCalendarYears("plain", byYear(FIRST, index), byYear(FIRST + 4, growth));
    Deflator scaled =
        Deflator.fromCalendarYears(
            "scaled",
            byYear(FIRST, index.stream().map(value -> value * scale).toList()),
            byYear(FIRST + 4, growth));
    Money cash = Money.of(1e9, PriceBasis.cash());
    double expected = plain.toReal(cash, year(1), year(10)).pounds();
    assertEquals(expected, scaled.toReal(cash, year(1), year(10)).pounds(), 1e-13 * expected);
  }

  @Property
  void yearParsesBack_whenWritten(@ForAll @IntRange(min = 1900, max = 2200) int start) {
    FinancialYear year = FinancialYear.starting(start);
    assertEquals(year, FinancialYear.parse(year.toString()));
    assertEquals(year, FinancialYear.ending(year.endYear()));
  }

  @Property
  void indexAndYearsOfARangeAgree(
      @ForAll @IntRange(min = 1900, max = 2100) int first, @ForAll @IntRange(max = 99) int more) {
    YearRange range =
        YearRange.inclusive(FinancialYear.starting(first), FinancialYear.starting(first + more));
    List<FinancialYear> years = range.years();
    assertEquals(range.length(), years.size());
    for (int i = 0; i < years.size(); i++) {
      assertEquals(i, range.indexOf(years.get(i)));
    }
    assertEquals(range, YearRange.halfOpen(range.first(), range.last().plus(1)));
  }

  @Property
  void takingAwayUndoesAdding(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int one,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int other) {
    Money first = Money.of(one, PriceBasis.cash());
    Money second = Money.of(other, PriceBasis.cash());
    assertEquals(first, first.plus(second).minus(second));
    assertEquals(first.plus(second), second.plus(first));
  }
}
