package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the model would have said on the day of a claim")
class ModelsThenTest {
  private static final Settings SETTINGS = Settings.of(2025, 200);
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final ProjectionClaim REAL = claim("care-review-cost-in-real-terms");
  private static final ProjectionClaim CARE = claim("ccn-2021-looked-after");
  private static final List<ProjectionClaim> SOME =
      List.of(CARE, claim("care-review-cost-in-cash"), REAL);

  private static ModelsThen models;

  private static ProjectionClaim claim(String id) {
    return ProjectionClaimsTest.claim(id);
  }

  @BeforeAll
  static void run() {
    models = ModelsThen.run(SOME, EVIDENCE, SETTINGS);
  }

  private static double[] draws(ProjectionClaim claim) {
    return models.of(claim).orElseThrow().model().values();
  }

  @Test
  @DisplayName("starts from the latest base year that was known, and sees nothing after")
  void runsAsOfTheDay() {
    EvidenceBase known = EVIDENCE.asOf(LocalDate.parse("2021-11-22"));
    Baseline then = Baseline.england(known).to(CARE.target());
    assertEquals(Optional.of(then.baseYear()), CARE.baseYear(EVIDENCE));
    assertTrue(then.baseYear().lastDay().isBefore(CARE.madeOn(EVIDENCE)));
    double[] byHand =
        Simulation.of(then.with(FundingRule.REAL_FLAT))
            .keeping(Placements.LOOKED_AFTER)
            .run(SETTINGS)
            .outcome(Placements.LOOKED_AFTER)
            .in(CARE.target())
            .values();
    assertArrayEquals(byHand, draws(CARE));
  }

  @Test
  @DisplayName("is net spending by the ratio of two returns, and real by each draw's own prices")
  void netAndRealByHand() {
    EvidenceBase known = EVIDENCE.asOf(REAL.madeOn(EVIDENCE));
    Projection run =
        Simulation.of(Baseline.england(known).to(REAL.target()).with(FundingRule.REAL_FLAT))
            .keeping(Cost.GROSS_SPENDING, Inflation.DEFLATOR)
            .run(SETTINGS);
    double[] gross = run.outcome(Cost.GROSS_SPENDING).in(REAL.target()).values();
    double[] later = run.outcome(Inflation.DEFLATOR).in(REAL.target()).values();
    FinancialYear prices = FinancialYear.parse("2021-22");
    double[] first = run.outcome(Inflation.DEFLATOR).in(prices).values();
    double ratio = 11_270 / 11_885.293931;
    double[] cash = draws(claim("care-review-cost-in-cash"));
    double[] real = draws(REAL);
    for (int i = 0; i < gross.length; i++) {
      assertEquals(gross[i] * ratio, cash[i], 1e-6);
      assertEquals(gross[i] * ratio / later[i] * first[i], real[i], 1e-6);
    }
  }

  @Test
  @DisplayName("is in prices before the base year by those that were published")
  void pricesBeforeTheBaseYearAreKnown() {
    FinancialYear before = FinancialYear.parse("2018-19");
    ProjectionClaim early =
        new ProjectionClaim(
            "early",
            REAL.maker(),
            REAL.figure(),
            REAL.dated(),
            REAL.quantity(),
            REAL.target(),
            PriceBasis.real(before),
            REAL.level(),
            REAL.reading());
    double[] drawn =
        ModelsThen.run(List.of(early), EVIDENCE, SETTINGS).of(early).orElseThrow().model().values();
    double[] inPricesOf2021 = draws(REAL);
    for (int i = 0; i < drawn.length; i++) {
      assertTrue(drawn[i] < inPricesOf2021[i], "prices were lower");
      assertTrue(drawn[i] > 0.85 * inPricesOf2021[i], "but not by that much");
    }
  }

