package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundinggap.comparison.Margin;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Savings of an appraisal")
@Tag("medium")
class SavingsTest {
  private static final String MINE = "my-judgement";
  private static final Settings SETTINGS = Settings.of(9, 300);

  private static final FinancialYear START = FinancialYear.parse("2026-27");
  private static final Scenario BASE = England.baseline().with(FundingRule.CASH_FLAT);
  private static final Lever FEWER =
      Lever.named("fewer enter")
          .from(START)
          .multiply(CareEntries.HAZARD_LEVEL, Distribution.uniform(-0.1, 0), MINE)
          .cost(Payer.COUNCILS, Distribution.fixed(20), MINE)
          .build();
  private static final Lever ROUTED =
      Lever.named("fewer in homes")
          .from(START)
          .move(
              Placement.HOMES.destinationShare(),
              Placement.FOSTER.destinationShare(),
              Distribution.fixed(0.1),
              MINE)
          .build();

  private static DiscountSchedule standard() {
    return GreenBook.standard(England.evidence());
  }

  private static Appraiser appraiser() {
    return Appraiser.of(standard(), OptimismBias.none());
  }

  private static Projection run(Scenario... scenarios) {
    return Simulation.of(scenarios).keeping(Appraisal.variables(scenarios)).run(SETTINGS);
  }

  @Test
  @DisplayName("come at the margin unless asked otherwise: at average cost less what is on paper")
  void bothWays() {
    Scenario with = BASE.with("policy", FEWER);
    Projection run = run(BASE, with);
    Appraisal appraisal = appraiser().appraise(run, BASE.name(), "policy");
    assertEquals(Savings.AT_MARGIN, appraisal.savings());
    double[] atMargin = appraisal.netPresentValue().values();
    double[] atAverage = appraisal.withSavings(Savings.AT_AVERAGE_COST).netPresentValue().values();
    Margin margin = Margin.of(run, BASE.name(), "policy");
    for (int i : new int[] {0, 42, 299}) {
      double paper = 0;
      for (FinancialYear year : margin.years().years()) {
        double prices = run.outcome("policy", Inflation.DEFLATOR).in(year).values()[i];
        int since = margin.years().indexOf(year);
        paper += standard().factor(since) * margin.onPaper(year).values()[i] / prices;
      }
      assertTrue(paper < 0, "what is on paper only must be a saving, was " + paper);
      assertEquals(atAverage[i] + paper, atMargin[i], 1e-6);
    }
  }

  @Test
  @DisplayName("add up by payer at the margin too, and councils bear what is not saved")
  void payers() {
    Appraisal appraisal =
        appraiser().appraise(run(BASE, BASE.with("policy", FEWER)), BASE.name(), "policy");
    Appraisal atAverage = appraisal.withSavings(Savings.AT_AVERAGE_COST);
    double all = 0;
    for (Payer payer : Payer.values()) {
      all += appraisal.netBenefit(payer).presentValue(standard()).mean();
    }
    assertEquals(appraisal.netPresentValue().mean(), all, 1e-6);
    assertEquals(
        atAverage.netPresentValue().mean() - appraisal.netPresentValue().mean(),
        atAverage.netBenefit(Payer.COUNCILS).presentValue(standard()).mean()
            - appraisal.netBenefit(Payer.COUNCILS).presentValue(standard()).mean(),
        1e-6);
    assertEquals(
        atAverage.costs().presentValue(standard()).mean(),
        appraisal.costs().presentValue(standard()).mean(),
        0);
  }

  @Test
  @DisplayName("stay as they were chosen when other choices are changed")
  void stay() {
    Appraisal atAverage =
        appraiser()
            .appraise(run(BASE, BASE.with("policy", FEWER)), BASE.name(), "policy")
            .withSavings(Savings.AT_AVERAGE_COST);
    double value = atAverage.netPresentValue().mean();
    assertEquals(value, atAverage.withSchedule(standard()).netPresentValue().mean(), 0);
    assertEquals(
        value, atAverage.withOptimismBias(OptimismBias.none()).netPresentValue().mean(), 0);
    assertEquals(value, atAverage.withBenefitCut(BenefitCut.none()).netPresentValue().mean(), 0);
    assertEquals(
        value, atAverage.withYears(AppraisalYears.ofBaseYear()).netPresentValue().mean(), 0);
  }

