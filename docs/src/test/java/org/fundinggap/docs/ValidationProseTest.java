package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers on the page are generated; these are the sentences that lean on them. */
@DisplayName("What the page on validation says of past runs")
class ValidationProseTest {
  private static final FinancialYear LAST = FinancialYear.parse("2024-25");

  static Stream<PastRun> runs() {
    return Stream.of(PastRun.from2015(), PastRun.from2018());
  }

  @Test
  @DisplayName("they start from the years that were the latest published then")
  void pastRunsStartFromTheLatestYearKnown() {
    assertEquals(List.of("2015-16", "2018-19"), runs().map(run -> run.base().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("runs")
  @DisplayName("general inflation is outside of what either drew")
  void inflationIsAboveTheBand(PastRun run) {
    double drawn = run.model(LAST, Inflation.DEFLATOR).quantile(0.9);
    assertTrue(run.pricesThatCame(LAST) > drawn, () -> run.pricesThatCame(LAST) + " <= " + drawn);
  }

  @ParameterizedTest
  @MethodSource("runs")
  @DisplayName("both said too few children in need and in care, and too little spending")
  void mediansOfTheLastYearAreTooLow(PastRun run) {
    for (String label :
        List.of("children in need, 31 March", "looked after, 31 March", "gross total")) {
      PastQuantity quantity = quantity(label);
      double median = quantity.model().apply(run, LAST).quantile(0.5);
      assertTrue(quantity.published().apply(run, LAST) > median, label);
    }
  }

  @Test
  @DisplayName("children looked after are above the band from 2015-16, and inside from 2018-19")
  void lookedAfterMissesFromTheFirstDateAlone() {
    PastQuantity lookedAfter = quantity("looked after, 31 March");
    for (FinancialYear year : PastRun.from2015().targets()) {
      assertTrue(isAbove(PastRun.from2015(), lookedAfter, year), year::toString);
    }
    for (FinancialYear year : PastRun.from2018().targets()) {
      assertTrue(!isAbove(PastRun.from2018(), lookedAfter, year), year::toString);
    }
  }

  @Test
  @DisplayName("safeguarding and family support are above the band from 2018-19 by 2021-22")
  void safeguardingMissesBeforeInflation() {
    FinancialYear year = FinancialYear.parse("2021-22");
    for (String label : List.of("social work and safeguarding", "family support")) {
      assertTrue(isAbove(PastRun.from2018(), quantity(label), year), label);
    }
  }

  @Test
  @DisplayName("what councils cut is below the band from 2015-16 in 2018-19")
  void linesThatWereCutAreBelow() {
    FinancialYear year = FinancialYear.parse("2018-19");
    for (String label : List.of("early years", "young people", "youth justice")) {
      PastQuantity line = quantity(label);
      double low = line.model().apply(PastRun.from2015(), year).quantile(0.1);
      assertTrue(line.published().apply(PastRun.from2015(), year) < low, label);
    }
  }

  @Test
  @DisplayName("bands held less than half of the amounts spent, a fifth to a quarter of them short")
  void spendingMissesMoreThanHalf() {
    int inside = 0;
    int all = 0;
    for (PastRun run : List.of(PastRun.from2015(), PastRun.from2018())) {
      for (PastQuantity line : PastQuantity.all()) {
        for (FinancialYear year : run.targets()) {
          if (line.group() == PastQuantity.Group.SPENDING
              && !Double.isNaN(line.published().apply(run, year))) {
            Draws draws = line.model().apply(run, year);
            double published = line.published().apply(run, year);
            all++;
            inside += published >= draws.quantile(0.1) && published <= draws.quantile(0.9) ? 1 : 0;
          }
        }
      }
      PastQuantity total = quantity("gross total");
      double share =
          total.model().apply(run, LAST).quantile(0.5) / total.published().apply(run, LAST);
      assertTrue(share > 0.74 && share < 0.8, () -> "median over published " + share);
    }
    assertTrue(all > 40 && 2 * inside < all, inside + " of " + all);
  }

  private static boolean isAbove(PastRun run, PastQuantity quantity, FinancialYear year) {
    Draws draws = quantity.model().apply(run, year);
    return quantity.published().apply(run, year) > draws.quantile(0.9);
  }

  private static PastQuantity quantity(String label) {
    return PastQuantity.all().stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