  @Test
  @DisplayName("is nothing before any base year was known, or for a claim that it did not run for")
  void withoutBaseYearThereIsNothing() {
    ProjectionClaim early = datedBy("referrals-2008-09");
    ModelsThen none = ModelsThen.run(List.of(early), EVIDENCE, SETTINGS);
    assertEquals(LocalDate.of(2009, 10, 2), early.madeOn(EVIDENCE));
    assertTrue(early.baseYear(EVIDENCE).isEmpty());
    assertTrue(none.of(early).isEmpty());
    ProjectionClaim later = datedBy("lga-2016-cost-2019-20");
    ModelsThen some = ModelsThen.run(List.of(early, later), EVIDENCE, SETTINGS);
    assertTrue(some.of(early).isEmpty());
    assertTrue(some.of(later).isPresent());
    assertTrue(none.of(CARE).isEmpty());
  }

  @Test
  @DisplayName("stands beside forecasters without a model, who know no more; not in real terms")
  void benchmarksKnowWhatWasKnown() {
    ModelsThen.Said care = models.of(CARE).orElseThrow();
    assertEquals(Set.of(Benchmark.values()), care.benchmarks().keySet());
    FinancialYear base = CARE.baseYear(EVIDENCE).orElseThrow();
    double last =
        Published.named("looked-after")
            .at(EVIDENCE.asOf(CARE.madeOn(EVIDENCE)), base)
            .orElseThrow()
            .value();
    assertEquals(last, walk(care), 1e-9 * last);
    // Net spending is gross times a ratio, for them as for the model.
    ProjectionClaim net = SOME.get(1);
    double gross =
        Published.named("spending-gross")
            .at(EVIDENCE.asOf(net.madeOn(EVIDENCE)), net.baseYear(EVIDENCE).orElseThrow())
            .orElseThrow()
            .value();
    double said = walk(models.of(net).orElseThrow());
    assertEquals(gross * 11_270 / 11_885.293931, said, 1e-9 * gross);
    assertEquals(Map.of(), models.of(REAL).orElseThrow().benchmarks());
    assertEquals(
        "Models as of the dates of [ccn-2021-looked-after, care-review-cost-in-cash,"
            + " care-review-cost-in-real-terms]",
        models.toString());
  }

  private static double walk(ModelsThen.Said said) {
    return Objects.requireNonNull(said.benchmarks().get(Benchmark.RANDOM_WALK));
  }

  /** A claim of spending that was made on the day on which a figure was published. */
  private static ProjectionClaim datedBy(String figure) {
    return new ProjectionClaim(
        "dated by " + figure,
        "somebody",
        "lga-2016-cost-2019-20",
        figure,
        Published.named("spending-gross"),
        FinancialYear.parse("2019-20"),
        PriceBasis.cash(),
        ClaimedLevel.asStated(),
        "as it stands");
  }

  @Test
  @DisplayName("is scored like the claim: by the logarithm of outcome over what was said")
  void scoresByHand() {
    Draws three = new Draws(new double[] {70_000, 80_000, 90_000}, SETTINGS.sampling());
    List<ScoredClaim> scored =
        ProjectionClaims.score(
            EVIDENCE,
            claim ->
                claim.equals(CARE)
                    ? Optional.of(new ModelsThen.Said(three, Map.of(Benchmark.RANDOM_WALK, 1.0)))
                    : Optional.empty());
    assertEquals(ProjectionClaims.all(), scored.stream().map(ScoredClaim::claim).toList());
    for (ScoredClaim row : scored) {
      boolean due = row.outcome().isPresent();
      assertEquals(due, !Double.isNaN(row.miss()), row.claim().id());
      assertFalse(due && row.progress().isPresent(), row.claim().id());
      assertEquals(row.claim().equals(CARE), !Double.isNaN(row.modelMiss()), row.claim().id());
    }
    ScoredClaim care =
        scored.stream().filter(row -> row.claim().equals(CARE)).findFirst().orElseThrow();
    assertEquals(StrictMath.log(81_770 / 95_000.0), care.miss(), 1e-12);
    assertEquals(StrictMath.log(81_770 / 80_000.0), care.modelMiss(), 1e-12);
    assertEquals(1.0, care.shareOfDrawsBelow());
  }
}