  @Test
  @DisplayName("left out as sunk are valued as all others")
  void sunk() {
    Appraisal all =
        appraiser().appraise(run(BASE, BASE.with("policy", FEWER)), BASE.name(), "policy");
    AppraisalYears later = AppraisalYears.of(FinancialYear.parse("2029-30")).leavingOutSunk();
    double atMargin = all.withYears(later).leftOutAsSunk().mean();
    double atAverage =
        all.withSavings(Savings.AT_AVERAGE_COST).withYears(later).leftOutAsSunk().mean();
    assertTrue(atMargin < 0.8 * atAverage, atMargin + " and " + atAverage);
    String text = all.withYears(later).toString();
    assertTrue(
        row(text, "net present value, at the margin")
            < row(text, "net present value, at average cost"),
        text);
  }

  @Test
  @DisplayName("are printed both ways")
  void text() {
    String text =
        appraiser()
            .appraise(run(BASE, BASE.with("policy", FEWER)), BASE.name(), "policy")
            .toString();
    assertTrue(
        row(text, "net present value, at the margin")
            < 0.8 * row(text, "net present value, at average cost"),
        text);
    assertTrue(text.contains("Savings: at the margin, but for the row"), text);
  }

  /** The mean that a row prints. */
  private static double row(String text, String name) {
    String line = text.lines().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
    Matcher number = Pattern.compile("-?[0-9,]+(\\.[0-9]+)?").matcher(line);
    assertTrue(number.find(name.length()), line);
    return Double.parseDouble(number.group().replace(",", ""));
  }

  @Test
  @DisplayName("of levers of both kinds are taken apart, by a pair without being asked")
  void bothKinds() {
    Scenario both = BASE.with("both", FEWER, ROUTED);
    Appraisal ofPair = appraiser().appraise(new ScenarioPair(BASE, both), SETTINGS);
    Projection lacking = run(BASE, both);
    assertThrows(
        IllegalArgumentException.class, () -> appraiser().appraise(lacking, BASE.name(), "both"));
    List<Scenario> three = new ArrayList<>(List.of(BASE, both));
    Margin.part(BASE, both).ifPresent(three::add);
    Projection run = run(three.toArray(Scenario[]::new));
    assertEquals(
        appraiser().appraise(run, BASE.name(), "both").netPresentValue().mean(),
        ofPair.netPresentValue().mean(),
        0);
  }

  @Test
  @DisplayName("at average cost need no more kept than what they read, and then nothing else")
  void atAverageCost() {
    Scenario policy = BASE.with("policy", FEWER);
    Variable[] kept =
        Stream.of(Appraisal.variables(BASE, policy))
            .filter(each -> !Margin.variables().contains(each))
            .toArray(Variable[]::new);
    Projection run = Simulation.of(BASE, policy).keeping(kept).run(SETTINGS);
    Appraiser atAverage = appraiser().withSavings(Savings.AT_AVERAGE_COST);
    Appraisal found = atAverage.appraise(run, BASE.name(), "policy");
    assertEquals(
        atAverage.appraise(new ScenarioPair(BASE, policy), SETTINGS).netPresentValue().mean(),
        found.netPresentValue().mean(),
        0);
    String said = "at average cost, for the run did not keep what is saved at the margin";
    assertTrue(found.toString().contains(said), found.toString());
    assertHolds(
        refusal(() -> found.withSavings(Savings.AT_MARGIN)),
        "savings must be at average cost in this appraisal, was at the margin",
        "must have kept all of Margin.variables()");
    assertHolds(
        refusal(() -> appraiser().appraise(run, BASE.name(), "policy")),
        "must have kept all of Margin.variables()");
  }

  @Test
  @DisplayName("are at average cost, and that is said, where a model does not know the margin")
  void unknown() {
    assertTrue(List.of(Appraisal.variables(BASE)).containsAll(Margin.variables()), "of England");
    Scenario without = Ledger.of("without", 3).build();
    Scenario with = Ledger.of("with", 3).with(Payer.GOVERNMENT.cost(), 0, 5, 0).build();
    Appraisal found = appraiser().appraise(new ScenarioPair(without, with), SETTINGS);
    String said = "at average cost, for the model does not say what is saved at the margin";
    assertTrue(found.toString().contains(said), found.toString());
    assertEquals(
        found.netPresentValue().mean(),
        found.withSavings(Savings.AT_AVERAGE_COST).netPresentValue().mean(),
        0);
  }
}
