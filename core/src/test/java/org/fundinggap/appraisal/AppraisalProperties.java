package org.fundinggap.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;

@Seeded
@Tag("medium")
class AppraisalProperties {
  private static final int YEARS = 6;
  private static final int DRAWS = 20;
  private static final Settings SETTINGS = Settings.of(2, DRAWS);
  private static final DiscountSchedule KINKED =
      DiscountSchedule.of("kinked", Map.of(1, 0.035, 3, 0.03));
  private static final List<Variable> MONEY =
      List.of(
          Cost.SPENDING,
          Funding.FUNDING,
          Funding.UNTIED,
          Payer.COUNCILS.cost(),
          Payer.GOVERNMENT.cost(),
          Payer.PARTNERS.cost());

  /** Amounts and amounts by luck of each kind of money. */
  @Provide
  Arbitrary<List<List<Double>>> ledgers() {
    Arbitrary<List<Double>> amounts =
        Arbitraries.doubles().between(-1_000, 1_000).list().ofSize(YEARS);
    return amounts.list().ofSize(2 * MONEY.size());
  }

  private static double[] array(List<Double> values, double factor) {
    return values.stream().mapToDouble(value -> factor * value).toArray();
  }

  private static Scenario scenario(String name, List<List<Double>> money, double factor) {
    Ledger ledger = Ledger.of(name, YEARS).with(Inflation.DEFLATOR, 1, 1.02, 1.05, 1.1, 1.2, 1.3);
    ledger.withLuck(Inflation.DEFLATOR, 0, 0.01, 0.01, 0.02, 0.02, 0.03);
    for (int i = 0; i < MONEY.size(); i++) {
      ledger.with(MONEY.get(i), array(money.get(2 * i), factor));
      ledger.withLuck(MONEY.get(i), array(money.get(2 * i + 1), factor));
    }
    return ledger.build();
  }

  private static Appraisal appraise(Scenario baseline, Scenario alternative, double bias) {
    return Appraiser.of(KINKED, OptimismBias.onCosts(bias, "any"))
        .appraise(new ScenarioPair(baseline, alternative), SETTINGS);
  }

  @Property(tries = 100)
  void partiesAddUp_inEveryDrawAndYear(
      @ForAll("ledgers") List<List<Double>> before,
      @ForAll("ledgers") List<List<Double>> after,
      @ForAll @DoubleRange(min = 0, max = 2) double bias) {
    Appraisal found = appraise(scenario("a", before, 1), scenario("b", after, 1), bias);
    RealFlow parties =
        found
            .netBenefit(Payer.COUNCILS)
            .plus(found.netBenefit(Payer.GOVERNMENT))
            .plus(found.netBenefit(Payer.PARTNERS));
    RealFlow split = found.benefits().minus(found.costs());
    found.years().years().stream()
        .forEach(
            year -> {
              double[] net = found.netBenefit().in(year).values();
              for (int i = 0; i < DRAWS; i++) {
                assertEquals(net[i], parties.in(year).values()[i], 1e-8);
                assertEquals(net[i], split.in(year).values()[i], 1e-8);
              }
            });
  }

