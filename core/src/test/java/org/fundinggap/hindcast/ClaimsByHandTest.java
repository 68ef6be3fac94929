package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Refused;
import org.fundinggap.simulation.BridgeInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A claim of one's own")
class ClaimsByHandTest {
  private static final EvidenceBase EVIDENCE = PastCase.EVIDENCE;
  private static final FinancialYear LAST = PastCase.LAST;
  private static final String FIGURE = "care-review-looked-after-2021-22";
  private static final Published LOOKED_AFTER = Published.named("looked-after");
  private static final Published GROSS = Published.named("spending-gross");
  private static final Published NET = Published.named("spending-net");

  private static ProjectionClaim claim(
      Published quantity, FinancialYear target, PriceBasis basis, ClaimedLevel level) {
    return new ProjectionClaim(
        "mine", "me", FIGURE, FIGURE, quantity, target, basis, level, "as it stands");
  }

  private static ProjectionClaim cash(
      Published quantity, FinancialYear target, ClaimedLevel level) {
    return claim(quantity, target, PriceBasis.cash(), level);
  }

  private static ProjectionClaim real(Published quantity, FinancialYear prices) {
    return claim(quantity, LAST, PriceBasis.real(prices), ClaimedLevel.asStated());
  }

  @Test
  @DisplayName("has a level that leads back to the number that was claimed")
  void levelsLeadBack() {
    FinancialYear year = FinancialYear.parse("2015-16");
    double net = EVIDENCE.series("spend-net").at(year);
    double gross = EVIDENCE.series("spend-gross").at(year);
    double overspend = EVIDENCE.figure("overspend-2015-16").value();
    ClaimedLevel stated = ClaimedLevel.asStated();
    ClaimedLevel sum = stated.onTopOf("spend-net", year).less("overspend-2015-16");
    ClaimedLevel scaled = sum.rescaledFromSeries("spend-net", year);
    assertEquals(7, stated.of(7, GROSS, EVIDENCE));
    assertEquals(7 + net - overspend, sum.of(7, GROSS, EVIDENCE), 1e-9);
    assertEquals((7 + net - overspend) * gross / net, scaled.of(7, GROSS, EVIDENCE), 1e-9);
    for (ClaimedLevel level : List.of(stated, sum, scaled)) {
      double there = level.of(7, GROSS, EVIDENCE);
      assertEquals(7, level.claimedFor(there, GROSS, EVIDENCE), 1e-9);
    }
  }

  @Test
  @DisplayName("cannot rest on an amount in real terms that is of no financial year")
  void realAmountsOfNoYear() {
    ClaimedLevel level = ClaimedLevel.asStated().onTopOf("pssru-2017-foster-care");
    assertEquals(
        "period of figure pssru-2017-foster-care must be a financial year, was 2017; register the"
            + " year that it is of",
        Refused.message(() -> level.of(1, GROSS, EVIDENCE)));
  }

  @Test
  @DisplayName("starts from its own number, or from the published one that it is carried to")
  void starts() {
    FinancialYear year = FinancialYear.parse("2021-22");
    ClaimedLevel own = ClaimedLevel.asStated().from(FIGURE, year);
    ClaimedLevel series = ClaimedLevel.asStated().fromSeries("looked-after", year);
    ClaimedLevel carried = ClaimedLevel.asStated().rescaledFrom(FIGURE, year);
    double published = EVIDENCE.series("looked-after").at(year);
    assertEquals(EVIDENCE.figure(FIGURE).value(), startOf(own));
    assertEquals(published, startOf(series));
    assertEquals(published, startOf(carried), 1e-9);
    assertTrue(own.isAsStated() && series.isAsStated());
    assertFalse(carried.isAsStated());
    assertFalse(ClaimedLevel.asStated().onTopOf(FIGURE).isAsStated());
    assertEquals(List.of(), own.onTopOf());
    assertEquals(1, own.onTopOf(FIGURE).from(FIGURE, year).onTopOf().size());
    assertEquals(own.start(), own.onTopOf(FIGURE).start());
  }

  private static double startOf(ClaimedLevel level) {
    return level.startOf(level.start().orElseThrow(), LOOKED_AFTER, EVIDENCE);
  }

  @Test
  @DisplayName("is beside its own path only after the year that it starts from")
  void progress() {
    FinancialYear target = LAST.plus(4);
    ClaimedLevel before = ClaimedLevel.asStated().from(FIGURE, LAST.plus(-1));
    ProjectionClaim.Progress now =
        cash(LOOKED_AFTER, target, before).progress(EVIDENCE).orElseThrow();
    double figure = EVIDENCE.figure(FIGURE).value();
    // It claims its own start again, so its path is flat.
    assertEquals(LAST, now.year());
    assertEquals(figure, now.path(), 1e-9);
    assertEquals(PastCase.published("looked-after", LAST), now.outcome());
    ClaimedLevel sameYear = ClaimedLevel.asStated().from(FIGURE, LAST);
    assertEquals(Optional.empty(), cash(LOOKED_AFTER, target, sameYear).progress(EVIDENCE));
    assertEquals(Optional.empty(), cash(LOOKED_AFTER, LAST, before).progress(EVIDENCE));
    assertEquals(
        Optional.empty(), cash(LOOKED_AFTER, target, ClaimedLevel.asStated()).progress(EVIDENCE));
    ClaimedLevel more = before.onTopOf(FIGURE);
    // Twice as many in five years: a fifth of the logarithm after one.
    assertEquals(
        figure * StrictMath.pow(2, 0.2),
        cash(LOOKED_AFTER, target, more).progress(EVIDENCE).orElseThrow().path(),
        1e-6);
  }

