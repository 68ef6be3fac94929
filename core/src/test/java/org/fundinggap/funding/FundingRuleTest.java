package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.GivenByYear;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Refused;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Four years of given need, spending and inflation, so that every number can be checked by eye. */
@DisplayName("Funding rules over four years of given need and prices")
class FundingRuleTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final YearRange YEARS = YearRange.inclusive(BASE, BASE.plus(3));
  private static final double[] NEED = {100, 110, 132, 165};
  private static final double[] SPENDING = {100, 105, 120, 150};

  private static final double[] RESTORATION = {7, 8, 9, 10};
  private static final double[] ASYLUM_SEEKING = {400, 500, 0, 300};

  /** Need of each of the three lines of early help, and spending on it. */
  private static final double[] EARLY_NEED = {10, 10, 10, 0};

  private static final double[] EARLY_SPENDING = {10, 8, 0, 0};

  /** Growth of the deflator: 2%, 5%, zero. */
  private static final double[] DEFLATOR = {1, 1.02, 1.071, 1.071};

  private static final String EVIDENCE = "made-up";

  private static NavigableMap<FinancialYear, Double> path(double... values) {
    TreeMap<FinancialYear, Double> path = new TreeMap<>();
    for (double value : values) {
      path.put(BASE.plus(path.size()), value);
    }
    return path;
  }

  /** What equations of demand and cost would have written, and funding reads. */
  private static Map<Variable, double[]> given() {
    Map<Variable, double[]> given = new LinkedHashMap<>();
    given.put(Cost.NEED, NEED);
    given.put(Cost.SPENDING, SPENDING);
    given.put(Cost.RESTORATION, RESTORATION);
    given.put(CareEntries.ASYLUM_AVERAGE, ASYLUM_SEEKING);
    for (CostLine line : CostLine.earlyHelp()) {
      given.put(line.need(), EARLY_NEED);
      given.put(line.spending(), EARLY_SPENDING);
    }
    double[] inflation =
        IntStream.range(0, 4)
            .mapToDouble(i -> i == 0 ? 0 : StrictMath.log(DEFLATOR[i] / DEFLATOR[i - 1]))
            .toArray();
    given.put(Inflation.INFLATION, inflation);
    given.put(Inflation.DEFLATOR, DEFLATOR);
    return given;
  }

  private static InputsBuilder inputs(FundingStream... streams) {
    Map<Schedule, double[]> paths = new LinkedHashMap<>();
    List<Equation> equations = new ArrayList<>();
    given()
        .forEach(
            (variable, values) -> {
              Schedule path = new Schedule("path." + variable.name(), variable.label(), Unit.RATIO);
              paths.put(path, values);
              equations.add(GivenByYear.of(variable, path));
            });
    equations.addAll(Funding.equations(List.of(streams), BASE));
    InputsBuilder inputs =
        Inputs.builder(Model.of("four years", equations), YEARS)
            .parameter(Cost.SCOPE, Distribution.fixed(0.25), EVIDENCE)
            .parameter(Cost.INCOME, Distribution.fixed(0.36), EVIDENCE)
            .opening(Funding.NEED_GROWTH, 1.08, EVIDENCE);
    paths.forEach((path, values) -> inputs.schedule(path, path(values), EVIDENCE));
    for (FundingStream stream : streams) {
      if (stream.rule() != FundingRule.SCHEDULED) {
        inputs.opening(stream.amount(), 90, EVIDENCE);
      }
    }
    return inputs;
  }

  private static double[] path(CentralPath run, Variable variable) {
    return YEARS.years().stream().mapToDouble(year -> run.at(variable, year)).toArray();
  }

  private static void assertAmounts(InputsBuilder inputs, double... expected) {
    assertArrayEquals(expected, path(CentralPath.of(inputs.build()), Funding.FUNDING), 1e-12);
  }

  private static FundingStream stream(FundingRule rule) {
    return FundingStream.core(rule);
  }

  @Test
  void cashFlatStaysTheSame() {
    assertAmounts(inputs(stream(FundingRule.CASH_FLAT)), 90, 90, 90, 90);
  }

  @Test
  void realFlatGrowsWithTheDeflator() {
    double[] cash = {90, 90 * 1.02, 90 * 1.071, 90 * 1.071};
    assertAmounts(inputs(stream(FundingRule.REAL_FLAT)), cash);
  }

  @Test
  @DisplayName(
      "council tax grows by the growth of the year that it goes to; the base year's is unused")
  void councilTaxGrowsByItsPath() {
    InputsBuilder inputs =
        inputs(stream(FundingRule.COUNCIL_TAX))
            .schedule(FundingRule.COUNCIL_TAX_GROWTH, path(0.5, 0.1, 0.2, 0), EVIDENCE);
    assertAmounts(inputs, 90, 99, 118.8, 118.8);
  }

  @Test
  void constantGrowthCompounds() {
    FundingStream stream = stream(FundingRule.CONSTANT_GROWTH);
    InputsBuilder inputs =
        inputs(stream).parameter(stream.growth(), Distribution.fixed(0.1), EVIDENCE);
    assertAmounts(inputs, 90, 99, 108.9, 119.79);
  }

  @Test
  @DisplayName("following outturn is a share of what was spent, not needed, the year before")
  void followsOutturnIsAShareOfLastYearsSpending() {
    FundingStream stream = stream(FundingRule.FOLLOWS_OUTTURN);
    InputsBuilder inputs =
        inputs(stream)
            .parameter(stream.outturnShare(), Distribution.fixed(0.9), EVIDENCE)
            .parameter(stream.outturnSpread(), Distribution.fixed(0.02), EVIDENCE);
    assertAmounts(inputs, 90, 90, 94.5, 108);
  }

  @Test
  @DisplayName("following need grows as need grew the year before")
  void followsNeedGrowsAYearLate() {
    // 8% in the base year, then 10% and 20% of the years before.
    assertAmounts(inputs(stream(FundingRule.FOLLOWS_NEED)), 90, 97.2, 97.2 * 1.1, 97.2 * 1.1 * 1.2);
  }

  @Test
  void scheduleIsTakenAsItIs_inTheBaseYearToo() {
    FundingStream stream = stream(FundingRule.SCHEDULED);
    assertAmounts(
        inputs(stream).schedule(stream.schedule(), path(80, 85, 70, 99), EVIDENCE), 80, 85, 70, 99);
  }

  @Test
  @DisplayName("a settlement is all general funding in its years; then core goes on from its last")
  void settlementHandsOver() {
    FundingStream core = FundingStream.settledCore(FundingRule.REAL_FLAT, BASE.plus(2));
    CentralPath run =
        CentralPath.of(
            inputs(core, FundingStream.asylum(), tied())
                .schedule(core.schedule(), path(7, 200, 300, 7), EVIDENCE)
                .schedule(tied().schedule(), path(0, 5, 6, 7), EVIDENCE)
                .build());
    // The asylum grant is 90, 112.5, nil and nil; prices stand still in the last year.
    assertArrayEquals(new double[] {180, 200, 300, 300}, path(run, Funding.UNTIED), 1e-12);
    assertArrayEquals(new double[] {90, 87.5, 300, 300}, path(run, core.amount()), 1e-12);
    assertArrayEquals(new double[] {180, 205, 306, 307}, path(run, Funding.FUNDING), 1e-12);
  }

  @Test
  @DisplayName("every rule goes on from the last settled amount as it would from a base year's")
  void everyRuleGoesOnFromASettlement() {
    Map<FundingRule, Double> last =
        Map.of(
            FundingRule.CASH_FLAT, 100.0,
            FundingRule.REAL_FLAT, 100 * 1.05,
            FundingRule.COUNCIL_TAX, 120.0,
            FundingRule.CONSTANT_GROWTH, 110.0,
            FundingRule.FOLLOWS_OUTTURN, 0.9 * 105,
            FundingRule.FOLLOWS_NEED, 110.0);
    last.forEach(
        (rule, expected) -> {
          FundingStream core = FundingStream.settledCore(rule, BASE.plus(1));
          InputsBuilder inputs =
              inputs(core, FundingStream.asylum())
                  .opening(FundingStream.asylum().amount(), 0, EVIDENCE)
                  .schedule(core.schedule(), path(7, 100, 7, 7), EVIDENCE);
          switch (rule) {
            case COUNCIL_TAX ->
                inputs.schedule(FundingRule.COUNCIL_TAX_GROWTH, path(0.5, 0.1, 0.2, 0), EVIDENCE);
            case CONSTANT_GROWTH ->
                inputs.parameter(core.growth(), Distribution.fixed(0.1), EVIDENCE);
            case FOLLOWS_OUTTURN ->
                inputs
                    .parameter(core.outturnShare(), Distribution.fixed(0.9), EVIDENCE)
                    .parameter(core.outturnSpread(), Distribution.fixed(0.02), EVIDENCE);
            default -> {}
          }
          CentralPath run = CentralPath.of(inputs.build());
          assertEquals(100, run.at(core.amount(), BASE.plus(1)), 1e-12, rule.label());
          assertEquals(expected, run.at(core.amount(), BASE.plus(2)), 1e-12, rule.label());
        });
  }

  @Test
  void streamsAddUp() {
    FundingStream flat = FundingStream.of("grant", "a grant", FundingRule.CASH_FLAT, false);
    FundingStream growing = FundingStream.of("tax", "a tax", FundingRule.CONSTANT_GROWTH, false);
    InputsBuilder inputs =
        inputs(flat, growing).parameter(growing.growth(), Distribution.fixed(0.1), EVIDENCE);
    assertAmounts(inputs, 180, 189, 198.9, 209.79);
  }

  @Test
  @DisplayName(
      "a grant for each asylum-seeking child follows their number, and stays when none was")
  void grantFollowsAsylumSeekingChildren() {
    FundingStream stream = FundingStream.asylum();
    assertAmounts(inputs(stream), 90, 112.5, 0, 0);
    assertAmounts(inputs(stream).opening(CareEntries.ASYLUM_AVERAGE, 0, EVIDENCE), 90, 90, 0, 0);
  }

  @Test
  @DisplayName("following outturn leaves out of it what other general streams paid, not tied ones")
  void followsOutturnBesideOtherStreams() {
    FundingStream core = stream(FundingRule.FOLLOWS_OUTTURN);
    FundingStream grant = FundingStream.of("grant", "a grant", FundingRule.SCHEDULED, false);
    FundingStream tied = tied();
    CentralPath run =
        CentralPath.of(
            inputs(core, grant, tied)
                .parameter(core.outturnShare(), Distribution.fixed(0.9), EVIDENCE)
                .parameter(core.outturnSpread(), Distribution.fixed(0.02), EVIDENCE)
                .schedule(grant.schedule(), path(10, 20, 30, 40), EVIDENCE)
                .schedule(tied.schedule(), path(1, 2, 3, 4), EVIDENCE)
                .build());
    // 0.9 of 100 less 10, of 105 less 20, of 120 less 30.
    assertArrayEquals(new double[] {90, 81, 76.5, 81}, path(run, core.amount()), 1e-12);
    assertArrayEquals(new double[] {101, 103, 109.5, 125}, path(run, Funding.FUNDING), 1e-12);
    assertArrayEquals(new double[] {100, 101, 106.5, 121}, path(run, Funding.UNTIED), 1e-12);
  }

  @Test
  @DisplayName("a tied grant of the base year that ends is missing from general funding")
  void endingGrantIsMissing() {
    FundingStream core = stream(FundingRule.CASH_FLAT);
    CentralPath run =
        CentralPath.of(
            inputs(core, tied()).schedule(tied().schedule(), path(0, 3, -4, -5), EVIDENCE).build());
    assertArrayEquals(new double[] {90, 93, 86, 85}, path(run, Funding.FUNDING), 1e-12);
    assertArrayEquals(new double[] {90, 90, 86, 85}, path(run, Funding.UNTIED), 1e-12);
    // Spent nothing in the third year: the grant that ended bought no new early help.
    assertEquals(StrictMath.log(0.01), run.at(EarlyHelp.LEVEL, BASE.plus(2)), 1e-15);
  }

  private static FundingStream tied() {
    return FundingStream.of("tied", "new services", FundingRule.SCHEDULED, true);
  }

  @Test
  @DisplayName("tied funding closes the need gap alone, and buys early help")
  void tiedFundingBuysNewServices() {
    FundingStream core = stream(FundingRule.CASH_FLAT);
    FundingStream tied = tied();
    CentralPath run =
        CentralPath.of(
            inputs(core, tied).schedule(tied.schedule(), path(0, 4.8, 12, 5), EVIDENCE).build());
    assertArrayEquals(new double[] {10, 20, 42, 75}, path(run, Gap.STAND_STILL.cash()), 1e-12);
    assertArrayEquals(new double[] {10, 15, 30, 60}, path(run, Gap.BUDGET.cash()), 1e-12);
    assertArrayEquals(
        new double[] {100 + 7 - 90, 110 + 8 - 94.8, 132 + 9 - 102, 165 + 10 - 95},
        path(run, Gap.NEED.cash()),
        1e-12);
    // Net is 1.25 x 0.64 = 0.8 of gross. Spent 30 of 30; 24 and 6 more; zero and 15 more; early
    // help
    // is no need any more.
    double[] level = {0, 0, StrictMath.log(0.5), 0};
    assertArrayEquals(level, path(run, EarlyHelp.LEVEL), 1e-15);
  }

  @Test
  @DisplayName("early help that is gone counts as a hundredth")
  void earlyHelpIsAtLeastAHundredth() {
    CentralPath run = CentralPath.of(inputs(stream(FundingRule.CASH_FLAT)).build());
    double[] level = {0, StrictMath.log(0.8), StrictMath.log(0.01), 0};
    assertArrayEquals(level, path(run, EarlyHelp.LEVEL), 1e-15);
  }

  @Test
  @DisplayName("gaps are need or spending less funding; real ones are divided by the deflator")
  void gapsAreCostLessFunding() {
    CentralPath run = CentralPath.of(inputs(stream(FundingRule.CASH_FLAT)).build());
    assertArrayEquals(new double[] {10, 20, 42, 75}, path(run, Gap.STAND_STILL.cash()), 1e-12);
    assertArrayEquals(new double[] {10, 15, 30, 60}, path(run, Gap.BUDGET.cash()), 1e-12);
    assertArrayEquals(
        new double[] {10, 20 / 1.02, 42 / 1.071, 75 / 1.071},
        path(run, Gap.STAND_STILL.real(BASE)),
        1e-12);
    assertArrayEquals(
        new double[] {10, 15 / 1.02, 30 / 1.071, 60 / 1.071},
        path(run, Gap.BUDGET.real(BASE)),
        1e-12);
    assertArrayEquals(
        new double[] {17, 28 / 1.02, 51 / 1.071, 85 / 1.071},
        path(run, Gap.NEED.real(BASE)),
        1e-12);
    assertEquals(PriceBasis.real(BASE), Gap.BUDGET.real(BASE).basis());
    assertEquals(PriceBasis.cash(), Gap.BUDGET.cash().basis());
  }

  @Test
  void growthOfNeedIsOverLastYears() {
    CentralPath run = CentralPath.of(inputs(stream(FundingRule.CASH_FLAT)).build());
    assertArrayEquals(new double[] {1.08, 1.1, 1.2, 1.25}, path(run, Funding.NEED_GROWTH), 1e-12);
  }

  @Test
  void streamsAreRefused_whenNoneOrTwoOfOneName() {
    String none = Refused.message(() -> Funding.equations(List.of(), BASE));
    assertTrue(none.contains("at least one stream"), none);
    List<FundingStream> same =
        List.of(stream(FundingRule.CASH_FLAT), stream(FundingRule.REAL_FLAT));
    String twice = Refused.message(() -> Funding.equations(same, BASE));
    assertTrue(twice.contains("must differ"), twice);
  }

  @Test
  void streamIsRefused_whenItHasNoName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FundingStream.of(" ", "nothing", FundingRule.CASH_FLAT, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> FundingStream.of("grant", "", FundingRule.CASH_FLAT, false));
  }

  @Test
  void inputsAreRefused_whenARuleLacksItsNumbers() {
    FundingStream stream = stream(FundingRule.CONSTANT_GROWTH);
    String refused = Refused.message(() -> inputs(stream).build());
    assertTrue(refused.contains("1 problem"), refused);
    assertTrue(refused.contains(stream.growth().name()), refused);
  }

  @Test
  void everyGapAndRuleSaysWhatItIs() {
    for (Gap gap : Gap.values()) {
      String less = gap == Gap.NEED ? "less all funding" : "less funding";
      assertTrue(gap.definition().contains(less), gap.definition());
      assertTrue(gap.definition().toLowerCase(java.util.Locale.ROOT).startsWith(gap.label()));
    }
    assertEquals(
        FundingRule.values().length,
        java.util.Arrays.stream(FundingRule.values()).map(FundingRule::label).distinct().count());
  }
}
