package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fundinggap.calibration.ChainRates.RateType;
import org.fundinggap.demand.ChainByMatrix;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a year of the placement chain needs")
class ChainYearsTest {
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final int OTHER = List.of(Placement.values()).indexOf(Placement.OTHER);

  /** A solved year put back into the chain, which is run by the exponential of a matrix. */
  private record Checked(BaseYearEvidence base, FinancialYear year, ChainYears.Year solved) {
    static Checked of(FinancialYear base, FinancialYear year) {
      BaseYearEvidence evidence = new BaseYearEvidence(EVIDENCE, base);
      return new Checked(evidence, year, new ChainYears(evidence).solve(year));
    }

    List<Cited> before() {
      PlacementStocks stocks = new PlacementStocks(base);
      return stocks.others(stocks.before(year), year.plus(-1));
    }

    double[] after() {
      PlacementStocks stocks = new PlacementStocks(base);
      return values(stocks.others(stocks.closing(year), year));
    }

    double[] inflow() {
      double entries = new ChainYears(base).entries(year).value();
      return scaled(new ChainRates(base).values(RateType.ENTRY), entries);
    }

    double[] exits() {
      double factor = StrictMath.exp(solved.exitDeviation().value());
      return scaled(new ChainRates(base).values(RateType.EXIT), factor);
    }

    ChainByMatrix run() {
      return ChainByMatrix.over(
          1,
          values(before()),
          inflow(),
          exits(),
          new ChainRates(base).values(RateType.MOVE),
          values(solved.destinations()));
    }

    /** By how many children the chain misses a placement, at most. */
    double miss() {
      return greatest(run().closing(), after());
    }

    /** Children in other placements in the end if nobody moved there. */
    double othersWithoutMoves() {
      double left = exits()[OTHER] + new ChainRates(base).values(RateType.MOVE)[OTHER];
      double kept = StrictMath.exp(-left);
      return before().get(OTHER).value() * kept + inflow()[OTHER] * (1 - kept) / left;
    }
  }

  private static double[] values(List<Cited> numbers) {
    return numbers.stream().mapToDouble(Cited::value).toArray();
  }

  private static double[] scaled(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(each -> each * factor).toArray();
  }

  private static double greatest(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  /** Every year that a base year solves: itself, and those of the changes of weights. */
  private static List<FinancialYear> solved(FinancialYear base) {
    PlacementStocks stocks = new PlacementStocks(new BaseYearEvidence(EVIDENCE, base));
    return IntStream.rangeClosed(0, 9)
        .mapToObj(years -> base.plus(-years))
        .filter(year -> stocks.areHeld(year.plus(-1)))
        .toList();
  }

  @Test
  @DisplayName("carries stocks from one March to the next, but in the two years that can't be")
  void chainLeadsToTheNextMarch() {
    Set<String> missed = new TreeSet<>();
    for (FinancialYear base : England.baseYears()) {
      for (FinancialYear year : solved(base)) {
        Checked checked = Checked.of(base, year);
        if (checked.miss() <= 1e-6) {
          assertEquals(
              0, greatest(checked.run().average(), values(checked.solved().averages())), 1e-6);
        } else {
          missed.add(year.toString());
          assertNobodyMayMove(checked);
        }
      }
    }
    assertEquals(Set.of("2015-16", "2018-19"), missed);
  }

  /** Other placements would be too many if nobody moved there: no weight is small enough. */
  private static void assertNobodyMayMove(Checked checked) {
    String when = checked.year() + " from " + checked.base().year();
    assertTrue(checked.othersWithoutMoves() > checked.after()[OTHER] + 1, when);
    assertEquals(0, checked.solved().destinations().get(OTHER).value(), 1e-12, when);
    // The nearest is near: less than 5% of the least placement.
    assertTrue(checked.miss() < 0.05 * checked.after()[OTHER], when + " " + checked.miss());
  }

  @Test
  @DisplayName("has destinations that add up to 1, none of them negative")
  void destinationsAreShares() {
    for (FinancialYear base : England.baseYears()) {
      double[] shares = values(Checked.of(base, base).solved().destinations());
      assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
      assertTrue(Arrays.stream(shares).allMatch(share -> share >= 0));
    }
  }

  @Test
  @DisplayName("counts entries so that leavers as published close the stock: 25,910 in 2024-25")
  void entriesMakeUpTheShortfall() {
    FinancialYear year = FinancialYear.parse("2024-25");
    ChainYears chain = new ChainYears(new BaseYearEvidence(EVIDENCE, year));
    assertEquals(81_770 - 83_530 - 32_270 + 34_450, chain.shortfall(year).value());
    assertEquals(32_270 - 6_780 + 420, chain.entries(year).value());
  }
}