  @Test
  @DisplayName("is modelled as gross where it is net, by the ratio of two returns of one year")
  void modelled() {
    ProjectionClaim net = cash(NET, LAST, ClaimedLevel.asStated());
    assertEquals(GROSS, net.modelled());
    assertEquals(11_270 / 11_885.293931, net.perModelled(EVIDENCE), 1e-12);
    assertEquals(List.of(Cost.GROSS_SPENDING), net.needed());
    assertTrue(net.isInCash());
    ProjectionClaim children = cash(LOOKED_AFTER, LAST, ClaimedLevel.asStated());
    assertEquals(LOOKED_AFTER, children.modelled());
    assertEquals(1, children.perModelled(EVIDENCE));
    assertEquals(List.of(Placements.LOOKED_AFTER), children.needed());
    ProjectionClaim real = real(GROSS, LAST);
    assertFalse(real.isInCash());
    assertEquals(List.of(Cost.GROSS_SPENDING, Inflation.DEFLATOR), real.needed());
  }

  @Test
  @DisplayName("in real terms is in drawn prices after the base year and in known ones before")
  void realDraws() {
    BaselineRun run = PastCase.run().said();
    FinancialYear base = PastCase.BASE;
    double[] cash = run.draws(Cost.GROSS_SPENDING, LAST).values();
    double[] last = run.draws(Inflation.DEFLATOR, LAST).values();
    double[] between = run.draws(Inflation.DEFLATOR, base.plus(2)).values();
    Deflator known = Deflators.latest(EVIDENCE);
    double before = known.index(base.plus(-3)) / known.index(base);
    double[] inBase = new double[cash.length];
    double[] later = new double[cash.length];
    double[] earlier = new double[cash.length];
    for (int i = 0; i < cash.length; i++) {
      inBase[i] = cash[i] / last[i];
      later[i] = cash[i] / last[i] * between[i];
      earlier[i] = cash[i] / last[i] * before;
    }
    assertArrayEquals(inBase, draws(real(GROSS, base), run));
    assertArrayEquals(later, draws(real(GROSS, base.plus(2)), run));
    assertArrayEquals(earlier, draws(real(GROSS, base.plus(-3)), run));
    assertArrayEquals(cash, draws(cash(GROSS, LAST, ClaimedLevel.asStated()), run));
  }

  private static double[] draws(ProjectionClaim claim, BaselineRun run) {
    return claim.draws(EVIDENCE, run.projection(), run.inputs()).values();
  }

  @Test
  @DisplayName("in real terms is compared with an outcome in the same prices")
  void realOutcome() {
    Deflator prices = Deflators.latest(EVIDENCE);
    FinancialYear year = FinancialYear.parse("2019-20");
    assertEquals(
        PastCase.published("spending-gross", LAST) * prices.index(year) / prices.index(LAST),
        real(GROSS, year).outcome(EVIDENCE).orElseThrow(),
        1e-9);
    assertEquals(
        OptionalDouble.empty(),
        cash(GROSS, LAST.plus(1), ClaimedLevel.asStated()).outcome(EVIDENCE));
  }

  @Test
  @DisplayName("is refused with a text left blank")
  void blank() {
    assertTrue(texts("", "b", "c", "d", "e").startsWith("id must"));
    assertTrue(texts("a", "", "c", "d", "e").startsWith("maker must"));
    assertTrue(texts("a", "b", "", "d", "e").startsWith("figure must"));
    assertTrue(texts("a", "b", "c", "", "e").startsWith("dated must"));
    assertTrue(texts("a", "b", "c", "d", "").startsWith("reading must"));
  }

  private static String texts(
      String id, String maker, String figure, String dated, String reading) {
    return Refused.message(
        () ->
            new ProjectionClaim(
                id,
                maker,
                figure,
                dated,
                GROSS,
                LAST,
                PriceBasis.cash(),
                ClaimedLevel.asStated(),
                reading));
  }

  @Test
  @DisplayName("misses by the logarithm of what came over what was said, like the model")
  void misses() {
    ProjectionClaim claim = cash(LOOKED_AFTER, LAST, ClaimedLevel.asStated());
    Draws model = BridgeInputs.draws(40, 60, 80, 100, 120);
    ModelsThen.Said said = new ModelsThen.Said(model, Map.of(Benchmark.DRIFT, 50.0));
    ScoredClaim scored = scored(claim, OptionalDouble.of(100), Optional.of(said));
    assertEquals(StrictMath.log(100 / 90.0), scored.miss(), 1e-15);
    assertEquals(StrictMath.log(100 / 80.0), scored.modelMiss(), 1e-15);
    assertEquals(StrictMath.log(2), scored.benchmarkMiss(Benchmark.DRIFT), 1e-15);
    assertEquals(Double.NaN, scored.benchmarkMiss(Benchmark.SECTOR));
    assertEquals(0.6, scored.shareOfDrawsBelow(), 1e-15);
    assertEquals(Optional.of(model), scored.model());
    ScoredClaim silent = scored(claim, OptionalDouble.empty(), Optional.empty());
    assertEquals(Double.NaN, silent.miss());
    assertEquals(Double.NaN, silent.modelMiss());
    assertEquals(Double.NaN, silent.benchmarkMiss(Benchmark.DRIFT));
    assertEquals(Double.NaN, silent.shareOfDrawsBelow());
  }

  private static ScoredClaim scored(
      ProjectionClaim claim, OptionalDouble outcome, Optional<ModelsThen.Said> said) {
    return new ScoredClaim(
        claim, LocalDate.EPOCH, 90, outcome, Optional.empty(), Optional.empty(), said);
  }
}
