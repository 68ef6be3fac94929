package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.PlainGrowth;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Outlooks of children looked after")
class OutlookTest {
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final Series LOOKED_AFTER = EVIDENCE.series("looked-after");

  private static Baseline baseline(String year, Outlook outlook) {
    return Baseline.england(EVIDENCE, FinancialYear.parse(year))
        .withoutCurrentLaw()
        .withOutlook(outlook);
  }

  private static Inputs inputs(String year, Outlook outlook) {
    return baseline(year, outlook).with(FundingRule.CASH_FLAT).inputs();
  }

  /**
   * With early help that prevents nothing. Outlooks are set on demand alone, in which early help
   * stays; grants that the whole model has raise it, which moves entries on top of any outlook.
   */
  private static Inputs demandAlone(Inputs inputs) {
    return inputs.toBuilder()
        .parameter(EarlyHelp.ELASTICITY_NEED, Distribution.fixed(0), "looked-after")
        .parameter(EarlyHelp.ELASTICITY_ENTRIES, Distribution.fixed(0), "looked-after")
        .build();
  }

  private static double growth(String year, Outlook outlook, int years) {
    return growth(demandAlone(inputs(year, outlook)), years);
  }

  /** Growth of children looked after on the central path, in logarithms. */
  private static double growth(Inputs inputs, int years) {
    CentralPath path = CentralPath.of(inputs);
    FinancialYear base = inputs.years().first();
    return StrictMath.log(
        path.at(Placements.LOOKED_AFTER, base.plus(years))
            / path.at(Placements.LOOKED_AFTER, base));
  }

  /** Growth over five years that recent flows alone would give. */
  private static double byFlows(String year) {
    BaseYearEvidence base = new BaseYearEvidence(EVIDENCE, FinancialYear.parse(year));
    double level = new ExitCalibration(base).level().mean();
    return growth(
        demandAlone(inputs(year, Outlook.POOLED)).toBuilder()
            .parameter(Placements.EXIT_LEVEL, Distribution.fixed(level), "looked-after")
            .build(),
        5);
  }

  private static double[] belief(String id) {
    Prior prior = EVIDENCE.prior(id);
    return new double[] {prior.centre(), prior.spread()};
  }