  @Property(tries = 50)
  void netPresentValue_isLinearInWhatChanges(
      @ForAll("ledgers") List<List<Double>> change,
      @ForAll @DoubleRange(min = -5, max = 5) double factor) {
    Scenario zero = scenario("zero", change, 0);
    double[] once = appraise(zero, scenario("once", change, 1), 0).netPresentValue().values();
    double[] scaled =
        appraise(zero, scenario("more", change, factor), 0).netPresentValue().values();
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(factor * once[i], scaled[i], 1e-7);
    }
  }

  @Property(tries = 50)
  void swappingTheScenarios_turnsTheSignOfEveryDraw(
      @ForAll("ledgers") List<List<Double>> before, @ForAll("ledgers") List<List<Double>> after) {
    Scenario a = scenario("a", before, 1);
    Scenario b = scenario("b", after, 1);
    double[] there = appraise(a, b, 0).netPresentValue().values();
    double[] back = appraise(b, a, 0).netPresentValue().values();
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(-there[i], back[i], 1e-8);
    }
  }

  @Property(tries = 50)
  void aBenefitIsWorthLess_whenItComesLater(
      @ForAll @IntRange(max = YEARS - 2) int year,
      @ForAll @DoubleRange(min = 0.01, max = 1_000) double benefit) {
    double soon = saving(year, benefit).mean();
    double late = saving(year + 1, benefit).mean();
    assertTrue(late < soon && late > 0, late + " and " + soon);
  }

  private static Draws saving(int year, double benefit) {
    double[] spending = new double[YEARS];
    spending[year] = -benefit;
    Scenario saving = Ledger.of("saving", YEARS).with(Cost.SPENDING, spending).build();
    return appraise(Ledger.of("zero", YEARS).build(), saving, 0).netPresentValue();
  }

  @Property(tries = 50)
  void moreOptimismBias_isNeverBetter(
      @ForAll("ledgers") List<List<Double>> after,
      @ForAll @DoubleRange(min = 0, max = 2) double bias,
      @ForAll @DoubleRange(min = 0, max = 2) double more) {
    Scenario zero = scenario("zero", after, 0);
    Scenario policy = scenario("policy", after, 1);
    double less = appraise(zero, policy, bias + more).netPresentValue().mean();
    assertTrue(less <= appraise(zero, policy, bias).netPresentValue().mean() + 1e-9);
  }

  /** Nothing changes before the third year. */
  private static List<List<Double>> late(List<List<Double>> change) {
    List<List<Double>> late = new ArrayList<>();
    for (List<Double> amounts : change) {
      List<Double> later = new ArrayList<>(amounts);
      later.set(0, 0.0);
      later.set(1, 0.0);
      late.add(later);
    }
    return late;
  }

  @Property(tries = 50)
  void aLaterAppraisalYear_scalesEveryPresentValueAlike(
      @ForAll("ledgers") List<List<Double>> change,
      @ForAll @IntRange(max = 2) int later,
      @ForAll @DoubleRange(min = 0, max = 0.2) double rate) {
    Scenario zero = scenario("zero", change, 0);
    Appraisal now =
        appraise(zero, scenario("policy", late(change), 1), 0.5)
            .withSchedule(DiscountSchedule.of("flat", Map.of(1, rate)));
    Appraisal then =
        now.withYears(AppraisalYears.of(Pieces.year(2024 + later)).inPricesOf(Pieces.year(2024)));
    double factor = now.schedule().factor(later);
    assertScaled(factor, then.netPresentValue(), now.netPresentValue());
    assertScaled(factor, value(then, then.costs()), value(now, now.costs()));
    assertScaled(factor, value(then, then.benefits()), value(now, now.benefits()));
    for (Payer payer : Payer.values()) {
      assertScaled(factor, value(then, then.netBenefit(payer)), value(now, now.netBenefit(payer)));
    }
  }

  private static Draws value(Appraisal appraisal, RealFlow flow) {
    return flow.presentValue(appraisal.schedule());
  }

  private static void assertScaled(double factor, Draws then, Draws now) {
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(now.values()[i], factor * then.values()[i], 1e-7);
    }
  }

  @Property(tries = 50)
  void thePriceYear_movesNeitherRatioNorPayback(
      @ForAll("ledgers") List<List<Double>> before,
      @ForAll("ledgers") List<List<Double>> after,
      @ForAll @IntRange(max = YEARS - 1) int later) {
    Appraisal now = appraise(scenario("a", before, 1), scenario("b", after, 1), 0.5);
    Appraisal then =
        now.withYears(AppraisalYears.ofBaseYear().inPricesOf(Pieces.year(2024 + later)));
    assertEquals(now.benefitCostRatio(), then.benefitCostRatio());
    assertEquals(now.payback().toString(), then.payback().toString());
    now.years()
        .years()
        .forEach(
            year ->
                assertEquals(
                    now.payback().probabilityBy(year), then.payback().probabilityBy(year)));
    double[] net = now.netPresentValue().values();
    double[] saved = value(now, now.benefits()).values();
    double[] netThen = then.netPresentValue().values();
    double[] savedThen = value(then, then.benefits()).values();
    for (int i = 0; i < DRAWS; i++) {
      double product = net[i] * savedThen[i];
      assertEquals(product, saved[i] * netThen[i], 1e-9 * (1 + Math.abs(product)));
    }
  }
}
