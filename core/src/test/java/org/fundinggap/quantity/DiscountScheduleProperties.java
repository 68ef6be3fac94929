package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

@Seeded
class DiscountScheduleProperties {
  private static final int YEARS = 40;

  @Provide
  Arbitrary<DiscountSchedule> schedules() {
    return Arbitraries.maps(
            Arbitraries.integers().between(2, YEARS),
            Arbitraries.doubles().between(0.001, 0.3).ofScale(3))
        .ofMaxSize(5)
        .map(
            later -> {
              Map<Integer, Double> rates = new TreeMap<>(later);
              rates.put(1, 0.035);
              return DiscountSchedule.of("any", rates);
            });
  }

  @Provide
  Arbitrary<List<Double>> flows() {
    return Arbitraries.doubles().between(-1e6, 1e6).list().ofSize(YEARS);
  }

  @Property
  void presentValue_isLinearInFlows(
      @ForAll("schedules") DiscountSchedule schedule,
      @ForAll("flows") List<Double> a,
      @ForAll("flows") List<Double> b,
      @ForAll @DoubleRange(min = -10, max = 10) double factor) {
    List<Double> both = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      both.add(a.get(year) + factor * b.get(year));
    }
    double apart = schedule.presentValue(a) + factor * schedule.presentValue(b);
    assertEquals(apart, schedule.presentValue(both), 1e-6);
  }

  @Property
  void presentValue_isTheSumOfFlows_whenRatesAreZero(@ForAll("flows") List<Double> flows) {
    DiscountSchedule zero = DiscountSchedule.of("zero", Map.of(1, 0.0));
    double sum = 0;
    for (double flow : flows) {
      sum += flow;
    }
    assertEquals(sum, zero.presentValue(flows));
  }

  @Property
  void aFlowIsWorthLess_whenItComesLater(
      @ForAll("schedules") DiscountSchedule schedule,
      @ForAll @IntRange(max = YEARS - 2) int year,
      @ForAll @IntRange(min = 1, max = YEARS) int later,
      @ForAll @DoubleRange(min = 1, max = 1e6) double amount) {
    double soon = schedule.presentValue(only(year, amount));
    double late = schedule.presentValue(only(year + later, amount));
    assertTrue(late < soon, late + " and " + soon);
  }

  @Property
  void aLevelFlow_isWorthItsAnnuity(
      @ForAll("schedules") DiscountSchedule schedule, @ForAll @IntRange(min = 1, max = 40) int n) {
    List<Double> level = new ArrayList<>(List.of(0.0));
    for (int year = 1; year <= n; year++) {
      level.add(7.0);
    }
    assertEquals(7, schedule.presentValue(level) / schedule.annuity(n), 1e-12);
  }

  @Property
  void aRateChangesNothing_beforeItsYear(
      @ForAll @IntRange(min = 2, max = YEARS) int from,
      @ForAll @DoubleRange(min = 0, max = 0.5) double rate) {
    DiscountSchedule flat = DiscountSchedule.of("flat", Map.of(1, 0.035));
    DiscountSchedule bent = DiscountSchedule.of("bent", Map.of(1, 0.035, from, rate));
    assertEquals(flat.factor(from - 1), bent.factor(from - 1));
    assertEquals(flat.factor(from - 1) / (1 + rate), bent.factor(from), 1e-15);
  }

  private static List<Double> only(int year, double amount) {
    List<Double> flows = new ArrayList<>();
    for (int before = 0; before < year; before++) {
      flows.add(0.0);
    }
    flows.add(amount);
    return flows;
  }
}