  /** Growth over five years by the counts of all years to the base year, by plain loops. */
  private static double byRecord(String year) {
    FinancialYear base = FinancialYear.parse(year);
    double[] counts =
        LOOKED_AFTER.years().stream()
            .filter(each -> each.compareTo(base) <= 0)
            .mapToDouble(LOOKED_AFTER::at)
            .toArray();
    assertTrue(counts.length > 20, "the record is long");
    double[] shocks = {
      EVIDENCE.prior("looked-after-growth-spread").centre(), EVIDENCE.prior("spread-years").centre()
    };
    return PlainGrowth.of(
            counts,
            belief("looked-after-growth"),
            belief("looked-after-growth-persistence"),
            shocks)
        .over(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-25", "2019-20", "2015-16"})
  @DisplayName("pooled: five years grow by half of what the record and half of what flows say")
  void pooledIsHalfWay(String year) {
    double record = byRecord(year);
    double flows = byFlows(year);
    assertTrue(Math.abs(record - flows) > 1e-3, "the two must differ, or nothing is tried");
    assertEquals((record + flows) / 2, growth(year, Outlook.POOLED, 5), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-25", "2019-20", "2015-16"})
  @DisplayName("long trend: five years grow by what the record says")
  void longTrendIsTheRecord(String year) {
    assertEquals(byRecord(year), growth(year, Outlook.LONG_TREND, 5), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-25", "2019-20", "2015-16"})
  @DisplayName("recent change: three years change by three times the last year's change")
  void recentChangeGoesOn(String year) {
    FinancialYear base = FinancialYear.parse(year);
    double last = StrictMath.log(LOOKED_AFTER.at(base) / LOOKED_AFTER.at(base.plus(-1)));
    assertEquals(3 * last, growth(year, Outlook.RECENT_CHANGE, 3), 1e-9);
  }

  private static List<Variable> rates() {
    return List.of(
        Referrals.RATE,
        ChildrenInNeed.NEED_SHARE,
        ChildrenInNeed.HAZARD,
        Protection.ENQUIRY_RATE,
        Protection.PLAN_RATE,
        Protection.HAZARD,
        CareEntries.ASYLUM_ENTRIES,
        CareEntries.ASYLUM_HAZARD,
        Placements.EXIT_DEVIATION,
        Placement.HOMES.weight(),
        Placements.INDEPENDENT_FOSTER_SHARE);
  }

  /**
   * How far a rate may be off. Bounds cut one tail of a distribution more than the other, so means
   * lie a little off the base year's; all else is the base year's to the last digits.
   */
  private static double tolerance(String rate) {
    return switch (rate) {
      case "asylumEntries" -> 2e-4;
      case "asylumHazard" -> 2e-5;
      case "destinationWeight.homes" -> 1e-6;
      default -> 1e-12;
    };
  }

  private static void stays(
      String name, Inputs inputs, ToDoubleFunction<FinancialYear> rate, List<String> moved) {
    double now = rate.applyAsDouble(inputs.years().first());
    for (FinancialYear year : inputs.years().years()) {
      double then = rate.applyAsDouble(year);
      if (!(Math.abs(then - now) <= tolerance(name) * Math.abs(now))) {
        moved.add(name + " from " + now + " to " + then + " in " + year);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-25", "2019-20", "2015-16"})
  @DisplayName("rates as today: every rate of demand is the base year's in all years")
  void ratesStay(String base) {
    Inputs inputs = inputs(base, Outlook.RATES_AS_TODAY);
    CentralPath path = CentralPath.of(inputs);
    List<String> moved = new ArrayList<>();
    for (Variable rate : rates()) {
      stays(rate.name(), inputs, year -> path.at(rate, year), moved);
    }
    stays(
        "conferences for each referral",
        inputs,
        year -> path.at(Protection.CONFERENCES, year) / path.at(Referrals.REFERRALS, year),
        moved);
    stays(
        "care entry hazard",
        inputs,
        year ->
            path.at(CareEntries.HAZARD_LEVEL, year)
                * StrictMath.exp(path.at(CareEntries.DEVIATION, year)),
        moved);
    assertEquals(List.of(), moved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-25", "2019-20", "2015-16"})
  @DisplayName("rates as today are those that were published of the base year")
  void ratesArePublished(String base) {
    CentralPath path = CentralPath.of(inputs(base, Outlook.RATES_AS_TODAY));
    FinancialYear year = FinancialYear.parse(base);
    double referrals = EVIDENCE.series("referrals").at(year);
    double children = EVIDENCE.series("children-0-17").at(year);
    double next = path.at(Referrals.RATE, year.plus(1));
    assertEquals(10_000 * referrals / children, next, 1e-9 * next);
    CentralPath pooled = CentralPath.of(inputs(base, Outlook.POOLED));
    for (Variable rate : rates()) {
      double opens = pooled.at(rate, year);
      assertEquals(opens, path.at(rate, year), 1e-12 * Math.abs(opens), rate.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Outlook.class)
  @DisplayName("all have the pooled one's spreads")
  void spreadsAreThePooledOnes(Outlook outlook) {
    List<String> different = new ArrayList<>();
    for (String year : List.of("2024-25", "2015-16")) {
      Inputs pooled = inputs(year, Outlook.POOLED);
      Inputs other = inputs(year, outlook);
      for (Parameter parameter : pooled.model().parameters()) {
        double expected = pooled.distribution(parameter).standardDeviation();
        double spread = other.distribution(parameter).standardDeviation();
        // Bounds cut less of a distribution about another centre.
        if (!(Math.abs(spread - expected) <= 1e-3 * expected)) {
          different.add(year + " " + parameter.name() + " " + expected + ", is " + spread);
        }
      }
    }
    assertEquals(List.of(), different);
  }

  @ParameterizedTest
  @EnumSource(Outlook.class)
  @DisplayName("have the same numbers however far is projected")
  void horizonMovesNothing(Outlook outlook) {
    for (String year : List.of("2024-25", "2015-16")) {
      Baseline baseline = baseline(year, outlook);
      Inputs ten = baseline.with(FundingRule.CASH_FLAT).inputs();
      for (int horizon : new int[] {1, 4, 15}) {
        Inputs other =
            baseline.to(baseline.baseYear().plus(horizon)).with(FundingRule.CASH_FLAT).inputs();
        for (Parameter parameter : ten.model().parameters()) {
          assertEquals(
              ten.distribution(parameter), other.distribution(parameter), parameter.name());
        }
        for (Variable variable : ten.model().variables()) {
          assertEquals(ten.opening(variable), other.opening(variable), variable.name());
        }
      }
    }
  }

  @Test
  @DisplayName("are named in scenarios, but for the baseline's own")
  void scenariosNameThem() {
    assertEquals(
        baseline("2024-25", Outlook.POOLED).with(FundingRule.CASH_FLAT).name() + ", long trend",
        baseline("2024-25", Outlook.LONG_TREND).with(FundingRule.CASH_FLAT).name());
  }

  @Test
  @Tag("medium")
  @DisplayName("work from every base year; early help, which they leave alone, moves little")
  void everyBaseYearWorks() {
    for (FinancialYear year : England.baseYears()) {
      for (Outlook outlook : Outlook.values()) {
        Inputs inputs = inputs(year.toString(), outlook);
        double growth = growth(inputs, 5);
        assertTrue(Math.abs(growth) < 0.35, year + " " + outlook + " grows by " + growth);
        assertEquals(growth(demandAlone(inputs), 5), growth, 0.003, year + " " + outlook);
      }
    }
  }
}
